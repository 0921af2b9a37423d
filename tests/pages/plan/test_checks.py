"""What is found about a plan, beside what it is about and in one list, with one click to do what is suggested."""

import re
from functools import partial

import pytest

from interviews.drafts import Fix, Intake, Replacement
from interviews.edits.questions import change_question, duplicate_question
from interviews.edits.skills import remove_skill
from interviews.models import Author, Interview, Question, Skill
from interviews.pages.plan.fix_words import on_button, when_done
from interviews.services.editing import edit
from tests.pages.plans import DESCRIPTION

OLGA = Author("olga@example.org")
OLDER = "Our team serves wine. How old are you?"
HTMX = {"HX-Request": "true"}


def text(response):
    return response.content.decode()


def read(interview):
    return Interview.objects.with_plan().get(pk=interview.pk)


def page(client, interview):
    return text(client.get(f"/interviews/{interview.pk}/"))


def set_(question, **changes):
    Question.objects.filter(pk=question.pk).update(**changes)


def key(shown, button):
    """The key that the button of an element sends."""
    found = re.search(rf'id="{button}-([0-9a-f]{{16}})"', shown)
    assert found
    return found[1]


def beside(shown, element):
    """What stands in an element of findings."""
    return shown.split(f'id="{element}-findings"')[1].split("</article>")[0].split('class="again-place"')[0]


@pytest.fixture
def first(interview):
    """The first question, which takes too long for its type: a fix plans other minutes."""
    question = interview.skills.first().questions.first()
    set_(question, minutes=9)
    return question


def fix(client, interview, sent, **headers):
    return client.post(f"/interviews/{interview.pk}/fix/", {"finding": sent}, headers=headers)


def test_a_finding_stands_beside_its_question_and_in_the_list(signed_in, interview, first):
    shown = page(signed_in, interview)
    here = beside(shown, f"question-{first.pk}")
    assert "<b>To look at</b>" in here
    assert "A behavioural question takes 5 to 6 minutes with its probes, not 9." in here
    assert "Plan 6 minutes for it." in here
    assert "Plan 6 minutes<span" in here
    assert shown.count("Plan 6 minutes<span") == 2
    assert f'<a href="#question-{first.pk}">A behavioural question takes 5 to 6 minutes' in shown
    assert "PostgreSQL, question 1" in shown
    assert '<span class="checks-count">1 to look at, 1 requirement not covered</span>' in shown
    assert re.search(r"Check <span class=\"check-count\">\(2\)</span>", shown)


def test_the_list_tells_what_blocks_first(signed_in, interview, first):
    set_(first, prompt="Are you married?")
    shown = page(signed_in, interview)
    assert '<span class="checks-count">1 blocks publishing, 2 to look at, 1 requirement not covered</span>' in shown
    assert shown.index("<h2>Blocks publishing</h2>") < shown.index("<h2>To look at</h2>")
    assert "No ground makes it lawful to ask this, so it cannot be lifted: the text has to change." in shown
    assert "Move to screen first" in shown
    assert "Ask instead" not in shown


def test_a_forbidden_question_is_moved_to_what_is_screened_first(signed_in, interview, first):
    set_(first, prompt="Are you married?")
    answer = fix(signed_in, interview, key(page(signed_in, interview), "fix"), **HTMX)
    assert "Moved to screen first. The question is removed." in text(answer)
    assert read(interview).screen_first[-1] == "Can you work the stated hours or travel as the role requires?"
    assert not Question.objects.filter(pk=first.pk).exists()


@pytest.mark.parametrize(
    ("was", "becomes", "words"),
    [
        ("evaluation_criteria.0", None, ("Remove this criterion", "Criterion removed.")),
        ("prompt", "New?", ("Take this wording", "Wording taken.")),
        ("alternate", "", ("Remove the alternate", "Alternate removed.")),
        ("samples.0", None, ("Remove sample answers", "Sample answers removed.")),
    ],
)
def test_a_button_names_what_it_does_and_the_toast_what_was_done(was, becomes, words):
    one = Fix(says="", replacements=[Replacement(where=f"skills.0.questions.1.{was}", was="x", becomes=becomes)])
    assert (on_button(one), when_done(one)) == words


