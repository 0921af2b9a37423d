"""The scorecard workbook: what stands in it, and that LibreOffice computes the score that the plan asks for."""

import csv
import io
import re
import subprocess
import sys
import zipfile
from datetime import date

import pytest

from interviews.drafts import PlannedSkill
from interviews.exports import Facts, export
from tests import samples
from tests.exports.plans import hostile
from tests.office import ALL_SHEETS, convert


def plan():
    """Three skills that are asked for, the first twice, and one that is not."""
    skills = [("Receiving", "must_have", 50, 2), ("Counting", "must_have", 30, 1), ("SAP", "nice_to_have", 15, 1)]
    made = [
        PlannedSkill(name=name, importance=importance, weight=weight, questions=[samples.question("What?")] * count)
        for name, importance, weight, count in skills
    ]
    return samples.plan(skills=[*made, PlannedSkill(name="Driving", importance="nice_to_have", weight=5)])


# The rows of the questions, in the order of the plan.
SCORECARD, CANDIDATES = (9, 10, 12, 14), (11, 12, 14, 16)
FILLED: dict[str, list[int | str | None]] = {
    "empty": [None, None, None, None],
    "good": [4, 5, 3, 4],
    "parts": ["not asked", 4, "not enough evidence", 2],
    "low": [1, 2, 5, 5],
    "none": ["not asked", "not asked", "not enough evidence", "not asked"],
    "on-the-line": [3, 3, 3, 3],
}


def by_hand(ratings):
    """The score and the must-haves under 2, computed as the plan says and not as the workbook does."""
    grouped = [(50, True, ratings[:2]), (30, True, ratings[2:3]), (15, False, ratings[3:])]
    rated = [
        (weight, is_must, sum(given) / len(given))
        for weight, is_must, ratings_of in grouped
        if (given := [rating for rating in ratings_of if isinstance(rating, int)])
    ]
    total = sum(weight for weight, _, _ in rated)
    score = round(2 * sum(weight * rating for weight, _, rating in rated) / total, 2) if total else None
    return score, str(sum(is_must and rating < 2 for _, is_must, rating in rated))


def fill(content: bytes, cells: dict[str, dict[str, int | str | None]]) -> bytes:
    """The workbook with ratings entered, and without what its formulas gave before."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for cell, value in cells.get(name, {}).items():
                if value is not None:
                    kind = "" if isinstance(value, int) else ' t="inlineStr"'
                    entered = f"<v>{value}</v>" if isinstance(value, int) else f"<is><t>{value}</t></is>"
                    text, count = re.subn(rf'(<c r="{cell}" s="\d+")/>', rf"\1{kind}>{entered}</c>", text)
                    assert count == 1, cell
            new.writestr(name, re.sub(r"(</f>)<v>.*?</v>", r"\1", text))
    return out.getvalue()


def sheet(folder, name):
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_libreoffice_computes_the_score_of_the_plan(tmp_path):
    """One start of LibreOffice for all."""
    content = export("xlsx", plan(), Facts())
    columns = "DEFGHI"
    side_by_side = {
        f"{column}{row}": rating
        for column, ratings in zip(columns, FILLED.values(), strict=True)
        for row, rating in zip(CANDIDATES, ratings, strict=True)
    }
    files = []
    for name, ratings in FILLED.items():
        one = {f"H{row}": rating for row, rating in zip(SCORECARD, ratings, strict=True)}
        filled = fill(content, {"xl/worksheets/sheet1.xml": one, "xl/worksheets/sheet2.xml": side_by_side})
        files.append(tmp_path / f"{name}.xlsx")
        files[-1].write_bytes(filled)
    harm = tmp_path / "harm.xlsx"
    harm.write_bytes(export("xlsx", hostile(), Facts()))
    convert(tmp_path, ALL_SHEETS, *files, harm)

    compared = sheet(tmp_path, "good-Candidates.csv")
    for place, (name, ratings) in enumerate(FILLED.items()):
        score, flagged = by_hand(ratings)
        rated = str(sum(isinstance(rating, int) for rating in ratings))
        shown = "" if score is None else f"{score:g}"
        rows = sheet(tmp_path, f"{name}-Scorecard.csv")
        assert [rows[row][7] for row in (2, 3, 4)] == [shown, flagged, rated], name
        assert [compared[row][3 + place] for row in (3, 5, 6)] == [shown, flagged, rated], name
        verdict = (
            "No rating yet"
            if score is None
            else "At or above the cutoff of 6"
            if score >= 6
            else "Below the cutoff of 6: discuss"
        )
        assert (rows[2][8], compared[4][3 + place]) == (verdict, verdict)
        assert (rows[7][8] != "") == (name == "low")
    assert sheet(tmp_path, "harm-Scorecard.csv")[0][0] == '=cmd|"/c calc"!A1'
    assert "#" not in (tmp_path / "harm-Scorecard.csv").read_text().replace("# Not", "")


def test_formulas_carry_the_value_of_an_empty_scorecard():
    with zipfile.ZipFile(io.BytesIO(export("xlsx", plan(), Facts()))) as book:
        first = book.read("xl/worksheets/sheet1.xml").decode()
    formulas = re.findall(r"<c r=\"(\w+)\"[^>]*><f>.*?</f><v>(.*?)</v>", first)
    assert dict(formulas)["I3"] == "No rating yet"
    assert dict(formulas)["H4"] == "0"
    assert first.count("<f>") == len(formulas)


def test_no_text_of_a_plan_is_a_formula():
    with zipfile.ZipFile(io.BytesIO(export("xlsx", hostile(), Facts(team="=1+1")))) as book:
        assert book.testzip() is None
        sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        strings = book.read("xl/sharedStrings.xml").decode()
    for formula in re.findall(r"<f>(.*?)</f>", "".join(sheets)):
        assert "HYPERLINK" not in formula
        assert "cmd" not in formula
    assert "=HYPERLINK(" in strings
    assert "\x0b" not in strings
    assert "\ufffe" not in strings
    assert "sheetProtection" not in "".join(sheets)


def test_the_same_plan_gives_the_same_bytes():
    facts = Facts(version=2, exported_on=date(2026, 3, 1))
    assert export("xlsx", plan(), facts) == export("xlsx", plan(), facts)


@pytest.mark.parametrize("skills", [[], [PlannedSkill(name="Idle", weight=100)]], ids=["no skill", "no question"])
def test_a_plan_without_questions_gives_a_workbook(skills):
    assert export("xlsx", samples.plan(skills=skills), Facts()).startswith(b"PK")


def test_the_writer_is_loaded_when_a_workbook_is_asked_for():
    program = "import sys, interviews.exports; sys.exit('xlsxwriter' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], timeout=60).returncode == 0
