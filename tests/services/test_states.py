"""Draft, published, archived, copied, deleted: what each may become, and what stays as it is."""

from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from interviews.edits import questions
from interviews.edits.refusals import EditRefused
from interviews.models import Author, Interview, VersionConflict
from interviews.services import states
from interviews.services.editing import edit, save_question
from interviews.services.sweeping import clear_old

OLGA = Author("olga@example.org")


def read(interview):
    return Interview.objects.with_plan().get(pk=interview.pk)


def asked(interview):
    return interview.skills.first().questions.get()


def test_a_published_plan_is_a_version_that_stays(interview):
    revision = states.publish(interview, by=OLGA, version=1)
    assert (revision.kind, revision.number, read(interview).status) == ("published", 2, "published")
    states.begin_draft(interview)
    save_question(interview, asked(interview).pk, {"minutes": 9}, {}, by=OLGA)
    now = read(interview)
    assert (now.status, now.version) == ("draft", 3)
    published, draft = now.details(""), now.details()
    assert [one["skills"][0]["questions"][0]["minutes"] for one in (published, draft)] == [5, 9]
    assert [(one["status"], one["version"], one["published_version"]) for one in (published, draft)] == [
        ("published", 2, 2),
        ("draft", 3, 2),
    ]


def test_a_plan_that_was_changed_since_it_was_looked_at_is_not_published(interview):
    save_question(interview, asked(interview).pk, {"minutes": 9}, {}, by=OLGA)
    with pytest.raises(VersionConflict):
        states.publish(interview, by=OLGA, version=1)
    assert read(interview).status == "draft"


def test_a_question_on_a_protected_topic_stands_against_publishing(interview):
    save_question(interview, asked(interview).pk, {"prompt": "Are you pregnant?"}, {}, by=OLGA)
    with pytest.raises(states.Blocked, match="pregnancy"):
        states.publish(interview, by=OLGA)
    assert (read(interview).status, interview.revisions.filter(kind="published").count()) == ("draft", 0)


def test_a_plan_without_questions_is_not_published(interview):
    for skill in interview.skills.all():
        gone = skill.questions.get().pk
        edit(interview, partial(questions.remove_question, identifier=gone), by=OLGA)
    with pytest.raises(states.Blocked, match="no question yet"):
        states.publish(interview, by=OLGA)


def test_a_draft_beside_a_published_version_can_be_given_up_and_is_in_the_history(interview):
    states.publish(interview, by=OLGA)
    before = read(interview).plan()
    states.begin_draft(interview)
    save_question(interview, asked(interview).pk, {"minutes": 9}, {}, by=OLGA)
    states.discard_draft(interview, by=OLGA)
    now = read(interview)
    assert (now.status, now.plan()) == ("published", before)
    assert [row.kind for row in now.revisions.all()] == ["restored", "edited", "published", "generated"]
    with pytest.raises(EditRefused, match="no draft"):
        states.discard_draft(interview, by=OLGA)


def test_an_archived_plan_comes_back_as_what_it_was(interview):
    states.archive(interview)
    with pytest.raises(EditRefused, match="archived"):
        states.begin_draft(interview)
    assert states.bring_back(interview).status == "draft"
    states.publish(interview, by=OLGA)
    states.archive(interview)
    assert states.bring_back(interview).status == "published"


def test_a_copy_has_the_same_plan_and_a_history_of_its_own(interview):
    edit(
        interview, partial(questions.change_question, identifier=asked(interview).pk, changes={"locked": True}), by=OLGA
    )
    copy = states.duplicate(interview, by=OLGA)
    original, made = read(interview).plan(), read(copy).plan()
    assert made.name == "Copy of Warehouse operative"
    assert [question.prompt for skill in made.skills for question in skill.questions] == [
        question.prompt for skill in original.skills for question in skill.questions
    ]
    assert not any(question.locked for skill in made.skills for question in skill.questions)
    assert [(row.kind, row.why) for row in copy.revisions.all()] == [("copied", "Warehouse operative, version 2")]


def test_a_deleted_interview_is_gone_and_comes_back_for_30_days(interview, team):
    states.delete(interview, by=OLGA)
    assert not Interview.objects.for_team(team).exists()
    with pytest.raises(EditRefused, match="deleted"):
        save_question(interview, asked(interview).pk, {"minutes": 9}, {}, by=OLGA)
    states.undelete(interview)
    assert Interview.objects.for_team(team).get() == interview
    states.delete(interview, by=OLGA)
    Interview.objects.update(deleted_at=timezone.now() - timedelta(days=30, minutes=1))
    with pytest.raises(EditRefused, match="30 days"):
        states.undelete(interview)
    clear_old()
    assert not Interview.objects.exists()


def test_what_was_used_in_hiring_is_archived_and_never_deleted(interview):
    states.mark_used(interview)
    with pytest.raises(EditRefused, match="archive it instead"):
        states.delete(interview, by=OLGA)
    assert states.archive(interview).status == "archived"
