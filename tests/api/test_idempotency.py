"""POST ai-interviews/generate-interview with an `Idempotency-Key`: asked twice, started once."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connections
from django.test import Client
from django.utils import timezone
from django_q.models import OrmQ

from interviews.models import ApiKey, IdempotencyKey, Job, Role, Team
from interviews.services import generation
from interviews.services.sweeping import clear_old

PATH = "/api/v2/ai-interviews/generate-interview"
BODY = {"job_role": "Cook", "job_description": "You run the grill section and order the fish."}
CONFLICT = (
    "This Idempotency-Key was used in the last 24 hours with another body. Send that body again to get its job, or "
    "choose a new key to start a new one"
)
MALFORMED = "Idempotency-Key must be 1 to 255 visible ASCII characters, bare or in double quotes"


@pytest.fixture
def ask(client, key):
    """Sends a body (a value or raw text) with an idempotency key, and gives back the whole answer."""

    def send(idempotency_key, body=BODY, secret=key):
        data = body if isinstance(body, str) else json.dumps(body)
        headers = {"apiKey": secret, "Idempotency-Key": idempotency_key}
        return client.post(PATH, data, content_type="application/json", headers=headers)

    return send


def test_the_same_request_is_answered_with_the_same_bytes(ask):
    first, second = ask("order-7"), ask("order-7")
    assert (first.status_code, second.status_code) == (202, 202)
    assert first.content == second.content
    assert ("Idempotent-Replayed" in first, second["Idempotent-Replayed"]) == (False, "true")
    assert (Job.objects.count(), OrmQ.objects.count()) == (1, 1)


def test_the_answer_reads_pending_whatever_has_become_of_the_job(ask):
    first = ask("order-7")
    Job.objects.claim(first.json()["job_id"], "me").fail("me", "No.")
    assert ask("order-7").content == first.content


def test_without_the_header_every_request_starts_a_job(program):
    for _ in range(2):
        program.post("ai-interviews/generate-interview", BODY)
    assert (Job.objects.count(), IdempotencyKey.objects.count()) == (2, 0)


def test_another_body_is_a_conflict_that_says_what_to_do(ask):
    ask("order-7")
    answer = ask("order-7", BODY | {"job_role": "Baker"})
    assert (answer.status_code, answer.json()) == (409, {"error": CONFLICT})
    assert (Job.objects.count(), Role.objects.count()) == (1, 1)


def test_spaces_and_the_order_of_keys_do_not_make_another_body(ask):
    first = ask("order-7", json.dumps(BODY))
    second = ask("order-7", json.dumps(dict(reversed(BODY.items())), indent=4))
    assert second.content == first.content
    assert second["Idempotent-Replayed"] == "true"


def test_every_part_of_the_body_counts(ask):
    ask("order-7")
    assert ask("order-7", BODY | {"notification_url": "https://example.org/"}).status_code == 409
    assert ask("order-7", BODY | {"extra": 1}).status_code == 409


def test_another_key_starts_another_job(ask):
    assert ask("order-7").json() != ask("order-8").json()


def test_keys_are_of_a_team(ask, team, other_team):
    theirs, ours = ApiKey.issue(other_team, "Theirs")[1], ApiKey.issue(team, "Second of ours")[1]
    first = ask("order-7")
    assert "Idempotent-Replayed" not in ask("order-7", secret=theirs)
    assert ask("order-7", secret=ours).content == first.content
    assert {job.team for job in Job.objects.all()} == {team, other_team}


def test_a_value_in_quotes_and_the_bare_value_are_the_same(ask):
    first = ask('"8e03978e-40d5"')
    assert ask("8e03978e-40d5").content == first.content
    assert IdempotencyKey.objects.get().key == "8e03978e-40d5"


def test_what_is_escaped_in_quotes_is_read(ask):
    ask(r'"a\"b\\c"')
    assert IdempotencyKey.objects.get().key == r'a"b\c'


@pytest.mark.parametrize(
    "value", ["", " ", '""', '"', '"open', r'"a\b"', '"a"; b=1', "two words", "x" * 256, "caf\xe9", "a\tb"]
)
def test_what_cannot_be_a_key_is_refused(ask, value):
    answer = ask(value)
    assert (answer.status_code, answer.json()) == (400, {"error": MALFORMED})
    assert Job.objects.count() == 0


@pytest.mark.parametrize("value", ["x", "x" * 255, "!~", '"' + "x" * 255 + '"'])
def test_1_to_255_visible_characters_are_a_key(ask, value):
    assert ask(value).status_code == 202


@pytest.mark.parametrize(
    "body", ["{", "[]", {"job_role": "Cook"}, BODY | {"notification_url": "ftp://x/"}, BODY | {"job_role": "x" * 201}]
)
def test_a_body_that_is_refused_leaves_the_key_free(ask, body):
    assert ask("order-7", body).status_code == 400
    assert IdempotencyKey.objects.count() == 0
    assert "Idempotent-Replayed" not in ask("order-7")


def test_a_bad_body_is_told_before_a_conflict(ask):
    ask("order-7")
    assert ask("order-7", {"job_role": "Cook"}).status_code == 400


def test_the_keys_of_the_api_come_first(ask, team):
    reader = ApiKey.issue(team, "Reader", read_only=True)[1]
    assert ask("", secret="wrong").status_code == 401
    assert ask("", secret=reader).status_code == 403


def test_a_deeply_nested_body_is_taken_or_refused_in_plain_words(ask):
    for depth in (500, 900, 950, 990, 5_000, 50_000):
        answer = ask(f"deep-{depth}", json.dumps(BODY)[:-1] + ', "extra": ' + "[" * depth + "]" * depth + "}")
        assert answer.status_code in {202, 400}
        assert answer.status_code == 202 or answer.json() == {"error": "The body is not valid JSON"}


def age(length):
    IdempotencyKey.objects.update(created_at=timezone.now() - length)


def test_a_key_is_kept_for_24_hours(ask):
    ask("order-7")
    age(timedelta(hours=23, minutes=59))
    clear_old()
    assert ask("order-7")["Idempotent-Replayed"] == "true"


def test_then_it_is_free_again_for_any_body(ask):
    first = ask("order-7")
    age(timedelta(hours=24))
    second = ask("order-7", BODY | {"job_role": "Baker"})
    assert (second.status_code, "Idempotent-Replayed" in second) == (202, False)
    assert first.json() != second.json()
    assert str(IdempotencyKey.objects.get().job_id) == second.json()["job_id"]


def test_old_keys_are_swept_away(ask):
    ask("order-7")
    age(timedelta(hours=25))
    clear_old()
    assert IdempotencyKey.objects.count() == 0


def test_asking_again_is_not_held_against_the_rate_of_new_jobs(ask, monkeypatch):
    from interviews.api.generation import router

    (operation,) = router.path_operations["/generate-interview"].operations
    monkeypatch.setattr(operation.throttle_objects[0], "num_requests", 1)
    assert ask("order-7").status_code == 202
    assert ask("order-7")["Idempotent-Replayed"] == "true"
    assert ask("order-7", BODY | {"job_role": "Baker"}).status_code == 409
    assert ask("order-8").status_code == 429


def test_the_explorer_tells_of_the_header_and_the_conflict(client):
    described = client.get("/api/v2/openapi.json").json()["paths"][PATH]["post"]
    (parameter,) = described["parameters"]
    assert (parameter["in"], parameter["name"], parameter["required"]) == ("header", "Idempotency-Key", False)
    assert {"202", "409"} <= set(described["responses"])
    assert "job_role" in json.dumps(described["requestBody"])


@pytest.fixture
def counts_forgotten():
    """The counts of a test that commits are not left to the next one."""
    yield
    cache.clear()


@pytest.mark.django_db(transaction=True)
def test_requests_at_the_same_moment_start_one_job(counts_forgotten):
    secret = ApiKey.issue(Team.objects.create_named("Harbour Logistics"), "Applicant system")[1]
    together = threading.Barrier(6, timeout=60)

    def send(_):
        try:
            together.wait()
            headers = {"apiKey": secret, "Idempotency-Key": "order-7"}
            return Client().post(PATH, BODY, content_type="application/json", headers=headers)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(send, range(6)))
    assert [answer.status_code for answer in answers] == [202] * 6
    assert len({answer.content for answer in answers}) == 1
    assert sorted("Idempotent-Replayed" in answer for answer in answers) == [False] + [True] * 5
    assert (Job.objects.count(), OrmQ.objects.count(), IdempotencyKey.objects.count()) == (1, 1, 1)


def test_who_loses_the_race_for_a_key_gets_the_job_of_who_won(ask, monkeypatch):
    """The loser looked before the winner wrote, and finds out when it writes."""
    won = ask("race").json()
    look, looks = generation._held, []

    def too_early(team, once):
        looks.append(once)
        return None if len(looks) == 1 else look(team, once)

    monkeypatch.setattr(generation, "_held", too_early)
    lost = ask("race")
    assert (lost.status_code, lost.json(), lost.headers["Idempotent-Replayed"]) == (202, won, "true")
    assert (Job.objects.count(), OrmQ.objects.count(), len(looks)) == (1, 1, 2)
