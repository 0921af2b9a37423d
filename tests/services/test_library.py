"""The team's library: what is in it, where it is used, what people do with it."""

import pytest
from django.utils import timezone

from interviews.drafts import LibraryEntry, Source
from interviews.edits.from_library import question_of
from interviews.library.catalogue import catalogue
from interviews.models import Author, Interview, LibraryQuestion, Question, VersionConflict, write_plan
from interviews.services import library
from tests import samples

BUILT_IN = "administration.calendar.clash"
PROMPT = "The seal number on the trailer is not the one on the delivery note. What do you do?"


def entry(prompt=PROMPT, **changes) -> LibraryEntry:
    built_in = catalogue().entry(BUILT_IN)
    own = {"id": "team", "family": "team", "competency": "", "competency_name": "Receiving goods", "prompt": prompt}
    return built_in.model_copy(update=own | changes)


def row(team, prompt=PROMPT, **changes) -> LibraryQuestion:
    status = changes.pop("status", "draft")
    whole = entry(prompt, **changes)
    return LibraryQuestion.objects.create(team=team, skill_name=whole.competency_name, entry=whole, status=status)


def asking(team, *references):
    """An interview whose questions stand on these."""
    plan = samples.plan()
    for number, reference in enumerate(references):
        asked = samples.question(f"What about {reference}?", source=Source(engine="team", reference=reference))
        plan.skills[number % 2].questions.append(asked)
    role = samples.interview(team).role
    return write_plan(team, role, plan, by=Author(""))


def test_a_teams_own_come_first_the_approved_before_the_drafts(team, other_team):
    made = [row(team, status=status) for status in ("retired", "draft", "approved")]
    row(other_team)
    found = library.cards(team)
    assert [(one.id, one.standing) for one in found[:3]] == [
        (made[place].reference, status) for place, status in ((2, "approved"), (1, "draft"), (0, "retired"))
    ]
    assert found[3:] == list(catalogue().cards)


def test_a_teams_question_is_of_the_family_of_its_competency(team):
    row(team, competency="warehouse.receiving")
    row(team, competency="a.name.that.left")
    assert [own.family for own in library.cards(team)[:2]] == ["warehouse", ""]


def test_an_entry_is_found_by_its_id_in_the_team_or_built_in(team, other_team):
    mine, theirs, gone = row(team), row(other_team), row(team, status="retired")
    assert library.entry(team, mine.reference) == mine.material()
    assert library.entry(team, BUILT_IN).id == BUILT_IN
    for unknown in (theirs.reference, gone.reference, "team.x", "team.", "team." + "9" * 30, "no.such", ""):
        assert library.entry(team, unknown) is None


def test_competencies_are_found_by_words_and_family():
    found = library.competencies("forklift")
    assert found[0] == ("warehouse.forklift", "Forklifts and safe aisles", "Warehouse and logistics")
    assert {name for _id, _name, name in library.competencies("", "legal")} == {catalogue().families["legal"]}
    assert library.competencies("forklift", "legal") == []
    assert not {"general.named_tool", "general.subject", "general.named_duty"} & {
        key for key, *_ in library.competencies("")
    }


def test_usage_counts_interviews_that_nobody_deleted_once_each(team, other_team, django_assert_num_queries):
    asking(team, "team.7", "team.7", BUILT_IN)
    asking(team, "team.7")
    asking(other_team, BUILT_IN)
    deleted = asking(team, BUILT_IN)
    Interview.objects.filter(pk=deleted.pk).update(deleted_at=timezone.now())
    with django_assert_num_queries(1):
        assert library.usage(team, ["team.7", BUILT_IN, "x"]) == {"team.7": 2, BUILT_IN: 1}
    assert library.usage(team)[BUILT_IN] == 1
    assert "" not in library.usage(team)


def test_interviews_with_a_question_are_the_teams_own(team, other_team):
    first = asking(team, "team.7")
    asking(other_team, "team.7")
    assert list(library.interviews_with(team, "team.7")) == [first]
    assert list(library.interviews_with(team, "team.8")) == []


def test_a_question_of_a_plan_is_saved_once_as_a_draft(team, owner):
    asked = samples.interview(team).skills.first().questions.first()
    saved, is_new = library.save_from_question(asked, owner)
    assert (is_new, saved.status, saved.saved_from, saved.created_by) == (True, "draft", asked.pk, owner)
    assert (saved.skill_name, saved.entry.prompt, saved.entry.levels) == ("Receiving goods", asked.prompt, ["mid"])
    assert saved.entry.evaluation_criteria == asked.evaluation_criteria
    asked.prompt = "Changed since?"
    asked.save()
    assert library.save_from_question(asked, owner) == (saved, False)
    saved.refresh_from_db()
    assert saved.entry.prompt != "Changed since?"


