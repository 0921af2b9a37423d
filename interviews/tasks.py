"""What a worker is called with: an id and nothing else."""

from interviews.notify import outbox
from interviews.pipeline import connection, runner


def run_job(identifier: str) -> None:
    """Works on a job until it has ended."""
    runner.run(identifier)


def try_connection(identifier: str) -> None:
    """Tries out the language model."""
    connection.try_out(identifier)


def send_deliveries(job: str) -> None:
    """Sends what waits for a job's notification URL, in order."""
    outbox.send_waiting(job)
