"""How full an interview is, and how its questions are mixed against what its level asks for."""

from collections import Counter
from dataclasses import dataclass
from math import ceil

from interviews.drafts import PlanDraft, QuestionType, Seniority, minutes_used, shared

# Technical questions, work samples and questions of job knowledge make one group of the mix.
GROUPS: dict[QuestionType, str] = {
    "behavioral": "behavioral",
    "situational": "situational",
    "technical": "applied",
    "work_sample": "applied",
    "job_knowledge": "applied",
}
# About half behavioural, a quarter situational, a quarter applied; who is new to the work has no past in it to tell of.
TARGETS: dict[Seniority, dict[str, int]] = {
    "entry": {"behavioral": 25, "situational": 50, "applied": 25},
    "mid": {"behavioral": 50, "situational": 25, "applied": 25},
    "senior": {"behavioral": 50, "situational": 25, "applied": 25},
    "lead": {"behavioral": 50, "situational": 25, "applied": 25},
}
FEWEST_TO_JUDGE = 4
_SAID = {
    "behavioral": "behavioural",
    "situational": "situational",
    "applied": "technical, work sample or knowledge",
}
_LEVELS = {"entry": "for an entry role", "mid": "for this level", "senior": "for this level", "lead": "for a lead"}


@dataclass(frozen=True)
class SkillGauge:
    """The minutes of a skill's questions, and what share of the minutes of all questions they are, in percent."""

    id: int | None
    name: str
    minutes: int
    share: int
    weight: int


@dataclass(frozen=True)
class GroupGauge:
    """How many questions of a group of types there are, and how many its level asks for."""

    group: str
    count: int
    target: int


@dataclass(frozen=True)
class Gauges:
    """Minutes with opening and closing against the limit, minutes a skill, questions a type, and the mix.

    `mix_note` is a sentence when the mix is far from its target, else empty."""

    used: int
    limit: int
    skills: list[SkillGauge]
    types: dict[QuestionType, int]
    mix: list[GroupGauge]
    mix_note: str

    @property
    def over(self) -> int:
        """By how many minutes the plan is too long, else 0."""
        return max(0, self.used - self.limit)

    @property
    def free(self) -> int:
        """Minutes that are still free, else 0."""
        return max(0, self.limit - self.used)


def gauges(plan: PlanDraft) -> Gauges:
    """What a person needs to see of a plan's time and mix."""
    questions = [question for skill in plan.skills for question in skill.questions]
    types: dict[QuestionType, int] = dict.fromkeys(GROUPS, 0)
    for question in questions:
        types[question.type] += 1
    mix = _mix(plan.seniority, types)
    return Gauges(
        used=minutes_used(plan),
        limit=plan.general.duration.max,
        skills=_skills(plan),
        types=types,
        mix=mix,
        mix_note=_note(mix, plan.seniority),
    )


def _skills(plan: PlanDraft) -> list[SkillGauge]:
    minutes = [sum(question.minutes for question in skill.questions) for skill in plan.skills]
    shares = shared(100, minutes) or [0] * len(minutes)
    return [
        SkillGauge(skill.id, skill.name, own, share, skill.weight)
        for skill, own, share in zip(plan.skills, minutes, shares, strict=True)
    ]


def _mix(seniority: Seniority, types: dict[QuestionType, int]) -> list[GroupGauge]:
    counted: Counter[str] = Counter()
    for kind, count in types.items():
        counted[GROUPS[kind]] += count
    target = TARGETS[seniority]
    wanted = shared(counted.total(), list(target.values()))
    return [GroupGauge(group, counted[group], count) for group, count in zip(target, wanted, strict=True)]


def _note(mix: list[GroupGauge], seniority: Seniority) -> str:
    """A sentence when a group is off its target by a quarter of all questions and by two at least."""
    total = sum(gauge.count for gauge in mix)
    far = max(2, ceil(total / 4))
    if total < FEWEST_TO_JUDGE or all(abs(gauge.count - gauge.target) < far for gauge in mix):
        return ""
    farthest = max(mix, key=lambda gauge: abs(gauge.count - gauge.target))
    few = "few" if farthest.count < farthest.target else "many"
    return (
        f"{few.capitalize()} {_SAID[farthest.group]} questions {_LEVELS[seniority]}: the numbers in brackets tell most."
    )
