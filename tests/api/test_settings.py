"""The settings endpoints: partial bodies, pairs of voices, all interviews at once."""

import pytest

GENERAL = "ai-interviews/settings/general"
PROCTORING = "ai-interviews/settings/proctoring"
DONE = (200, {"status": "success", "message": "General settings updated successfully"})


def test_a_team_begins_with_the_defaults(program):
    assert program.get(GENERAL) == (
        200,
        {
            "general": {
                "cutoff": 6,
                "duration": {"min": 15, "max": 30},
                "mobile_friendly": True,
                "voice": ["american", "female"],
                "language": "English",
            }
        },
    )


def test_a_missing_key_keeps_its_value(program):
    assert program.post(GENERAL, {"general": {"duration": {"max": 45}, "language": "German"}}) == DONE
    _, body = program.get(GENERAL)
    assert body["general"]["duration"] == {"min": 15, "max": 45}
    assert (body["general"]["language"], body["general"]["cutoff"]) == ("German", 6)


def test_update_all_changes_every_interview_of_the_team_only(program, foreigner, interview):
    program.post(GENERAL, {"general": {"cutoff": 7}})
    interview.refresh_from_db()
    assert (interview.general.cutoff, interview.version) == (6, 1)
    foreigner.post(GENERAL, {"general": {"cutoff": 9}, "updateAll": True})
    program.post(GENERAL, {"general": {"cutoff": 8}, "updateAll": True})
    interview.refresh_from_db()
    assert (interview.general.cutoff, interview.version) == (8, 2)


def test_one_interview_is_changed_alone(program, interview):
    assert program.put(f"{GENERAL}/{interview.pk}", {"general": {"voice": ["british", "male"]}}) == DONE
    assert program.get(f"{GENERAL}/{interview.pk}")[1]["general"]["voice"] == ["british", "male"]
    assert program.get(GENERAL)[1]["general"]["voice"] == ["american", "female"]


@pytest.mark.parametrize(
    "voice",
    [["african_american", "male"], ["australian", "male"], ["klingon", "female"], ["british"], "british", [1, 2]],
)
def test_a_voice_that_does_not_exist_is_refused(program, voice):
    assert program.post(GENERAL, {"general": {"voice": voice}}) == (
        400,
        {"error": "Invalid accent and gender combination"},
    )


@pytest.mark.parametrize(
    ("patch", "place"),
    [
        ({"cutoff": 11}, "general.cutoff"),
        ({"cutoff": "high"}, "general.cutoff"),
        ({"cutoff": True}, "general.cutoff"),
        ({"cutoff": None}, "general.cutoff"),
        ({"mobile_friendly": "yes"}, "general.mobile_friendly"),
        ({"duration": {"min": 60}}, "general.duration"),
        ({"language": "Latin"}, "general.language"),
        ({"mobile": True}, "general.mobile"),
    ],
)
def test_a_wrong_value_names_its_place_and_changes_nothing(program, patch, place):
    status, body = program.post(GENERAL, {"general": patch})
    assert status == 400
    assert body["error"].startswith(place + ":")
    assert program.get(GENERAL)[1]["general"]["cutoff"] == 6


@pytest.mark.parametrize("body", [{}, {"general": []}, {"general": None}])
def test_the_settings_must_be_an_object(program, body):
    assert program.post(GENERAL, body) == (400, {"error": "general must be an object"})


def test_update_all_is_a_switch(program):
    sentence = "updateAll must be true or false"
    assert program.post(GENERAL, {"general": {}, "updateAll": "yes"}) == (400, {"error": sentence})


def test_a_preset_sets_what_it_stands_for(program):
    assert program.post(PROCTORING, {"proctoring": {"preset": "light"}}) == (
        200,
        {"status": "success", "message": "Proctoring settings updated successfully"},
    )
    _, body = program.get(PROCTORING)
    assert (body["proctoring"]["preset"], body["proctoring"]["tab_switch_tracking"]) == ("light", True)


def test_what_no_preset_is_becomes_custom(program):
    program.post(PROCTORING, {"proctoring": {"gaze_tracking": True}})
    assert program.get(PROCTORING)[1]["proctoring"]["preset"] == "custom"


def test_an_unknown_interview_is_told_before_a_bad_body(program, foreigner, interview):
    for kind in (GENERAL, PROCTORING):
        assert program.put(f"{kind}/999999", b"{") == (404, {"error": "AI interview not found"})
        assert foreigner.put(f"{kind}/{interview.pk}", b"{") == (404, {"error": "AI interview not found"})
        assert foreigner.get(f"{kind}/{interview.pk}") == (404, {"error": "AI interview not found"})


def test_a_read_only_key_may_look_and_not_change(reader, interview):
    assert reader.get(GENERAL)[0] == 200
    assert reader.put(f"{GENERAL}/{interview.pk}", {"general": {}}) == (403, {"error": "This API key is read-only"})
