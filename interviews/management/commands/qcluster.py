"""`manage.py qcluster`: django-q2's cluster, whose workers begin with everything loaded."""

import gc
from typing import Any

from django_q.management.commands.qcluster import Command as Cluster

from interviews import tasks


class Command(Cluster):  # type: ignore[misc]
    """Loads the question library, and the language-model client where one is set up, before workers are forked.

    So they share that memory, and no worker's first job waits for it."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Loads, then runs the cluster."""
        tasks.warm_up()
        gc.freeze()
        super().handle(*args, **options)
