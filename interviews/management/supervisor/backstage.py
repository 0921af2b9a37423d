"""What `manage.py up` does with the database, beside its main thread: a database that hangs holds up no signal."""

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue

from django.db import DatabaseError, InterfaceError, connection

logger = logging.getLogger("hiring.up")


class Backstage:
    """Does one thing at a time, in a thread with a database connection of its own."""

    def __init__(self) -> None:
        self._asked: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self._free = threading.Event()
        self._free.set()
        threading.Thread(target=self._work, name="backstage", daemon=True).start()

    def ask(self, act: Callable[[], object]) -> bool:
        """Has something done, unless the last thing is still under way: then it is not asked for, and False."""
        if not self._free.is_set():
            return False
        self._free.clear()
        self._asked.put(act)
        return True

    def finish(self, act: Callable[[], object], seconds: float) -> bool:
        """Has a last thing done after what is under way, and waits so long for each. False when it is late."""
        return self._free.wait(seconds) and self.ask(act) and self._free.wait(seconds)

    def _work(self) -> None:
        while True:
            act = self._asked.get()
            try:
                act()
            except (DatabaseError, InterfaceError) as error:
                logger.warning("the database did not answer (%s); trying again", type(error).__name__)
                connection.close()
            except Exception:
                logger.exception("something failed that nobody expected; trying again")
                connection.close()
            finally:
                self._free.set()
