"""Taking back: what is so already, what is locked since, and words of a description that has changed since."""

import random
from contextlib import suppress
from functools import partial
from itertools import count
from typing import Any

import pytest

from interviews.drafts import Change, Evidence, PlanDraft, PlannedSkill, Source
from interviews.edits import evidence, questions, skills
from interviews.edits.description import redescribed
from interviews.edits.differences import differences
from interviews.edits.places import question_of, skill_of
from interviews.edits.refusals import EditRefused
from interviews.edits.undoing import taken_back, undone
from tests import samples
from tests.edits.plans import a_plan as plan_of_three

TEXT = "Load trailers by hand. Count stock in SAP. Drive a forklift. Write reports."


def a_plan() -> PlanDraft:
    """The plan of three skills of another description, without evidence."""
    plan = plan_of_three(description=TEXT)
    plan.skills[1].evidence = []
    return plan


def copied(plan: PlanDraft) -> PlanDraft:
    return plan.model_copy(deep=True)


@pytest.mark.parametrize(
    "act",
    [
        partial(questions.remove_question, identifier=11),
        partial(skills.remove_skill, identifier=2),
        partial(skills.merge_skills, identifier=2, into=1),
        partial(questions.change_question, identifier=11, changes={"prompt": "Another?"}),
        partial(skills.change_skill, identifier=1, changes={"name": "Another"}),
        partial(questions.move_question, identifier=11, skill=3, after=None),
    ],
)
def test_what_was_taken_back_already_stays_as_it_is(act):
    edited = act(a_plan())
    changes = differences(a_plan(), edited)
    back = taken_back(edited, changes)
    assert taken_back(copied(back), changes) == back == a_plan()


def test_a_question_that_stands_elsewhere_by_now_does_not_come_back_with_its_skill():
    without = skills.remove_skill(a_plan(), 1)
    changes = differences(a_plan(), copied(without))
    without.skills[1].questions.append(samples.question("Question 11?", id=11))
    back = taken_back(without, changes)
    assert [[one.id for one in skill.questions] for skill in back.skills] == [[12], [21], [31, 11]]


def lock(plan: PlanDraft, *, skill: int = 0, question: int = 0, locked: bool = True) -> PlanDraft:
    if skill:
        return skills.change_skill(plan, skill, {"locked": locked})
    return questions.change_question(plan, question, {"locked": locked})


@pytest.mark.parametrize(
    "act",
    [
        partial(skills.change_skill, identifier=3, changes={"name": "Other"}),
        partial(skills.remove_skill, identifier=3),
    ],
)
def test_no_skill_comes_back_to_a_name_that_another_has_by_now(act):
    edited = act(a_plan())
    changes = differences(a_plan(), copied(edited))
    with pytest.raises(EditRefused, match="another skill called Skill 3 now"):
        undone(skills.add_skill(edited, PlannedSkill(id=9, name=" skill  3")), changes)


NEW = samples.question("New?", id=99)


@pytest.mark.parametrize(
    ("act", "locked", "sentence"),
    [
        (partial(questions.change_question, identifier=11, changes={"minutes": 9}), {"question": 11}, "is locked"),
        (partial(questions.change_question, identifier=11, changes={"minutes": 9}), {"skill": 1}, "question is locked"),
        (partial(questions.move_question, identifier=11, skill=2, after=None), {"skill": 1}, "leave or enter a locked"),
        (partial(questions.move_question, identifier=11, skill=2, after=None), {"skill": 2}, "leave or enter a locked"),
        (partial(questions.move_question, identifier=12, skill=1, after=None), {"skill": 1}, "nor move in it"),
        (partial(questions.remove_question, identifier=11), {"skill": 1}, "Skill 1 is locked, so it takes no question"),
        (partial(questions.add_question, skill=1, question=NEW), {"question": 99}, "question is locked"),
        (partial(questions.add_question, skill=1, question=NEW), {"skill": 1}, "The question is locked"),
        (partial(skills.change_skill, identifier=1, changes={"name": "Other"}), {"skill": 1}, "Other is locked, so it"),
        (partial(skills.merge_skills, identifier=2, into=1), {"skill": 1}, "locked"),
        (partial(skills.add_skill, skill=PlannedSkill(id=9, name="New", questions=[NEW])), {"skill": 9}, "is locked."),
        (
            partial(skills.add_skill, skill=PlannedSkill(id=9, name="New", questions=[NEW])),
            {"question": 99},
            "a locked q",
        ),
    ],
)
def test_what_is_locked_since_stays_as_it_is(act, locked, sentence):
    edited = act(a_plan())
    changes = differences(a_plan(), copied(edited))
    fixed = lock(edited, **locked)
    with pytest.raises(EditRefused, match=sentence):
        undone(copied(fixed), changes)
    freed = undone(lock(fixed, **locked, locked=False), changes)
    assert freed == a_plan()


