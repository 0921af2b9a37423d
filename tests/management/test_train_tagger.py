"""The tagger is trained on the command line."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.engines.library import tagged
from tests.product import manage


def run(**options) -> str:
    out = StringIO()
    call_command("train_tagger", stdout=out, **options)
    return out.getvalue()


def test_it_trains_the_same_model_in_another_process_and_prints_what_it_measured(tmp_path):
    data = str(tagged.write(tmp_path / "own.json"))
    here, there = tmp_path / "here.crfsuite", tmp_path / "there.crfsuite"
    printed = run(train=data, dev=data, out=str(here))
    done = manage(tmp_path / "no-data", "train_tagger", "--train", data, "--dev", data, "--out", str(there))
    assert (done.returncode, done.stderr) == (0, "")
    assert here.read_bytes() == there.read_bytes()
    lines = printed.splitlines()
    assert lines[0] == f"here.crfsuite: {here.stat().st_size} bytes from 4 postings."
    assert lines[1] == "| measured | precision | recall | F1 | found | marked |"
    assert lines[3] == "| knowledge spans, exact | 1.000 | 1.000 | 1.000 | 20 | 20 |"


def test_it_says_which_file_cannot_be_read(tmp_path):
    with pytest.raises(CommandError, match=r"/nowhere cannot be read: No such file or directory\."):
        run(train="/nowhere", dev="/nowhere", out=str(tmp_path / "x"))


def test_it_says_where_the_model_cannot_go(tmp_path):
    data = str(tagged.write(tmp_path / "own.json"))
    with pytest.raises(CommandError, match="The folder /nowhere does not exist"):
        run(train=data, dev=data, out="/nowhere/model")
