"""A question's page of the interviewer's kit."""

from interviews.drafts import QuestionDraft
from interviews.exports import kit_words as words
from interviews.exports.kit import Mark, Passage, Probe, Probes, QuestionSheet, Scale
from interviews.exports.texts import counted, in_one_line, printable

TYPES = {
    "behavioral": "Behavioral",
    "situational": "Situational",
    "technical": "Technical",
    "work_sample": "Work sample",
    "job_knowledge": "Job knowledge",
}
_BETWEEN = {2: (1, 3), 4: (3, 5)}


def question_sheet(question: QuestionDraft, number: int, asked: int) -> QuestionSheet:
    """The page of a question, the `number`th of `asked`."""
    return QuestionSheet(
        number=number,
        heading=f"Question {number} of {asked}",
        facts=", ".join((TYPES[question.type], question.difficulty, counted(question.minutes, "minute"))),
        drop_first=words.DROP_FIRST if question.drop_first else "",
        prompt=printable(question.prompt),
        why=_told(words.WHY, question.why),
        probes=_probes(question),
        alternate=_told(words.ALTERNATE, question.alternate),
        criteria=_listed(words.CRITERIA, "", question.evaluation_criteria),
        red_flags=_listed(words.RED_FLAGS, words.RED_FLAGS_LEAD, question.red_flags),
        notes=Passage(words.NOTES, words.NOTES_LEAD),
        scale=Scale(words.RATING, words.RATING_LEAD, _marks(question), words.BESIDE),
    )


def _marks(question: QuestionDraft) -> tuple[Mark, ...]:
    anchors = {anchor.score: printable(anchor.anchor) for anchor in question.rating_scale}
    return tuple(_mark(score, anchors.get(score, "")) for score in range(1, 6))


def _mark(score: int, anchor: str) -> Mark:
    if anchor:
        return Mark(str(score), anchor, is_described=True)
    if score in _BETWEEN:
        low, high = _BETWEEN[score]
        return Mark(str(score), words.BETWEEN.format(low=low, high=high), is_described=False)
    return Mark(str(score), words.NOT_DESCRIBED, is_described=False)


def _probes(question: QuestionDraft) -> Probes | None:
    asked = {"all": words.ASK_ALL, "if_needed": words.IF_NEEDED}
    probes = tuple(Probe(in_one_line(probe.text), asked[probe.ask]) for probe in question.follow_ups)
    told = tuple(probe for probe in probes if probe.text)
    return Probes(words.PROBES, told) if told else None


def _told(heading: str, text: str) -> Passage | None:
    told = printable(text)
    return Passage(heading, text=told) if told else None


def _listed(heading: str, lead: str, items: list[str]) -> Passage | None:
    told = tuple(filter(None, map(in_one_line, items)))
    return Passage(heading, lead, items=told) if told else None
