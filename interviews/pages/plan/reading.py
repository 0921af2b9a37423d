"""A plan as a person reads it: its parts with their minutes and with the findings about them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from interviews.drafts import CLOSING_MINUTES, OPENING_MINUTES, Sample, heaviest
from interviews.models import Interview, Question, Skill
from interviews.pages.plan.found import Findings, Found
from interviews.pages.plan.marks import Part, parts


@dataclass(frozen=True)
class QuestionPart:
    """A question, what was found about it, and its sample answers if it is the heaviest."""

    row: Question
    findings: list[Found]
    samples: list[Sample]


@dataclass(frozen=True)
class SkillPart:
    """A skill with its questions, and the skills with which it can be merged."""

    row: Skill
    number: int
    findings: list[Found]
    questions: list[QuestionPart] = field(default_factory=list)
    goals: list[Skill] = field(default_factory=list)

    @property
    def head(self) -> str:
        """The id of the element of its heading."""
        return f"skill-{self.row.pk}-head"

    @property
    def minutes(self) -> int:
        """Minutes of its questions."""
        return sum(question.row.minutes for question in self.questions)

    @property
    def found_count(self) -> int:
        """How much was found about it and its questions and waits for somebody."""
        found = [*self.findings, *(one for question in self.questions for one in question.findings)]
        return sum(one.state != "lifted" for one in found)


class Reading:
    """An interview that was read with its plan; costs no further query. `found`: what stands beside its parts."""

    def __init__(self, interview: Interview, found: Findings | None = None) -> None:
        self.interview = interview
        self._beside = found.beside if found else {}
        self._rows = [(skill, list(skill.questions.all())) for skill in interview.skills.all()]

    @cached_property
    def skills(self) -> list[SkillPart]:
        """The skills in order."""
        sampled = heaviest(self.interview.plan())
        unlocked = [skill for skill, _questions in self._rows if not skill.locked]
        return [
            SkillPart(
                row=skill,
                number=number,
                findings=self._beside.get(f"skill-{skill.pk}", []),
                questions=[
                    QuestionPart(
                        row=question,
                        findings=self._beside.get(f"question-{question.pk}", []),
                        samples=question.samples if sampled and sampled.id == question.pk else [],
                    )
                    for question in questions
                ],
                goals=[other for other in unlocked if other is not skill] if skill in unlocked else [],
            )
            for number, (skill, questions) in enumerate(self._rows, 1)
        ]

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
