"""How candidates are watched: a plan's own settings and a team's defaults."""

import pytest

from interviews.drafts import PROCTORING_PRESETS, Proctoring
from tests.pages.choosing import form, text, urls

# The list of plans.md; `preset` follows from the others.
PROCTORING = (
    "webcam_required microphone_required screen_share_required fullscreen_required tab_switch_tracking "
    "max_tab_switches tab_switch_action copy_paste_blocked multiple_monitor_detection multiple_face_detection "
    "face_absence_detection gaze_tracking identity_photo record_session randomize_question_order retention_days"
)
WARNED = {
    "multiple_face_detection", "face_absence_detection", "gaze_tracking", "identity_photo", "randomize_question_order",
}  # fmt: skip


def test_proctoring_is_saved_under_the_name_of_its_preset(signed_in, interview):
    url = urls(interview, "proctoring")[0]
    signed_in.post(url, form(signed_in, url, tab_switch_tracking="on", retention_days="10"))
    interview.refresh_from_db()
    assert (interview.proctoring.preset, interview.proctoring.retention_days) == ("light", 10)
    signed_in.post(url, form(signed_in, url, gaze_tracking="on"))
    interview.refresh_from_db()
    assert interview.proctoring.preset == "custom"


@pytest.mark.parametrize("preset", ["off", "light", "standard"])
def test_a_preset_sets_the_switches_and_saves_nothing(signed_in, interview, preset):
    url = urls(interview, "proctoring")[0]
    sent = form(signed_in, url, retention_days="12", record_session="on", use_preset=preset)
    answer = signed_in.post(url, sent)
    assert answer.status_code == 200
    shown = answer.context["form"]
    wanted = PROCTORING_PRESETS[preset].model_dump(exclude={"preset", "retention_days"})
    assert {name: shown[name].value() for name in wanted} == wanted
    assert shown["retention_days"].value() == "12"
    interview.refresh_from_db()
    assert interview.version == 1
    signed_in.post(url, {name: shown[name].value() for name in shown.fields if shown[name].value()})
    interview.refresh_from_db()
    assert interview.proctoring.preset == preset


def test_an_unknown_preset_changes_no_switch(signed_in, interview):
    url = urls(interview, "proctoring")[0]
    answer = signed_in.post(url, form(signed_in, url, record_session="on", use_preset="all of it"))
    assert answer.context["form"]["record_session"].value() is True


@pytest.mark.parametrize("typed", [{"max_tab_switches": "-1"}, {"retention_days": "0"}, {"tab_switch_action": "sue"}])
def test_proctoring_that_cannot_be_comes_back(signed_in, interview, typed):
    url = urls(interview, "proctoring")[0]
    assert signed_in.post(url, form(signed_in, url, **typed)).status_code == 422


def test_each_switch_says_what_it_costs_and_some_warn(signed_in, interview):
    page = text(signed_in.get(urls(interview, "proctoring")[0]))
    assert page.count('type="checkbox"') == 13
    assert page.count("biometric data") == 3
    assert "the same questions in the same order" in page
    assert "This product monitors nobody." in page


@pytest.mark.parametrize(("switches", "preset"), [({}, "off"), ({"tab_switch_tracking": "on"}, "light")])
def test_the_preset_in_force_is_named(signed_in, interview, switches, preset):
    url = urls(interview, "proctoring")[0]
    signed_in.post(url, form(signed_in, url, **switches))
    presets = {one["name"]: one["is_in_force"] for one in signed_in.get(url).context["presets"]}
    assert [name for name, is_in_force in presets.items() if is_in_force] == [preset]
    assert text(signed_in.get(url)).count("in force</span>") == 1
    signed_in.post(url, form(signed_in, url, gaze_tracking="on"))
    assert "Set by hand" in text(signed_in.get(url))


def test_every_proctoring_setting_is_there_with_its_cost_and_none_reads_emotions(signed_in, interview):
    for url in urls(interview, "proctoring"):
        answer = signed_in.get(url)
        shown = answer.context["form"]
        assert set(PROCTORING.split()) == set(Proctoring.model_fields) - {"preset"}
        assert all(shown[name].help_text for name in PROCTORING.split())
        assert {switch.name for switch, warning in answer.context["switches"] if warning} == WARNED
        assert "emotion" not in text(answer).lower()


def test_the_whole_burden_stands_above_the_switches_and_leads_to_the_candidate_sheet(signed_in, interview):
    own, of_the_team = urls(interview, "proctoring")
    assert "Nothing is monitored" in text(signed_in.get(own))
    signed_in.post(own, form(signed_in, own, gaze_tracking="on", record_session="on"))
    page = text(signed_in.get(own))
    assert "A considerable burden: the candidate has to have their eyes followed and be recorded." in page
    assert f'href="/interviews/{interview.pk}/candidate/"' in page
    assert "/candidate/" not in text(signed_in.get(of_the_team))
