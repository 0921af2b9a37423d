"""Disk and memory of this machine, or of its container."""

import os
import shutil
from pathlib import Path

from django.conf import settings

from interviews.management.doctor.findings import Findings, ok, warning, wrong

LITTLE, TOO_LITTLE = 1_000_000_000, 100_000_000
# What a worker takes, the memory shared with the others included.
WORKER_BYTES = 150_000_000
LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))


def check_disk() -> Findings:
    """Room where the data folder is, or will be."""
    folder: Path = settings.DATA_DIR
    place = next(path for path in (folder, *folder.parents) if path.exists())
    free = shutil.disk_usage(place).free
    mend = f"Make room on the disk of {place}, or set HIRING_DATA_DIR to a larger one."
    if free < TOO_LITTLE:
        yield wrong("disk", f"only {free // 1_000_000} MB are free.", mend)
    elif free < LITTLE:
        yield warning("disk", f"only {free // 1_000_000} MB are free.", mend)
    else:
        yield ok("disk", f"{free / 1e9:.1f} GB are free")


def check_memory() -> Findings:
    """Room for the workers."""
    workers, has = settings.Q_CLUSTER["workers"], memory()
    needed = workers * WORKER_BYTES
    if needed > has:
        fit = max(1, has // WORKER_BYTES)
        yield warning(
            "memory",
            f"{workers} workers may take {needed // 1_000_000} MB, and there are {has // 1_000_000} MB.",
            f"Set HIRING_WORKERS to {fit}, or give this machine or container more memory.",
        )
    else:
        yield ok("memory", f"{has / 1e9:.1f} GB for {workers} workers")


def memory() -> int:
    """Bytes: the container's limit, or what the machine has."""
    machine = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    limits = [limit for limit in map(_limit, LIMITS) if limit]
    return min([machine, *limits])


def _limit(path: Path) -> int:
    try:
        said = path.read_text().strip()
    except OSError:
        return 0
    return int(said) if said.isdigit() else 0
