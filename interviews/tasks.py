"""What a worker is called with: an id and nothing else."""

from django.conf import settings

from interviews import engines
from interviews.pipeline import connection, runner


def warm_up() -> None:
    """Loads what tasks need before workers are forked, so that they share it and no first job waits for it."""
    engines.warm_up(language_model=settings.LANGUAGE_MODEL.configured)


def run_job(identifier: str) -> None:
    """Works on a job until it has ended."""
    runner.run(identifier)


def try_connection(identifier: str) -> None:
    """Tries out the language model."""
    connection.try_out(identifier)
