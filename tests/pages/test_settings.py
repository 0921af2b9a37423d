"""The settings of a plan, and a team's defaults."""

import pytest

from interviews.drafts import General
from interviews.models import Author
from interviews.services import states
from interviews.services.editing import save_question, save_texts
from interviews.services.settings import change_general, change_team_general
from tests.pages.choosing import form, text, urls

KINDS = ["general", "proctoring"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_pages_show_the_settings(signed_in, interview, kind):
    for url in urls(interview, kind):
        assert signed_in.get(url).status_code == 200


def test_general_settings_of_an_interview_are_saved(signed_in, interview):
    url = urls(interview, "general")[0]
    chosen = {
        "cutoff": "7.5",
        "shortest": "20",
        "longest": "45",
        "voice": "african_american female",
        "language": "Hebrew",
        "mobile_friendly": None,
    }
    answer = signed_in.post(url, form(signed_in, url, **chosen))
    assert answer.headers["Location"] == url
    interview.refresh_from_db()
    assert interview.general == General(
        cutoff=7.5,
        duration={"min": 20, "max": 45},
        voice=("african_american", "female"),
        language="Hebrew",
        mobile_friendly=False,
    )
    assert interview.version == 2
    assert "Saved." in text(signed_in.get(url))


def test_the_opening_follows_the_length_in_the_same_save(signed_in, interview):
    said = "We have about {} minutes, and the last 3 are yours for questions."
    save_texts(interview, {"opening": said.format(30)}, {}, by=Author("olga@example.org"))
    url = urls(interview, "general")[0]
    page = text(signed_in.post(url, form(signed_in, url, longest="20"), follow=True))
    interview.refresh_from_db()
    assert (interview.opening, interview.version) == (said.format(20), 3)
    assert "Saved. The opening of the plan says so now as well." in page


def test_a_finding_stands_beside_an_opening_that_says_another_length(signed_in, interview):
    save_texts(interview, {"opening": "We have half an hour."}, {}, by=Author("olga@example.org"))
    url = urls(interview, "general")[0]
    signed_in.post(url, form(signed_in, url, longest="20"))
    shown = text(signed_in.get(f"/interviews/{interview.pk}/"))
    beside = shown[shown.index('id="opening-findings"') :]
    assert "The opening says 30 minutes; the interview takes 20." in beside[: beside.index("</section>")]
    key = beside[: beside.index("</section>")].split('name="finding" value="')[1].split('"')[0]
    signed_in.post(f"/interviews/{interview.pk}/fix/", {"finding": key})
    interview.refresh_from_db()
    assert interview.opening == "We have 20 minutes."


def test_there_is_no_way_to_choose_a_voice_that_does_not_exist(signed_in, interview):
    url = urls(interview, "general")[0]
    page = text(signed_in.get(url))
    assert page.count("<option") == 10 + 17
    assert 'value="australian male"' not in page
    answer = signed_in.post(url, form(signed_in, url, voice="australian male"))
    assert answer.status_code == 422
    assert "Choose a voice from the list." in text(answer)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"cutoff": "11"}, "Choose a cutoff from 0 to 10."),
        ({"cutoff": "nan"}, "Enter the cutoff as a number"),
        ({"cutoff": ""}, "Enter a cutoff"),
        ({"shortest": "50", "longest": "30"}, "The shortest length is above the longest."),
        ({"longest": "1000"}, "Choose from 15 to 180 minutes."),
        ({"language": "Klingon"}, "Choose a language from the list."),
        ({"version": "x"}, ""),
    ],
)
def test_general_settings_that_cannot_be_come_back(signed_in, interview, typed, sentence):
    url = urls(interview, "general")[0]
    answer = signed_in.post(url, form(signed_in, url, **typed))
    assert answer.status_code == 422
    assert sentence in text(answer)
    for name, value in typed.items():
        assert answer.context["form"][name].value() == value
    interview.refresh_from_db()
    assert interview.general == General()


def test_a_conflict_keeps_what_was_chosen_and_saves_over_theirs_on_demand(signed_in, interview):
    url = urls(interview, "general")[0]
    mine = form(signed_in, url, cutoff="8")
    change_general(interview, General(cutoff=3), by=Author("olga@example.org"))
    answer = signed_in.post(url, mine)
    assert answer.status_code == 409
    assert "Somebody else has changed these settings" in text(answer)
    again = answer.context["form"]
    signed_in.post(url, {name: again[name].value() for name in again.fields if again[name].value()})
    interview.refresh_from_db()
    assert interview.general.cutoff == 8


def test_an_edit_of_a_question_is_no_conflict(signed_in, interview):
    url = urls(interview, "general")[0]
    mine = form(signed_in, url, cutoff="8")
    save_question(interview, interview.skills.first().questions.first().pk, {"minutes": 3}, {}, by=Author("edgar"))
    assert signed_in.post(url, mine).status_code == 302


def test_a_teams_defaults_leave_existing_interviews_alone(signed_in, interview, team):
    signed_in.post("/settings/general/", form(signed_in, "/settings/general/", cutoff="9"))
    team.refresh_from_db()
    interview.refresh_from_db()
    assert (team.general.cutoff, interview.general.cutoff) == (9, 6)


