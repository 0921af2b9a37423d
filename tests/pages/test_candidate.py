"""The candidate sheet as a page."""

from html import unescape

from interviews.drafts import PROCTORING_PRESETS
from interviews.models import Author
from interviews.services.settings import change_proctoring


def url(interview):
    return f"/interviews/{interview.pk}/candidate/"


def sheet(response):
    return unescape(response.content.decode().partition("<article")[2].partition("</article>")[0])


def test_it_says_what_to_expect_and_no_question(signed_in, interview):
    shown = sheet(signed_in.get(url(interview)))
    assert "REST APIs in Django and FastAPI" in shown
    assert "It takes 15 to 30 minutes." in shown
    assert "Asking does not count against you." in shown
    for question in (question for skill in interview.skills.all() for question in skill.questions.all()):
        assert question.prompt not in shown
        assert not [criterion for criterion in question.evaluation_criteria if criterion in shown]
    assert "40 %" not in shown


def test_it_is_kept_in_step_with_the_settings(signed_in, interview):
    assert "Nothing. No interview platform" in sheet(signed_in.get(url(interview)))
    change_proctoring(interview, PROCTORING_PRESETS["light"], version=interview.version, by=Author("olga@example.org"))
    shown = sheet(signed_in.get(url(interview)))
    assert "Leaving the page is counted" in shown
    assert "Version 2" in shown


def test_a_viewer_may_and_a_stranger_finds_nothing(viewer, stranger, interview, client):
    assert viewer.get(url(interview)).status_code == 200
    assert stranger.get(url(interview)).status_code == 404
    assert client.get(url(interview)).status_code == 302
    assert viewer.post(url(interview)).status_code == 405


def test_it_takes_a_fixed_number_of_queries(signed_in, interview, django_assert_num_queries):
    with django_assert_num_queries(7):
        signed_in.get(url(interview))
