"""Processes that `manage.py up` starts are asked to end when it dies, even where its guard has died with it."""

import ctypes
import os
import signal
import sys

# From linux/prctl.h: the signal that a process gets when its parent dies. It is not passed on to its own children.
PR_SET_PDEATHSIG = 1
# Set by `up` to its own process id.
PARENT_VARIABLE = "HIRING_PARENT"


def end_with_parent() -> None:
    """From now on, on Linux; elsewhere the guard alone sees to it. For the first process of each group only."""
    parent = os.environ.get(PARENT_VARIABLE, "")
    if sys.platform != "linux" or not parent:
        return
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != int(parent):
        # It died while this process was starting.
        os.kill(os.getpid(), signal.SIGTERM)
