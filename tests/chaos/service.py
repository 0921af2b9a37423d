"""Keeps `manage.py up` running as systemd does with `Restart=always`, and finds every process that came of it."""

import secrets
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.product import ROOT, free_port

MARK = "CHAOS_RUN"
RESTART_SECONDS = 1.0
STOP_SECONDS = 60.0


@dataclass(frozen=True)
class End:
    """An end of `up` itself: seconds since 1970, and its exit code (minus the signal's number)."""

    at: float
    code: int


class Service:
    """`manage.py up`, started again whenever it ends. Its processes bear a mark in their environment."""

    def __init__(self, folder: Path, environment: dict[str, str], *words: str) -> None:
        self.port, self.log, self.ends = free_port(), folder / "up.log", list[End]()
        self.url = f"http://127.0.0.1:{self.port}"
        self._mark = secrets.token_hex(16)
        self._command = [sys.executable, str(ROOT / "manage.py"), "up", "--port", str(self.port), *words]
        self._environment = environment | {MARK: self._mark}
        self._stopping = threading.Event()
        self._process = self._start()
        self._keeper = threading.Thread(target=self._keep, name="systemd", daemon=True)
        self._keeper.start()

    @property
    def pid(self) -> int:
        """The process id of the `up` that runs now, or ran last."""
        return self._process.pid

    def _start(self) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as log:
            return subprocess.Popen(
                self._command,
                env=self._environment,
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def _keep(self) -> None:
        while not self._stopping.is_set():
            code = self._process.wait()
            if self._stopping.is_set():
                return
            self.ends.append(End(time.time(), code))
            if not self._stopping.wait(RESTART_SECONDS):
                self._process = self._start()

    def stop(self) -> int | None:
        """Ends `up` as Ctrl-C does; its exit code, None when it does not end."""
        self._stopping.set()
        self._keeper.join(RESTART_SECONDS)
        with suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGINT)
        try:
            code = self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            return None
        self._keeper.join()
        return code

    def alive(self) -> list[psutil.Process]:
        """Every process that bears the mark and is not merely waiting to be reaped."""
        return [process for process in psutil.process_iter() if self._is_ours(process)]

    def _is_ours(self, process: psutil.Process) -> bool:
        with suppress(psutil.Error, OSError):
            return process.environ().get(MARK) == self._mark and process.status() != psutil.STATUS_ZOMBIE
        return False

    def end(self) -> None:
        """Kills whatever is left, by its mark."""
        self._stopping.set()
        while left := self.alive():
            for process in left:
                with suppress(psutil.NoSuchProcess):
                    process.kill()
            psutil.wait_procs(left, timeout=5)
        self._process.wait()
        self._keeper.join()
