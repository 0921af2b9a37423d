"""POST ai-interviews/generate-interview, to the letter."""

import uuid

import pytest

from interviews.models import ApiKey, Job

PATH = "ai-interviews/generate-interview"
BODY = {"job_role": "Cook", "job_description": "You run the grill section and order the fish."}
REQUIRED = (400, {"error": "Job role and job description are required"})


def test_a_plan_is_queued(program, team):
    status, body = program.post(PATH, BODY)
    job = Job.objects.get()
    assert (status, body) == (
        202,
        {
            "job_id": str(job.pk),
            "status": "pending",
            "message": "AI interview plan generation job has been queued successfully",
        },
    )
    assert (job.team, job.role.title, job.brief.description) == (team, "Cook", BODY["job_description"])
    assert uuid.UUID(body["job_id"]) == job.pk


def test_the_notification_url_is_kept(program):
    program.post(PATH, BODY | {"notification_url": "https://hooks.example.org/in?x=1"})
    assert Job.objects.get().notification_url == "https://hooks.example.org/in?x=1"


def test_the_header_may_be_written_in_any_case(client, key):
    response = client.post("/api/v2/" + PATH, BODY, content_type="application/json", headers={"APIKEY": key})
    assert response.status_code == 202


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"job_role": "Cook"},
        {"job_description": "You cook."},
        {"job_role": " ", "job_description": "You cook."},
        {"job_role": "Cook", "job_description": "\n\t "},
        {"job_role": None, "job_description": "You cook."},
        {"job_role": "\x00", "job_description": "You cook."},
        {"job_role": "Cook", "job_description": "\ud800"},
    ],
)
def test_role_and_description_are_required(program, body):
    assert program.post(PATH, body) == REQUIRED
    assert Job.objects.count() == 0


@pytest.mark.parametrize("name", ["job_role", "job_description", "notification_url"])
@pytest.mark.parametrize("value", [5, True, ["a"], {"a": 1}])
def test_a_wrong_type_names_its_field(program, name, value):
    assert program.post(PATH, BODY | {name: value}) == (400, {"error": f"{name} must be a string"})


@pytest.mark.parametrize("raw", [b"", b"{", b"nonsense", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_json_is_refused(program, raw):
    assert program.post(PATH, raw) == (400, {"error": "The body is not valid JSON"})


def test_a_body_that_is_no_object_is_refused(program):
    assert program.post(PATH, [BODY]) == (400, {"error": "The body must be a JSON object"})


def test_a_body_over_one_megabyte_is_refused(program):
    body = BODY | {"job_description": "x" * 2_000_000}
    assert program.post(PATH, body) == (413, {"error": "The body is larger than 1 MB"})


def test_another_content_type_is_refused(program):
    sentence = "Send JSON: the content type must be application/json"
    assert program.post(PATH, "job_role=Cook", content_type="application/x-www-form-urlencoded") == (
        415,
        {"error": sentence},
    )


def test_nul_and_lone_surrogates_are_taken_out_and_line_ends_made_one(program):
    program.post(PATH, {"job_role": "Co\x00ok", "job_description": "a\r\nb\rc\ud800d\x00"})
    job = Job.objects.get()
    assert (job.brief.role, job.brief.description) == ("Cook", "a\nb\ncd")


def test_a_role_that_is_too_long_is_refused(program):
    assert program.post(PATH, BODY | {"job_role": "x" * 201}) == (
        400,
        {"error": "job_role must be at most 200 characters"},
    )


def test_a_description_of_60000_characters_in_one_line_is_taken(program):
    assert program.post(PATH, BODY | {"job_description": "word " * 12_000})[0] == 202


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("ftp://example.org/", "notification_url must begin with https:// or http://"),
        ("nonsense", "notification_url must begin with https:// or http://"),
        ("https://", "notification_url names no host"),
        ("https://me:secret@example.org/", "notification_url must not carry a user name or password"),
        ("https://example.org:22/", "notification_url must use port 80, 443 or one from 1024 up"),
        ("https://example.org:99999/", "notification_url is not a valid URL"),
        ("https://exa mple.org/", "notification_url is not a valid URL"),
        ("http://127.0.0.1:9000/", "notification_url points to an address that this service may not reach"),
        ("http://[::1]/", "notification_url points to an address that this service may not reach"),
        ("http://169.254.169.254/latest", "notification_url points to an address that this service may not reach"),
        ("http://2130706433/", "notification_url points to an address that this service may not reach"),
        ("http://localhost:8000/", "notification_url points to an address that this service may not reach"),
    ],
)
def test_a_bad_notification_url_is_refused_at_once(program, url, sentence):
    assert program.post(PATH, BODY | {"notification_url": url}) == (400, {"error": sentence})
    assert Job.objects.count() == 0


def test_unknown_keys_are_ignored(program):
    assert program.post(PATH, BODY | {"extra": 1})[0] == 202


@pytest.mark.parametrize("secret", ["", "wrong", "hp_" + "x" * 43])
def test_a_missing_or_wrong_key_is_refused(client, db, secret):
    headers = {"apiKey": secret} if secret else {}
    response = client.post("/api/v2/" + PATH, BODY, content_type="application/json", headers=headers)
    assert (response.status_code, response.json()) == (401, {"error": "Invalid API key"})


def test_a_revoked_key_is_refused(program):
    ApiKey.objects.get().revoke()
    assert program.post(PATH, BODY) == (401, {"error": "Invalid API key"})


def test_an_expired_key_is_refused(program):
    from django.utils import timezone

    ApiKey.objects.update(expires_at=timezone.now())
    assert program.post(PATH, BODY) == (401, {"error": "Invalid API key"})


def test_a_wrong_key_is_told_before_a_bad_body(client, db):
    response = client.post("/api/v2/" + PATH, "{", content_type="application/json", headers={"apiKey": "wrong"})
    assert response.status_code == 401


def test_a_read_only_key_may_not_generate(reader):
    assert reader.post(PATH, b"{") == (403, {"error": "This API key is read-only"})


def test_only_the_digest_of_a_key_is_stored(key):
    assert key not in str(ApiKey.objects.values().get())


def test_too_many_requests_are_told_to_wait(program, monkeypatch):
    from interviews.api.generation import router

    (operation,) = router.path_operations["/generate-interview"].operations
    monkeypatch.setattr(operation.throttle_objects[0], "num_requests", 1)
    assert program.post(PATH, BODY)[0] == 202
    assert program.post(PATH, BODY) == (429, {"error": "Too many requests; try again later"})
