"""Every edit goes through one verb: checked, saved and remembered, or nothing is."""

from functools import partial

import pytest

from interviews.drafts import General, Proctoring
from interviews.edits import evidence, questions, skills
from interviews.edits.description import redescribed
from interviews.edits.fields import digest
from interviews.edits.refusals import Changed, EditRefused
from interviews.models import Author, Interview, Question, Revision, VersionConflict
from interviews.services.editing import edit, save_question, save_skill, undo
from interviews.services.settings import change_general, change_proctoring, patch_interview
from interviews.services.taking_back import take_back_since
from tests import samples

OLGA, EDGAR = Author("olga@example.org"), Author("edgar@example.org")


def read(interview):
    return Interview.objects.with_plan().get(pk=interview.pk)


def plan_of(interview):
    """The plan but for its findings, which the plan of the tests did not have yet."""
    return read(interview).plan().model_copy(update={"findings": []})


def first_question(interview):
    return interview.skills.first().questions.get()


def test_an_edit_is_kept_and_counted(interview):
    question = first_question(interview)
    save_question(interview, question.pk, {"prompt": "How do you check a seal?\nAloud.", "minutes": 4}, {}, by=OLGA)
    kept = Question.objects.get(pk=question.pk)
    interview.refresh_from_db()
    assert (kept.prompt, kept.minutes, interview.version) == ("How do you check a seal?\nAloud.", 4, 2)


def test_an_edit_of_an_older_version_writes_nothing(interview):
    question = first_question(interview)
    act = partial(questions.change_question, identifier=question.pk, changes={"prompt": "Mine?"})
    edit(interview, act, by=OLGA, version=1)
    with pytest.raises(VersionConflict):
        edit(interview, act, by=OLGA, version=1)
    assert Interview.objects.get().version == 2


def test_an_edit_is_checked_and_its_finding_goes_when_it_is_mended(interview):
    question = first_question(interview)
    prompt = "So, how old are you, and how long do you plan to stay?"
    save_question(interview, question.pk, {"prompt": prompt}, {}, by=OLGA)
    interview.refresh_from_db()
    assert [finding.code for finding in interview.findings] == ["prohibited.age", "plan.too_short", "craft.samples"]
    prompt = "How do you check the seal of a trailer before it leaves?"
    save_question(interview, question.pk, {"prompt": prompt, "samples": []}, {}, by=OLGA)
    interview.refresh_from_db()
    assert [finding.code for finding in interview.findings] == ["plan.too_short"]


def test_a_locked_question_is_not_edited_but_its_lock_is(interview):
    question = first_question(interview)
    save_question(interview, question.pk, {"locked": True}, {}, by=OLGA)
    with pytest.raises(EditRefused, match="Unlock it first"):
        save_question(interview, question.pk, {"minutes": 9}, {}, by=OLGA)
    save_question(interview, question.pk, {"locked": False}, {}, by=OLGA)
    assert save_question(interview, question.pk, {"minutes": 9}, {}, by=OLGA).interview.version == 4


def test_settings_are_replaced_on_the_version_seen(interview):
    change_general(interview, General(cutoff=7), version=1, by=OLGA)
    change_proctoring(interview, Proctoring(gaze_tracking=True), version=2, by=OLGA)
    interview.refresh_from_db()
    assert (interview.general.cutoff, interview.proctoring.gaze_tracking, interview.version) == (7, True, 3)
    with pytest.raises(VersionConflict):
        change_general(interview, General(cutoff=1), version=1, by=OLGA)


def test_the_saves_of_one_sitting_are_one_change_set_and_another_persons_are_their_own(interview):
    asked = first_question(interview)
    for minutes in (6, 7):
        save_question(interview, asked.pk, {"minutes": minutes}, {}, by=OLGA)
    save_question(interview, asked.pk, {"minutes": 8}, {}, by=EDGAR)
    kept = [(row.began, row.number, row.kind, row.author, len(row.changes)) for row in interview.revisions.all()]
    assert kept == [
        (4, 4, "edited", "edgar@example.org", 1),
        (2, 3, "edited", "olga@example.org", 2),
        (1, 1, "generated", "owner@example.org", 0),
    ]
    assert interview.revisions.first().snapshot == read(interview).plan()


def test_an_edit_that_changes_nothing_makes_no_version(interview):
    asked = first_question(interview)
    assert save_question(interview, asked.pk, {"minutes": asked.minutes}, {}, by=OLGA).changes == []
    assert read(interview).version == 1


def test_a_removed_question_comes_back_with_its_id_and_place(interview):
    before = plan_of(interview)
    asked = first_question(interview)
    gone = edit(interview, partial(questions.remove_question, identifier=asked.pk), by=OLGA)
    assert not Question.objects.filter(pk=asked.pk).exists()
    back = undo(interview, gone.interview.version, by=OLGA)
    assert (back.interview.version, back.plan) == (3, read(interview).plan())
    assert plan_of(interview) == before
    undo(interview, 3, by=OLGA)
    assert not Question.objects.filter(pk=asked.pk).exists()


