"""Edits are conditional on the version that the person saw."""

import pytest

from interviews.drafts import General, Proctoring
from interviews.models import Question, VersionConflict
from interviews.services.editing import change_general, change_proctoring, edit_question


def test_an_edit_is_kept_and_counted(interview):
    question = interview.skills.first().questions.get()
    edit_question(question, version=1, prompt=" How do you check a seal?\r\nAloud. ", minutes=4)
    kept = Question.objects.get(pk=question.pk)
    interview.refresh_from_db()
    assert (kept.prompt, kept.minutes, interview.version) == ("How do you check a seal?\nAloud.", 4, 2)


def test_an_edit_of_an_older_version_writes_nothing(interview):
    question = interview.skills.first().questions.get()
    edit_question(question, version=1, prompt="Mine?", minutes=4)
    with pytest.raises(VersionConflict):
        edit_question(question, version=1, prompt="Theirs?", minutes=9)
    assert Question.objects.get(pk=question.pk).prompt == "Mine?"


def test_an_edit_is_checked_and_its_finding_goes_when_it_is_mended(interview):
    question = interview.skills.first().questions.get()
    edit_question(question, version=1, prompt="So, how old are you, and how long do you plan to stay?", minutes=4)
    interview.refresh_from_db()
    assert [finding.code for finding in interview.findings] == ["prohibited.age", "plan.too_short"]
    edit_question(question, version=2, prompt="How do you check the seal of a trailer before it leaves?", minutes=4)
    interview.refresh_from_db()
    assert [finding.code for finding in interview.findings] == ["plan.too_short"]


def test_settings_are_replaced_on_the_version_seen(interview):
    change_general(interview, General(cutoff=7), version=1)
    change_proctoring(interview, Proctoring(gaze_tracking=True), version=2)
    interview.refresh_from_db()
    assert (interview.general.cutoff, interview.proctoring.gaze_tracking, interview.version) == (7, True, 3)
    with pytest.raises(VersionConflict):
        change_general(interview, General(cutoff=1), version=1)
