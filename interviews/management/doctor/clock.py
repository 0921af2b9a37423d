"""The clock: notifications are signed with a time, and leases are held by one."""

import time
from datetime import datetime
from email.utils import parsedate_to_datetime

import requests
from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection

from interviews.management.doctor.database import is_sqlite
from interviews.management.doctor.findings import Finding, Findings, ok, warning, wrong

A_LITTLE, TOO_MUCH = 5.0, 60.0
SECONDS = 5.0
MEND = "Set the clock by NTP (timedatectl set-ntp true), here and there."


def check_clock(*, ask_model: bool) -> Findings:
    """Against PostgreSQL's, and with `ask_model` against the `Date` that the model server sends: no key goes there."""
    apart = [found for found in (_from_database(), _from_model() if ask_model else None) if found is not None]
    if not apart:
        yield ok("clock", "there is no other clock to hold it against")
    for name, seconds in apart:
        yield told(name, seconds)


def told(name: str, seconds: float) -> Finding:
    """How far this clock is from another."""
    says = f"it is {abs(seconds):.0f} s {'ahead of' if seconds > 0 else 'behind'} that of the {name}."
    if abs(seconds) > TOO_MUCH:
        return wrong("clock", f"{says} Receivers refuse signatures that are minutes old.", MEND)
    if abs(seconds) > A_LITTLE:
        return warning("clock", says, MEND)
    return ok("clock", f"it agrees with that of the {name}")


def _from_database() -> tuple[str, float] | None:
    if is_sqlite():
        return None
    began = time.time()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            there: datetime = cursor.fetchone()[0]
    except (DatabaseError, InterfaceError):
        return None
    return "database", (began + time.time()) / 2 - there.timestamp()


def _from_model() -> tuple[str, float] | None:
    """The header has whole seconds."""
    began = time.time()
    try:
        answer = requests.head(settings.LANGUAGE_MODEL.url, timeout=SECONDS, allow_redirects=False)
        there = parsedate_to_datetime(answer.headers["Date"]).timestamp() + 0.5
    except (requests.RequestException, KeyError, ValueError):
        return None
    return "model server", (began + time.time()) / 2 - there