def test_a_copy_is_removed_and_one_goes_on_at_its_skill(signed_in, interview):
    first = interview.skills.first().questions.first()
    edit(interview, partial(duplicate_question, identifier=first.pk), by=OLGA)
    answer = fix(signed_in, interview, key(page(signed_in, interview), "check"))
    assert answer.headers["Location"] == f"/interviews/{interview.pk}/#skill-{first.skill_id}"
    assert "Question removed." in text(signed_in.get(answer.headers["Location"]))


def test_a_skill_the_description_and_the_intake_have_theirs_too(signed_in, interview):
    Skill.objects.get(name="REST APIs in Django and FastAPI").questions.all().delete()
    Interview.objects.update(description=f"{DESCRIPTION} A rock star.", intake=Intake(strong="They were all young."))
    shown = page(signed_in, interview)
    skill = interview.skills.get(name="REST APIs in Django and FastAPI")
    here = beside(shown, f"skill-{skill.pk}")
    assert "is a must-have and no question asks for it" in here
    assert "Make it a nice-to-have" in here
    assert f"/again/?kind=new&amp;identifier={skill.pk}" in here
    assert "keeps able people from applying" in beside(shown, "description")
    assert "speaks of age, not of the work" in beside(shown, "intake")
    assert '<a href="#intake">' in shown
    assert '<a href="#description">' in shown


def test_what_has_no_place_of_its_own_is_told_in_the_list_in_full(signed_in, interview):
    Interview.objects.update(assess_elsewhere=["How old are you?"])
    shown = page(signed_in, interview)
    assert shown.count("Choose a lawful ground") == 1
    assert '<a href="#plan-before">Assess elsewhere</a>' in shown


def test_one_click_does_what_is_suggested_and_can_be_undone(signed_in, interview, first):
    answer = fix(signed_in, interview, key(page(signed_in, interview), "fix"), **HTMX)
    assert (answer.status_code, answer.headers["HX-Reswap"]) == (200, "none")
    assert Question.objects.get(pk=first.pk).minutes == 6
    assert f'<article class="question" id="question-{first.pk}" hx-swap-oob="true"' in text(answer)
    assert '<span class="checks-count">1 requirement not covered</span>' in text(answer)
    assert "Minutes changed." in text(answer)
    assert f"/interviews/{interview.pk}/undo/2/" in text(answer)
    assert 'name="csrfmiddlewaretoken"' in text(answer)


def test_without_script_it_leads_to_what_was_changed(signed_in, interview, first):
    answer = fix(signed_in, interview, key(page(signed_in, interview), "check"))
    assert answer.headers["Location"] == f"/interviews/{interview.pk}/#question-{first.pk}"
    assert "Minutes changed." in text(signed_in.get(answer.headers["Location"]))


def test_a_suggestion_for_a_text_that_has_changed_is_refused(signed_in, interview, first):
    sent = key(page(signed_in, interview), "fix")
    set_(first, minutes=12)
    answer = fix(signed_in, interview, sent, **HTMX)
    assert answer.status_code == 409
    assert "This text has been changed since it was checked, so nothing was done." in text(answer)
    assert (Question.objects.get(pk=first.pk).minutes, read(interview).version) == (12, 1)


@pytest.mark.parametrize("sent", ["", "0" * 16, "x" * 10_000])
def test_only_what_was_found_here_is_done(signed_in, interview, first, sent):
    assert fix(signed_in, interview, sent, **HTMX).status_code == 409


def test_a_suggestion_still_fits_when_its_question_has_moved(signed_in, interview):
    last = interview.skills.last().questions.first()
    set_(last, minutes=9)
    sent = key(page(signed_in, interview), "fix")
    edit(interview, partial(remove_skill, identifier=interview.skills.first().pk), by=OLGA)
    assert fix(signed_in, interview, sent, **HTMX).status_code == 200
    assert Question.objects.get(pk=last.pk).minutes == 3


