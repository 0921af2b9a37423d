"""A job's life in the database: claimed once, fenced, cancelled, retried."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from interviews.models import Job, LeaseLost, Unit
from interviews.services.generation import Order, start_generation
from tests import samples


@pytest.fixture
def job(team):
    return start_generation(team, Order(role=samples.ROLE, description=samples.DESCRIPTION))


def expire(job):
    Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def messages(job) -> list[str]:
    return list(job.log.values_list("message", flat=True))


def test_a_new_job_waits_and_wakes_one_worker(job):
    from django_q.models import OrmQ

    assert (job.status, job.current_step) == ("pending", "Waiting to start")
    assert OrmQ.objects.count() == 1


def test_a_rollback_takes_the_wake_up_call_with_it(team):
    from django_q.models import OrmQ

    with transaction.atomic():
        start_generation(team, Order(role="Cook", description="You cook."))
        transaction.set_rollback(True)
    assert (Job.objects.count(), OrmQ.objects.count()) == (0, 0)


def test_only_one_owner_claims_a_job(job):
    assert Job.objects.claim(job.pk, "first") is not None
    assert Job.objects.claim(job.pk, "second") is None


def test_a_claim_starts_the_job_and_says_so_once(job):
    Job.objects.claim(job.pk, "first")
    expire(job)
    claimed = Job.objects.claim(job.pk, "second")
    assert (claimed.status, claimed.attempt, claimed.attempts_without_progress) == ("processing", 2, 2)
    assert messages(job) == ["AI interview plan generation has started"]


def test_a_unit_is_written_once_and_counts_as_progress(job):
    claimed = Job.objects.claim(job.pk, "me")
    claimed.begin_step("me", 0, "Analyzing job requirements")
    claimed.commit_unit("me", Unit(step=0, key="analysis", output={"a": 1}), ["AI Progress: Found 4 skills to probe"])
    job.refresh_from_db()
    assert job.attempts_without_progress == 0
    assert messages(job)[1:] == ["AI Progress: Analyzing job requirements...", "AI Progress: Found 4 skills to probe"]
    with pytest.raises(IntegrityError), transaction.atomic():
        claimed.commit_unit("me", Unit(step=0, key="analysis", output={}), [])


def test_who_lost_the_lease_writes_nothing(job):
    late = Job.objects.claim(job.pk, "late")
    expire(job)
    Job.objects.claim(job.pk, "now")
    with pytest.raises(LeaseLost):
        late.commit_unit("late", Unit(step=0, key="analysis", output={}), ["lost"])
    with pytest.raises(LeaseLost):
        late.fail("late", "no")
    assert (Unit.objects.count(), "lost" in messages(job)) == (0, False)


def test_the_heartbeat_renews_only_its_own_lease(job):
    claimed = Job.objects.claim(job.pk, "me")
    assert claimed.renew("me") is True
    assert claimed.renew("somebody else") is False


def test_every_change_raises_the_version(job):
    claimed = Job.objects.claim(job.pk, "me")
    before = Job.objects.get(pk=job.pk).version
    claimed.begin_step("me", 0, "Analyzing job requirements")
    assert Job.objects.get(pk=job.pk).version == before + 1


def test_a_waiting_job_is_cancelled_at_once(job):
    assert job.cancel() is True
    job.refresh_from_db()
    assert (job.status, job.current_step, job.error) == ("failed", "Cancelled", "The job was cancelled.")
    assert messages(job)[-1] == "AI interview plan generation was cancelled"


def test_a_running_job_is_cancelled_by_its_runner(job):
    claimed = Job.objects.claim(job.pk, "me")
    assert job.cancel() is True
    assert Job.objects.get(pk=job.pk).status == "processing"
    assert claimed.renew("me") is False
    claimed.end_cancelled("me")
    assert Job.objects.get(pk=job.pk).current_step == "Cancelled"


def test_a_finished_job_cannot_be_cancelled(job, interview):
    claimed = Job.objects.claim(job.pk, "me")
    with transaction.atomic():
        claimed.complete("me", interview)
    assert Job.objects.get(pk=job.pk).cancel() is False


def test_a_failed_job_goes_back_to_work_with_what_it_had_done(job):
    claimed = Job.objects.claim(job.pk, "me")
    claimed.commit_unit("me", Unit(step=0, key="analysis", output={}), [])
    claimed.fail("me", "The server is out of credit.")
    assert job.retry() is True
    again = Job.objects.claim(job.pk, "you")
    assert (again.status, again.error, again.units.count()) == ("processing", "", 1)


def test_only_a_failed_job_can_be_retried(job):
    assert job.retry() is False


def test_the_author_is_the_person_or_the_key(team, owner, key):
    from interviews.models import ApiKey

    order = Order(role="Cook", description="You cook.")
    assert start_generation(team, order, person=owner).author == "owner@example.org"
    assert start_generation(team, order, api_key=ApiKey.objects.get()).author == "API key Applicant system"


def _ends(job, how: str) -> None:
    taken = Job.objects.claim(job.pk, "me")
    if how == "fail":
        taken.fail("me", "No.")
    elif how == "end_cancelled":
        taken.end_cancelled("me")
    elif how == "cancel":
        Job.objects.update(lease_until=None)
        taken.cancel()
    else:
        taken.fail("me", "No.")
        taken.retry()


@pytest.mark.parametrize("how", ["fail", "end_cancelled", "cancel", "retry"])
def test_how_a_job_ends_is_a_change_of_status_which_is_never_superseded(team, how):
    order = Order(role="Cook", description="You cook.", notification_url="https://example.org/")
    job = start_generation(team, order)
    _ends(job, how)
    assert set(job.deliveries.values_list("kind", flat=True)) == {"status"}


def test_a_retry_begins_to_count_attempts_anew(job):
    taken = Job.objects.claim(job.pk, "me")
    Job.objects.update(attempts_without_progress=6)
    taken.fail("me", "No.")
    taken.retry()
    assert Job.objects.get().attempts_without_progress == 0
