"""The candidate sheet as a Word file, to be filled in and sent."""

from docx.document import Document

from interviews.drafts import PlanDraft
from interviews.exports import word, word_styles
from interviews.exports.candidate import Part, candidate_sheet
from interviews.exports.facts import Facts
from interviews.exports.texts import shortened


def candidate_docx(plan: PlanDraft, facts: Facts) -> bytes:
    """The sheet as a Word file."""
    sheet = candidate_sheet(plan, facts)
    title = f"{sheet.kind}: {shortened(sheet.title, 120)}"
    made = word.begun(title, facts, sheet.footer, sheet.page, sheet.language)
    word_styles.tighten(made)
    word.say(made, sheet.kind, "Label")
    word.say(made, sheet.title, "Title", plan=True)
    word.say(made, sheet.lead, "Body")
    word.blanks(made, sheet.blanks)
    for part in sheet.parts:
        _part(made, part)
    return word.written(made)


def _part(made: Document, part: Part) -> None:
    word.say(made, part.heading, "Heading 1")
    for sentence in part.sentences:
        word.say(made, sentence, "Body")
    for topic in part.topics:
        word.say(made, topic, "List Bullet", plan=True)
    for item in part.items:
        word.say(made, item, "List Bullet")
    if part.last:
        word.say(made, part.last, "Body")
