"""The rows of the product, and the one way to put work on the queue."""

from interviews.models.deliveries import Delivery, DeliveryAttempt
from interviews.models.interviews import Interview, Question, Skill, VersionConflict, write_plan
from interviews.models.jobs import HOST, LEASE, POISON_ATTEMPTS, Answer, Job, LeaseLost, LogEntry, Unit, outputs
from interviews.models.keys import ApiKey
from interviews.models.library import LibraryQuestion
from interviews.models.queue import wake
from interviews.models.revisions import Proposal, Revision
from interviews.models.roles import Role
from interviews.models.teams import FirstRunLink, Membership, Team, digest
from interviews.models.users import User

__all__ = [
    "HOST",
    "LEASE",
    "POISON_ATTEMPTS",
    "Answer",
    "ApiKey",
    "Delivery",
    "DeliveryAttempt",
    "FirstRunLink",
    "Interview",
    "Job",
    "LeaseLost",
    "LibraryQuestion",
    "LogEntry",
    "Membership",
    "Proposal",
    "Question",
    "Revision",
    "Role",
    "Skill",
    "Team",
    "Unit",
    "User",
    "VersionConflict",
    "digest",
    "outputs",
    "wake",
    "write_plan",
]
