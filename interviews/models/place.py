"""Where a process runs, as the owner of a lease says it: `HOST/RUN/PID/RANDOM`.

HOST is this machine (on Linux also its space of process ids, so that two containers of one name are told apart), RUN
the `manage.py up` that started the process. So a machine can tell which of its own owners have died."""

import os
import platform
import uuid
from contextlib import suppress

RUN_VARIABLE = "HIRING_RUN"


def _host() -> str:
    name = platform.node().replace("/", "-")[:40]
    with suppress(OSError):
        return f"{name}:{os.stat('/proc/self/ns/pid').st_ino}"
    return name


HOST = _host()


def machine_name(host: str) -> str:
    """The name of a machine as people know it, without its space of process ids."""
    return host.split(":")[0]


def run_of_this() -> str:
    """The `up` that this process belongs to: its prefix in the owners of leases."""
    return f"{HOST}/{os.environ.get(RUN_VARIABLE) or '-'}"


def new_owner() -> str:
    """A name for one attempt of this process at a piece of work."""
    return f"{run_of_this()}/{os.getpid()}/{uuid.uuid4().hex}"


def is_dead(owner: str) -> bool:
    """Whether an owner was a process of this machine that is no more; False for all that cannot be told from here."""
    parts = owner.split("/")
    if len(parts) != 4 or parts[0] != HOST or not parts[2].isdigit():
        return False
    try:
        os.kill(int(parts[2]), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return _is_a_zombie(parts[2])


def _is_a_zombie(pid: str) -> bool:
    """Dead, and nobody has asked for its exit code yet; told on Linux only."""
    with suppress(OSError, IndexError), open(f"/proc/{pid}/stat") as file:
        return file.read().rpartition(")")[2].split()[0] in "ZX"
    return False
