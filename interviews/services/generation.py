"""Asking for a plan: a role and a description become a job that a worker picks up."""

from dataclasses import dataclass, field

from django.conf import settings
from django.db import IntegrityError, transaction

from interviews.drafts import Brief, EngineName, Intake, Seniority, normalise
from interviews.models import ApiKey, IdempotencyKey, Job, Role, Team, User, wake


@dataclass(frozen=True)
class Order:
    """What somebody asks for. None means: the team's default, or what the description says."""

    role: str
    description: str
    seniority: Seniority | None = None
    minutes: int | None = None
    question_count: int | None = None
    engine: EngineName | None = None
    notification_url: str = ""
    intake: Intake = field(default_factory=Intake)


class AnotherBody(ValueError):
    """An idempotency key stands for a job that was asked for with another body."""


@dataclass(frozen=True)
class Once:
    """A program's word that it wants one job however often it asks: a key that it chose for its team (1 to 255
    characters), and the digest of what it sent (64)."""

    key: str
    digest: str


def default_engine(team: Team) -> EngineName:
    """The language model when one is configured and the team has not chosen the built-in engine."""
    return "openai" if settings.LANGUAGE_MODEL.configured and team.engine != "library" else "library"


def start_generation(team: Team, order: Order, *, person: User | None = None, api_key: ApiKey | None = None) -> Job:
    """Records the job and wakes a worker, both or neither. Raises pydantic's ValidationError on an impossible order."""
    general = team.general.model_copy(deep=True)
    if order.minutes is not None:
        general.duration.max = order.minutes
        general.duration.min = min(general.duration.min, order.minutes)
    brief = Brief(
        role=" ".join(normalise(order.role).split()),
        description=normalise(order.description),
        seniority=order.seniority,
        question_count=order.question_count,
        engine=order.engine or default_engine(team),
        general=general,
        proctoring=team.proctoring,
        intake=order.intake,
    )
    with transaction.atomic():
        role, _ = Role.objects.get_or_create(team=team, title=brief.role)
        job = Job.objects.create(
            team=team,
            role=role,
            brief=brief,
            notification_url=order.notification_url.strip(),
            created_by=person,
            api_key=api_key,
        )
        wake("job", str(job.pk))
    return job


def start_once(team: Team, order: Order, once: Once, *, api_key: ApiKey | None = None) -> tuple[Job, bool]:
    """The job of a key, and whether it had been started before: then this call starts none.

    Of two calls at the same moment one starts the job and the other finds it. Raises AnotherBody, and pydantic's
    ValidationError on an impossible order, which leaves the key free."""
    held = _held(team, once)
    if held is not None:
        return held, True
    try:
        with transaction.atomic():
            IdempotencyKey.objects.over().filter(team=team, key=once.key).delete()
            job = start_generation(team, order, api_key=api_key)
            IdempotencyKey.objects.create(team=team, key=once.key, digest=once.digest, job=job)
    except IntegrityError:
        held = _held(team, once)
        if held is None:
            raise
        return held, True
    return job, False


def _held(team: Team, once: Once) -> Job | None:
    row = IdempotencyKey.objects.held(team, once.key).select_related("job").first()
    if row is None:
        return None
    if row.digest != once.digest:
        raise AnotherBody(once.key)
    return row.job
