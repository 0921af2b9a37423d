"""A sound question and a sound plan, to be spoilt by the tests."""

from interviews.drafts import Anchor, PlanDraft, PlannedSkill, QuestionDraft

JAM = "The filler jams and a bottle is stuck behind the guard. What do you do first?"
COUNT = "Walk me through the last stock count that did not add up."
SEAL = "Which reading tells you that the seal is worn?"


def question(prompt: str = JAM, **changes) -> QuestionDraft:
    values = {
        "prompt": prompt,
        "type": "situational",
        "difficulty": "entry",
        "minutes": 5,
        "evaluation_criteria": [
            "Stops the line before opening the guard",
            "Tells the dispatcher which pallets stay behind",
        ],
        "rating_scale": [
            Anchor(score=1, anchor="Reaches in while it runs."),
            Anchor(score=3, anchor="Stops the line first, then opens the guard."),
            Anchor(score=5, anchor="Does all that a 3 does and tells the dispatcher which pallets stay behind."),
        ],
    }
    return QuestionDraft(**(values | changes))


def skill(name: str, weight: int, *questions: QuestionDraft) -> PlannedSkill:
    return PlannedSkill(name=name, weight=weight, questions=list(questions))


def plan(*skills: PlannedSkill, **changes) -> PlanDraft:
    values = {
        "name": "Operator",
        "role": "Operator",
        "description": "You run the line.",
        "seniority": "mid",
        "engine": "library",
        "general": {"duration": {"min": 15, "max": 15}},
        "skills": list(skills),
    }
    return PlanDraft(**(values | changes))


def sound(**changes) -> PlanDraft:
    return plan(skill("Line", 50, question(JAM)), skill("Stock", 50, question(COUNT)), **changes)
