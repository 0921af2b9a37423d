"""The pages of the questions in the kit's Word file."""

from collections.abc import Sequence

from docx.document import Document
from docx.table import _Cell

from interviews.exports import word
from interviews.exports.kit import Passage, QuestionSheet, Scale, SkillSheet
from interviews.exports.word_heights import height

_LEFT, _RIGHT = 78, 92
# Points: what a page holds, what is left free in case that a text takes more than was guessed, a line to write on.
_PAGE, _SPARE, _LINE = 734, 6, 23.2
# Points: a page's width, a cell's edges, a bullet; a heading with what stands around it, that of a question.
_WIDTH, _PADDING, _INDENT, _LABEL, _HEADING = 482, 6, 18, 22, 32
# Lines to write on, at least and at most.
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
    for place, question in enumerate(skill.questions):
        heading = word.say(made, question.heading, "Heading 3")
        if place:
            heading.paragraph_format.page_break_before = True
            word.add(heading, "  ")
            word.add(heading, skill.name, plan=True)
        _question(made, question, _height_of_head(skill) if place == 0 else _HEADING)


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
    """How many lines to write on the page still holds beside the texts that stand on it."""
    of_facts = f"{question.facts}  {question.drop_first}"
    why = f"{question.why.heading}  {question.why.text}" if question.why else ""
    left, right = _WIDTH * _LEFT / word.WIDTH - _PADDING, _WIDTH * _RIGHT / word.WIDTH - _PADDING
    probes = tuple(f"{probe.text}  {probe.when}" for probe in question.probes.items) if question.probes else ()
    taken = (
        of_head
        + height(question.prompt, 14, _WIDTH, beside=4, bold=True)
        + height(of_facts, 9.5, _WIDTH, beside=4)
        + (height(why, 9.5, _WIDTH, beside=4) if why else 0)
        + max(
            _listed(probes, left) + _passage_height(question.alternate, left),
            _passage_height(question.criteria, right) + _passage_height(question.red_flags, right),
        )
        + _LABEL
        + _scale_height(question.scale)
    )
    return max(_LEAST, min(_MOST, int((_PAGE - _SPARE - taken) / _LINE)))


def _height_of_head(skill: SkillSheet) -> float:
    """What stands above the first question of a skill."""
    evidence = "  ".join((skill.evidence.heading, *skill.evidence.items)) if skill.evidence else ""
    return (
        _LABEL
        + height(skill.name, 16, _WIDTH, beside=2, bold=True)
        + height(skill.facts, 9.5, _WIDTH, beside=4)
        + (height(evidence, 9.5, _WIDTH, beside=4) if evidence else 0)
        + _HEADING
    )


def _scale_height(scale: Scale) -> float:
    wide = _WIDTH * (1 - 18 / word.WIDTH) - _PADDING
    marks = sum(height(mark.text, 10 if mark.is_described else 9, wide, beside=4.5) for mark in scale.marks)
    return _LABEL + marks + sum(height(name, 10, wide, beside=4.5) for name, _meaning in scale.beside)


def _passage_height(passage: Passage | None, wide: float) -> float:
    if passage is None:
        return 0
    text = height(passage.text, 10.5, wide, beside=4) if passage.text else 0
    return text + _listed(passage.items, wide) + (0 if passage.items else _LABEL)


def _listed(items: Sequence[str], wide: float) -> float:
    """A list under its heading; nothing where there is none."""
    return _LABEL + sum(height(item, 10.5, wide - _INDENT, beside=3) for item in items) if items else 0
