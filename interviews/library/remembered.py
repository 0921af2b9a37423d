"""What was parsed out of files, kept beside Python's bytecode: parsing the library takes most of the time of loading
it."""

import hashlib
import os
import tempfile
from collections.abc import Sequence
from importlib.util import cache_from_source
from pathlib import Path


def recall(paths: Sequence[Path]) -> bytes | None:
    """What was kept for exactly these files as they are now, None if nothing was."""
    try:
        return _place(paths).read_bytes()
    except OSError:
        return None


def remember(paths: Sequence[Path], content: bytes) -> None:
    """Keeps `content` for these files, and drops what was kept for their earlier states. A folder that cannot be
    written is no error: then they are parsed each time."""
    place = _place(paths)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as file:
            file.write(content)
        os.replace(file.name, place)
        for old in place.parent.glob(f"{place.name.split('-')[0]}-*"):
            if old != place:
                old.unlink(missing_ok=True)
    except OSError:
        return


def _place(paths: Sequence[Path]) -> Path:
    states = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in paths]
    code = Path(__file__).with_name("shelf.py").stat().st_mtime_ns
    stamp = hashlib.sha256(repr((states, code)).encode()).hexdigest()[:16]
    folder = Path(cache_from_source(str(paths[0]))).parent
    return folder / f"{paths[0].parent.name}-{stamp}.json"
