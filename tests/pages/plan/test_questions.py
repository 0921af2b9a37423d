"""A question's form: every field, what cannot be, what others did meanwhile."""

from functools import partial

import pytest
from django.test import Client

from interviews.edits.fields import digest
from interviews.edits.questions import remove_question
from interviews.edits.skills import remove_skill
from interviews.models import Author, Interview, Membership, Question, Role, User, write_plan
from interviews.services.editing import edit, save_question
from tests.pages.plans import python_plan

HTMX = {"HX-Request": "true"}
EDGAR = Author("edgar@example.org")


@pytest.fixture
def question(interview):
    return Question.objects.get(prompt__startswith="Tell me about a schema change")


def text(response):
    return response.content.decode()


def url(question):
    return f"/questions/{question.pk}/edit/"


def form(browser, question, **typed):
    """What a browser sends: the form as it was shown, with what the person typed."""
    page = browser.get(url(question))
    shown = page.context["form"]
    sent = {f"seen-{name}": value for name, value in shown.seen().items()}
    sent["keeper"] = text(page).split('name="keeper" value="')[1].split('"')[0]
    for field in shown.everything:
        if field.kind in {"lines", "probes"}:
            sent[field.name] = [row["text"] for row in field.rows]
        elif field.kind == "anchors":
            sent |= {f"rating_scale_{row['score']}": row["text"] for row in field.rows}
        elif field.kind != "switch" or field.field.value():
            sent[field.name] = field.field.value()
    sent["follow_ups_ask"] = [row["ask"] for row in shown.shown("follow_ups").rows]
    interview = question.skill.interview
    return sent | {"interview": interview.pk, "since": interview.version} | typed


def theirs(question, **changes):
    """Somebody else changes the question."""
    save_question(question.skill.interview, question.pk, changes, {}, by=EDGAR)


def values(question):
    return Question.objects.get(pk=question.pk).draft()


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


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
def test_a_conflict_shows_theirs_and_saves_all_else(signed_in, question, headers):
    mine = form(signed_in, question, prompt="Mine?", minutes="7", red_flags=["Mine"])
    theirs(question, prompt="Theirs?", red_flags=["Theirs"])
    answer = signed_in.post(url(question), mine, headers=headers)
    assert answer.status_code == 409
    assert text(answer).count('class="theirs"') == 2
    assert 'value="keep:prompt"' in text(answer)
    kept = values(question)
    assert (kept.prompt, kept.minutes, kept.red_flags) == ("Theirs?", 7, ["Theirs"])


def test_a_conflict_is_settled_field_by_field(signed_in, question):
    mine = form(signed_in, question, prompt="Mine?", red_flags=["Mine"])
    theirs(question, prompt="Theirs?", red_flags=["Theirs"])
    first = signed_in.post(url(question), mine | {"act": "keep:prompt"}, headers=HTMX)
    assert first.status_code == 409
    assert text(first).count('class="theirs"') == 1
    mine["seen-prompt"] = digest("Mine?")
    taken = signed_in.post(url(question), mine | {"act": "take:red_flags"}, headers=HTMX)
    assert taken.status_code == 200
    assert f'id="question-{question.pk}-red_flags-field"' in text(taken)
    assert (values(question).prompt, values(question).red_flags) == ("Mine?", ["Theirs"])


def test_what_somebody_else_changed_stays_when_i_did_not_touch_it(signed_in, question):
    mine = form(signed_in, question, minutes="7")
    theirs(question, prompt="Theirs?")
    page = text(signed_in.post(url(question), mine, headers=HTMX))
    assert f'name="seen-prompt" value="{mine["seen-prompt"]}"' in page
    mine["seen-minutes"] = digest(7)
    signed_in.post(url(question), mine | {"minutes": "8"}, headers=HTMX)
    assert (values(question).prompt, values(question).minutes) == ("Theirs?", 8)


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
def test_a_question_that_went_keeps_what_was_typed(signed_in, question, headers):
    mine = form(signed_in, question, prompt="Mine?")
    edit(question.interview, partial(remove_question, identifier=question.pk), by=EDGAR)
    answer = signed_in.post(url(question), mine, headers=headers)
    assert answer.status_code == 409
    assert "edgar@example.org removed this question" in text(answer)
    back = signed_in.post(url(question), mine | {"act": "back"}, headers=headers)
    assert back.status_code == (200 if headers else 302)
    assert values(question).prompt == "Mine?"


