"""`manage.py export` and `manage.py import`."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from interviews.exports import Facts, export
from interviews.models import Interview
from tests import samples

GOOD = export("json", samples.plan(), Facts())


class Terminal(io.TextIOWrapper):
    def isatty(self):
        return True


def run(*words, kind=io.TextIOWrapper):
    out = kind(io.BytesIO(), encoding="utf-8")
    call_command(*words, stdout=out, stderr=out)
    out.flush()
    return out.buffer.getvalue()


def test_an_interview_goes_out_and_comes_in_the_same(interview, team, tmp_path):
    assert run("export", str(interview.pk)) == GOOD
    file = tmp_path / "plan.json"
    assert run("export", str(interview.pk), "--output", str(file)) == b""
    said = run("import", str(file), "--team", team.slug).decode()
    made = Interview.objects.latest("pk")
    assert said == f"Warehouse operative is now interview {made.pk}\n"
    assert made.author == "command line"
    assert run("export", str(made.pk), "--version", "draft") == GOOD


def test_a_format_that_is_no_text_goes_to_a_file_or_a_pipe(interview):
    assert run("export", str(interview.pk), "--format", "xlsx").startswith(b"PK")
    with pytest.raises(CommandError, match="This format is no text"):
        run("export", str(interview.pk), "--format", "xlsx", kind=Terminal)
    assert run("export", str(interview.pk), kind=Terminal) == GOOD


def test_the_schema_needs_no_interview(db):
    assert json.loads(run("export", "--schema"))["title"] == "Hiring interview plan"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["999"], "There is no interview 999."),
        ([], "Name an interview by its number, or ask for --schema."),
        (["{pk}", "--version", "x"], "--version x: write draft or a number."),
        (["{pk}", "--version", "9"], r"has no version 9. Versions: 1\."),
        (["{pk}", "--output", "/nowhere/x"], "/nowhere/x cannot be written: No such file or directory."),
    ],
)
def test_what_cannot_be_exported_is_told(interview, words, told):
    with pytest.raises(CommandError, match=told):
        run("export", *(word.format(pk=interview.pk) for word in words))


def test_what_cannot_be_imported_is_told(team, tmp_path):
    file = tmp_path / "plan.json"
    file.write_bytes(GOOD.replace(b'"minutes": 5', b'"minutes": 0'))
    with pytest.raises(
        CommandError, match=r"plan.json was not imported.\nLine \d+, column 24: skill 1, question 1, minu"
    ):
        run("import", str(file), "--team", team.slug)
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        run("import", str(tmp_path / "none"), "--team", team.slug)
    with pytest.raises(CommandError, match="There is no team nowhere"):
        run("import", str(file), "--team", "nowhere")


def test_what_was_mended_is_said(team, tmp_path):
    file = tmp_path / "plan.json"
    file.write_bytes(GOOD.replace(b'"weight": 60', b'"weight": 50'))
    said = run("import", str(file), "--team", team.slug).decode()
    assert "The weights of the skills summed to 90, not to 100. They are now 67, 33." in said
