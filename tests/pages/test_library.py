"""The question library: its list, its search and its questions."""

import pytest
from django.urls import reverse

from interviews.drafts import Source
from interviews.library.catalogue import catalogue
from interviews.models import Question, Team
from tests.pages.library import BUILT_IN, PROHIBITED, PROMPT, row

HTMX = {"HX-Request": "true"}


def text(answer):
    return answer.content.decode()


def prompts(browser, **query):
    return [one.card.prompt for one in browser.get("/library/", query).context["rows"]]


def test_the_list_shows_the_teams_own_first_and_links_to_it_from_every_page(signed_in, team):
    row(team, status="approved")
    page = text(signed_in.get("/library/"))
    assert f'<a href="{reverse("library")}" aria-current="page">Question library</a>' in page
    assert f"{len(catalogue().cards) + 1} questions" in page
    assert page.index(PROMPT) < page.index(catalogue().cards[0].prompt)
    assert "Approved" in page
    assert "Built in" in page
    assert f'href="{reverse("library")}">Question library' in text(signed_in.get("/interviews/"))


def test_words_skill_family_type_level_and_status_narrow_it(signed_in, team):
    row(team)
    row(team, "An old one?", status="retired")
    assert prompts(signed_in, q="SEAL trailer", origin="draft") == [PROMPT]
    assert prompts(signed_in, skill="receiving", origin="team") == [PROMPT]
    assert prompts(signed_in, origin="approved") == []
    assert prompts(signed_in, origin="retired") == ["An old one?"]
    found = signed_in.get("/library/", {"family": "legal", "type": "situational", "level": "lead"}).context["rows"]
    assert {(one.card.family, one.card.type, "lead" in one.card.levels) for one in found} == {
        ("legal", "situational", True)
    }
    assert len(prompts(signed_in, family="nobody", type="x", level="x", origin="x", sort="x", page="x")) == 25


def test_it_is_sorted_by_skill_minutes_or_use(signed_in, team, interview):
    used = row(team, "Last?", competency_name="Zoology", minutes=9)
    Question.objects.filter(skill__interview=interview).update(source=Source(reference=used.reference))
    row(team, "First?", competency_name="Aviation", minutes=2)
    order = {sort: prompts(signed_in, origin="team", sort=sort)[0] for sort in ("best", "skill", "minutes", "used")}
    assert order == {"best": "First?", "skill": "First?", "minutes": "First?", "used": "Last?"}
    assert "1 interview" in text(signed_in.get("/library/", {"origin": "team"}))


def test_what_finds_nothing_says_what_to_do(signed_in):
    assert "No question fits this search." in text(signed_in.get("/library/", {"q": "zzzz"}))
    assert "Your team has no such question." in text(signed_in.get("/library/", {"origin": "team"}))


def test_htmx_gets_the_list_alone_and_the_count_is_announced(signed_in):
    part = text(signed_in.get("/library/", {"q": "zzzz"}, headers=HTMX))
    assert part.strip().startswith('<div id="results">')
    assert 'data-announce="0 questions"' in part


def test_the_list_goes_on_over_pages_that_keep_the_search(signed_in):
    page = text(signed_in.get("/library/", {"type": "situational", "page": "2"}))
    assert '<span aria-current="page">2</span>' in page
    assert "/library/?type=situational&amp;page=3" in page


def test_the_list_costs_the_same_however_much_there_is(signed_in, team, interview, django_assert_num_queries):
    for number in range(30):
        row(team, f"Question {number}?")
    signed_in.get("/library/")
    with django_assert_num_queries(7):
        signed_in.get("/library/", {"q": "question"})


def test_a_built_in_question_is_shown_whole(signed_in, interview):
    entry = catalogue().entry(BUILT_IN)
    Question.objects.filter(pk=Question.objects.first().pk).update(source=Source(reference=BUILT_IN))
    page = signed_in.get(f"/library/built-in/{BUILT_IN}/")
    whole = text(page).replace("&#x27;", "'")
    parts = [entry.why, entry.alternate, *entry.red_flags, *entry.evaluation_criteria]
    parts += [one.text for one in entry.follow_ups] + [one.answer for one in entry.samples]
    assert [part for part in [*parts, *(one.anchor for one in entry.rating_scale)] if part not in whole] == []
    assert page.context["uses"] == [interview]
    assert f'href="/library/new/?from={BUILT_IN}"' in whole


def test_a_slot_says_that_it_may_give_way(signed_in):
    slotted = next(card for card in catalogue().cards if "{" in catalogue().entry(card.id).prompt)
    assert "may give way to words of the job description" in text(signed_in.get(f"/library/built-in/{slotted.id}/"))


def test_a_teams_question_shows_how_it_stands_and_what_was_found(signed_in, team, owner):
    own = row(team)
    own.approve(owner)
    page = text(signed_in.get(f"/library/{own.pk}/"))
    assert "Approved by Olga Owner" in page
    assert "No interview of your team asks it." in page
    found = text(signed_in.get(f"/library/{row(team, PROHIBITED).pk}/"))
    assert "It cannot be approved as it stands" in found
    assert f"/library/{own.pk + 1}/approve/" not in found


def test_a_question_costs_the_same_wherever_it_is_used(signed_in, team, interview, django_assert_num_queries):
    own = row(team)
    Question.objects.filter(skill__interview=interview).update(source=Source(reference=own.reference))
    with django_assert_num_queries(7):
        signed_in.get(f"/library/{own.pk}/")
    with django_assert_num_queries(6):
        signed_in.get(f"/library/built-in/{BUILT_IN}/")


def test_a_viewer_reads_and_is_offered_no_change(viewer, team):
    own = row(team)
    for address in ("/library/", f"/library/{own.pk}/", f"/library/built-in/{BUILT_IN}/"):
        page = viewer.get(address)
        assert page.status_code == 200
        assert "/library/new/" not in text(page)
        assert 'method="post"' not in text(page).split("<main")[1]


def test_a_stranger_sees_nothing_of_the_teams(stranger, team):
    own = row(team)
    assert PROMPT not in text(stranger.get("/library/", {"q": "seal"}))
    assert stranger.get(f"/library/{own.pk}/").status_code == 404


@pytest.mark.parametrize("address", ["999999/", "9" * 30 + "/", "built-in/no.such/", "built-in/team.1/"])
def test_what_is_not_there_is_not_found(signed_in, address):
    assert signed_in.get(f"/library/{address}").status_code == 404


def test_the_pages_are_gets(signed_in, team):
    own = row(team)
    for address in ("", f"{own.pk}/", f"built-in/{BUILT_IN}/"):
        assert signed_in.post(f"/library/{address}").status_code == 405


def test_without_a_team_there_is_no_library(client, owner):
    client.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
    assert Team.objects.count() == 0
    assert client.get("/library/").status_code == 404