def test_the_same_words_in_another_plan_are_there_already(team, other_team, owner):
    first, second = (samples.interview(team).skills.first().questions.first() for _ in range(2))
    saved, _ = library.save_from_question(first, owner)
    assert library.save_from_question(second, owner) == (saved, False)
    theirs = samples.interview(other_team).skills.first().questions.first()
    assert library.save_from_question(theirs, owner)[1]


def test_what_the_library_knows_of_a_question_is_saved_with_it(team, owner):
    known = catalogue().entry(BUILT_IN)
    asked = question_of(known, "senior")
    asked.why = f'The description asks for "two directors". {known.why}'
    plan = samples.plan(seniority="senior")
    plan.skills[0].questions = [asked.model_copy(update={"minutes": 25})]
    made = write_plan(team, samples.interview(team).role, plan, by=Author(""))
    saved, _ = library.save_from_question(Question.objects.get(skill__interview=made, prompt=asked.prompt), owner)
    assert saved.entry.why == known.why
    assert saved.entry.levels == ["senior", *known.levels]
    assert (saved.entry.competency, saved.entry.cues, saved.entry.minutes) == (known.competency, known.cues, 10)


def test_a_change_makes_an_approved_question_a_draft_and_nothing_else_does(team, owner):
    own = row(team)
    library.approve(own, owner, seen=own.seen)
    own.refresh_from_db()
    assert (own.status, own.approved_by, own.approved_name) == ("approved", owner, "owner@example.org")
    same = library.change(own, own.material(), seen=own.seen)
    assert same.status == "approved"
    changed = library.change(own, entry(competency_name="Goods in"), seen=own.seen)
    changed.refresh_from_db()
    assert (changed.status, changed.skill_name, changed.approved_by) == ("draft", "Goods in", owner)


def test_what_somebody_changed_is_not_written_over_nor_approved_unread(team, owner):
    own = row(team)
    before = own.seen
    library.change(own, entry("Theirs?"), seen=before)
    with pytest.raises(VersionConflict):
        library.change(own, entry("Mine?"), seen=before)
    with pytest.raises(VersionConflict):
        library.approve(own, owner, seen=before)
    own.refresh_from_db()
    assert (own.entry.prompt, own.status) == ("Theirs?", "draft")


def test_what_may_not_be_asked_cannot_be_approved(team, owner):
    own = row(team, "Which religion do you practise, and which holidays do you observe?")
    with pytest.raises(library.Prohibited) as refused:
        library.approve(own, owner, seen=own.seen)
    assert {finding.blocks for finding in refused.value.findings} == {"always"}
    own.refresh_from_db()
    assert own.status == "draft"


def test_what_a_lawful_ground_allows_can_be_approved(team, owner):
    own = row(team, "Have you ever been convicted of a crime?")
    assert "ground" in {finding.blocks for finding in library.findings(team, own.material())}
    library.approve(own, owner, seen=own.seen)
    own.refresh_from_db()
    assert own.status == "approved"


def test_a_retired_one_comes_back_as_a_draft(team):
    own = row(team, status="approved")
    own.bring_back()
    assert own.status == "approved"
    own.retire()
    assert LibraryQuestion.objects.get().status == "retired"
    own.bring_back()
    assert LibraryQuestion.objects.get().status == "draft"


def test_only_what_no_plan_asks_is_deleted(team):
    own, used = row(team), row(team)
    interview = asking(team, used.reference)
    Interview.objects.filter(pk=interview.pk).update(deleted_at=timezone.now())
    library.delete(own)
    with pytest.raises(library.InUse):
        library.delete(used)
    assert list(LibraryQuestion.objects.all()) == [used]


@pytest.mark.parametrize(
    ("name", "reference", "found"),
    [
        ("Anything", "administration.calendar", "administration.calendar"),
        ("calendar and meeting SCHEDULING", "", "administration.calendar"),
        ("Excel", "general.named_tool", ""),
        ("Anything", "no.such", ""),
    ],
)
def test_the_competency_of_a_teams_question(name, reference, found):
    assert library.competency_of(name, reference) == found
