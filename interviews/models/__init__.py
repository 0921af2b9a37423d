"""The rows of the product, and the one way to put work on the queue."""

from interviews.models.claims import FREED, LEASE
from interviews.models.clusters import Cluster
from interviews.models.connection import ConnectionTest
from interviews.models.deliveries import Delivery, DeliveryAttempt, receiver_of
from interviews.models.grounds import LawfulGround
from interviews.models.idempotency import IdempotencyKey
from interviews.models.interviews import KEPT, Interview, VersionConflict
from interviews.models.jobs import POISON_ATTEMPTS, Job, LeaseLost
from interviews.models.keys import ApiKey
from interviews.models.library import LibraryQuestion
from interviews.models.log import LogEntry
from interviews.models.place import HOST, RUN_VARIABLE, is_dead, machine_name, new_owner, run_of_this
from interviews.models.presence import HERE_FOR, Company, Presence, Surroundings, company, leave, look_around
from interviews.models.queue import wake
from interviews.models.reading_back import as_it_was
from interviews.models.reviews import Approval, Comment, ReviewLink
from interviews.models.revisions import Proposal, Revision, write_proposal
from interviews.models.roles import Role
from interviews.models.saving import Author, Occasion, keep_version, save_plan, write_plan
from interviews.models.signing import SigningSecret
from interviews.models.skills import Question, Skill
from interviews.models.tallies import Tally
from interviews.models.teams import FirstRunLink, Membership, Team, digest
from interviews.models.users import User
from interviews.models.work import Answer, Unit, keep_answer, kept_answers, outputs, usage_of_unit, used_by_step

__all__ = [
    "FREED",
    "HERE_FOR",
    "HOST",
    "KEPT",
    "LEASE",
    "POISON_ATTEMPTS",
    "RUN_VARIABLE",
    "Answer",
    "ApiKey",
    "Approval",
    "Author",
    "Cluster",
    "Comment",
    "Company",
    "ConnectionTest",
    "Delivery",
    "DeliveryAttempt",
    "FirstRunLink",
    "IdempotencyKey",
    "Interview",
    "Job",
    "LawfulGround",
    "LeaseLost",
    "LibraryQuestion",
    "LogEntry",
    "Membership",
    "Occasion",
    "Presence",
    "Proposal",
    "Question",
    "ReviewLink",
    "Revision",
    "Role",
    "SigningSecret",
    "Skill",
    "Surroundings",
    "Tally",
    "Team",
    "Unit",
    "User",
    "VersionConflict",
    "as_it_was",
    "company",
    "digest",
    "is_dead",
    "keep_answer",
    "keep_version",
    "kept_answers",
    "leave",
    "look_around",
    "machine_name",
    "new_owner",
    "outputs",
    "receiver_of",
    "run_of_this",
    "save_plan",
    "usage_of_unit",
    "used_by_step",
    "wake",
    "write_plan",
    "write_proposal",
]
