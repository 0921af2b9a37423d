"""Prints what the database of a product holds about its jobs, as JSON: `python -m tests.chaos.rows`.

Runs with the product's environment in a process of its own, so that the harness needs no Django. Moments are seconds
since 1970, null where there is none."""

import json
import os
import sys
from datetime import datetime
from typing import Any

import django


def rows() -> dict[str, list[dict[str, Any]]]:
    """Every row that is counted, by kind, oldest first."""
    from django_q.models import OrmQ

    from interviews.models import Answer, Delivery, Interview, Job, LogEntry, Unit

    moments = ("created_at", "started_at", "claimed_at", "finished_at")
    return {
        "jobs": _read(Job, "id", "status", "error", "attempt", "interview_id", "notification_url", *moments),
        "units": _read(Unit, "id", "job_id", "step", "key", "created_at"),
        "log": _read(LogEntry, "id", "job_id", "message", "created_at"),
        "answers": _read(Answer, "id", "job_id", "step", "unit_key", "request_digest", "created_at"),
        "deliveries": _read(Delivery, "id", "job_id", "event_id", "kind", "status", "attempts", "body", "error"),
        "interviews": _read(Interview, "id"),
        "queue": _read(OrmQ, "id", "key"),
    }


def _read(model: Any, *columns: str) -> list[dict[str, Any]]:
    order = "created_at" if model.__name__ == "Job" else "id"
    return [
        {name: _plain(value) for name, value in row.items()} for row in model.objects.order_by(order).values(*columns)
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.timestamp()
    return value if isinstance(value, int | float | str | dict | None) else str(value)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hiring.settings")
    django.setup()
    json.dump(rows(), sys.stdout)
