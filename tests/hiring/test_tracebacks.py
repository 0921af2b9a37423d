"""What is told of an exception: where, and never what somebody typed."""

import json
import sqlite3
from pathlib import Path

import psycopg
import pytest
import requests
from django.db import IntegrityError, OperationalError, connection, transaction
from pydantic import BaseModel, ValidationError

from hiring.tracebacks import MOST_FRAMES, account, lines

TYPED = "a description that nobody may read"


class Strict(BaseModel):
    years: int


def caught(act) -> Exception:
    try:
        act()
    except Exception as error:  # noqa: BLE001 - looked at
        return error
    raise AssertionError("nothing was raised")


def told(error: BaseException) -> str:
    """Everything that is told of it, in both formats."""
    found = account(error)
    return json.dumps(found) + "\n".join(lines(found))


def refuse():
    Strict.model_validate({"years": TYPED})


def test_a_validation_error_tells_its_type_and_place_and_not_what_it_quotes():
    error = caught(refuse)
    assert TYPED in str(error)
    assert TYPED not in told(error)
    found = account(error)
    assert found["type"] == "pydantic_core._pydantic_core.ValidationError"
    assert any(
        frame.startswith("tests/hiring/test_tracebacks.py:") and frame.endswith(" refuse") for frame in found["frames"]
    )


def test_causes_and_contexts_are_followed_and_say_no_more():
    def chained():
        try:
            refuse()
        except ValidationError as error:
            try:
                raise ValueError(TYPED)
            except ValueError:
                raise KeyError(TYPED) from error

    error = caught(chained)
    assert account(error)["cause"]["type"].endswith("ValidationError")
    assert TYPED not in told(error)


def test_what_was_suppressed_is_not_told():
    def suppressed():
        try:
            raise ValueError(TYPED)
        except ValueError:
            raise OSError(2, "No such file or directory") from None

    assert "cause" not in account(caught(suppressed))


def test_the_members_of_a_group_are_told():
    group = ExceptionGroup(TYPED, [caught(refuse), ExceptionGroup(TYPED, [ValueError(TYPED), KeyError(TYPED)])])
    found = account(group)
    assert [member["type"] for member in found["members"]][1] == "ExceptionGroup"
    assert [member["type"] for member in found["members"][1]["members"]] == ["ValueError", "KeyError"]
    assert TYPED not in told(group)


def test_a_circle_of_causes_ends():
    first, second = ValueError(TYPED), KeyError(TYPED)
    first.__cause__, second.__cause__ = second, first
    assert account(first)["cause"] == {"type": "KeyError", "frames": []}


def test_a_group_that_holds_its_own_cause_ends():
    inner = ValueError(TYPED)
    group = ExceptionGroup(TYPED, [inner])
    inner.__cause__ = group
    assert TYPED not in told(group)


def test_a_long_chain_is_cut():
    error: Exception = ValueError(TYPED)
    for _ in range(1000):
        outer = ValueError(TYPED)
        outer.__cause__, error = error, outer
    assert len(told(error)) < 2_000


def test_endless_recursion_tells_its_beginning_and_its_end():
    def deeper(text):
        return deeper(text + "x")

    error = caught(lambda: deeper(TYPED))
    assert len(account(error)["frames"]) == MOST_FRAMES
    assert TYPED not in told(error)


def test_what_the_system_says_is_told():
    error = caught(lambda: Path("/nowhere/at/all").read_text())
    assert account(error)["message"] == "No such file or directory: /nowhere/at/all"


def test_what_requests_makes_of_the_systems_errors_is_not_told():
    error = requests.ConnectionError(2, f"https://example.org/?token={TYPED}")
    assert "message" not in account(error)


def test_an_error_of_the_system_with_words_of_its_own_is_not_told():
    assert "message" not in account(OSError(TYPED))


@pytest.mark.parametrize("kind", [OperationalError, psycopg.OperationalError, sqlite3.OperationalError])
def test_a_database_that_does_not_answer_says_why_on_one_line(kind):
    assert account(kind(f"connection refused\nDETAIL: {TYPED}"))["message"] == "connection refused"


def test_a_row_that_is_there_twice_tells_the_constraint_and_no_value(team):
    insert = "INSERT INTO django_content_type (app_label, model) VALUES (%s, %s)"
    with connection.cursor() as cursor:
        cursor.execute(insert, ["secretive", "marker"])
        with pytest.raises(IntegrityError) as raised, transaction.atomic():
            cursor.execute(insert, ["secretive", "marker"])
    found = account(raised.value)
    assert "django_content_type" in found["message"]
    assert "secretive" not in told(raised.value)


def test_a_message_that_cannot_be_made_is_not_asked_for():
    class Nasty(Exception):
        def __str__(self):
            raise RuntimeError(TYPED)

    assert account(Nasty())["type"].endswith("Nasty")
