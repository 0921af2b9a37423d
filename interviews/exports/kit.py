"""The interviewer's kit as a description: every word that stands in it, and nothing of how it looks.

DOCX, PDF and the print page are made of this, so all three say the same. Texts of the plan are in the plan's language;
headings, leads and everything else are in English."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Passage:
    """A heading with what the plan says under it: a text (paragraphs are separated by a line end), a list, or both."""

    heading: str
    lead: str = ""
    text: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Steps:
    """A numbered list of our own under a heading."""

    heading: str
    lead: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class AgendaRow:
    """A part of the interview on the cover; `name` is the plan's when it is a skill's."""

    name: str
    questions: str
    weight: str
    minutes: str


@dataclass(frozen=True)
class Agenda:
    """The interview at a glance."""

    heading: str
    head: AgendaRow
    rows: tuple[AgendaRow, ...]
    total: AgendaRow


@dataclass(frozen=True)
class Cover:
    """The first page. `facts` pairs a label with a value, `blanks` are lines to be filled in by hand."""

    kind: str
    title: str
    role: str
    facts: tuple[tuple[str, str], ...]
    agenda: Agenda
    blanks: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class Probe:
    """A neutral follow-up and when it is asked."""

    text: str
    when: str


@dataclass(frozen=True)
class Probes:
    """The follow-ups of a question."""

    heading: str
    items: tuple[Probe, ...]


@dataclass(frozen=True)
class Mark:
    """A score and what an answer shows that deserves it. `is_described` is False where we say how to fill the gap."""

    score: str
    text: str
    is_described: bool


@dataclass(frozen=True)
class Scale:
    """The five scores, and what is ticked in place of one (a label and what it means)."""

    heading: str
    lead: str
    marks: tuple[Mark, ...]
    beside: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class QuestionSheet:
    """One question with all that is needed to ask it, to note the answer and, after that, to rate it."""

    number: int
    heading: str
    facts: str
    drop_first: str
    prompt: str
    why: Passage | None
    probes: Probes | None
    alternate: Passage | None
    criteria: Passage | None
    red_flags: Passage | None
    notes: Passage
    scale: Scale


@dataclass(frozen=True)
class SkillSheet:
    """A skill that is asked about, and its questions; the cover and the scorecard name the others."""

    label: str
    name: str
    facts: str
    evidence: Passage | None
    questions: tuple[QuestionSheet, ...]


@dataclass(frozen=True)
class Calibration:
    """Answers to one question with the scores they deserve."""

    heading: str
    lead: str
    prompt: str
    samples: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Closing:
    """The last words, and room for what the candidate asks."""

    script: Passage
    notes: Passage


@dataclass(frozen=True)
class ScoreRow:
    """A line to fill in: a question with its number, or a skill with the numbers of its questions, its weight and, in
    `note`, that it is a must-have."""

    name: str
    number: str = ""
    note: str = ""
    weight: str = ""


@dataclass(frozen=True)
class Scorecard:
    """One page, filled in alone. `questions` is empty where so many would not fit on it."""

    heading: str
    lead: str
    blanks: tuple[str, ...]
    question_head: tuple[str, ...]
    questions: tuple[ScoreRow, ...]
    skill_head: tuple[str, ...]
    skills: tuple[ScoreRow, ...]
    total: str
    sums: tuple[str, str]
    formula: str
    notes: tuple[str, ...]
    ends: tuple[str, ...]


@dataclass(frozen=True)
class Debrief:
    """One page, filled in together after everyone has scored alone."""

    heading: str
    lead: str
    rules: tuple[str, ...]
    blanks: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[ScoreRow, ...]
    ends: tuple[str, ...]
    decision: tuple[str, ...]


@dataclass(frozen=True)
class Kit:
    """The whole kit. `language` is the code of the plan's language, `footer` stands on every page beside its number."""

    name: str
    language: str
    footer: str
    page: tuple[str, str]
    cover: Cover
    steps: Steps
    protected: Passage | None
    before: tuple[Passage, ...]
    calibration: Calibration | None
    opening: Passage | None
    skills: tuple[SkillSheet, ...]
    closing: Closing
    scorecard: Scorecard
    debrief: Debrief
