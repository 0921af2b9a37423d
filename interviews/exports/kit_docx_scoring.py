"""The scorecard and the debrief sheet in the kit's Word file, each on one page."""

from docx.document import Document
from docx.table import Table, _Cell

from interviews.exports import word
from interviews.exports.kit import Debrief, Scorecard

# Millimetres that the rows of a page may take together, and a row at most.
_ROWS, _ROW = 150, 8.5
_DEBRIEF_ROWS, _DEBRIEF_ROW = 118, 9
_LINE = 8
_QUESTION_WIDTHS = (8.0, 83.0, *(8.0,) * 5, 16.0, 23.0)
_SKILL_WIDTHS = (62.0, 19.0, 21.0, 17.0, 23.0, 28.0)


def scorecard_page(made: Document, card: Scorecard) -> None:
    """The page to fill in alone."""
    word.say(made, card.heading, "Heading 1").paragraph_format.page_break_before = True
    word.say(made, card.lead, "Lead")
    word.blanks(made, card.blanks)
    high = min(_ROW, (_ROWS - 12) / max(1, len(card.questions) + len(card.skills)))
    if card.questions:
        word.say(made, "", "Gap")
        _questions(made, card, high)
    word.say(made, "", "Gap")
    _skills(made, card, high)
    for note in card.notes:
        word.say(made, note, "Remark")
    left = _ROWS - high * (len(card.questions) + len(card.skills))
    lines = max(1, int(left / _LINE / len(card.ends)))
    for end in card.ends:
        word.say(made, end, "Remark")
        word.ruled(made, lines)


def _questions(made: Document, card: Scorecard, high: float) -> None:
    table = word.table(made, _QUESTION_WIDTHS)
    cells = word.row(table, head=True).cells
    word.say(cells[0].merge(cells[1]), card.question_head[0], "Cell small")
    for cell, name in zip(cells[2:], card.question_head[1:], strict=True):
        word.centred(word.say(cell, name, "Cell small"))
    for question in card.questions:
        number, prompt, *boxes = _row(table, high)
        word.say(number, question.number, "Row").runs[0].bold = True
        word.say(prompt, question.name, "Row", plan=True)
        for box, label in zip(boxes, card.question_head[1:], strict=True):
            word.tick(word.centred(word.say(box, "", "Row")), f"{question.number}: {label}")


def _skills(made: Document, card: Scorecard, high: float) -> None:
    table = word.table(made, _SKILL_WIDTHS)
    for number, (cell, name) in enumerate(zip(word.row(table, head=True).cells, card.skill_head, strict=True)):
        said = word.say(cell, name, "Cell small")
        if number > 1:
            word.centred(said)
    for skill in card.skills:
        cells = _row(table, high)
        word.say(cells[0], skill.name, "Row", plan=True)
        word.say(cells[1], skill.note, "Row")
        for filled, text in zip(cells[2:4], (skill.number, skill.weight), strict=True):
            word.centred(word.say(filled, text, "Row"))
    cells = _row(table, 8)
    word.say(cells[0].merge(cells[2]), card.total, "Row")
    word.say(cells[3], card.sums[0], "Row")
    word.say(cells[5], card.sums[1], "Row")
    cells = _row(table, 9)
    word.say(cells[0].merge(cells[4]), card.formula, "Cell").runs[0].bold = True
    word.framed(cells[5])


def _row(table: Table, high: float) -> tuple[_Cell, ...]:
    row = word.row(table, high=high)
    word.in_the_middle(row)
    return row.cells


def debrief_page(made: Document, sheet: Debrief) -> None:
    """The page to fill in together."""
    word.say(made, sheet.heading, "Heading 1").paragraph_format.page_break_before = True
    word.say(made, sheet.lead, "Lead")
    word.numbered(made, sheet.rules)
    word.blanks(made, sheet.blanks)
    word.say(made, "", "Gap")
    rows = len(sheet.rows) + len(sheet.ends)
    high = min(_DEBRIEF_ROW, _DEBRIEF_ROWS / max(1, rows))
    _everyone(made, sheet, high)
    first, *middle, last = sheet.decision
    word.say(made, first, "Remark")
    word.ruled(made, 1)
    left = _DEBRIEF_ROWS - high * rows
    for name in middle:
        word.say(made, name, "Remark")
        word.ruled(made, max(1, int(left / _LINE)))
    word.say(made, last, "Remark")
    word.ruled(made, 1)


def _everyone(made: Document, sheet: Debrief, high: float) -> None:
    interviewers = sheet.head[2:]
    wide = 24.0
    table = word.table(
        made, (word.WIDTH - 17 - wide * len(interviewers), 17, *(wide,) * len(interviewers)), columns=True
    )
    for cell, name in zip(word.row(table, head=True).cells, sheet.head, strict=True):
        word.say(cell, name, "Cell small")
    for skill in sheet.rows:
        cells = _row(table, high)
        word.say(cells[0], skill.name, "Row", plan=True)
        word.say(cells[1], skill.weight, "Row")
    for name in sheet.ends:
        cells = _row(table, high)
        word.say(cells[0].merge(cells[1]), name, "Row").runs[0].bold = True
