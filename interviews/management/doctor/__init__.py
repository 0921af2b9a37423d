"""What `manage.py doctor` looks at, in order. A check is a function that yields findings: add it to `examined`."""

from django.conf import settings

from interviews.management.doctor.clock import check_clock
from interviews.management.doctor.configured import (
    check_folder,
    check_notifications,
    check_public_address,
    check_secret_key,
)
from interviews.management.doctor.database import check_database
from interviews.management.doctor.findings import Finding, Findings
from interviews.management.doctor.machine import check_disk, check_memory
from interviews.management.doctor.model import check_model
from interviews.management.doctor.queue import check_queue
from interviews.management.doctor.variables import check_variables

__all__ = ["Finding", "examined"]


def examined(*, network: bool) -> Findings:
    """Every finding, as it is found. Without `network` the model server is not asked."""
    for check in (check_variables, check_public_address, check_notifications, check_folder, check_secret_key):
        yield from check()
    yield from check_database()
    yield from check_queue()
    model = list(check_model(network))
    yield from model
    yield from check_disk()
    yield from check_memory()
    answered = network and settings.LANGUAGE_MODEL.configured and all(one.level == "ok" for one in model)
    yield from check_clock(ask_model=answered)
