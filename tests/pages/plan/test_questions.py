"""A question's form: every field, and what cannot be."""

import pytest

from interviews.edits.fields import digest
from interviews.models import Author, Interview, Question, Role, write_plan
from tests.pages.plan.asking import HTMX, form, text, url, values
from tests.pages.plans import python_plan


@pytest.fixture
def question(interview):
    return Question.objects.get(prompt__startswith="Tell me about a schema change")


def test_the_form_shows_all_that_is_there(signed_in, question):
    page = text(signed_in.get(url(question)))
    for words in (
        "Tell me about a schema change", 'value="6"', "Splits the change", "What did you do next?", "Runs one ALTER",
        "the data of customers was lost", "How would you add a required column", "The posting asks for",
    ):  # fmt: skip
        assert words in page
    assert "<html" in page


def test_in_the_plan_the_form_comes_alone(signed_in, question):
    page = text(signed_in.get(url(question), headers=HTMX))
    assert page.strip().startswith(f'<article class="question question-open" id="question-{question.pk}"')


def test_without_script_saving_leads_back_to_the_question(signed_in, question):
    typed = {
        "prompt": " New?\r\n", "minutes": "7", "type": "situational", "drop_first": "on", "why": "",
        "follow_ups": ["And then?", " ", "Who else?"], "follow_ups_ask": ["if_needed", "all", "all"],
        "evaluation_criteria": ["One", "Two\x00"], "rating_scale_3": "Three", "red_flags": [],
    }  # fmt: skip
    answer = signed_in.post(url(question), form(signed_in, question, **typed))
    assert answer.headers["Location"] == f"/interviews/{question.skill.interview_id}/#question-{question.pk}"
    kept = values(question)
    assert (kept.prompt, kept.minutes, kept.type, kept.drop_first, kept.why) == ("New?", 7, "situational", True, "")
    assert [(probe.text, probe.ask) for probe in kept.follow_ups] == [("And then?", "if_needed"), ("Who else?", "all")]
    assert (kept.evaluation_criteria, kept.red_flags) == (["One", "Two"], [])
    assert [anchor.score for anchor in kept.rating_scale] == [1, 3, 5]
    assert kept.rating_scale[1].anchor == "Three"


def test_saving_by_itself_swaps_what_changed_and_leaves_the_form(signed_in, question):
    answer = signed_in.post(url(question), form(signed_in, question, minutes="9"), headers=HTMX)
    page = text(answer)
    assert "27 of 30 min" in page
    assert f'id="skill-{question.skill_id}-head" hx-swap-oob="true"' in page
    assert f'id="question-{question.pk}-seen" hidden hx-swap-oob="true"' in page
    assert f'name="seen-minutes" value="{digest(9)}"' in page
    assert "Saved " in page
    assert "<article" not in page
    assert answer.headers["HX-Reswap"] == "none"


def test_done_gives_the_question_and_takes_all_back_on_demand(signed_in, question):
    before = values(question)
    mine = form(signed_in, question, prompt="First?")
    signed_in.post(url(question), mine, headers=HTMX)
    again = form(signed_in, question, prompt="Second?", minutes="9", since=mine["since"])
    signed_in.post(url(question), again, headers=HTMX)
    last = form(signed_in, question, since=mine["since"], act="done")
    answer = signed_in.post(url(question), last, headers=HTMX)
    assert f'<article class="question" id="question-{question.pk}" hx-swap-oob="true"' in text(answer)
    undo = f"/questions/{question.pk}/undo/1/"
    assert f'hx-post="{undo}"' in text(answer)
    assert signed_in.post(undo, headers=HTMX).status_code == 200
    assert values(question) == before
    assert signed_in.get(undo).status_code == 405


