"""Old versions of a plan: what changed since, bringing one back, and old snapshots."""

from functools import partial

import pytest

from interviews.drafts import Change, General
from interviews.edits import questions, skills
from interviews.edits.refusals import EditRefused
from interviews.models import Author, Interview, Occasion, Revision, Role, keep_version
from interviews.services.editing import edit, save_question, save_skill, undo
from interviews.services.settings import change_general
from interviews.services.versions import changes_since, restore

OLGA, EDGAR = Author("olga@example.org"), Author("edgar@example.org")


def read(interview):
    return Interview.objects.with_plan().get(pk=interview.pk)


def bare(plan):
    """A plan but for what was found in it."""
    return plan.model_copy(update={"findings": []})


@pytest.fixture
def changed(interview):
    """Version 5: Edgar removed the first skill, added a question, moved it and changed the settings."""
    one, two = (skill.pk for skill in interview.skills.all())
    edit(interview, partial(skills.remove_skill, identifier=one), by=EDGAR)
    kept = read(interview).skills.get().questions.get()
    edit(interview, partial(questions.duplicate_question, identifier=kept.pk), by=EDGAR)
    edit(interview, partial(questions.move_question, identifier=kept.pk, skill=two, after=99), by=EDGAR)
    change_general(interview, General(cutoff=7), by=EDGAR)
    return read(interview)


def test_a_restored_plan_is_the_old_one_with_its_ids_and_a_new_version(interview, changed):
    before = changed.plan()
    back = restore(interview, 1, by=OLGA)
    now = read(interview)
    assert bare(now.plan()) == bare(Revision.objects.get(number=1).snapshot)
    kept = [(row.number, row.began, row.kind, row.why, row.author) for row in now.revisions.all()]
    assert kept == [
        (6, 6, "restored", "version 1", "olga@example.org"),
        (5, 2, "edited", "", "edgar@example.org"),
        (1, 1, "generated", "", "owner@example.org"),
    ]
    undo(interview, back.interview.version, by=OLGA)
    assert read(interview).plan() == before
    undo(interview, 7, by=OLGA)
    assert bare(read(interview).plan()) == bare(Revision.objects.get(number=1).snapshot)


def test_locks_come_back_and_the_role_is_left_alone(interview):
    asked = interview.skills.first().questions.get()
    save_question(interview, asked.pk, {"locked": True}, {}, by=OLGA)
    save_question(interview, asked.pk, {"locked": False}, {}, by=EDGAR)
    Role.objects.update(title="Another title")
    restore(interview, 2, by=OLGA)
    now = read(interview)
    assert now.plan().skills[0].questions[0].locked
    assert now.plan().role == "Another title"


def test_restoring_what_is_so_already_changes_nothing(interview):
    assert restore(interview, 1, by=OLGA).changes == []
    assert read(interview).version == 1


def test_what_the_history_does_not_have_cannot_be_restored(interview, changed):
    for number in (3, 99):
        with pytest.raises(EditRefused, match=f"no version {number}"):
            restore(interview, number, by=OLGA)
    Interview.objects.update(status="archived")
    with pytest.raises(EditRefused, match="archived"):
        restore(interview, 1, by=OLGA)


def test_a_later_edit_is_not_lost_when_an_earlier_restore_is_taken_back(interview, changed):
    restore(interview, 1, by=OLGA)
    later = read(interview).skills.last()
    save_skill(interview, later.pk, {"name": "Counting stock"}, {}, by=EDGAR)
    undo(interview, 6, by=OLGA)
    plan = read(interview).plan()
    assert [skill.name for skill in plan.skills] == ["Counting stock"]
    assert plan.general.cutoff == 7


def test_changes_since_a_version_come_by_change_set(interview, changed):
    asked = changed.skills.first().questions.first()
    save_question(interview, asked.pk, {"minutes": 9}, {}, by=OLGA)
    now = read(interview)
    found = [(by.author, [(change.happened, change.version) for change in by.changes]) for by in changes_since(now, 3)]
    assert found == [
        ("edgar@example.org", [("moved", 4), ("changed", 5)]),
        ("olga@example.org", [("changed", 6)]),
    ]
    assert changes_since(now, 6) == []


def test_a_history_with_a_gap_does_not_tell_what_changed(interview, changed):
    Interview.objects.update(version=9)
    assert changes_since(read(interview), 5) is None
    Interview.objects.update(version=5)
    Revision.objects.filter(number=5).update(began=4)
    assert changes_since(read(interview), 2) is None


def test_a_snapshot_from_before_a_field_was_added_is_read_with_its_default(interview):
    row = Revision.objects.get()
    plan = row.snapshot.model_dump(mode="json")
    for name in ("intake", "notices", "protected_note"):
        del plan[name]
    for skill in plan["skills"]:
        del skill["locked"], skill["weight_by_hand"]
        for question in skill["questions"]:
            del question["locked"], question["source"]["stands_in"]
    Revision.objects.update(snapshot=plan)
    save_skill(interview, interview.skills.first().pk, {"name": "Goods in"}, {}, by=OLGA)
    restore(interview, 1, by=OLGA)
    assert read(interview).skills.first().name == "Receiving goods"


def test_a_sitting_that_has_grown_long_goes_on_in_a_new_change_set(interview):
    change = Change(subject="plan", happened="changed", field="closing", before="a" * 150_000, after="b" * 150_000)
    for version in range(2, 6):
        interview.version = version
        changes = [change.model_copy(update={"version": version})]
        keep_version(interview, interview.plan(), changes, by=OLGA, occasion=Occasion(Revision.Kind.EDITED))
    kept = interview.revisions.values_list("began", "number")
    assert list(kept) == [(4, 5), (2, 3), (1, 1)]
