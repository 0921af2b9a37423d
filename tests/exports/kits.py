"""What tests of the kit share: a plan, facts, a hostile plan, and all strings of a description."""

from dataclasses import asdict
from datetime import date
from typing import Any

from interviews.drafts import Anchor, Evidence, FollowUp, PlanDraft, PlannedSkill, QuestionDraft, Sample
from interviews.exports.facts import Facts
from tests import samples

FACTS = Facts(identifier=12, version=3, status="draft", team="Harbour Logistics", exported_on=date(2026, 11, 7))

HOSTILE = [
    '#include "/etc/passwd" #import "@preview/x:0.1.0": * \\ $x^2$ *b* `c` <l> @ref [a] // c',
    "W" * 10_000,
    "emoji 🎉👩‍👩‍👧 🇩🇪 and \x00\x01\x1b[31m control \u202eevil\u202c \ufffe \ud800 \t",
    "<b>html</b><script>alert(1)</script> &amp; {{ x }} {% y %}",
    "كيف تتعامل مع تنبيه جهاز التنفس؟",
    "line one\n\n\nline two\n- dash",
]


def hostile_plan() -> PlanDraft:
    """Every text of it is something that a careless writer of files stumbles over."""
    skills = [
        PlannedSkill(
            name=text,
            weight=10,
            evidence=[Evidence(quote=text, start=0, end=1)],
            questions=[
                QuestionDraft(
                    prompt=text,
                    type="technical",
                    difficulty="advanced",
                    minutes=5,
                    why=text[:500],
                    follow_ups=[FollowUp(text=text[:500])],
                    alternate=text[:500],
                    evaluation_criteria=[text[:500], ""],
                    rating_scale=[Anchor(score=1, anchor=text[:500])],
                    red_flags=[text[:500]],
                    samples=[Sample(score=2, answer=text[:500])],
                )
            ],
        )
        for text in HOSTILE
    ]
    every = [text[:500] for text in HOSTILE]
    return samples.plan(
        name=HOSTILE[2],
        role=HOSTILE[0],
        opening="\n".join(every),
        closing="\n".join(every),
        protected_note="\n".join(every),
        screen_first=every,
        assess_elsewhere=["", *every],
        skills=[*skills, PlannedSkill(name="", importance="nice_to_have")],
    )


def long_plan(skills: int, questions: int) -> PlanDraft:
    """A plan of so many skills with so many questions each."""
    asked = [samples.question(f"Question number {number} about the pallets?") for number in range(skills * questions)]
    return samples.plan(
        skills=[
            PlannedSkill(
                name=f"Skill {place}",
                weight=100 // skills,
                questions=asked[place * questions : (place + 1) * questions],
            )
            for place in range(skills)
        ]
    )


def strings(value: Any) -> list[str]:
    """Every string in a dataclass, a dictionary or a list, in order."""
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, dict):
        return [text for name, item in value.items() if name != "language" for text in strings(item)]
    if isinstance(value, (list, tuple)):
        return [text for item in value for text in strings(item)]
    return strings(asdict(value)) if hasattr(value, "__dataclass_fields__") else []


def bare(text: str) -> str:
    """A text without any white space: lines break at other places in each kind of file."""
    return "".join(text.split())
