"""The sheets of the scorecard workbook."""

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from interviews.drafts import PlanDraft, PlannedSkill, QuestionDraft
from interviews.exports.facts import Facts
from interviews.exports.grid import Grid, Style, choose_rating, put, set_height
from interviews.exports.words import IMPORTANCE, SCALE, cutoff_means, must_haves, number, one_line

CANDIDATES = 8

_A4 = 9
# Widths of columns, in characters.
_ASK, _LOOK, _ANCHOR, _WIDE_ASK, _PAGE = 40, 36, 26, 56, 62
_UNDER_2 = "Rated under 2: talk about it first"


def scorecard_sheet(book: Workbook, style: Style, plan: PlanDraft, facts: Facts) -> None:
    """One candidate: each question with what to look for and its anchors, a rating, notes; the score on top."""
    heads = [
        ("No.", 6), ("Skill and question", _ASK), ("Weight %", 10), ("Look for", _LOOK), ("1", _ANCHOR), ("3", _ANCHOR),
        ("5", _ANCHOR), ("Rating", 20), ("Notes: what was said", 38),
    ]  # fmt: skip
    sheet = _sheet(book, "Scorecard", [width for _, width in heads])
    grid, rating = Grid(plan, first=7, weights=2), 7
    _heading(sheet, style, plan, facts)
    for row, label in enumerate(("Candidate", "Interviewer", "Date"), 2):
        put(sheet, row, 1, label, style.label)
        sheet.merge_range(row, 2, row, 3, "", style.field)
    _results(sheet, style, grid, rating)
    for column, (head, _) in enumerate(heads):
        put(sheet, grid.first - 1, column, head, style.head)
    for row, skill in grid.bands():
        _band(sheet, style, row, skill)
        put(sheet, row, 3, IMPORTANCE[skill.importance], style.band)
        for column in (4, 5, 6):
            put(sheet, row, column, "", style.band)
        sheet.write_formula(row, rating, grid.rating(row, skill, rating), style.band_rating, "")
        sheet.write_formula(row, 8, _flag(row, rating, skill.importance == "must_have"), style.band_flag, "")
    for row, number_of, question in grid.rows():
        _question(sheet, style, row, (number_of, question.prompt))
        _guide(sheet, style, row, question)
        sheet.write_blank(row, rating, None, style.entry)
        choose_rating(sheet, row, rating)
        sheet.write_blank(row, 8, None, style.field)
    _finish(sheet, grid, len(heads))


def _guide(sheet: Worksheet, style: Style, row: int, question: QuestionDraft) -> None:
    """What to look for in the answer to a question, and its anchors for 1, 3 and 5."""
    criteria = "\n".join(f"• {one_line(criterion)}" for criterion in question.evaluation_criteria)
    anchors = {anchor.score: anchor.anchor for anchor in question.rating_scale}
    shown = [anchors.get(score, "") for score in (1, 3, 5)]
    put(sheet, row, 2, "", style.cell)
    for column, text in enumerate([criteria, *shown], 3):
        put(sheet, row, column, text, style.cell)
    sheet_texts = [(question.prompt, _ASK), (criteria, _LOOK), *((anchor, _ANCHOR) for anchor in shown)]
    set_height(sheet, row, sheet_texts)


def _results(sheet: Worksheet, style: Style, grid: Grid, rating: int) -> None:
    """The score and what it means, beside the candidate's name."""
    score, flags = xl_rowcol_to_cell(2, rating), xl_rowcol_to_cell(3, rating)
    put(sheet, 2, 6, "Score of 10", style.label)
    sheet.write_formula(2, rating, grid.score(rating), style.score, "")
    sheet.write_formula(2, 8, grid.against_cutoff(score), style.verdict, "No rating yet")
    put(sheet, 3, 6, "Must-haves under 2", style.label)
    sheet.write_formula(3, rating, grid.flagged(rating), style.count, 0)
    sheet.write_formula(3, 8, f'=IF({flags}=0,"","Talk about it first, whatever the score")', style.verdict, "")
    put(sheet, 4, 6, "Questions rated", style.label)
    sheet.write_formula(4, rating, grid.rated(rating), style.count, 0)
    put(sheet, 4, 8, f"of {len(grid.rows())}", style.verdict)
    sheet.conditional_format(3, 7, 3, 8, {"type": "formula", "criteria": "=$H$4>0", "format": style.flag})