def test_a_removal_that_is_taken_back_twice_brings_the_question_back_once(interview):
    asked = first_question(interview)
    gone = edit(interview, partial(questions.remove_question, identifier=asked.pk), by=OLGA)
    back = undo(interview, gone.interview.version, by=OLGA)
    again = undo(interview, gone.interview.version, by=EDGAR)
    assert (again.changes, again.interview.version, again.plan) == ([], 3, back.plan)
    assert interview.revisions.first().snapshot == read(interview).plan() == back.plan


def test_what_is_locked_since_is_not_taken_back_but_its_lock_is(interview):
    asked = first_question(interview)
    save_question(interview, asked.pk, {"minutes": 9}, {}, by=OLGA)
    save_question(interview, asked.pk, {"locked": True}, {}, by=EDGAR)
    for act in (partial(undo, interview, 2), partial(take_back_since, interview, asked.pk, 1)):
        with pytest.raises(EditRefused, match="The question is locked"):
            act(by=OLGA)
    undo(interview, 3, by=OLGA)
    undo(interview, 2, by=OLGA)
    kept = Question.objects.get(pk=asked.pk)
    assert (kept.locked, kept.minutes) == (False, asked.minutes)


def test_what_comes_back_keeps_to_its_words_in_a_description_that_changed_twice_since(interview):
    place = samples.evidence("trailers")

    def quoted(plan):
        home = plan.skills[0]
        home.evidence = [place]
        serving = home.questions[0].source.model_copy(update={"serves": place})
        return questions.change_question(plan, home.questions[0].id, {"source": serving})

    cited = edit(interview, quoted, by=OLGA).plan.skills[0]
    edit(interview, partial(questions.remove_question, identifier=cited.questions[0].id), by=OLGA)
    edit(interview, partial(evidence.uncite, skill=cited.id, start=place.start, end=place.end), by=OLGA)
    for words in ("trailers. News: ", "More. "):
        edit(interview, lambda plan, words=words: redescribed(plan, words + plan.description)[0], by=EDGAR)
    undo(interview, 4, by=OLGA)
    undo(interview, 3, by=OLGA)
    plan = read(interview).plan()
    moved = place.model_copy(update={"start": place.start + 22, "end": place.end + 22})
    assert (plan.skills[0].evidence, plan.skills[0].questions[0].source.serves) == ([moved], moved)


def test_merged_skills_come_apart_again(interview):
    before = plan_of(interview)
    one, two = (skill.pk for skill in interview.skills.all())
    merged = edit(interview, partial(skills.merge_skills, identifier=two, into=one), by=OLGA)
    assert [len(skill.questions) for skill in merged.plan.skills] == [2]
    undo(interview, 2, by=OLGA)
    assert plan_of(interview) == before


def test_a_field_that_two_people_changed_is_not_saved_over(interview):
    asked = first_question(interview)
    seen = {"prompt": digest(asked.prompt), "minutes": digest(asked.minutes)}
    save_question(interview, asked.pk, {"prompt": "Theirs?"}, seen, by=EDGAR)
    with pytest.raises(Changed) as caught:
        save_question(interview, asked.pk, {"prompt": "Mine?", "minutes": 7}, seen, by=OLGA)
    assert caught.value.theirs == {"prompt": "Theirs?"}
    save_question(interview, asked.pk, {"prompt": asked.prompt, "minutes": 7}, seen, by=OLGA)
    kept = Question.objects.get(pk=asked.pk)
    assert (kept.prompt, kept.minutes) == ("Theirs?", 7)


def test_a_weight_moves_the_others(interview):
    one, two = (skill.pk for skill in interview.skills.all())
    edited = save_skill(interview, one, {"weight": 75}, {}, by=OLGA)
    assert [(skill.id, skill.weight) for skill in edited.plan.skills] == [(one, 75), (two, 25)]


def test_a_published_plan_stays_until_a_program_or_a_new_draft_changes_it_and_an_archived_one_refuses(interview):
    asked = first_question(interview)
    published = interview.revisions.get()
    Interview.objects.filter(pk=interview.pk).update(status="published", published_revision=published)
    with pytest.raises(EditRefused, match="is published"):
        save_question(interview, asked.pk, {"minutes": 9}, {}, by=OLGA)
    patch_interview(interview, "general", {"cutoff": 7}, by=OLGA)
    save_question(interview, asked.pk, {"minutes": 9}, {}, by=OLGA)
    now = read(interview)
    assert (now.status, now.version, now.published_revision.number) == ("draft", 3, 1)
    assert now.details("")["skills"][0]["questions"][0]["minutes"] == asked.minutes
    Interview.objects.filter(pk=interview.pk).update(status="archived")
    with pytest.raises(EditRefused, match="archived"):
        save_question(interview, asked.pk, {"minutes": 3}, {}, by=OLGA)


def test_a_plan_from_before_the_history_keeps_how_it_was_found(interview):
    Revision.objects.all().delete()
    save_question(interview, first_question(interview).pk, {"minutes": 9}, {}, by=OLGA)
    assert [(row.kind, row.number) for row in interview.revisions.all()] == [("edited", 2), ("found", 1)]


def test_weights_that_do_not_add_up_are_balanced_by_the_next_edit(interview):
    interview.skills.update(weight=90)
    save_question(interview, first_question(interview).pk, {"minutes": 9}, {}, by=OLGA)
    assert [skill.weight for skill in read(interview).skills.all()] == [67, 33]
