"""What the outbox promises: signed, ended by 410, patient as asked, one receiver never in the way of another."""

import json
import threading
import time
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.utils import timezone
from standardwebhooks import Webhook, WebhookVerificationError

from interviews.models import Delivery, Job, SigningSecret
from interviews.notify import outbox
from interviews.notify.outbox import Outbox
from interviews.services.generation import Order, start_generation
from tests.notify.receiver import Receiver


def asked(team, url: str) -> Job:
    return start_generation(team, Order(role="Cook", description="You cook.", notification_url=url))


@pytest.fixture
def job(team, receiver, loopback_allowed):
    return asked(team, receiver.url)


def begun(job: Job, lines: int = 0) -> None:
    taken = Job.objects.claim(str(job.pk), "me")
    assert taken is not None
    for number in range(lines):
        taken.tell("me", f"AI Progress: line {number}")


def verified(request, secret: str) -> Any:
    _, headers, body = request
    return Webhook(secret).verify(body, headers)


def test_a_notification_is_signed_with_the_secret_of_its_team(job, receiver, team):
    begun(job)
    Outbox().empty()
    [current] = SigningSecret.of(team)
    assert verified(receiver.requests[0], current.secret)["job_id"] == str(job.pk)
    with pytest.raises(WebhookVerificationError):
        verified(receiver.requests[0], "whsec_" + "A" * 44)


def test_while_two_secrets_overlap_both_verify(job, receiver, team):
    [old] = SigningSecret.of(team)
    new = SigningSecret.rotate(team)
    begun(job)
    Outbox().empty()
    for secret in (old.secret, new.secret):
        assert verified(receiver.requests[0], secret)
    SigningSecret.end_old(team)
    job.say("Another line")
    Outbox().empty()
    assert verified(receiver.requests[1], new.secret)
    with pytest.raises(WebhookVerificationError):
        verified(receiver.requests[1], old.secret)


def test_an_old_secret_ends_by_itself(team):
    SigningSecret.of(team)
    new = SigningSecret.rotate(team, timedelta(0))
    assert SigningSecret.of(team) == [new]


def test_after_410_nothing_is_sent_there_any_more(job, receiver):
    receiver.script = [(410, {}, b"")]
    begun(job, lines=3)
    Outbox().empty()
    job.say("AI interview plan generation completed", Delivery.Kind.STATUS)
    Outbox().empty()
    assert len(receiver.requests) == 1
    ended = Delivery.objects.exclude(kind="progress")
    assert [one.status for one in ended] == ["failed", "failed"]
    assert ended.last().error == outbox.GONE


@pytest.mark.parametrize("status", [429, 503])
def test_a_receiver_that_says_when_is_asked_then(job, receiver, status):
    receiver.script = [(status, {"Retry-After": "7200"}, b"")]
    begun(job)
    Outbox().empty()
    wait = Delivery.objects.get().next_attempt_at - timezone.now()
    assert timedelta(minutes=115) < wait < timedelta(minutes=125)


def test_a_receiver_that_says_much_too_late_is_asked_once_more_in_the_end(job, receiver):
    receiver.script = [(503, {"Retry-After": "999999999"}, b"")]
    begun(job)
    Outbox().empty()
    delivery = Delivery.objects.get()
    assert delivery.next_attempt_at == delivery.created_at + Delivery.GIVE_UP


def test_what_is_asked_for_again_has_the_same_id_and_holds_nothing_up(job, receiver):
    begun(job)
    Outbox().empty()
    delivered = Delivery.objects.get()
    receiver.script = [(500, {}, b"no")]
    assert delivered.redeliver() is True
    assert delivered.redeliver() is False, "it waits already"
    job.say("AI Progress: a line")
    Outbox().empty()
    ids = [headers["webhook-id"] for _, headers, _ in receiver.requests]
    assert ids.count(str(delivered.event_id)) == 2
    delivered.refresh_from_db()
    assert (delivered.status, delivered.tries.count()) == ("failed", 2)
    assert Delivery.objects.last().attempts == 1, "the line behind it was sent as well"


def test_a_repeat_does_not_wait_for_its_job_and_a_failed_one_supersedes_nothing(job, receiver):
    begun(job, lines=2)
    Outbox().empty()
    first, *_ = Delivery.objects.all()
    job.say("AI Progress: late line")
    later = Delivery.objects.last()
    Delivery.objects.filter(pk=later.pk).update(next_attempt_at=timezone.now() + timedelta(hours=1))
    receiver.script = [(500, {}, b"")]
    first.redeliver()
    Outbox().empty()
    later.refresh_from_db()
    assert (len(receiver.requests), later.status) == (4, "pending")


def test_a_test_is_tried_once(team, receiver, loopback_allowed):
    receiver.script = [(500, {}, b"no")]
    test = Delivery.test(team, receiver.url)
    Outbox().empty()
    test.refresh_from_db()
    assert (test.status, test.attempts, test.answer_status) == ("failed", 1, 500)
    assert set(json.loads(receiver.requests[0][2])) == {"job_id", "status", "message", "timestamp"}