@pytest.mark.parametrize("part", [{"skill": 1}, {"question": 11}])
def test_a_lock_itself_is_taken_back_and_so_is_an_unlock(part):
    fixed = lock(a_plan(), **part)
    assert undone(copied(fixed), differences(a_plan(), fixed)) == a_plan()
    assert undone(a_plan(), differences(fixed, a_plan())) == fixed


def test_what_was_changed_and_locked_in_one_save_is_taken_back_with_its_lock():
    edited = questions.change_question(a_plan(), 11, {"prompt": "Another?", "locked": True})
    assert undone(copied(edited), differences(a_plan(), edited)) == a_plan()


def test_what_is_locked_elsewhere_is_in_the_way_of_nothing():
    edited = questions.move_question(lock(a_plan(), skill=3), 11, 2, None)
    assert undone(edited, differences(lock(a_plan(), skill=3), copied(edited))) == lock(a_plan(), skill=3)


NEWS = "New depot in Hull. " + TEXT


def span(quote: str, text: str = TEXT) -> Evidence:
    return Evidence(quote=quote, start=text.index(quote), end=text.index(quote) + len(quote))


def cited(plan: PlanDraft, quote: str, skill: int = 1) -> PlanDraft:
    place = span(quote, plan.description)
    return evidence.cite(plan, skill, place.start, place.end)


def test_what_was_cited_since_keeps_to_its_words_when_the_description_is_taken_back():
    edited = redescribed(a_plan(), NEWS)[0]
    changes = differences(a_plan(), edited)
    plan = cited(cited(cited(copied(edited), "SAP"), "depot in Hull"), "forklift", skill=2)
    plan.gaps = [span("reports", NEWS), span("Hull", NEWS)]
    plan.skills[2].questions[0].source = Source(serves=span("Load trailers", NEWS))
    back = undone(plan, changes)
    assert (back.description, back.gaps) == (TEXT, [span("reports")])
    assert [skill.evidence for skill in back.skills] == [[span("SAP")], [span("forklift")], []]
    assert back.skills[2].questions[0].source.serves == span("Load trailers")


def test_a_description_is_taken_back_with_the_evidence_that_it_lost():
    before = cited(cited(a_plan(), "Count stock"), "Drive a forklift")
    edited = redescribed(copied(before), "News. " + TEXT.replace("Count", "Order"))[0]
    changes = differences(before, edited)
    back = undone(cited(copied(edited), "reports", skill=2), changes)
    assert [skill.evidence for skill in back.skills[:2]] == [before.skills[0].evidence, [span("reports")]]
    assert undone(edited, changes) == before


@pytest.mark.parametrize(
    "act",
    [
        partial(evidence.uncite, skill=1, start=span("SAP").start, end=span("SAP").end),
        partial(skills.remove_skill, identifier=1),
    ],
)
def test_evidence_that_comes_back_after_the_description_changed_is_found_again_or_let_go(act):
    before = cited(a_plan(), "SAP")
    edited = act(copied(before))
    changes = differences(before, edited)
    for text, found in ((NEWS, [span("SAP", NEWS)]), ("Cook.", [])):
        told = redescribed(copied(edited), text)[0]
        back = undone(told, changes, TEXT)
        assert (skill_of(back, 1).evidence, back.gaps) == (found, [])


def test_a_question_that_comes_back_after_the_description_changed_serves_its_clause_or_none():
    before = a_plan()
    before.skills[0].questions[0].source = Source(serves=span("Load trailers"))
    edited = questions.remove_question(copied(before), 11)
    changes = differences(before, edited)
    for text, clause in ((NEWS, span("Load trailers", NEWS)), ("Cook.", None)):
        back = undone(redescribed(copied(edited), text)[0], changes, TEXT)
        assert question_of(back, 11)[1].source.serves == clause


