"""A skill from the built-in library."""

import pytest

from interviews.models import Interview
from tests.pages.plan.parts import HTMX, text


def url(interview):
    return f"/interviews/{interview.pk}/skills/library/"


def test_words_find_competencies_and_the_plan_leads_there(signed_in, interview):
    assert url(interview) in text(signed_in.get(f"/interviews/{interview.pk}/"))
    page = signed_in.get(url(interview), {"q": "forklift"})
    assert "<html" in text(page)
    assert page.context["rows"]
    part = text(signed_in.get(url(interview), {"q": "forklift"}, headers=HTMX))
    assert part.strip().startswith('<div id="library-skills">')
    assert "No skill of the library" in text(signed_in.get(url(interview), {"q": "qzxv"}))


@pytest.mark.parametrize("with_question", [False, True])
def test_it_brings_its_name_its_reference_and_on_request_a_question(signed_in, interview, with_question):
    key, name, _family, _taken = signed_in.get(url(interview), {"q": "forklift"}).context["rows"][0]
    sends = {"competency": key, "importance": "nice_to_have"} | ({"with_question": "1"} if with_question else {})
    answer = signed_in.post(url(interview), sends)
    assert answer.headers["Location"] == f"/interviews/{interview.pk}/#new-skill"
    added = interview.skills.get(reference=key)
    assert (added.name, added.importance, added.questions.count()) == (name, "nice_to_have", int(with_question))
    assert all(one.source.reference.startswith(key) for one in added.questions.all())
    assert "In this plan already" in text(signed_in.get(url(interview), {"q": "forklift"}))
    again = signed_in.post(url(interview), sends, headers=HTMX)
    assert (again.status_code, "already has a skill called" in text(again)) == (409, True)


def test_what_is_not_there_is_refused(signed_in, viewer, stranger, interview):
    answer = signed_in.post(url(interview), {"competency": "none.such"}, headers=HTMX)
    assert (answer.status_code, "Choose a skill from the list" in text(answer)) == (409, True)
    assert viewer.get(url(interview)).status_code == 403
    assert stranger.get(url(interview)).status_code == 404
    Interview.objects.update(status="archived")
    assert "Bring it back" in text(signed_in.get(url(interview), follow=True))
