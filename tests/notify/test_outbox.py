"""The outbox: in order, retried, progress superseded after a failure, status changes never."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from interviews.models import Delivery, Job
from interviews.notify import outbox
from interviews.notify.outbox import Outbox
from interviews.pipeline import runner
from interviews.services.generation import Order, start_generation
from tests import samples


@pytest.fixture
def job(team, receiver, loopback_allowed):
    order = Order(role=samples.ROLE, description=samples.DESCRIPTION, notification_url=receiver.url)
    return start_generation(team, order)


def sent(receiver) -> list[dict]:
    return [json.loads(body) for _, _, body in receiver.requests]


def states() -> list[str]:
    return list(Delivery.objects.order_by("id").values_list("status", flat=True))


def test_every_line_and_status_change_is_sent_in_order(job, receiver):
    runner.run(str(job.pk))
    Outbox().empty()
    bodies = sent(receiver)
    assert [body["message"] for body in bodies] == list(job.log.values_list("message", flat=True))
    assert set(bodies[0]) == {"job_id", "status", "message", "timestamp"}
    assert bodies[0] == {
        "job_id": str(job.pk),
        "status": "processing",
        "message": "AI interview plan generation has started",
        "timestamp": job.log.first().created_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    assert (bodies[-1]["status"], bodies[-1]["message"]) == ("completed", "AI interview plan generation completed")
    assert set(states()) == {"delivered"}


def test_each_event_has_an_id_of_its_own(job, receiver):
    runner.run(str(job.pk))
    Outbox().empty()
    ids = [headers["webhook-id"] for _, headers, _ in receiver.requests]
    assert len(ids) == len(set(ids)) > 5


def test_after_a_failure_waiting_progress_is_superseded_and_status_changes_wait(job, receiver):
    receiver.script = [(503, {}, b"busy")]
    runner.run(str(job.pk))
    Outbox().empty()
    assert len(receiver.requests) == 1
    kept = Delivery.objects.filter(status="pending")
    assert [delivery.kind for delivery in kept] == ["status", "status"]
    assert set(Delivery.objects.exclude(status="pending").values_list("kind", "status")) == {("progress", "superseded")}


def test_a_retry_sends_the_same_event_again_and_then_the_rest(job, receiver):
    receiver.script = [(503, {}, b"busy"), (200, {}, b"ok")]
    runner.run(str(job.pk))
    Outbox().empty()
    Delivery.objects.update(next_attempt_at=timezone.now())
    Outbox().empty()
    ids = [headers["webhook-id"] for _, headers, _ in receiver.requests]
    assert ids[0] == ids[1] != ids[2]
    assert [body["status"] for body in sent(receiver)] == ["processing", "processing", "completed"]
    assert Delivery.objects.order_by("id").first().tries.count() == 2


def test_an_event_is_not_sent_before_an_earlier_one_of_its_job(job, receiver):
    runner.run(str(job.pk))
    first = Delivery.objects.order_by("id").first()
    Delivery.objects.filter(pk=first.pk).update(next_attempt_at=timezone.now() + timedelta(hours=1))
    Outbox().empty()
    assert receiver.requests == []


def test_gone_ends_an_event_at_once(job, receiver):
    receiver.script = [(410, {}, b"")]
    Job.objects.claim(str(job.pk), "me")
    Outbox().empty()
    assert states() == ["failed"]


def test_after_a_day_an_event_is_given_up(job, receiver):
    receiver.script = [(500, {}, b"")]
    Job.objects.claim(str(job.pk), "me")
    Delivery.objects.update(created_at=timezone.now() - timedelta(hours=25))
    Outbox().empty()
    assert states() == ["failed"]


def test_a_delivery_that_somebody_holds_is_not_sent_twice(job, receiver):
    Job.objects.claim(str(job.pk), "me")
    Delivery.objects.update(lease_until=timezone.now() + timedelta(seconds=30), lease_owner="other")
    Outbox().empty()
    assert receiver.requests == []


def test_waits_grow_and_end_at_two_hours():
    assert outbox.wait(1) <= timedelta(seconds=13)
    assert max(outbox.wait(30) for _ in range(50)) <= timedelta(hours=2, seconds=1)


def test_a_job_without_a_url_writes_no_deliveries(team):
    job = start_generation(team, Order(role=samples.ROLE, description=samples.DESCRIPTION))
    runner.run(str(job.pk))
    assert Delivery.objects.count() == 0
