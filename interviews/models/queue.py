"""The one place that puts something on the queue. A message is only a wake-up call: a kind and an id."""

from typing import Literal

from django_q.tasks import async_task

_TASKS = {
    "job": "interviews.tasks.run_job",
    "connection": "interviews.tasks.try_connection",
}


def wake(kind: Literal["job", "connection"], identifier: str) -> None:
    """Wakes a worker for a job, or for a test of the connection to the model.

    Part of the caller's transaction: a rollback takes it back."""
    async_task(_TASKS[kind], identifier)
