"""What the log says of an exception: its type, where it happened, and its words where they are known to be harmless.

Messages may quote what people typed: pydantic prints the input, psycopg values, requests addresses. So the message is
told of the types in TOLD alone, its first line only (PostgreSQL puts values into the next), and of OSError what the
system says. Frames are file, line and function; never a line of source or a value."""

import re
import sysconfig
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TOLD = frozenset(
    {
        "builtins.ImportError",
        "builtins.NameError",
        "django.core.exceptions.ImproperlyConfigured",
        "django.db.utils.IntegrityError",
        "django.db.utils.InterfaceError",
        "django.db.utils.OperationalError",
        "psycopg.IntegrityError",
        "psycopg.InterfaceError",
        "psycopg.OperationalError",
        "psycopg.errors.UndefinedColumn",
        "psycopg.errors.UndefinedTable",
        "sqlite3.IntegrityError",
        "sqlite3.InterfaceError",
        "sqlite3.OperationalError",
    }
)
# Who else derives from OSError says more than the system: requests puts the whole address into it.
SYSTEM = frozenset({"builtins", "socket", "ssl"})
MOST_LETTERS, MOST_FRAMES, MOST_LINKS, MOST_MEMBERS = 300, 30, 8, 5

Account = dict[str, Any]
_ROOT = f"{Path(__file__).resolve().parent.parent}/"
_LIBRARY = f"{sysconfig.get_paths()['stdlib']}/"
_PACKAGES = re.compile(r".*/(?:site|dist)-packages/")


def account(error: BaseException) -> Account:
    """`type`, `message` where it may be told, `frames` ("file:line function", innermost last), and in the same form
    `cause` and the `members` of a group. Bounded, whatever points at what."""
    return _account(error, set())


def _account(error: BaseException, seen: set[int]) -> Account:
    seen.add(id(error))
    told: Account = {"type": _name(type(error))}
    message = _message(error)
    if message:
        told["message"] = message
    told["frames"] = list(_frames(error))
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None and id(cause) not in seen and len(seen) < MOST_LINKS:
        told["cause"] = _account(cause, seen)
    if isinstance(error, BaseExceptionGroup):
        fresh = [member for member in error.exceptions[:MOST_MEMBERS] if id(member) not in seen]
        told["members"] = [_account(member, seen) for member in fresh if len(seen) < MOST_LINKS + MOST_MEMBERS]
    return told


def lines(told: Account, indent: str = "    ") -> Iterator[str]:
    """An account as lines for people."""
    yield f"{indent}{told['type']}{': ' if 'message' in told else ''}{told.get('message', '')}"
    yield from (f"{indent}  at {frame}" for frame in told["frames"])
    if "cause" in told:
        yield f"{indent}  because of"
        yield from lines(told["cause"], indent + "  ")
    for member in told.get("members", []):
        yield f"{indent}  with"
        yield from lines(member, indent + "  ")


def _name(kind: type) -> str:
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _message(error: BaseException) -> str:
    if isinstance(error, OSError) and type(error).__module__ in SYSTEM:
        where = f": {error.filename}" if isinstance(error.filename, str) else ""
        return f"{error.strerror}{where}"[:MOST_LETTERS] if error.strerror else ""
    if any(f"{kind.__module__}.{kind.__qualname__}" in TOLD for kind in type(error).__mro__):
        return next(iter(str(error).splitlines()), "")[:MOST_LETTERS]
    return ""


def _frames(error: BaseException) -> Iterator[str]:
    """The outermost few and the innermost, where there are too many."""
    found = [(frame.f_code, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    if len(found) > MOST_FRAMES:
        found = found[:5] + found[5 - MOST_FRAMES :]
    for code, line in found:
        yield f"{_short(code.co_filename)}:{line} {code.co_name}"


def _short(path: str) -> str:
    return _PACKAGES.sub("", path).removeprefix(_ROOT).removeprefix(_LIBRARY)
