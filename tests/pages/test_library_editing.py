"""Writing, copying and changing a team's questions."""

import pytest

from interviews.forms.library import LibraryForm
from interviews.library.catalogue import catalogue
from interviews.models import LibraryQuestion
from interviews.services import library
from tests.pages.library import BUILT_IN, PROHIBITED, PROMPT, entry, row, sent

HTMX = {"HX-Request": "true"}
NEW = "/library/new/"
CRITERIA = ["Counts the boxes before signing", "Writes the difference on the note", "Tells the office at once"]


@pytest.fixture
def own(team):
    return row(team)


def text(answer):
    return answer.content.decode()


def edit(own):
    return f"/library/{own.pk}/edit/"


def typed(browser, address, **changes):
    return sent(browser.get(address).context["form"], **changes)


def rows(answer, name="criteria"):
    return [one.text for one in getattr(answer.context["desk"], name).rows]


def test_a_new_question_begins_empty_with_rows_to_fill(signed_in):
    page = signed_in.get(NEW)
    assert [len(rows(page, name)) for name in ("probes", "criteria", "red_flags")] == [2, 3, 1]
    assert [one.number for one in page.context["desk"].anchors] == [1, 3, 5]
    assert page.context["desk"].whole == []


def test_it_is_saved_as_a_draft_of_the_team(signed_in, team, owner):
    values = sent(LibraryForm.of(entry()), skill=" Calendar and  meeting scheduling ", anchors_2="", samples_2="")
    answer = signed_in.post(NEW, values)
    made = LibraryQuestion.objects.get()
    assert answer.headers["Location"] == f"/library/{made.pk}/"
    assert (made.team, made.status, made.created_by) == (team, "draft", owner)
    assert (made.skill_name, made.entry.competency) == ("Calendar and meeting scheduling", "administration.calendar")
    whole = entry()
    assert made.entry.follow_ups == whole.follow_ups
    assert made.entry.rating_scale == whole.rating_scale
    assert [one.score for one in made.entry.samples] == [4]


def test_a_copy_of_a_built_in_question_keeps_what_it_is_about(signed_in):
    values = typed(signed_in, f"{NEW}?from={BUILT_IN}", prompt="Two teams want the one van. What do you do?")
    signed_in.post(NEW, values)
    made, original = LibraryQuestion.objects.get().entry, catalogue().entry(BUILT_IN)
    assert (made.prompt, made.competency, made.cues) == (values["prompt"], original.competency, original.cues)
    assert made.evaluation_criteria == original.evaluation_criteria


def test_a_copy_reads_the_defaults_of_slots(signed_in):
    slotted = next(card for card in catalogue().cards if "{" in catalogue().entry(card.id).prompt)
    assert signed_in.get(f"{NEW}?from={slotted.id}").context["form"]["prompt"].value() == slotted.prompt


def test_nothing_is_copied_that_is_not_there(signed_in, other_team):
    assert signed_in.get(f"{NEW}?from=no.such").status_code == 404
    assert signed_in.get(f"{NEW}?from={row(other_team).reference}").status_code == 404


def test_what_cannot_be_comes_back_with_all_that_was_typed(signed_in, own):
    changes = {"why": "Typed <b>with care</b>", "minutes": "500", "criteria": ["", "x" * 1001], "levels": ["lead"]}
    values = typed(signed_in, edit(own), **changes)
    answer = signed_in.post(edit(own), values)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["minutes", "criteria"]
    assert "<b>with" not in text(answer)
    again = sent(answer.context["form"])
    assert {name: str(value) for name, value in again.items()} == {name: str(value) for name, value in values.items()}
    own.refresh_from_db()
    assert own.entry == entry()


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
@pytest.mark.parametrize(
    ("do", "after", "focus"),
    [
        ("criteria.add", [*CRITERIA, ""], "criteria-3"),
        ("criteria.up.2", [CRITERIA[0], CRITERIA[2], CRITERIA[1]], "criteria-1-up"),
        ("nothing.add", CRITERIA, "check"),
    ],
)
def test_an_act_on_rows_saves_nothing_and_keeps_what_was_typed(signed_in, own, do, after, focus, headers):
    values = typed(signed_in, edit(own), criteria=CRITERIA, prompt="Half a question", minutes="many", do=do)
    answer = signed_in.post(edit(own), values, headers=headers)
    form = answer.context["form"]
    assert (answer.status_code, form.errors, rows(answer)) == (200, {}, after)
    assert (form["prompt"].value(), form["minutes"].value()) == ("Half a question", "many")
    assert answer.context["focus"] == focus
    assert text(answer).count(" autofocus") == 1
    assert ("<html" in text(answer)) == (not headers)
    own.refresh_from_db()
    assert own.entry == entry()


