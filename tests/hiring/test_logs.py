"""The lines of the log: their form, what they are about, what never stands in them."""

import io
import json
import logging
import threading
from contextvars import copy_context
from types import SimpleNamespace
from typing import Any

import pytest

from hiring import logs, streams
from hiring.redaction import hide, redacted
from interviews.drafts.about import about, also

TYPED = "a description that nobody may read"
logger = logging.getLogger("interviews.somewhere")


class Written(logging.Handler):
    """Keeps what the product's own loggers write, each line as the object that it is."""

    def __init__(self):
        super().__init__()
        self.lines: list[dict[str, Any]] = []

    def emit(self, record):
        self.lines.append(json.loads(logs.JsonLines().format(record)))


@pytest.fixture
def written():
    """The lines that `logger` writes."""
    handler = Written()
    logger.addHandler(handler)
    yield handler.lines
    logger.removeHandler(handler)


def text(record: logging.LogRecord) -> str:
    return logs.TextLines().format(record)


def record(message, *args, name="interviews.somewhere", error=None, **more):
    made = logging.LogRecord(name, logging.ERROR, "", 0, message, args, (type(error), error, None) if error else None)
    made.__dict__.update(more)
    return made


def test_a_line_of_json_says_when_who_and_what(written):
    logger.warning("%d jobs wait", 3)
    (line,) = written
    assert list(line) == ["time", "level", "logger", "message", "process"]
    assert (line["level"], line["logger"], line["message"]) == ("WARNING", "interviews.somewhere", "3 jobs wait")
    assert len(line["time"]) == len("2026-01-01T00:00:00.000Z")
    assert line["time"].endswith("Z")


def test_a_line_says_which_job_and_team_it_is_about(written):
    with about(job=7, team="clinic"):
        logger.warning("within")
        with about(team="other"):
            also(job=8)
            logger.warning("further within")
        logger.warning("within again")
    logger.warning("outside")
    found = [(line.get("job"), line.get("team")) for line in written]
    assert found == [("7", "clinic"), ("8", "other"), ("7", "clinic"), (None, None)]


def test_a_thread_takes_along_what_it_is_told(written):
    with about(job=7, team="clinic"):
        thread = threading.Thread(target=copy_context().run, args=(lambda: logger.warning("from a thread"),))
    thread.start()
    thread.join()
    assert written[0]["team"] == "clinic"


def test_an_exception_is_told_by_type_and_place(written):
    try:
        raise ValueError(TYPED)
    except ValueError:
        logger.exception("failed")
    assert written[0]["exception"]["type"] == "ValueError"
    assert TYPED not in json.dumps(written)


def test_text_has_job_and_team_in_it_and_one_line_for_each_message():
    with about(job=7, team="clinic"):
        line = text(record("two\nlines\x1b[31m"))
    assert line.endswith(" ERROR interviews.somewhere: two\\nlines\\x1b[31m job=7 team=clinic")
    assert text(record("failed", error=ValueError(TYPED))).splitlines()[1:] == ["    ValueError"]


@pytest.mark.parametrize(
    ("name", "message", "args", "said"),
    [
        ("urllib3.connectionpool", "Retrying after %r: %s", ("x", f"/hook?token={TYPED}"), "Retrying after %r: %s"),
        (
            "django-q",
            f"Failed 'interviews.tasks.run_job' (a) - {TYPED}\nTraceback",
            (),
            "Failed 'interviews.tasks.run_job' (a)",
        ),
        ("py.warnings", f"/a/b.py:7: RuntimeWarning: {TYPED}\n  code", (), "/a/b.py:7: RuntimeWarning"),
        ("psycopg.pool", "error connecting in %r: %s", ("pool-1", "refused"), "error connecting in 'pool-1': refused"),
        ("interviews.somewhere", "%d of %d", (1,), "%d of %d"),
    ],
)
def test_others_tell_only_what_holds_no_words_of_people(name, message, args, said):
    line = json.loads(logs.JsonLines().format(record(message, *args, name=name)))
    assert line["message"] == said


def test_a_request_is_told_by_the_pattern_of_its_address():
    match = SimpleNamespace(route="first-run/<str:secret>/")
    request = SimpleNamespace(method="POST", path=f"/{TYPED}", resolver_match=match, subject={"team": "clinic"})
    line = json.loads(
        logs.JsonLines().format(
            record("%s: %s", "Unprocessable", f"/{TYPED}", name="django.request", request=request, status_code=422)
        )
    )
    assert line["message"] == "POST /first-run/<str:secret>/ was answered with 422"
    assert line["team"] == "clinic"
    ours = json.loads(logs.JsonLines().format(record("a request failed", request=request)))
    assert ours["message"] == "a request failed: POST /first-run/<str:secret>/"


def test_a_host_that_is_not_named_is_told_with_what_to_mend():
    request = SimpleNamespace(method="GET", META={"HTTP_HOST": "evil.example<script>"})
    line = logs.JsonLines().format(record("Invalid", name="django.security.DisallowedHost", request=request))
    said = json.loads(line)["message"]
    assert said.endswith("was refused: HIRING_HOSTS does not name the host evil.example…script…")


def test_libraries_are_heard_from_warning_up_whatever_their_levels_say():
    fit = logs.Fit()
    quiet = logging.LogRecord("openai", logging.DEBUG, "", 0, TYPED, (), None)
    ours = logging.LogRecord("interviews.x", logging.DEBUG, "", 0, "details", (), None)
    assert (fit.filter(quiet), fit.filter(ours), fit.filter(record("x", name="openai"))) == (False, True, True)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("key hp_0123456789abcdef-XYZ_ was", "key … was"),
        ("whsec_MDEyMzQ1Njc4OWFiY2RlZg==", "…"),
        ("http://a.example/first-run/abcdefghijklmnopqrstuvwxyz/", "http://a.example/first-run/…/"),
        ("http://a.example/review/abcdefghijklmnopqrstuvwxyz/", "http://a.example/review/…/"),
        ("post to https://me:word@a.example/hook?token=1 failed", "post to https://…@a.example/hook?… failed"),
        ("ask at http://a.example/v1", "ask at http://a.example/v1"),
    ],
)
def test_what_looks_like_a_secret_is_cut(line, left):
    assert redacted(line) == left


def test_known_secrets_are_cut_wherever_they_stand(written):
    hide("correct horse battery")
    try:
        raise OSError(2, "correct horse battery")
    except OSError:
        logger.exception("with correct horse battery: %s", "correct horse battery")
    assert "horse" not in json.dumps(written)
    assert "horse" not in text(record("correct horse battery"))


def test_what_a_service_prints_becomes_lines_of_json():
    plain = io.StringIO()
    spoken = streams.Spoken(plain, "INFO")
    print("Interviews are at", "http://127.0.0.1:8000/", file=spoken)
    spoken.write("half ")
    spoken.write("a line\n\nand the next\nrest")
    said = [json.loads(line) for line in plain.getvalue().splitlines()]
    assert [line["message"] for line in said] == [
        "Interviews are at http://127.0.0.1:8000/",
        "half a line",
        "and the next",
    ]
    assert {line["logger"] for line in said} == {"hiring.output"}