def test_done_without_a_change_says_nothing(signed_in, question):
    answer = signed_in.post(url(question), form(signed_in, question, act="done"), headers=HTMX)
    assert "announce" not in answer.headers["HX-Trigger"]
    assert Interview.objects.get().version == 1


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"prompt": " "}, "prompt", "Enter the question as you would say it aloud."),
        ({"prompt": "x" * 10_000}, "prompt", "The question is 10000 characters long. Shorten it to 5000."),
        ({"minutes": "0"}, "minutes", "Choose from 1 to 30 minutes."),
        ({"minutes": "500"}, "minutes", "Choose from 1 to 30 minutes."),
        ({"minutes": "x"}, "minutes", "Enter the minutes as a whole number"),
        ({"minutes": ""}, "minutes", "Enter how many minutes"),
        ({"type": "riddle"}, "type", "Choose one of the list."),
        ({"red_flags": ["x"] * 13}, "red_flags", "There are 13. Keep at most 12"),
        ({"evaluation_criteria": ["x", "y" * 1001]}, "evaluation_criteria", "Criterion 2 is 1001 characters long."),
        ({"rating_scale_3": " "}, "rating_scale", "Say what an answer worth 3 shows."),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
def test_what_cannot_be_is_said_beside_its_field(signed_in, question, typed, field, sentence, headers):
    kept = {"why": "Typed <b>with care</b>"} | typed
    answer = signed_in.post(url(question), form(signed_in, question, **kept), headers=headers)
    assert answer.status_code == 422
    assert sentence in answer.context["form"].errors[field][0]
    assert f'id="question-{question.pk}-{field}-said"' in text(answer)
    assert "<b>with" not in text(answer)
    assert getattr(values(question), field) == getattr(question, field)
    assert values(question).why == ("Typed <b>with care</b>" if headers else question.why)


def test_a_page_that_comes_back_has_what_was_typed(signed_in, question):
    typed = {"minutes": "x", "red_flags": ["Flag <i>", ""], "rating_scale_5": "Five"}
    page = text(signed_in.post(url(question), form(signed_in, question, **typed)))
    assert 'value="x"' in page
    assert "Flag &lt;i&gt;" in page
    assert ">Five</textarea>" in page
    assert 'aria-invalid="true"' in page


def test_what_is_as_it_was_is_never_refused(signed_in, question):
    Question.objects.filter(pk=question.pk).update(why="w" * 3000)
    assert signed_in.post(url(question), form(signed_in, question, minutes="9")).status_code == 302
    assert values(question).minutes == 9


def test_pasted_markup_becomes_the_text_that_it_shows(signed_in, question):
    typed = {
        "prompt": "<p>What <b>breaks</b> first?</p>",
        "why": r"{\rtf1\ansi Because of \b load\b0 .}",
        "red_flags": ["<span>Guesses</span>", "Says that a < b"],
    }
    signed_in.post(url(question), form(signed_in, question, **typed), headers=HTMX)
    kept = values(question)
    assert (kept.prompt, kept.why) == ("What breaks first?", "Because of load.")
    assert kept.red_flags == ["Guesses", "Says that a < b"]


def test_a_form_that_did_not_arrive_whole_changes_nothing(signed_in, question):
    answer = signed_in.post(url(question), {"prompt": "Mine?", "minutes": "7"})
    assert answer.status_code in (409, 422)
    assert Interview.objects.get().version == 1


@pytest.mark.parametrize(
    ("act", "rows"),
    [
        ("add:evaluation_criteria", ["A", "B", "C", ""]),
        ("remove:evaluation_criteria:1", ["A", "C"]),
        ("up:evaluation_criteria:2", ["A", "C", "B"]),
        ("up:evaluation_criteria:0", ["A", "B", "C"]),
        ("down:evaluation_criteria:0", ["B", "A", "C"]),
        ("down:evaluation_criteria:9", ["A", "B", "C"]),
        ("remove:evaluation_criteria:x", ["A", "B", "C"]),
    ],
)
def test_without_script_buttons_change_rows_and_keep_the_rest(signed_in, question, act, rows):
    typed = {"evaluation_criteria": ["A", "B", "C"], "prompt": "Half typ", "minutes": "x", "act": act}
    answer = signed_in.post(url(question), form(signed_in, question, **typed))
    assert answer.status_code == 200
    assert [row["text"] for row in answer.context["form"].shown("evaluation_criteria").rows] == rows
    assert "Half typ" in text(answer)
    assert "errorlist" not in text(answer)
    assert Interview.objects.get().version == 1


