"""LibreOffice, as people have it: converts files, several in one start.

`HIRING_TEST_OFFICE` names its program; without it the one on PATH is taken, and where there is none tests skip."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

# Every sheet in a file of its own: comma, quotation mark, UTF-8, from the first line; as shown; -1 is all sheets.
ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def convert(folder: Path, to: str, *files: Path) -> None:
    """Converts files into `folder`, with a profile of its own there. Fails when LibreOffice does or says anything."""
    named = os.environ.get("HIRING_TEST_OFFICE")
    program = shutil.which(named or "soffice")
    if program is None:
        if named:
            pytest.fail(f"HIRING_TEST_OFFICE names {named}, which is no program here.")
        pytest.skip("needs LibreOffice: soffice on PATH, or HIRING_TEST_OFFICE")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    done = subprocess.run(
        [program, profile, "--headless", "--convert-to", to, "--outdir", str(folder), *map(str, files)],
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert (done.returncode, "rror" in done.stderr) == (0, False), done.stderr