def test_a_receiver_that_hangs_holds_up_no_other(team, loopback_allowed):
    """Twenty jobs report to a receiver that does not answer, one to a good one: that is told at once."""
    slow, quick = Receiver(), Receiver()
    slow.delay = 3.0
    for _ in range(20):
        begun(asked(team, slow.url))
    begun(asked(team, quick.url), lines=5)
    working = Outbox()
    try:
        while len(quick.requests) < 6:
            working.turn(0.05)
        assert not Delivery.objects.filter(url=slow.url).exclude(status="pending").exists()
        assert len(slow.requests) <= 4
    finally:
        while working._under_way:
            working.turn(0.5, sends=False)
        slow.close()
        quick.close()


@pytest.mark.django_db(transaction=True)
def test_the_process_stops_when_what_is_on_its_way_has_arrived(receiver, loopback_allowed):
    from interviews.models import Team

    team = Team.objects.create_named("Stops")
    receiver.delay = 3.0
    begun(asked(team, receiver.url), lines=3)
    working = Outbox()

    def run():
        try:
            working.run()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    deadline = time.monotonic() + 20
    while not receiver.requests and time.monotonic() < deadline:
        time.sleep(0.02)
    working.stop()
    thread.join(20)
    states = list(Delivery.objects.values_list("status", "lease_owner"))
    assert states == [("delivered", "")] + [("pending", "")] * 3
    assert len(receiver.requests) == 1


def test_a_database_that_fails_while_posts_begin_takes_no_place_for_good(job, receiver, monkeypatch):
    begun(job)
    working = Outbox()
    working._lanes.learn(Delivery.objects.get().receiver, delivered=False, seconds=1)

    def locked(*args):
        raise OperationalError("database is locked")

    for failing in ("_held", "_secrets"):
        with monkeypatch.context() as patch:
            patch.setattr(working if failing == "_held" else outbox, failing, locked)
            with pytest.raises(OperationalError):
                working.turn(0)
        Delivery.objects.update(lease_until=None)
    working.empty()
    assert Delivery.objects.get().status == "delivered"


def test_a_secret_that_cannot_sign_ends_in_an_error_that_is_told(job, receiver, team, caplog):
    SigningSecret.objects.create(team=team, secret="whsec_")
    begun(job)
    Outbox().empty()
    assert (Delivery.objects.get().error, receiver.requests) == (outbox.BROKEN, [])


def test_a_backlog_of_one_receiver_hides_nothing_of_another(team, loopback_allowed):
    """Sixty jobs wait for one receiver, in front of a single one for another: it need not wait for them."""
    busy, other = Receiver(), Receiver()
    busy.delay = 0.3
    for _ in range(60):
        begun(asked(team, busy.url))
    begun(asked(team, other.url))
    working = Outbox()
    try:
        while not other.requests:
            working.turn(0.05)
        assert len(busy.requests) < 20
    finally:
        while working._under_way:
            working.turn(0.5, sends=False)
        busy.close()
        other.close()


def test_an_answer_that_comes_after_the_lease_was_lost_is_not_written(job, receiver):
    begun(job)
    working = Outbox()
    working.turn(0)
    Delivery.objects.update(lease_owner="somebody else")
    while working._under_way:
        working.turn(0.5, sends=False)
    delivery = Delivery.objects.get()
    assert (delivery.status, delivery.lease_owner, delivery.tries.count()) == ("pending", "somebody else", 0)


def test_a_failure_supersedes_nothing_that_somebody_asked_for_again(job, receiver):
    begun(job, lines=1)
    Outbox().empty()
    line = Delivery.objects.get(kind="progress")
    line.redeliver()
    Delivery.objects.filter(pk=line.pk).update(next_attempt_at=timezone.now() + timedelta(hours=1))
    receiver.script = [(500, {}, b"")]
    job.say("AI interview plan generation completed", Delivery.Kind.STATUS)
    Outbox().empty()
    line.refresh_from_db()
    assert line.status == "pending"


def test_what_is_on_its_way_for_too_long_is_given_back_at_a_stop(job, receiver, monkeypatch):
    monkeypatch.setattr(outbox, "STOP_SECONDS", 0.1)
    receiver.delay = 3.0
    begun(job)
    working = Outbox()
    working.turn(0)
    working.stop()
    working.run()
    delivery = Delivery.objects.get()
    assert (delivery.status, delivery.lease_owner, delivery.lease_until) == ("pending", "", None)


def test_a_database_that_is_away_is_waited_for(job, receiver, monkeypatch, caplog):
    begun(job)
    working, real, looks = Outbox(), Outbox.turn, []

    def turn(self, seconds, **options):
        looks.append(1)
        if len(looks) == 1:
            raise OperationalError("away")
        if Delivery.objects.waiting().exists():
            return real(self, seconds, **options)
        return self.stop()

    monkeypatch.setattr(Outbox, "turn", turn)
    monkeypatch.setattr(connection, "close", lambda: None)
    monkeypatch.setattr("interviews.notify.outbox.time.sleep", lambda seconds: None)
    working.run()
    assert Delivery.objects.get().status == "delivered"
    assert "did not answer (OperationalError)" in caplog.text
