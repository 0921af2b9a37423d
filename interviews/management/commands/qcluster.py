"""`manage.py qcluster`: django-q2's cluster, whose workers begin with everything loaded."""

import gc
from typing import Any

from django.core.management import BaseCommand

from hiring.orphans import end_with_parent
from interviews import tasks
from interviews.management.supervisor import cluster


class Command(BaseCommand):
    """Loads the question library, and the language-model client where one is set up, before workers are forked.

    So they share that memory, and no worker's first job waits for it. Run by `manage.py up`."""

    help = "Runs the workers alone. `up --no-web` also watches over them."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Loads, then runs the cluster."""
        end_with_parent()
        tasks.warm_up()
        gc.freeze()
        cluster.run()