def test_a_published_plan_is_not_changed_by_a_click(signed_in, interview, first):
    sent = key(page(signed_in, interview), "fix")
    Interview.objects.update(status="published")
    assert fix(signed_in, interview, sent, **HTMX).status_code == 409
    assert Question.objects.get(pk=first.pk).minutes == 9


def test_who_may_only_read_sees_what_was_found_and_no_button(viewer, interview, first):
    shown = page(viewer, interview)
    assert "takes 5 to 6 minutes" in shown
    assert "Plan 6 minutes<span" not in shown
    assert fix(viewer, interview, "0" * 16).status_code == 403


def test_a_stranger_and_a_get_do_nothing(stranger, signed_in, interview):
    assert fix(stranger, interview, "0" * 16).status_code == 404
    assert signed_in.get(f"/interviews/{interview.pk}/fix/").status_code == 405


def test_an_edit_sends_just_the_findings_that_changed(signed_in, interview, first):
    other = interview.skills.first().questions.last()
    act = partial(change_question, identifier=other.pk, changes={"locked": True})
    edit(interview, act, by=OLGA)
    answer = signed_in.post(f"/questions/{other.pk}/lock/", {"locked": "0"}, headers=HTMX)
    assert f'id="question-{first.pk}-findings"' not in text(answer)
    assert 'id="plan-checks"' in text(answer)


def test_what_a_finding_says_of_others_is_told_anew_beside_it(signed_in, interview):
    questions = [one for skill in interview.skills.all() for one in skill.questions.all()]
    for one in questions:
        set_(one, evaluation_criteria=[], rating_scale=[])
    last = questions[-1].pk
    answers = [signed_in.post(f"/questions/{last}/duplicate/", headers=HTMX) for _ in range(4)]
    told = [re.findall(r"There are \d+ more like this", text(answer)) for answer in answers]
    assert all(len(set(one)) == 1 and len(one) >= 2 for one in told[2:])


def test_the_list_of_findings_is_not_sent_to_a_page_that_shows_it(signed_in, interview):
    other = interview.skills.first().questions.last()
    found = re.search(r'data-told="(\w+)"', page(signed_in, interview))
    assert found
    told = found[1]
    lock = partial(signed_in.post, f"/questions/{other.pk}/lock/", {"locked": "1"})
    assert 'id="plan-checks"' in text(lock(headers=HTMX | {"X-Told": "0" * 16}))
    assert 'id="plan-checks"' not in text(lock(headers=HTMX | {"X-Told": told}))
    answer = signed_in.post(f"/questions/{other.pk}/duplicate/", headers=HTMX | {"X-Told": told})
    assert 'id="plan-checks"' in text(answer)


def test_publishing_lists_each_reason_with_a_way_there(signed_in, interview, first):
    set_(first, prompt="Are you married?")
    shown = text(signed_in.get(f"/interviews/{interview.pk}/publish/"))
    assert "&quot;Are you married&quot; asks the candidate about pregnancy, children, marriage or childcare." in shown
    assert f'href="/interviews/{interview.pk}/#question-{first.pk}"' in shown


def test_it_takes_one_query_more_where_a_ground_counts_and_none_for_more_findings(
    signed_in, interview, django_assert_num_queries
):
    for question in Question.objects.all():
        set_(question, prompt=f"{OLDER} {question.pk}")
    with django_assert_num_queries(13):
        signed_in.get(f"/interviews/{interview.pk}/")


def test_the_burden_of_proctoring_is_told_where_there_is_any(signed_in, interview):
    assert "Proctoring settings" not in page(signed_in, interview)
    proctoring = interview.proctoring.model_copy(update={"webcam_required": True})
    Interview.objects.update(proctoring=proctoring)
    shown = page(signed_in, interview)
    assert "A light burden: the candidate has to show themselves and their room on camera." in shown
    assert f'href="/interviews/{interview.pk}/settings/proctoring/"' in shown
