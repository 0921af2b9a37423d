"""The pages of the questions in the kit's Word file."""

from collections.abc import Sequence

from docx.document import Document
from docx.table import _Cell

from interviews.exports import word
from interviews.exports.kit import Passage, QuestionSheet, Scale, SkillSheet

_LEFT, _RIGHT = 78, 92
# Millimetres: what a page holds, and a line to write on. Lines to write on at least and at most.
_PAGE, _LINE = 249, 8
_LEAST, _MOST = 5, 18
_UNBROKEN = "\u00a0"


def skill_pages(made: Document, skill: SkillSheet) -> None:
    """The pages of a skill, one or more for each question."""
    head = word.say(made, skill.label, "Label")
    head.paragraph_format.page_break_before = True
    word.say(made, skill.name, "Heading 2", plan=True)
    word.say(made, skill.facts, "Lead")
    if skill.evidence:
        _remark(made, skill.evidence.heading, "  ".join(skill.evidence.items))
    if skill.empty:
        word.say(made, skill.empty, "Body")
    for place, question in enumerate(skill.questions):
        heading = word.say(made, question.heading, "Heading 3")
        if place:
            heading.paragraph_format.page_break_before = True
            word.add(heading, "  ")
            word.add(heading, skill.name, plan=True)
        _question(made, question, _height_of_head(skill) if place == 0 else 10)


def _question(made: Document, question: QuestionSheet, of_head: float) -> None:
    word.say(made, question.prompt, "Prompt", plan=True)
    facts = word.say(made, question.facts, "Lead")
    if question.drop_first:
        word.add(facts, "  ")
        word.add(facts, question.drop_first, look="Remark name")
    if question.why:
        _remark(made, question.why.heading, question.why.text)
    left, right = word.row(word.table(made, (_LEFT, _RIGHT), ruled_rows=False)).cells
    _asking(left, question)
    for passage in (question.criteria, question.red_flags):
        if passage:
            _passage(right, passage)
    heading = word.say(made, question.notes.heading, "Label")
    word.add(heading, f"  {question.notes.lead}", look="Aside")
    word.ruled(made, _lines_left(question, of_head))
    _scale(made, question.scale)


def _asking(cell: _Cell, question: QuestionSheet) -> None:
    if question.probes:
        word.say(cell, question.probes.heading, "Label")
        for probe in question.probes.items:
            said = word.say(cell, probe.text, "List Bullet", plan=True)
            word.add(said, f"  {probe.when.replace(' ', _UNBROKEN)}", look="Aside")
    if question.alternate:
        _passage(cell, question.alternate)


def _passage(cell: _Cell, passage: Passage) -> None:
    heading = word.say(cell, passage.heading, "Label")
    if passage.lead:
        word.add(heading, f"  {passage.lead}", look="Aside")
    if passage.text:
        word.say(cell, passage.text, "Body", plan=True)
    for item in passage.items:
        word.say(cell, item, "List Bullet", plan=True)


def _remark(made: Document, name: str, text: str) -> None:
    said = word.say(made, "", "Remark")
    word.add(said, f"{name}  ", look="Remark name")
    first, *others = text.split("\n")
    word.add(said, first, plan=True)
    for line in others:
        word.say(made, line, "Remark", plan=True)


def _scale(made: Document, scale: Scale) -> None:
    word.add(word.say(made, scale.heading, "Label"), f"  {scale.lead}", look="Aside")
    table = word.table(made, (9, 9, word.WIDTH - 18))
    for mark in scale.marks:
        box, score, text = word.row(table).cells
        word.tick(word.say(box, "", "Cell"), mark.score)
        word.say(score, mark.score, "Cell").runs[0].bold = True
        word.say(text, mark.text, "Cell" if mark.is_described else "Cell small", plan=mark.is_described)
    for name, meaning in scale.beside:
        box, *others = word.row(table).cells
        word.tick(word.say(box, "", "Cell"), name)
        said = word.say(others[0].merge(others[1]), name, "Cell")
        word.add(said, f"  {meaning}", look="Aside")
    word.stay_together(table)


def _lines_left(question: QuestionSheet, of_head: float) -> int:
    """How many lines to write on the page still holds, guessed from how much text stands on it."""
    probes = [probe.text + probe.when for probe in question.probes.items] if question.probes else []
    left = _height(probes, 36, headed=True) + _height_of(question.alternate, 40)
    right = _height_of(question.criteria, 43) + _height_of(question.red_flags, 43)
    taken = (
        of_head
        + _height([question.prompt], 58, line=6.2)
        + _height([question.facts], 90)
        + (_height([question.why.heading + question.why.text], 96) if question.why else 0)
        + max(left, right)
        + _height([mark.text for mark in question.scale.marks], 82, line=4.4, headed=True)
        + _height(["", ""], 82)
        + 7
        + 8
    )
    return max(_LEAST, min(_MOST, int((_PAGE - taken) / _LINE)))


def _height_of_head(skill: SkillSheet) -> float:
    return 29 + (_height(["  ".join(skill.evidence.items)], 84) if skill.evidence else 0)


def _height_of(passage: Passage | None, letters: int) -> float:
    texts = [*passage.items, *([passage.text] if passage.text else [])] if passage else []
    return _height(texts, letters, headed=True)


def _height(texts: Sequence[str], letters: int, *, line: float = 4.7, headed: bool = False) -> float:
    """Millimetres that texts take at so many letters a line."""
    lines = sum(max(1, -(-len(part) // letters)) for text in texts for part in text.split("\n"))
    return lines * line + len(texts) * 0.6 + (7.2 if texts and headed else 0)
