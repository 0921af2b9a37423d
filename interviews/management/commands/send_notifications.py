"""`manage.py send_notifications`: sends what waits in the outbox, as long as it runs."""

import signal
from types import FrameType
from typing import Any

from django.core.management import BaseCommand

from hiring.orphans import end_with_parent
from interviews.notify.outbox import Outbox


class Command(BaseCommand):
    """A process of its own beside the workers, so that no receiver ever holds up a job. Run by `manage.py up`."""

    help = "Sends the waiting notifications, and goes on until it is stopped."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Runs until SIGTERM or Ctrl-C; what is under way then is finished first."""
        end_with_parent()
        outbox = Outbox()

        def end(number: int, frame: FrameType | None) -> None:
            outbox.stop()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, end)
        outbox.run()