def test_sample_answers_are_a_list_with_scores(signed_in, question):
    page = text(signed_in.get(url(question)))
    assert 'name="samples_score"' in page
    typed = {"samples": ["One ALTER.", " ", "<p>In <b>batches</b>.</p>"], "samples_score": ["1", "2", "5"]}
    more = signed_in.post(url(question), form(signed_in, question, **typed, act="add:samples"))
    rows = [(row["text"], row["score"]) for row in more.context["form"].shown("samples").rows]
    assert rows == [("One ALTER.", "1"), ("<p>In <b>batches</b>.</p>", "5"), ("", "4")]
    assert signed_in.post(url(question), form(signed_in, question, **typed)).status_code == 302
    assert [(one.score, one.answer) for one in values(question).samples] == [(1, "One ALTER."), (5, "In batches.")]
    signed_in.post(url(question), form(signed_in, question, samples=[], samples_score=[]), headers=HTMX)
    assert values(question).samples == []
    signed_in.post(f"/interviews/{question.skill.interview_id}/undo/3/", headers=HTMX)
    assert [one.score for one in values(question).samples] == [1, 5]


def test_reworded_without_them_the_answers_can_still_be_typed_and_removed(signed_in, question):
    mine = form(signed_in, question, prompt="Which index would you drop?")
    answer = signed_in.post(url(question), mine, headers=HTMX)
    assert "written for another wording" in text(answer)
    mine["samples"] = ["None yet: I would measure first.", mine["samples"][1]]
    mine["seen-prompt"] = digest("Which index would you drop?")
    assert signed_in.post(url(question), mine, headers=HTMX).status_code == 200
    assert values(question).source.samples_for == ""


def test_saving_takes_the_same_queries_however_long_the_plan(signed_in, team, question, django_assert_num_queries):
    plan = python_plan()
    first = plan.skills[0].questions[0]
    asked = [first.model_copy(update={"prompt": f"What was the {number}. table like?"}) for number in range(4)]
    plan.skills = [
        plan.skills[0].model_copy(update={"name": f"Skill {i}", "weight": 10, "questions": asked}) for i in range(10)
    ]
    long = write_plan(team, Role.objects.create(team=team, title="x"), plan, by=Author(""))
    for one in (question, Question.objects.filter(skill__interview=long).last()):
        mine = form(signed_in, one, minutes="9")
        with django_assert_num_queries(21):
            signed_in.post(url(one), mine, headers=HTMX)


def test_giving_up_shows_the_question_again(signed_in, question):
    part = text(signed_in.get(f"/questions/{question.pk}/", headers=HTMX))
    assert part.strip().startswith(f'<article class="question" id="question-{question.pk}"')
    page = signed_in.get(f"/questions/{question.pk}/")
    assert page.headers["Location"] == f"/interviews/{question.skill.interview_id}/#question-{question.pk}"


def test_a_viewer_may_not(viewer, question):
    assert viewer.get(url(question)).status_code == 403
    assert viewer.post(url(question), {"prompt": "x"}).status_code == 403
    assert viewer.get(f"/questions/{question.pk}/", headers=HTMX).status_code == 200


def test_a_stranger_finds_nothing(stranger, question):
    assert stranger.get(url(question)).status_code == 404
    assert stranger.post(url(question), {"interview": question.interview.pk}).status_code == 404
    assert stranger.get(f"/questions/{question.pk}/").status_code == 404


@pytest.mark.parametrize("identifier", ["999999", "9" * 30])
def test_a_question_that_never_was_is_not_found(signed_in, interview, identifier):
    assert signed_in.get(f"/questions/{identifier}/").status_code == 404
    assert signed_in.get(f"/questions/{identifier}/edit/").status_code == 404
    for sent in ({}, {"interview": interview.pk}, {"interview": "x" * 30}):
        assert signed_in.post(f"/questions/{identifier}/edit/", sent).status_code == 404


def test_wrong_methods_are_refused(signed_in, question):
    assert signed_in.delete(url(question)).status_code == 405
    assert signed_in.post(f"/questions/{question.pk}/").status_code == 405