def test_gaps_that_come_back_after_the_description_changed_are_found_again():
    before = a_plan().model_copy(update={"gaps": [span("SAP")]})
    edited = evidence.dismiss(copied(before), span("SAP").start, span("SAP").end)
    back = undone(redescribed(copied(edited), NEWS)[0], differences(before, edited), TEXT)
    assert back.gaps == [span("SAP", NEWS)]


class Sitting:
    """A plan in memory with its history: what each save changed, and what the description was before it."""

    def __init__(self, chance: random.Random) -> None:
        self.chance, self.plan, self.ids = chance, cited(a_plan(), "Count stock"), count(100)
        self.saves: list[tuple[list[Change], str]] = []
        self.taken: tuple[list[Change], str] | None = None

    def save(self, after: PlanDraft) -> None:
        for skill in after.skills:
            skill.id = skill.id or next(self.ids)
            for question in skill.questions:
                question.id = question.id or next(self.ids)
        changes = differences(self.plan, after)
        if changes:
            self.saves.append((changes, self.plan.description))
        self.plan = after

    def undo(self) -> PlanDraft:
        if self.chance.random() < 0.6:
            self.taken = self.chance.choice(self.saves[-6:])
        changes, text = self.taken or self.saves[-1]
        return undone(copied(self.plan), changes, text)

    def act(self) -> Any:
        plan, pick = copied(self.plan), self.chance.choice
        at, skill, other = self.chance.randrange(len(plan.description)), *self.chance.choices(plan.skills, k=2)
        asked = pick([question for one in plan.skills for question in one.questions] or [NEW]).id
        words, told = skill.evidence[:1], plan.description
        return pick(
            [
                partial(questions.change_question, plan, asked, {"minutes": at % 9 + 1}),
                partial(questions.change_question, plan, asked, {"locked": at % 2 == 0}),
                partial(questions.change_question, plan, asked, {"source": Source(serves=words[0] if words else None)}),
                partial(questions.remove_question, plan, asked),
                partial(questions.move_question, plan, asked, skill.id, None),
                partial(questions.duplicate_question, plan, asked),
                partial(skills.change_skill, plan, skill.id, {"locked": at % 2 == 0}),
                partial(skills.merge_skills, plan, skill.id, other.id),
                partial(skills.remove_skill, plan, skill.id),
                partial(skills.add_skill, plan, PlannedSkill(name=f"Skill {next(self.ids)}")),
                partial(evidence.cite, plan, skill.id, at, at + 9),
                partial(evidence.uncite, plan, skill.id, *((words[0].start, words[0].end) if words else (0, 0))),
                lambda: redescribed(plan, f"{told[:at]} news {told[at:]}")[0],
                lambda: redescribed(plan, told[:at] + told[at + 5 :] or TEXT)[0],
            ]
        )()


def held(plan: PlanDraft):
    """What is locked, by kind and id: questions without the clause that they serve; of skills, name and order."""
    kept: dict[Any, Any] = {}
    for skill in plan.skills:
        if skill.locked:
            kept["skill", skill.id] = (skill.name, skill.importance, [one.id for one in skill.questions])
        for one in skill.questions:
            if one.locked or skill.locked:
                source = one.source.model_copy(update={"serves": None})
                kept["question", one.id] = one.model_copy(update={"source": source})
    return kept


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_done_and_taken_back_words_stand_in_their_place_and_locks_hold(seed):
    sitting = Sitting(random.Random(seed))
    undos = 0
    for _step in range(60):
        before, is_undo = copied(sitting.plan), bool(sitting.saves) and sitting.chance.random() < 0.4
        with suppress(EditRefused):
            sitting.save(sitting.undo() if is_undo else sitting.act())
            undos += is_undo and before != sitting.plan
        plan = sitting.plan
        asked = [question for skill in plan.skills for question in skill.questions]
        spans = [*plan.gaps, *(one for skill in plan.skills for one in skill.evidence)]
        spans += [question.source.serves for question in asked if question.source.serves]
        assert all(plan.description[one.start : one.end] == one.quote for one in spans)
        ids = [("skill", skill.id) for skill in plan.skills] + [("question", question.id) for question in asked]
        assert len(set(ids)) == len(ids)
        if is_undo:
            kept, was = held(plan), held(before)
            unlocked = {change.identifier for change in differences(before, plan) if change.field == "locked"}
            homes = {question.id: skill.id for skill in before.skills for question in skill.questions}
            for (subject, identifier), part in was.items():
                if not unlocked & {identifier, homes.get(identifier)}:
                    assert kept[subject, identifier] == part
    assert undos > 3