def test_existing_interviews_follow_when_asked_and_their_number_is_said(signed_in, interview):
    assert "Also change the 1 existing interview" in text(signed_in.get("/settings/general/"))
    sent = form(signed_in, "/settings/general/", cutoff="9", update_all="on")
    answer = signed_in.post("/settings/general/", sent, follow=True)
    interview.refresh_from_db()
    assert interview.general.cutoff == 9
    assert "Saved, for 1 existing interview as well." in text(answer)


def test_a_teams_defaults_that_changed_meanwhile_are_a_conflict(signed_in, team):
    mine = form(signed_in, "/settings/general/", cutoff="9")
    change_team_general(team, General(cutoff=2), by=Author("olga@example.org"))
    assert signed_in.post("/settings/general/", mine).status_code == 409


@pytest.mark.parametrize("kind", KINDS)
def test_a_viewer_reads_and_changes_nothing(viewer, interview, kind):
    for url in urls(interview, kind):
        page = text(viewer.get(url))
        assert '<fieldset class="bare" disabled>' in page
        assert ">Save<" not in page
        assert viewer.post(url, form(viewer, url)).status_code == 403


@pytest.mark.parametrize("kind", KINDS)
def test_a_stranger_finds_nothing(stranger, interview, kind):
    url = urls(interview, kind)[0]
    assert stranger.get(url).status_code == 404
    assert stranger.post(url, {}).status_code == 404


@pytest.mark.parametrize("kind", KINDS)
def test_settings_of_an_interview_that_is_not_there_are_not_found(signed_in, kind):
    assert signed_in.get(f"/interviews/999999/settings/{kind}/").status_code == 404


@pytest.mark.parametrize("kind", KINDS)
def test_wrong_methods_are_refused(signed_in, interview, kind):
    for url in urls(interview, kind):
        assert signed_in.delete(url).status_code == 405


@pytest.mark.parametrize(
    ("cutoff", "sentence"),
    [
        ("6", "6 stands for a weighted mean of 3. That meets the bar: it is what the anchors of 3 describe."),
        ("8", "8 stands for a weighted mean of 4. That is more than meets the bar"),
        ("7,5", "7.5 stands for a weighted mean of 3.75. That is more than meets the bar, which is 3: answers between"),
        ("4.5", "That is less than meets the bar"),
        ("1", "Everybody reaches it"),
        ("10", "Only answers as the anchors of 5 describe them"),
    ],
)
def test_what_the_cutoff_means_stands_beside_it_and_follows_what_is_typed(signed_in, interview, cutoff, sentence):
    url = urls(interview, "general")[0]
    part = text(signed_in.get(url, {"cutoff": cutoff, "longest": "20"}, headers={"HX-Request": "true"}))
    assert sentence in part
    assert "nothing is rejected by itself" in part
    assert "The plan takes 24 minutes now, with opening and closing: 4 over." in part
    assert "<html" not in part


@pytest.mark.parametrize("cutoff", ["", "x", "11", "-1", "nan"])
def test_what_is_no_cutoff_means_nothing(signed_in, interview, cutoff):
    for url in urls(interview, "general"):
        sent = {"cutoff": cutoff, "longest": "x"}
        assert "stands for" not in text(signed_in.get(url, sent, headers={"HX-Request": "true"}))


def test_the_page_tells_how_the_plan_stands(signed_in, interview):
    own, of_the_team = (text(signed_in.get(url)) for url in urls(interview, "general"))
    assert "The plan takes 24 minutes now, with opening and closing: 6 left." in own
    assert "6 stands for a weighted mean of 3." in of_the_team
    assert "The plan takes" not in of_the_team


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("status", "sentence"), [("published", "Edit as a new draft”"), ("archived", "Bring it back to change it")]
)
def test_of_a_frozen_plan_the_settings_are_read_only_and_say_why(signed_in, interview, kind, status, sentence):
    url = urls(interview, kind)[0]
    sent = form(signed_in, url)
    type(interview).objects.update(status=status)
    page = text(signed_in.get(url))
    assert sentence in page
    assert 'fieldset class="bare" disabled' in page
    answer = signed_in.post(url, sent | {"cutoff": "9", "gaze_tracking": "on"})
    assert answer.status_code == 409
    assert sentence in text(answer)
    interview.refresh_from_db()
    assert (interview.version, interview.status) == (1, status)


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_draft_is_begun_from_the_settings_and_leads_back_to_them(signed_in, interview, kind):
    states.publish(interview, by=Author("olga@example.org"))
    url = urls(interview, kind)[0]
    assert f'name="settings" value="{kind}"' in text(signed_in.get(url))
    answer = signed_in.post(f"/interviews/{interview.pk}/new-draft/", {"settings": kind})
    assert answer.headers["Location"] == url
    assert 'fieldset class="bare" disabled' not in text(signed_in.get(url))


def test_another_language_than_that_of_the_questions_is_told(signed_in, interview):
    url = urls(interview, "general")[0]
    said = "4 of 4 questions are not written in German."
    assert said in text(signed_in.get(url, {"language": "German"}, headers={"HX-Request": "true"}))
    assert "not written in" not in text(signed_in.get(url))
    signed_in.post(url, form(signed_in, url, language="German"))
    assert said in text(signed_in.get(url))
    assert "held in German; its questions are written in English." in text(
        signed_in.get(f"/interviews/{interview.pk}/")
    )
