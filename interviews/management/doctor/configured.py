"""Settings that contradict each other, or let in more than they should."""

import os
import stat
from pathlib import Path

from django.conf import settings

from interviews.management.doctor.findings import Finding, Findings, ok, warning, wrong

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def check_public_address() -> Findings:
    """HIRING_URL and the proxy."""
    url = settings.PUBLIC_URL
    if url is None and settings.BEHIND_PROXY:
        yield wrong(
            "settings",
            "HIRING_BEHIND_PROXY is on, but HIRING_URL is not set: links, cookies and forms do not fit the address.",
            "Set HIRING_URL to the address that people open, such as https://hiring.example.org.",
        )
    elif url is not None and url.scheme == "http" and url.hostname not in LOOPBACK:
        yield warning(
            "settings",
            "HIRING_URL begins with http: passwords and keys cross the network in the clear.",
            "Put a proxy with a certificate in front and set HIRING_URL to its https address.",
        )
    elif url is not None and url.scheme == "https" and not settings.BEHIND_PROXY:
        yield warning(
            "settings",
            "HIRING_URL is an https address, but HIRING_BEHIND_PROXY is off, and `up` itself speaks http only.",
            "Set HIRING_BEHIND_PROXY=1 if a proxy speaks https for it.",
        )
    else:
        yield ok(
            "settings",
            "the public address and the proxy fit together" if url else "no public address: this machine only",
        )


def check_notifications() -> Findings:
    """Where notifications may go."""
    wide = [str(network) for network in settings.NOTIFY_ALLOW if network.prefixlen == 0]
    if wide:
        yield warning(
            "settings",
            f"HIRING_NOTIFY_ALLOW holds {' and '.join(wide)}: whoever has a key reaches all your machines.",
            "Name only the networks of your receivers, such as 10.20.0.0/16.",
        )
    else:
        yield ok("settings", "notifications reach public addresses and the networks that are named")


def check_folder() -> Findings:
    """The data folder can be written; before the first start, the folder that it will stand in."""
    folder: Path = settings.DATA_DIR
    place = next(path for path in (folder, *folder.parents) if path.exists())
    if not os.access(place, os.W_OK | os.X_OK):
        yield wrong(
            "data folder",
            f"{place} cannot be written by this user.",
            "Give it to the user that runs the product, or set HIRING_DATA_DIR to a folder that can be written.",
        )
    elif place != folder:
        yield ok("data folder", f"{folder} does not exist yet; `manage.py up` makes it")
    else:
        yield ok("data folder", f"{folder} can be written")


def check_secret_key() -> Findings:
    """The file of the secret key is its owner's alone."""
    if os.environ.get("HIRING_SECRET_KEY", "").strip():
        yield ok("secret key", "set by HIRING_SECRET_KEY")
        return
    path = settings.DATA_DIR / "secret_key"
    try:
        yield _permissions(path, stat.S_IMODE(path.stat().st_mode))
    except FileNotFoundError:
        yield ok("secret key", "not made yet; `manage.py up` makes it")
    except PermissionError:
        yield wrong("secret key", f"{path} cannot be looked at.", "Run this as the user that runs the product.")


def _permissions(path: Path, mode: int) -> Finding:
    if mode & 0o077:
        return wrong(
            "secret key",
            f"others may read or write {path} (mode {mode:04o}): whoever reads it can sign in as anybody.",
            f"Run chmod 600 {path}, and make a new key by deleting it if strangers use this machine.",
        )
    if not os.access(path, os.R_OK):
        return wrong("secret key", f"{path} cannot be read.", "Run this as the user that runs the product.")
    return ok("secret key", "readable by its owner alone")
