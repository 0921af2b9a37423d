"""Sample answers that are left behind when their question is reworded: remembered, found, taken away by one click."""

import pytest

from interviews.checks import check
from interviews.drafts import Sample
from interviews.edits.fixes import take_fix
from interviews.edits.questions import change_question
from tests.checks.questions import COUNT, JAM, plan, question, skill

ANSWERS = [Sample(score=2, answer="I open the guard and pull the bottle out."), Sample(score=4, answer="I stop it.")]
ANEW = [Sample(score=4, answer="I count twice and ask who signed.")]


def asked(**changes):
    return plan(skill("Line", 100, question(JAM, id=7, samples=ANSWERS, **changes)))


def after(*steps):
    made = asked()
    for changes in steps:
        made = change_question(made, 7, changes)
    return made


def of(made):
    return made.skills[0].questions[0]


@pytest.mark.parametrize(
    ("steps", "remembered"),
    [
        ([{"prompt": COUNT}], JAM),
        ([{"prompt": COUNT}, {"minutes": 4}, {"prompt": "Which seal do you take?"}], JAM),
        ([{"prompt": COUNT}, {"prompt": JAM}], ""),
        ([{"prompt": COUNT}, {"samples": ANEW}], ""),
        ([{"prompt": COUNT, "samples": ANEW}], ""),
        ([{"samples": []}, {"prompt": COUNT}], ""),
    ],
)
def test_a_question_remembers_for_what_its_sample_answers_were_written(steps, remembered):
    assert of(after(*steps)).source.samples_for == remembered


def test_sample_answers_for_another_wording_are_found_and_removed():
    made = after({"prompt": COUNT})
    (finding,) = check(made)
    assert (finding.code, finding.where, finding.words) == ("craft.samples", "skills.0.questions.0.samples.0", JAM)
    assert finding.reason.startswith("The sample answers were written for another wording; read the probes, criteria")
    taken = take_fix(made, finding)
    assert (of(taken).samples, check(taken)) == ([], [])


def test_the_same_in_other_words_is_not_another_wording():
    same = "A bottle is stuck behind the guard and the filler has jammed: what would you do first?"
    assert check(after({"prompt": same})) == []
    foreign = asked(source={"samples_for": "充填機が詰まり、瓶が引っかかっています。最初に何をしますか?"})
    of(foreign).prompt = "充填機が詰まり、瓶が引っかかっています。まず何をしますか?"
    assert check(foreign) == []


def test_a_fix_that_rewords_keeps_in_mind_what_the_answers_were_written_for():
    closed = "Have you ever led a crew of ten?"
    made = plan(skill("Line", 100, question(closed, samples=ANSWERS)))
    (finding,) = check(made)
    taken = take_fix(made, finding)
    assert (of(taken).source.samples_for, check(taken)) == (closed, [])
