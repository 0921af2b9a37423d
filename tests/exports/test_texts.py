"""Markdown, CSV and text for applicant systems: readable, and harmless whatever a plan says."""

import csv
import io

import pytest

from interviews.exports import FORMATS, Facts, export
from interviews.exports.grid import Grid
from interviews.exports.kit_making import kit
from interviews.exports.markdown import escaped, escaped_lines, markdown
from interviews.exports.tables import cell
from interviews.exports.words import file_name
from tests import samples
from tests.exports.plans import FORMULAS, hostile, whole


# Files of Word and PDF carry the moment they were made.
@pytest.mark.parametrize("name", [name for name in FORMATS if "docx" not in name and name != "pdf"])
@pytest.mark.parametrize("plan", [samples.plan, whole, hostile], ids=lambda made: made.__name__)
def test_every_format_writes_every_plan_the_same_each_time(name, plan):
    facts = Facts(identifier=3, version=2, status="published", team="Harbour & Co.")
    assert export(name, plan(), facts) == export(name, plan(), facts)


def test_markdown_holds_the_plan_and_its_description():
    text = markdown(whole(), Facts(version=3, status="draft", team="Harbour"))
    assert text.startswith(
        "# Lagermitarbeiter – مستودع 🚚\n\nMid level, 10 minutes of questions in 30 minutes. Version 3"
    )
    for part in (
        "## Receiving goods (must have, 60 %)",
        "### 1. A trailer arrives two pallets short",
        "- What did you do next? (ask everybody)",
        "- **3:** Counts, writes the difference on the note",
        "## What the hiring manager knows",
        "## Job description\n\nHarbour Logistics runs a cross-dock warehouse",
        "\\- Load and unload trailers with a counterbalance forklift\\\n\\- Check delivery notes",
        "The cutoff is 6.5 of 10, a mean rating of 3.25",
    ):
        assert part in text


def test_a_question_has_the_same_number_in_every_file():
    plan = samples.plan()
    second = plan.skills[1].questions[0].prompt
    assert f"### 2. {second}" in markdown(plan)
    for name in ("csv", "scorecard-csv"):
        rows = list(csv.reader(io.StringIO(export(name, plan, Facts()).decode("utf-8-sig"))))
        assert [row[0] for row in rows] == ["number", "1", "2"]
    assert f"2. {second}" in export("ashby", plan, Facts()).decode()
    assert [(number, question.prompt) for _row, number, question in Grid(plan, first=7, weights=2).rows()][1] == (
        2,
        second,
    )
    assert [sheet.heading for skill in kit(plan, Facts()).skills for sheet in skill.questions][1] == "Question 2 of 2"


def test_nobody_is_told_how_the_engine_filled_a_question():
    plan = samples.plan()
    plan.skills[0].questions[0].source.note = "Filled with: the racking"
    assert "Filled with" not in markdown(plan)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>*x*</b> [a](b) `c`", "\\<b\\>\\*x\\*\\</b\\> \\[a\\](b) \\`c\\`"),
        ("# x", "\\# x"),
        ("- x", "\\- x"),
        ("1. x", "1\\. x"),
        ("12) x", "12\\) x"),
        ("a 1. b", "a 1. b"),
        ("&lt; $5 a|b ~~c~~", "\\&lt; \\$5 a\\|b \\~\\~c\\~\\~"),
        ("a\n\n  b\tc", "a b c"),
        ("x\x0by\x1b", "x y"),
    ],
)
def test_nothing_in_a_text_is_read_as_markdown(text, shown):
    assert escaped(text) == shown


def test_lines_and_paragraphs_are_kept_and_no_indent_makes_code():
    assert escaped_lines("a\n    b\n\n\n\n# c\n") == "a\\\nb\n\n\\# c"


@pytest.mark.parametrize("text", FORMULAS)
def test_a_cell_is_never_a_formula(text):
    assert cell(text).startswith("'")
    assert cell(text)[1:].strip() == text.replace("\r", " ").strip()


@pytest.mark.parametrize("text", ["5 - 3", "a=b", "'quoted'", "", "=".join("ab")])
def test_other_cells_stay_as_they_are(text):
    assert cell(text) == text


@pytest.mark.parametrize(("name", "width"), [("csv", 19), ("scorecard-csv", 13)])
def test_csv_opens_in_a_spreadsheet(name, width):
    content = export(name, hostile(), Facts())
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == 3
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [len(row) for row in rows] == [width] * 3
    assert rows[1][:2] == ["1", "Receiving goods"]
    assert rows[1][4] == '\'=HYPERLINK("http://example.org","x")'
    assert not any(value.startswith(("=", "+", "-", "@", "＝")) for row in rows for value in row)


@pytest.mark.parametrize("system", ["greenhouse", "ashby", "lever"])
def test_text_for_applicant_systems_says_where_each_block_goes(system):
    text = export(system, whole(), Facts()).decode()
    assert text.count("Paste into: ") == text.count("=" * 72) / 2
    assert text.count("A trailer arrives two pallets short") == 2
    assert "Do not note it and do not ask about it" in text
    assert "- Receiving goods: 60 %, must have" in text


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Warehouse operative", "Warehouse operative v2.json"),
        ("Köchin / Koch: Küche", "Köchin Koch Küche v2.json"),
        ("../../etc/passwd", "etc passwd v2.json"),
        ("نجّار", "نجّار v2.json"),
        ("a\u202egpj.exe\r\n", "a gpj.exe v2.json"),
        ("CON", "interview CON v2.json"),
        ("...", "interview v2.json"),
        ("x" * 300, "x" * 80 + " v2.json"),
    ],
)
def test_a_file_has_a_name_that_every_system_takes(name, wanted):
    assert file_name(name, 2, ".json") == wanted
