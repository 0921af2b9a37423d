"""Evidence on the page: words are marked, taken away, dismissed."""

import pytest

from interviews.models import Interview
from tests.pages.plan.parts import HTMX, text
from tests.pages.plans import DESCRIPTION, cited

WORDS = "Review the code of two junior colleagues"


@pytest.fixture
def skill(interview):
    return interview.skills.get(name="Kubernetes")


def url(interview, what="evidence"):
    return f"/interviews/{interview.pk}/{what}/"


def quotes(skill):
    skill.refresh_from_db()
    return [one.quote for one in skill.evidence]


@pytest.mark.parametrize("shift", [0, 2])
def test_marked_words_become_evidence_where_they_stand_now(signed_in, interview, skill, shift):
    start = DESCRIPTION.index(WORDS) + shift
    sends = {"words": WORDS, "start": start, "end": start + len(WORDS), "skill": skill.pk}
    page = text(signed_in.post(url(interview), sends, headers=HTMX))
    assert ('id="description"' in page, "Evidence marked." in page) == (True, True)
    assert f'id="skill-{skill.pk}-head" hx-swap-oob="true"' in page
    assert quotes(skill) == [WORDS, "Kubernetes"]
    signed_in.post(f"/interviews/{interview.pk}/undo/2/")
    assert quotes(skill) == ["Kubernetes"]


def test_pasted_words_do_without_script_and_cover_a_gap(signed_in, interview, skill):
    answer = signed_in.post(url(interview), {"words": " on-call\r\nrotation ", "skill": skill.pk})
    assert answer.headers["Location"] == f"/interviews/{interview.pk}/#description"
    assert (quotes(skill), Interview.objects.get().gaps) == (["on-call rotation", "Kubernetes"], [])


@pytest.mark.parametrize(
    ("sends", "sentence"),
    [
        ({"words": ""}, "Enter the words"),
        ({"words": "Rust"}, "These words are not in the description."),
        ({"words": "x" * 4001}, "Mark a shorter phrase"),
        ({"words": WORDS, "skill": ""}, "Choose the skill"),
        ({"words": WORDS, "skill": "999999"}, "not one of the available choices"),
        ({"words": "Rust", "start": "0", "end": "4"}, "was changed since you opened it"),
    ],
)
def test_what_cannot_be_marked_comes_back(signed_in, interview, skill, sends, sentence):
    sends = {"skill": skill.pk} | sends
    page = signed_in.post(url(interview), sends)
    assert (page.status_code, sentence in text(page)) == (422, True)
    assert page.context["phrase"]["words"].value() == sends["words"]
    part = signed_in.post(url(interview), sends, headers=HTMX)
    assert (part.status_code, sentence in text(part), part.headers["HX-Reswap"]) == (422, True, "none")
    assert Interview.objects.get().version == 1


def test_the_page_for_a_phrase_shows_the_description(signed_in, interview):
    assert WORDS in text(signed_in.get(url(interview)))


def test_a_piece_of_evidence_is_taken_away_and_is_not_covered_now(signed_in, interview, skill):
    span = cited("Kubernetes")[0]
    page = text(signed_in.get(f"/interviews/{interview.pk}/"))
    assert f'name="span" value="{span.start}-{span.end}"' in page
    signed_in.post(f"/skills/{skill.pk}/uncite/", {"span": f"{span.start}-{span.end}"}, headers=HTMX)
    assert (quotes(skill), [gap.quote for gap in Interview.objects.get().gaps][-1]) == ([], "Kubernetes")


def test_a_gap_is_dismissed_or_becomes_evidence(signed_in, interview, skill):
    gap = interview.gaps[0]
    span = f"{gap.start}-{gap.end}"
    signed_in.post(url(interview, "gaps"), {"span": span, "dismiss": "1"})
    assert Interview.objects.get().gaps == []
    signed_in.post(f"/interviews/{interview.pk}/undo/2/")
    signed_in.post(url(interview, "gaps"), {"span": span, "skill": skill.pk}, headers=HTMX)
    assert (quotes(skill), Interview.objects.get().gaps) == (["on-call rotation", "Kubernetes"], [])


@pytest.mark.parametrize("span", ["", "x-y", "5", "9" * 30 + "-2"])
def test_places_that_are_none_are_refused(signed_in, interview, skill, span):
    for address in (url(interview, "gaps"), f"/skills/{skill.pk}/uncite/"):
        answer = signed_in.post(address, {"span": span, "skill": skill.pk}, headers=HTMX)
        assert answer.status_code in ((409, 200) if span.startswith("9") else (409,))
    assert Interview.objects.get().version == 1


def test_a_frozen_plan_refuses(signed_in, interview, skill):
    Interview.objects.update(status="archived")
    for address in (url(interview), url(interview, "gaps"), f"/skills/{skill.pk}/uncite/"):
        answer = signed_in.post(address, {"words": WORDS, "skill": skill.pk, "span": "1-5"}, headers=HTMX)
        assert (answer.status_code, "Bring it back" in text(answer)) == (409, True)


def test_who_may_not_and_what_is_not_there(viewer, stranger, interview):
    for address in (url(interview), url(interview, "gaps")):
        assert viewer.post(address).status_code == 403
        assert stranger.post(address).status_code == 404