def candidates_sheet(book: Workbook, style: Style, plan: PlanDraft, facts: Facts) -> None:
    """Several candidates side by side: the ratings on which the team agreed, and the scores."""
    sheet = _sheet(book, "Candidates", [6, _WIDE_ASK, 10, *[20] * CANDIDATES])
    grid, columns = Grid(plan, first=9, weights=2), range(3, 3 + CANDIDATES)
    _heading(sheet, style, plan, facts)
    lines = ("Candidate", "Score of 10", "Against the cutoff", "Must-haves under 2", "Questions rated")
    for row, label in enumerate(lines, 2):
        put(sheet, row, 1, label, style.label)
    set_height(sheet, 4, [("\n", _PAGE)])
    for column, head in enumerate(("No.", "Skill and question", "Weight %", *["Rating"] * CANDIDATES)):
        put(sheet, grid.first - 1, column, head, style.head)
    for row, skill in grid.bands():
        _band(sheet, style, row, skill)
    for row, number_of, question in grid.rows():
        _question(sheet, style, row, (number_of, question.prompt))
        put(sheet, row, 2, "", style.cell)
        set_height(sheet, row, [(question.prompt, _WIDE_ASK)])
    for column in columns:
        _candidate(sheet, style, grid, column)
    _finish(sheet, grid, 3 + CANDIDATES)


def _candidate(sheet: Worksheet, style: Style, grid: Grid, column: int) -> None:
    """One candidate's column: name, score and what it means on top, ratings below."""
    sheet.write_blank(2, column, None, style.entry)
    sheet.write_formula(3, column, grid.score(column), style.score, "")
    verdict = grid.against_cutoff(xl_rowcol_to_cell(3, column))
    sheet.write_formula(4, column, verdict, style.count, "No rating yet")
    sheet.write_formula(5, column, grid.flagged(column), style.count, 0)
    sheet.write_formula(6, column, grid.rated(column), style.count, 0)
    flagged = {"type": "cell", "criteria": ">", "value": 0, "format": style.flag}
    sheet.conditional_format(5, column, 5, column, flagged)
    under_2 = {"type": "cell", "criteria": "between", "minimum": 1, "maximum": 1.9999, "format": style.flag}
    for row, skill in grid.bands():
        sheet.write_formula(row, column, grid.rating(row, skill, column), style.band_rating, "")
        if skill.importance == "must_have":
            sheet.conditional_format(row, column, row, column, under_2)
    for row, _, _ in grid.rows():
        sheet.write_blank(row, column, None, style.entry)
        choose_rating(sheet, row, column)


def guide_sheet(book: Workbook, style: Style, plan: PlanDraft) -> None:
    """How to use the workbook, and what the score means."""
    sheet = _sheet(book, "How to use", [_PAGE])
    lines = [
        ("How to rate", style.title),
        *((line, style.text) for line in SCALE),
        ("What the score means", style.title),
        (cutoff_means(plan), style.text),
        (must_haves(), style.text),
        ("How to use this workbook", style.title),
        ("Scorecard is for one candidate and one interviewer: copy the sheet, or the file, for each.", style.text),
        (
            "Candidates is for comparing: enter the ratings on which the interviewers agreed, one column for each "
            "candidate. Each of them is asked the same questions in the same order.",
            style.text,
        ),
        ("Yellow cells are to be filled in. A skill's rating and the score follow by themselves.", style.text),
        ("Rate by yourself before you talk with the other interviewers.", style.text),
        (
            "Note what was said and done. Leave out whatever is protected by law, even if it was volunteered.",
            style.text,
        ),
    ]
    for row, (line, kind) in enumerate(lines):
        put(sheet, row, 0, line, kind)
        set_height(sheet, row, [(line, _PAGE)] if kind is style.text else [("\n", _PAGE)])


def _sheet(book: Workbook, name: str, widths: list[int]) -> Worksheet:
    sheet = book.add_worksheet(name)
    sheet.hide_gridlines(2)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.set_footer("&L&F&RPage &P of &N")
    return sheet


def _heading(sheet: Worksheet, style: Style, plan: PlanDraft, facts: Facts) -> None:
    put(sheet, 0, 0, plan.name, style.title)
    said = [f"version {facts.version}", facts.status, facts.team, f"cutoff {number(plan.general.cutoff)} of 10"]
    put(sheet, 1, 0, ", ".join(part for part in said if part), style.quiet)


def _band(sheet: Worksheet, style: Style, row: int, skill: PlannedSkill) -> None:
    put(sheet, row, 0, "", style.band)
    put(sheet, row, 1, skill.name, style.band)
    sheet.write_number(row, 2, skill.weight, style.band_number)


def _question(sheet: Worksheet, style: Style, row: int, asked: tuple[int, str]) -> None:
    number_of, prompt = asked
    sheet.write_number(row, 0, number_of, style.number)
    put(sheet, row, 1, prompt, style.cell)


def _flag(row: int, rating: int, is_must_have: bool) -> str:
    cell = xl_rowcol_to_cell(row, rating)
    return f'=IF(COUNTIF({cell},"<2")=0,"","{_UNDER_2}")' if is_must_have else '=""'


def _finish(sheet: Worksheet, grid: Grid, columns: int) -> None:
    """How the sheet scrolls and prints."""
    sheet.freeze_panes(grid.first, 2)
    sheet.repeat_rows(grid.first - 1)
    sheet.set_landscape()
    sheet.print_area(0, 0, max(grid.last, grid.first), columns - 1)
