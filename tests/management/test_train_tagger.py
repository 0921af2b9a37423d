"""The tagger is trained on the command line."""

import json
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


UNMARKED = {"idx": 1, "source": "own", "tokens": ["Hello", "."], "tags_skill": ["O", "O"], "tags_knowledge": ["O", "O"]}
REFUSED = {
    "empty": (b"", r"bad\.json is empty: there is no sentence in it\."),
    "no lines of JSON": (
        b"Python O B-Knowledge\n",
        r"bad\.json is no SkillSpan data: a line needs idx, source, tokens",
    ),
    "no text": (b"\xff\xfe\x00", r"bad\.json is no SkillSpan data"),
    "cut off": (json.dumps(UNMARKED).encode()[:-9], r"bad\.json is no SkillSpan data"),
    "nothing marked": (json.dumps(UNMARKED).encode(), r"bad\.json marks no knowledge and no skill"),
}


@pytest.mark.parametrize("place", ["train", "dev"])
@pytest.mark.parametrize(("content", "message"), REFUSED.values(), ids=REFUSED)
def test_it_refuses_a_file_without_data_and_keeps_the_old_model(tmp_path, content, message, place):
    good, bad, model = tagged.write(tmp_path / "own.json"), tmp_path / "bad.json", tmp_path / "model"
    bad.write_bytes(content)
    model.write_bytes(b"the old model")
    with pytest.raises(CommandError, match=message):
        run(**({"train": str(good), "dev": str(good), "out": str(model)} | {place: str(bad)}))
    assert model.read_bytes() == b"the old model"


def test_it_refuses_an_empty_file_without_a_traceback(tmp_path):
    empty = tmp_path / "empty.json"
    empty.touch()
    files = ("--train", str(empty), "--dev", str(empty), "--out", str(tmp_path / "model"))
    done = manage(tmp_path / "no-data", "train_tagger", *files)
    assert (done.returncode, done.stderr) == (2, f"CommandError: {empty} is empty: there is no sentence in it.\n")
    assert not (tmp_path / "model").exists()


def test_it_replaces_the_old_model_in_one_step_and_leaves_nothing_beside_it(tmp_path):
    data, folder = str(tagged.write(tmp_path / "own.json")), tmp_path / "models"
    folder.mkdir()
    model, kept = folder / "model", folder / "kept"
    model.write_bytes(b"the old model")
    kept.hardlink_to(model)
    run(train=data, dev=data, out=str(model))
    assert kept.read_bytes() == b"the old model"
    assert model.read_bytes() != b"the old model"
    assert sorted(path.name for path in folder.iterdir()) == ["kept", "model"]


def test_it_says_when_the_model_cannot_be_written(tmp_path):
    data, folder = str(tagged.write(tmp_path / "own.json")), tmp_path / "models"
    (folder / "model").mkdir(parents=True)
    with pytest.raises(CommandError, match=r"The model cannot be written to .*model: Is a directory\."):
        run(train=data, dev=data, out=str(folder / "model"))
    assert [path.name for path in folder.iterdir()] == ["model"]
