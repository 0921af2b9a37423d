"""What others say about a plan."""

from datetime import timedelta
from functools import partial

import pytest

from interviews.edits.questions import remove_question
from interviews.models import Approval, Author, Comment, Interview, ReviewLink
from interviews.services import states, sweeping
from interviews.services.editing import edit, save_question, undo
from interviews.services.reviews import LinkOver, PlanMoved, Said, answer, hear, subjects, words_that_count
from interviews.services.since import changed_since

OLGA = Author("olga@example.org")


@pytest.fixture
def link(interview):
    return ReviewLink.issue(interview, "Helen")[0]


def read(interview):
    return Interview.objects.with_plan().get(pk=interview.pk)


def question(interview):
    return interview.skills.first().questions.get()


def test_a_secret_has_256_bits_and_opens_for_14_days(interview):
    link, secret = ReviewLink.issue(interview, "Helen")
    lifetime = link.expires_at - link.created_at
    assert (len(secret), round(lifetime / timedelta(days=1), 3)) == (43, 14)
    assert ReviewLink.find(secret) == link


def test_all_of_it_is_kept_or_nothing(interview, link):
    save_question(interview, question(interview).pk, {"minutes": 9}, {}, by=OLGA)
    with pytest.raises(PlanMoved):
        hear(link, read(interview), Said("Helen", 1, {"plan": "Good"}, "approved"))
    assert not Comment.objects.exists()
    hear(link, read(interview), Said("Helen", 1, {"plan": "Good"}, "changes", "Shorter"))
    assert (Comment.objects.count(), Approval.objects.get().version) == (1, 1)


def test_the_last_word_of_each_link_counts(interview, link):
    other, _secret = ReviewLink.issue(interview, "Sam")
    hear(link, interview, Said("Helen", 1, decision="approved"))
    hear(other, interview, Said("Sam", 1, decision="approved"))
    hear(link, interview, Said("Helen", 1, decision="changes", note="On second thought"))
    words = [(word.approval.name, word.approval.decision) for word in words_that_count(interview)]
    assert words == [("Helen", "changes"), ("Sam", "approved")]


def test_publishing_is_no_save_since(interview, link):
    hear(link, interview, Said("Helen", 1, decision="approved"))
    states.publish(interview, by=OLGA)
    assert [word.saves_since for word in words_that_count(read(interview))] == [0]
    states.begin_draft(interview)
    save_question(interview, question(interview).pk, {"minutes": 9}, {}, by=OLGA)
    assert [word.saves_since for word in words_that_count(read(interview))] == [1]


def test_saves_after_which_the_plan_is_the_same_again_do_not_count(interview, link):
    asked = question(interview)
    save_question(interview, asked.pk, {"minutes": 9}, {}, by=OLGA)
    hear(link, read(interview), Said("Helen", 2, decision="approved"))
    states.publish(read(interview), by=OLGA)
    states.begin_draft(interview)
    save_question(interview, asked.pk, {"minutes": 7}, {}, by=OLGA)
    assert [word.saves_since for word in words_that_count(read(interview))] == [1]
    states.discard_draft(interview, by=OLGA)
    assert read(interview).version == 5
    assert [word.saves_since for word in words_that_count(read(interview))] == [0]
    hear(link, read(interview), Said("Helen", 2, decision="approved", note="Still fine"))


def test_nothing_is_kept_of_a_link_that_ends_meanwhile(interview, link):
    ReviewLink.objects.get().revoke()
    with pytest.raises(LinkOver):
        hear(link, interview, Said("Helen", 1, {"plan": "Good"}, "approved"))
    assert not Comment.objects.exists()


def test_what_changed_is_told_by_part_and_without_what_nobody_outside_sees(interview):
    asked = question(interview)
    save_question(interview, asked.pk, {"locked": True}, {}, by=OLGA)
    assert changed_since(read(interview), 1) == frozenset()
    save_question(interview, asked.pk, {"locked": False}, {}, by=OLGA)
    save_question(interview, asked.pk, {"minutes": 9}, {}, by=OLGA)
    assert changed_since(read(interview), 1) == {f"question-{asked.pk}"}
    assert changed_since(read(interview), 4) == frozenset()


def test_a_comment_comes_back_with_its_question(interview, link):
    asked = question(interview)
    key = f"question-{asked.pk}"
    hear(link, interview, Said("Helen", 1, {key: "Too narrow."}))
    edit(interview, partial(remove_question, identifier=asked.pk), by=OLGA)
    assert key not in subjects(read(interview))
    undo(interview, 2, by=OLGA)
    assert key in subjects(read(interview))
    assert Comment.objects.get().question == asked.pk


def test_an_answer_is_no_open_comment(interview, link, owner):
    hear(link, interview, Said("Helen", 1, {"plan": "Good"}))
    answer(Comment.objects.get(), "Thank you.", by=owner)
    assert Comment.objects.open().counted() == [(None, None, 1)]


def test_with_the_interview_all_of_it_is_deleted(interview, link, owner):
    hear(link, interview, Said("Helen", 1, {"plan": "Good"}, "approved"))
    answer(Comment.objects.get(), "Thank you.", by=owner)
    states.delete(interview, by=OLGA)
    assert Comment.objects.count() == 2
    sweeping.clear_away(timedelta(0))
    assert not any(model.objects.exists() for model in (Interview, ReviewLink, Comment, Approval))
