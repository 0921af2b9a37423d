"""Deciding on what a regeneration proposes."""

from functools import partial

import pytest

from interviews.edits import questions
from interviews.edits.proposals import differing
from interviews.edits.refusals import EditRefused, Gone
from interviews.models import Author, Interview, Proposal
from interviews.pipeline import runner
from interviews.services.editing import edit, undo
from interviews.services.proposals import add_instead, keep, take, take_all
from interviews.services.regeneration import Again, start_regeneration

OLGA = Author("olga@example.org")


def read(interview):
    return Interview.objects.with_plan().get(pk=interview.pk)


def asked(interview):
    return [question for skill in read(interview).plan().skills for question in skill.questions]


@pytest.fixture
def proposal(interview):
    """For both questions of the interview."""
    runner.run(str(start_regeneration(interview, Again("interview")).pk))
    return Proposal.objects.get()


def change(interview, question, **changes):
    edit(interview, partial(questions.change_question, identifier=question, changes=changes), by=OLGA)


def test_a_whole_question_is_taken_and_keeps_its_place_and_id(interview, proposal):
    before, one = asked(interview), proposal.content.questions[0]
    edited = take(proposal, [one.replaces], by=OLGA)
    after = asked(interview)
    assert [question.id for question in after] == [question.id for question in before]
    assert (after[0].prompt, after[0].source) == (one.question.prompt, one.question.source)
    assert after[1] == before[1]
    assert edited.interview.revisions.first().kind == "taken"
    proposal.refresh_from_db()
    assert ([one.decided for one in proposal.content.questions], proposal.status) == (["taken", ""], "open")


def test_parts_are_taken_and_the_rest_stays(interview, proposal):
    before, one = asked(interview)[0], proposal.content.questions[0]
    take(proposal, [one.replaces], by=OLGA, parts=["evaluation_criteria", "rating_scale"])
    after = asked(interview)[0]
    assert after.evaluation_criteria == one.question.evaluation_criteria
    assert after.rating_scale == one.question.rating_scale
    assert (after.prompt, after.follow_ups, after.source) == (before.prompt, before.follow_ups, before.source)


def test_taken_it_can_be_undone(interview, proposal):
    before = asked(interview)
    edited = take(proposal, [before[0].id], by=OLGA)
    undo(interview, edited.interview.version, by=OLGA)
    assert asked(interview) == before


def test_keeping_all_leaves_the_plan_as_it_is(interview, proposal):
    before = read(interview).plan()
    keep(proposal, None, by=OLGA)
    proposal.refresh_from_db()
    assert (proposal.status, read(interview).plan()) == ("dismissed", before)
    with pytest.raises(EditRefused, match="decided on this proposal already"):
        take(proposal, [proposal.content.questions[0].replaces], by=OLGA)


def test_no_part_is_no_answer(interview, proposal):
    with pytest.raises(EditRefused, match="at least one part"):
        take(proposal, [proposal.content.questions[0].replaces], by=OLGA, parts=[])


def test_all_is_taken_but_what_was_locked_or_removed_meanwhile(interview, proposal):
    first, second = asked(interview)
    change(interview, second.id, locked=True)
    edited, left = take_all(proposal, by=OLGA)
    assert ({change.identifier for change in edited.changes if change.subject == "question"}, left) == ({first.id}, 1)
    with pytest.raises(EditRefused, match="locked since"):
        take(Proposal.objects.get(), [second.id], by=OLGA)
    assert take_all(Proposal.objects.get(), by=OLGA) == (None, 1)


def test_what_is_proposed_for_a_removed_question_can_be_added(interview, proposal):
    one = proposal.content.questions[0]
    edit(interview, partial(questions.remove_question, identifier=one.replaces), by=OLGA)
    with pytest.raises(Gone):
        take(proposal, [one.replaces], by=OLGA)
    add_instead(proposal, one.replaces, by=OLGA)
    added = read(interview).plan().skills[0].questions
    assert [question.prompt for question in added] == [one.question.prompt]
    assert added[0].id != one.replaces


def test_only_chosen_questions_are_written_again_and_no_locked_skill(interview):
    _first, second = asked(interview)
    runner.run(str(start_regeneration(interview, Again("questions", questions=(second.id, 99))).pk))
    assert [one.replaces for one in Proposal.objects.get().content.questions] == [second.id]


def test_parts_that_are_equal_do_not_differ(interview):
    first, second = asked(interview)
    assert differing(first, first) == []
    assert differing(first, first.model_copy(update={"minutes": 9})) == ["kind"]
    assert "prompt" in differing(first, second)