def test_a_question_that_went_with_its_skill_can_be_put_back_as_a_new_one(signed_in, question):
    mine = form(signed_in, question, prompt="Mine?")
    edit(question.interview, partial(remove_skill, identifier=question.skill_id), by=EDGAR)
    answer = signed_in.post(url(question), mine | {"act": "again"}, headers=HTMX)
    assert f'<div id="question-{question.pk}" hx-swap-oob="delete">' in text(answer)
    made = Question.objects.get(prompt="Mine?")
    assert (made.pk == question.pk, made.skill.name, made.minutes) == (False, "Kubernetes", 6)


def test_a_locked_question_is_read_only(signed_in, question):
    mine = form(signed_in, question, minutes="9")
    theirs(question, locked=True)
    page = text(signed_in.get(url(question)))
    assert "<fieldset disabled>" in page
    assert "Unlock it first" in page
    answer = signed_in.post(url(question), mine, headers=HTMX)
    assert answer.status_code == 409
    assert "Unlock it first" in text(answer)


def test_signed_out_a_part_is_answered_with_401_and_a_page_keeps_what_was_typed(signed_in, question, owner):
    mine = form(signed_in, question, prompt="Typed with care?", minutes="7")
    away = Client()
    assert away.post(url(question), mine, headers=HTMX | {"X-Kept": "main"}).status_code == 401
    answer = away.post(url(question), mine)
    assert answer.headers["Location"] == f"/accounts/login/?next={url(question)}"
    sent = {"login": owner.email, "password": "a-long-passphrase", "next": url(question)}
    assert away.post("/accounts/login/", sent).headers["Location"] == url(question)
    page = text(away.get(url(question)))
    assert "Typed with care?" in page
    assert "This was not saved" in page
    assert "Typed with care?" not in text(away.get(url(question)))


def test_what_was_typed_is_shown_to_nobody_else_and_kept_for_nobody_who_was_not_here(signed_in, viewer, question, team):
    mine = form(signed_in, question, prompt="Typed with care?")
    shared = Client()
    shared.post(url(question), mine)
    other = User.objects.create_user("other@example.org", "a-long-passphrase")
    Membership.objects.create(user=other, team=team, level="editor")
    sent = {"login": other.email, "password": "a-long-passphrase", "next": url(question)}
    shared.post("/accounts/login/", sent)
    assert "Typed with care?" not in text(shared.get(url(question)))
    stranger = Client()
    stranger.post(url(question), {**mine, "keeper": "made up"})
    assert "sessionid" not in stranger.cookies


def test_a_form_that_is_too_old_shows_again_what_was_typed(signed_in, question, owner):
    mine = form(signed_in, question, prompt="Typed with care?")
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
    assert strict.post(url(question), mine, headers=HTMX).status_code == 403
    assert strict.post(f"/questions/{question.pk}/remove/", mine).status_code == 403
    assert strict.post(url(question), mine).headers["Location"] == url(question)
    assert "Typed with care?" in text(strict.get(url(question)))
    assert values(question).prompt == question.prompt


def test_the_token_is_told_with_who_is_signed_in(signed_in, owner):
    answer = signed_in.get("/token/")
    assert answer.json()["person"] == owner.pk
    assert len(answer.json()["token"]) == 64
    assert Client().get("/token/").json()["person"] is None
    assert "no-store" in answer.headers["Cache-Control"]


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
