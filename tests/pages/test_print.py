"""The interviewer's kit, to print."""

import re
from html import unescape

import pytest

from interviews.exports.facts import Facts
from interviews.exports.kit_making import kit
from tests.exports.kits import bare, strings


def url(interview):
    return f"/interviews/{interview.pk}/print/"


def said(response):
    """The text of the kit on the page, without tags."""
    paper = response.content.decode().partition("<article")[2].partition("</article>")[0]
    return bare(unescape(re.sub(r"<[^>]*>", " ", paper)))


def test_the_page_says_every_word_of_the_kit(signed_in, interview):
    answer = signed_in.get(url(interview))
    described = kit(interview.plan(), Facts(interview.pk, 1, "draft", "Clinic software", None))
    shown = said(answer)
    assert [text for text in strings(described) if bare(text) not in shown] == ["Page"]
    assert "css/print.css" in answer.content.decode()


def test_text_is_never_markup(signed_in, interview):
    interview.skills.update(name="<script>alert(1)</script>")
    page = signed_in.get(url(interview)).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_viewer_may_and_a_stranger_finds_nothing(viewer, stranger, interview, client):
    assert viewer.get(url(interview)).status_code == 200
    assert stranger.get(url(interview)).status_code == 404
    assert client.get(url(interview)).status_code == 302
    assert viewer.get("/interviews/999999/print/").status_code == 404
    assert viewer.post(url(interview)).status_code == 405


@pytest.fixture
def published(interview):
    """The interview, published as version 1 and changed since."""
    revision = interview.revisions.get()
    interview.published_revision, interview.status, interview.version = revision, "published", 2
    interview.name = "Changed since"
    interview.save(update_fields=["published_revision", "status", "version", "name"])
    return interview


def test_interviews_are_held_with_the_published_version(signed_in, published):
    shown = said(signed_in.get(url(published)))
    assert "SeniorPythonDeveloper·Version1,published" in shown
    assert "Changedsince" not in shown
    draft = said(signed_in.get(url(published), {"version": "draft"}))
    assert "Changedsince·Version2,draft" in draft


def test_it_takes_the_same_queries_however_long_the_plan_is(signed_in, interview, django_assert_num_queries):
    with django_assert_num_queries(7):
        signed_in.get(url(interview))
    for skill in interview.skills.all():
        for question in skill.questions.all():
            question.pk = None
            question.save()
    with django_assert_num_queries(7):
        signed_in.get(url(interview))


def test_the_plan_leads_to_it(signed_in, interview):
    assert f'href="{url(interview)}"' in signed_in.get(f"/interviews/{interview.pk}/").content.decode()