def test_findings_stand_beside_what_they_are_about(signed_in, own):
    values = typed(
        signed_in, edit(own), prompt=PROHIBITED, criteria=["", "Counts the boxes before signing", "Good"], do="check"
    )
    values |= {"anchors_1": "", "anchors_3": "Very good", "minutes": "9"}
    desk = signed_in.post(edit(own), values).context["desk"]
    assert {finding.code for finding in desk.beside["prompt"]} >= {"prohibited.religion"}
    assert [[finding.code for finding in one.findings] for one in desk.criteria.rows] == [
        [],
        ["craft.criterion_short"],
        [],
    ]
    assert {one.number: bool(one.findings) for one in desk.anchors}[3]
    assert [finding.code for finding in desk.beside["minutes"]] == ["craft.minutes"]


def test_a_change_of_an_approved_question_makes_a_draft_of_it(signed_in, own, owner):
    own.approve(owner)
    assert "A change makes it a draft again" in text(signed_in.get(edit(own)))
    signed_in.post(edit(own), typed(signed_in, edit(own), skill="Goods in"))
    own.refresh_from_db()
    assert (own.status, own.skill_name, own.approved_by) == ("draft", "Goods in", owner)


def test_it_is_saved_and_approved_at_once(signed_in, own, owner):
    answer = signed_in.post(edit(own), typed(signed_in, edit(own), prompt="New?", do="approve"), follow=True)
    own.refresh_from_db()
    assert (own.entry.prompt, own.status, own.approved_by) == ("New?", "approved", owner)
    assert "Saved and approved." in text(answer)


def test_what_may_not_be_asked_is_saved_and_not_approved(signed_in, own):
    answer = signed_in.post(edit(own), typed(signed_in, edit(own), prompt=PROHIBITED, do="approve"), follow=True)
    own.refresh_from_db()
    assert (own.entry.prompt, own.status) == (PROHIBITED, "draft")
    assert "It cannot be approved as it stands" in text(answer)


def test_a_conflict_shows_theirs_beside_mine_and_saves_over_it_on_demand(signed_in, own):
    mine = typed(signed_in, edit(own), prompt="Mine?", criteria=CRITERIA)
    library.change(own, entry("Theirs?", levels=["lead"]), seen=own.seen)
    answer = signed_in.post(edit(own), mine)
    assert answer.status_code == 409
    told = dict(answer.context["theirs"])
    assert told == {"Question": ["Theirs?"], "Levels": ["Lead"], "Look for": entry().evaluation_criteria}
    again = sent(answer.context["form"])
    assert again["criteria"] == CRITERIA
    assert signed_in.post(edit(own), again).status_code == 302
    own.refresh_from_db()
    assert (own.entry.prompt, own.entry.levels) == ("Mine?", ["entry", "mid"])


def test_editing_costs_the_same_however_long_the_question(signed_in, own, django_assert_num_queries):
    with django_assert_num_queries(5):
        signed_in.get(edit(own))
    values = typed(signed_in, edit(own), do="criteria.add")
    with django_assert_num_queries(4):
        signed_in.post(edit(own), values, headers=HTMX)


def test_viewers_may_not_and_strangers_find_nothing(viewer, stranger, own):
    values = sent(LibraryForm.of(entry()))
    assert [viewer.get(one).status_code for one in (NEW, edit(own))] == [403, 403]
    assert [viewer.post(one, values).status_code for one in (NEW, edit(own))] == [403, 403]
    assert [stranger.get(edit(own)).status_code, stranger.post(edit(own), values).status_code] == [404, 404]
    assert LibraryQuestion.objects.get().entry.prompt == PROMPT


def test_wrong_methods_are_refused(signed_in, own):
    assert [signed_in.delete(one).status_code for one in (NEW, edit(own))] == [405, 405]
