"""A plan as a person reads it: its parts with their minutes and with the findings about them."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from interviews.drafts import CLOSING_MINUTES, OPENING_MINUTES, Finding, Sample, heaviest
from interviews.models import Interview, Question, Skill
from interviews.pages.plan.marks import Part, parts

_WHERE = re.compile(r"skills\.(\d+)(?:\.questions\.(\d+))?")


@dataclass(frozen=True)
class QuestionPart:
    """A question, what was found about it, and its sample answers if it is the heaviest."""

    row: Question
    findings: list[Finding]
    samples: list[Sample]


@dataclass(frozen=True)
class SkillPart:
    """A skill with its questions."""

    row: Skill
    number: int
    findings: list[Finding]
    questions: list[QuestionPart] = field(default_factory=list)

    @property
    def head(self) -> str:
        """The id of the element of its heading."""
        return f"skill-{self.row.pk}-head"

    @property
    def minutes(self) -> int:
        """Minutes of its questions."""
        return sum(question.row.minutes for question in self.questions)


@dataclass(frozen=True)
class PlacedFinding:
    """A finding and the id of the element that it is about, empty for the whole plan."""

    finding: Finding
    anchor: str


class Reading:
    """An interview that was read with its plan; costs no further query."""

    def __init__(self, interview: Interview) -> None:
        self.interview = interview
        self._rows = [(skill, list(skill.questions.all())) for skill in interview.skills.all()]

    @cached_property
    def skills(self) -> list[SkillPart]:
        """The skills in order."""
        sampled = heaviest(self.interview.plan())
        by_anchor: dict[str, list[Finding]] = {}
        for placed in self.findings:
            by_anchor.setdefault(placed.anchor, []).append(placed.finding)
        return [
            SkillPart(
                row=skill,
                number=number,
                findings=by_anchor.get(f"skill-{skill.pk}", []),
                questions=[
                    QuestionPart(
                        row=question,
                        findings=by_anchor.get(f"question-{question.pk}", []),
                        samples=question.samples if sampled and sampled.id == question.pk else [],
                    )
                    for question in questions
                ],
            )
            for number, (skill, questions) in enumerate(self._rows, 1)
        ]

    @cached_property
    def findings(self) -> list[PlacedFinding]:
        """All findings, each with its place."""
        return [PlacedFinding(finding, self._anchor(finding.where)) for finding in self.interview.findings]

    @cached_property
    def description(self) -> list[Part]:
        """The description, cut where evidence and gaps begin and end."""
        evidence = [(skill.pk, span) for skill, _questions in self._rows for span in skill.evidence]
        return parts(self.interview.description, evidence, self.interview.gaps)

    @property
    def minutes_used(self) -> int:
        """Minutes of the questions, of opening and of closing."""
        return sum(question.minutes for question in self._questions()) + OPENING_MINUTES + CLOSING_MINUTES

    @property
    def minutes_planned(self) -> int:
        """The planned limit."""
        limit: int = self.interview.general.duration.max
        return limit

    @property
    def minutes_over(self) -> int:
        """By how much the plan is too long, else 0."""
        return max(0, self.minutes_used - self.minutes_planned)

    @property
    def has_stand_ins(self) -> bool:
        """Whether the built-in engine wrote something that the language model should have."""
        return any(question.source.stands_in for question in self._questions())

    @property
    def question_count(self) -> int:
        """How many questions there are."""
        return sum(1 for _question in self._questions())

    @property
    def mix(self) -> list[tuple[str, int]]:
        """How many questions there are of each type."""
        counted = Counter(question.get_type_display() for question in self._questions())
        return counted.most_common()

    def of(self, question: Question) -> tuple[SkillPart, QuestionPart]:
        """A question's skill and the question, as parts."""
        return next((skill, part) for skill in self.skills for part in skill.questions if part.row.pk == question.pk)

    def _questions(self) -> Iterable[Question]:
        return (question for _skill, questions in self._rows for question in questions)

    def _anchor(self, where: str) -> str:
        found = _WHERE.match(where)
        if found is None or int(found[1]) >= len(self._rows):
            return ""
        skill, questions = self._rows[int(found[1])]
        if found[2] is None or int(found[2]) >= len(questions):
            return f"skill-{skill.pk}"
        return f"question-{questions[int(found[2])].pk}"
