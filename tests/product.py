"""The product in a process of its own, as a person starts it: `manage.py up`, its output, its processes, its end."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import requests

ROOT = Path(__file__).resolve().parents[1]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def gone(processes: list[psutil.Process]) -> bool:
    """Whether all of them have ended."""
    return not [one for one in processes if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]


def manage(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs one management command to its end, with a data folder and environment of its own."""
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *words],
        env=_environment(folder, environment),
        capture_output=True,
        text=True,
        timeout=300,
        cwd=folder if folder.is_dir() else ROOT,
    )


def _environment(folder: Path, more: dict[str, str]) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("HIRING_", "OPENAI_", "DATABASE_"))
    }
    return kept | {"HIRING_DATA_DIR": str(folder), "PYTHONUNBUFFERED": "1"} | more


class Product:
    """A running product. `lines` is what it has printed so far."""

    def __init__(self, folder: Path, *words: str, **environment: str) -> None:
        self.folder, self.port, self.environment = folder, free_port(), environment
        self.url = f"http://127.0.0.1:{self.port}"
        self.lines: list[str] = []
        self._process = subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), "up", "--port", str(self.port), *words],
            env=_environment(folder, environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.parent = psutil.Process(self._process.pid)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.lines.append(line.rstrip())

    def wait_until_served(self, seconds: float = 180) -> None:
        """Waits until the sign-in page answers."""
        self.wait_for(lambda: self._answers(), seconds)

    def _answers(self) -> bool:
        assert self._process.poll() is None, "\n".join(self.lines)
        try:
            return requests.get(self.url + "/accounts/login/", timeout=5).status_code == 200
        except requests.RequestException:
            return False

    def wait_for(self, happened, seconds: float = 120) -> None:
        """Waits until something is so; fails with what the product printed."""
        deadline = time.monotonic() + seconds
        while not happened():
            assert time.monotonic() < deadline, "\n".join(self.lines)
            time.sleep(0.1)

    @property
    def first_run_link(self) -> str:
        """The address of the first-run page that was printed."""
        found = re.search(r"http\S+/first-run/\S+/", "\n".join(self.lines))
        assert found, "\n".join(self.lines)
        return found.group(0)

    def manage(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A management command beside the running product."""
        return manage(self.folder, *words, **self.environment)

    def descendants(self) -> list[psutil.Process]:
        """Every process below `up`."""
        return self.parent.children(recursive=True)

    def send(self, number: signal.Signals) -> None:
        """Sends a signal to `up` only."""
        self._process.send_signal(number)

    def wait(self, seconds: float = 40) -> int:
        """Waits for the end of `up`."""
        code = self._process.wait(seconds)
        self._reader.join(5)
        if self._process.stdout is not None:
            self._process.stdout.close()
        return code

    def stop(self) -> int:
        """Ends the product as Ctrl-C does."""
        if self._process.poll() is None:
            self.send(signal.SIGINT)
        return self.wait()


@contextmanager
def product(folder: Path, *words: str, **environment: str) -> Iterator[Product]:
    """A product that runs as long as the block."""
    running = Product(folder, *words, **environment)
    try:
        yield running
    finally:
        left = running.descendants() if running.parent.is_running() else []
        running.stop()
        _, alive = psutil.wait_procs(left, timeout=10)
        for process in alive:
            process.kill()
