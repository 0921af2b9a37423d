"""From a plan into the library, and from the library into a plan."""

import pytest

from interviews.drafts import Source
from interviews.models import LibraryQuestion, Question, Skill
from tests.pages.library import BUILT_IN, row

HTMX = {"HX-Request": "true"}


@pytest.fixture
def asked(interview):
    return Question.objects.get(prompt__startswith="Tell me about a schema change")


@pytest.fixture
def skill(interview):
    return Skill.objects.get(name="PostgreSQL")


def text(answer):
    return answer.content.decode()


def test_without_script_saving_leads_to_the_draft(signed_in, asked, owner):
    answer = signed_in.post(f"/library/save/{asked.pk}/", follow=True)
    saved = LibraryQuestion.objects.get()
    assert answer.request["PATH_INFO"] == f"/library/{saved.pk}/"
    assert "Saved to your team&#x27;s library as a draft." in text(answer)
    assert (saved.skill_name, saved.saved_from, saved.created_by) == ("PostgreSQL", asked.pk, owner)
    assert f"#question-{asked.pk}" in text(answer)


def test_in_the_plan_saving_is_announced_and_gives_a_link(signed_in, asked):
    answer = signed_in.post(f"/library/save/{asked.pk}/", headers=HTMX)
    assert "Saved to your team" in answer.headers["HX-Trigger"]
    assert f'href="/library/{LibraryQuestion.objects.get().pk}/"' in text(answer)
    again = signed_in.post(f"/library/save/{asked.pk}/", headers=HTMX)
    assert "has this question already" in again.headers["HX-Trigger"]
    assert "already" in text(again)
    LibraryQuestion.objects.update(status="retired")
    assert "retired: new plans do not take it" in text(signed_in.post(f"/library/save/{asked.pk}/", headers=HTMX))


def test_saving_is_for_editors_by_post(signed_in, viewer, stranger, asked):
    address = f"/library/save/{asked.pk}/"
    assert signed_in.get(address).status_code == 405
    assert viewer.post(address).status_code == 403
    assert stranger.post(address).status_code == 404
    assert signed_in.post("/library/save/999999/").status_code == 404
    assert not LibraryQuestion.objects.exists()


def test_the_picker_lists_the_teams_own_for_the_skill_first(signed_in, team, skill):
    Skill.objects.filter(pk=skill.pk).update(reference="administration.calendar")
    own = row(team, "A lock is held for an hour. What now?", competency_name="postgresql")
    row(team, "Retired?", competency_name="PostgreSQL", status="retired")
    page = signed_in.get(f"/library/pick/{skill.pk}/")
    found = [one.card for one in page.context["rows"]]
    assert found[0].id == own.reference
    assert {card.competency for card in found[1:4]} == {"administration.calendar"}
    assert f'action="/skills/{skill.pk}/add-from-library/"' in text(page)
    assert f'name="entry" value="{own.reference}"' in text(page)
    assert 'value="PostgreSQL"' in text(page)
    assert "Retired?" not in text(page)


def test_what_the_plan_asks_already_is_not_offered_again(signed_in, asked, skill):
    Question.objects.filter(pk=asked.pk).update(source=Source(reference=BUILT_IN))
    page = text(signed_in.get(f"/library/pick/{skill.pk}/", {"q": "two directors booked large meeting room"}))
    assert "In this plan already" in page
    assert f'value="{BUILT_IN}"' not in page


def test_where_few_hold_all_words_some_of_them_are_enough(signed_in, skill):
    page = signed_in.get(f"/library/pick/{skill.pk}/", {"q": "forklift zzzz"})
    assert page.context["widened"]
    assert "forklift" in page.context["rows"][0].card.prompt.lower()
    assert not signed_in.get(f"/library/pick/{skill.pk}/", {"q": "customer"}).context["widened"]
    assert "No question fits these words." in text(signed_in.get(f"/library/pick/{skill.pk}/", {"q": "zzzz"}))


def test_htmx_gets_the_picker_and_then_the_results_alone(signed_in, skill):
    address = f"/library/pick/{skill.pk}/"
    assert text(signed_in.get(address, headers=HTMX)).strip().startswith('<div class="picker"')
    assert text(signed_in.get(address, {"q": "lock"}, headers=HTMX)).strip().startswith('<div id="library-results">')


def test_picking_is_for_editors_and_costs_the_same_always(
    signed_in, viewer, stranger, skill, django_assert_num_queries
):
    address = f"/library/pick/{skill.pk}/"
    assert viewer.get(address).status_code == 403
    assert stranger.get(address).status_code == 404
    assert signed_in.post(address).status_code == 405
    assert signed_in.get("/library/pick/999999/").status_code == 404
    with django_assert_num_queries(10):
        signed_in.get(address)
