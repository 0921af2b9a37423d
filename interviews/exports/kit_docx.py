"""The interviewer's kit as a Word file."""

from docx.document import Document
from docx.shared import Mm
from docx.table import _Cell

from interviews.drafts import PlanDraft
from interviews.exports import word
from interviews.exports.facts import Facts
from interviews.exports.kit import Agenda, AgendaRow, Calibration, Cover, Kit, Passage, Steps
from interviews.exports.kit_docx_questions import skill_pages
from interviews.exports.kit_docx_scoring import debrief_page, scorecard_page
from interviews.exports.kit_making import kit
from interviews.exports.texts import shortened

# Lines to write on that fit under the last words, less one for so many of their letters.
_CLOSING_LINES, _LETTERS = 25, 110


def kit_docx(plan: PlanDraft, facts: Facts) -> bytes:
    """The kit as a Word file."""
    described = kit(plan, facts)
    title = f"{described.cover.kind}: {shortened(described.name, 120)}"
    made = word.begun(title, facts, described.footer, described.page, described.language)
    _cover(made, described.cover)
    _before(made, described)
    for skill in described.skills:
        skill_pages(made, skill)
    _closing(made, described)
    scorecard_page(made, described.scorecard)
    debrief_page(made, described.debrief)
    return word.written(made)


def _cover(made: Document, cover: Cover) -> None:
    word.say(made, cover.kind, "Label").paragraph_format.space_before = Mm(10)
    word.say(made, cover.title, "Title", plan=True)
    if cover.role:
        word.say(made, cover.role, "Body", plan=True)
    facts = word.table(made, (28, word.WIDTH - 28), ruled_rows=False)
    for name, value in cover.facts:
        cells = word.row(facts).cells
        word.say(cells[0], name, "Cell small")
        word.say(cells[1], value, "Cell", plan=True)
    _agenda(made, cover.agenda)
    word.say(made, "", "Body")
    word.blanks(made, cover.blanks)
    for remark in cover.remarks:
        word.say(made, remark, "Remark")


def _agenda(made: Document, agenda: Agenda) -> None:
    word.say(made, agenda.heading, "Label").paragraph_format.space_before = Mm(6)
    table = word.table(made, (96, 22, 20, 32))
    rows = (
        (agenda.head, "Cell small", False),
        *((row, "Cell", True) for row in agenda.rows),
        (agenda.total, "Cell", False),
    )
    for number, (told, style, is_plan) in enumerate(rows):
        _agenda_row(word.row(table, head=number == 0).cells, told, style, is_plan)


def _agenda_row(cells: tuple[_Cell, ...], told: AgendaRow, style: str, is_plan: bool) -> None:
    word.say(cells[0], told.name, style, plan=is_plan)
    for cell, text in zip(cells[1:], (told.questions, told.weight, told.minutes), strict=True):
        word.to_the_right(word.say(cell, text, style))


def _before(made: Document, described: Kit) -> None:
    _steps(made, described.steps)
    if described.protected:
        _section(made, described.protected)
    for passage in described.before:
        _section(made, passage)
    if described.calibration:
        _calibration(made, described.calibration)
    if described.opening:
        _spoken(made, described.opening)


def _steps(made: Document, steps: Steps) -> None:
    word.say(made, steps.heading, "Heading 1").paragraph_format.page_break_before = True
    word.numbered(made, steps.items)


def _section(made: Document, passage: Passage) -> None:
    word.say(made, passage.heading, "Heading 1")
    if passage.lead:
        word.say(made, passage.lead, "Lead")
    if passage.text:
        word.say(made, passage.text, "Body", plan=True)
    for item in passage.items:
        word.say(made, item, "List Bullet", plan=True)


def _calibration(made: Document, told: Calibration) -> None:
    word.say(made, told.heading, "Heading 1").paragraph_format.page_break_before = True
    word.say(made, told.lead, "Lead")
    word.say(made, told.prompt, "Prompt", plan=True)
    for name, answer in told.samples:
        word.say(made, name, "Label")
        word.say(made, answer, "Body", plan=True)


def _spoken(made: Document, passage: Passage, *, on_a_new_page: bool = False) -> None:
    word.say(made, passage.heading, "Heading 1").paragraph_format.page_break_before = on_a_new_page
    word.say(made, passage.lead, "Lead")
    word.say(made, passage.text, "Spoken", plan=True).paragraph_format.keep_together = True


def _closing(made: Document, described: Kit) -> None:
    closing = described.closing
    _spoken(made, closing.script, on_a_new_page=True)
    word.add(word.say(made, closing.notes.heading, "Label"), f"  {closing.notes.lead}", look="Aside")
    word.ruled(made, max(6, _CLOSING_LINES - len(closing.script.text) // _LETTERS))
