"""Evidence: marked, taken away, dismissed, and kept to its words when the description changes."""

import time
from functools import partial

import pytest

from interviews.drafts import Evidence, PlannedSkill, Source
from interviews.edits import evidence
from interviews.edits.description import Reworded, Touched, redescribed
from interviews.edits.differences import differences
from interviews.edits.refusals import EditRefused, Gone
from interviews.edits.undoing import taken_back
from tests import samples

TEXT = "👩‍⚕️ Nurses count stock.\nנהג מלגזה with SAP, and stock of drugs."


def span(quote, text=TEXT):
    return Evidence(quote=quote, start=text.index(quote), end=text.index(quote) + len(quote))


def a_plan(text=TEXT, *cited, gaps=()):
    """Skills 1 and 2; the first has these words as evidence, and question 11."""
    first = PlannedSkill(id=1, name="Stock", weight=50, evidence=[span(one, text) for one in cited])
    first.questions = [samples.question("What do you count?", id=11)]
    second = PlannedSkill(id=2, name="SAP", weight=50)
    return samples.plan(skills=[first, second], description=text, gaps=[span(one, text) for one in gaps])


def quotes(spans):
    return [one.quote for one in spans]


@pytest.mark.parametrize("quote", ["Nurses count stock", "נהג מלגזה", "SAP", "👩‍⚕️ Nurses"])
def test_words_become_evidence_by_code_points_and_it_can_be_taken_back(quote):
    place = span(quote)
    edited = evidence.cite(a_plan(), 2, place.start, place.end)
    assert edited.skills[1].evidence == [place]
    assert taken_back(edited, differences(a_plan(), edited)) == a_plan()


def test_space_around_the_words_is_left_out_and_what_overlaps_becomes_one():
    edited = evidence.cite(a_plan(TEXT, "count stock"), 1, TEXT.index(" Nurses"), TEXT.index(" stock"))
    assert quotes(edited.skills[0].evidence) == ["Nurses count stock"]


def test_new_evidence_covers_the_gaps_that_it_touches():
    place = span("with SAP")
    assert evidence.cite(a_plan(gaps=["SAP", "drugs"]), 2, place.start, place.end).gaps == [span("drugs")]


def test_taken_away_it_is_not_covered_unless_another_skill_covers_it():
    plan, place = a_plan(TEXT, "SAP"), span("SAP")
    assert evidence.uncite(plan, 1, place.start, place.end).gaps == [place]
    plan = evidence.cite(a_plan(TEXT, "SAP"), 2, place.start, place.end)
    edited = evidence.uncite(plan, 1, place.start, place.end)
    assert (edited.skills[0].evidence, edited.gaps) == ([], [])


def test_a_gap_that_need_not_be_covered_goes():
    place = span("drugs")
    assert evidence.dismiss(a_plan(gaps=["SAP", "drugs"]), place.start, place.end).gaps == [span("SAP")]


def test_a_new_skill_takes_its_words_along():
    place = span("stock of drugs")
    edited = evidence.add_cited(a_plan(gaps=["drugs"]), PlannedSkill(name="Drugs"), place.start, place.end)
    assert (edited.skills[2].name, quotes(edited.skills[2].evidence)) == ("Drugs", ["stock of drugs"])
    assert (edited.gaps, sum(skill.weight for skill in edited.skills)) == ([], 100)


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (partial(evidence.cite, skill=1, start=5, end=5), "Mark some words"),
        (partial(evidence.cite, skill=1, start=900, end=950), "Mark some words"),
        (partial(evidence.cite, skill=9, start=0, end=5), "not in the plan any more"),
    ],
)
def test_what_cannot_be_evidence_is_refused(act, sentence):
    with pytest.raises((EditRefused, Gone), match=sentence):
        act(a_plan())
    with pytest.raises(EditRefused, match="at most 2000 characters"):
        evidence.phrase("x" * 2001, 0, 2001)


@pytest.mark.parametrize("words", ["count  \n stock", "COUNT stock.", "“count stock”"])
def test_pasted_words_are_found_however_they_are_spaced(words):
    assert evidence.found(TEXT, words).start == TEXT.index("count stock")


def test_words_that_are_not_there_are_refused_and_moved_ones_are_found_again():
    with pytest.raises(EditRefused, match="not in the description"):
        evidence.found(TEXT, "Kubernetes")
    assert evidence.marked(TEXT, 0, 3, "SAP") == span("SAP")
    with pytest.raises(EditRefused, match="was changed since"):
        evidence.marked(TEXT, 0, 3, "Kubernetes")


def again(old, new, *cited):
    plan, touched = redescribed(a_plan(old, *cited), new)
    assert all(new[one.start : one.end] == one.quote for one in plan.skills[0].evidence)
    return plan.skills[0].evidence, touched


@pytest.mark.parametrize(
    ("old", "cited", "new", "kept"),
    [
        (TEXT, "SAP", "🚚🚚 New. " + TEXT, ["SAP"]),
        (TEXT, "count stock", "With SAP. Nurses count stock.", ["count stock"]),
        (TEXT, "count stock", TEXT.replace("count stock", "count\n  stock"), ["count\n  stock"]),
        (TEXT, "count stock", TEXT.replace("count stock", "order stock"), []),
        (TEXT, "SAP", TEXT.replace("SAP", "SAPIENT"), []),
        (TEXT, "נהג מלגזה", "א " + TEXT, ["נהג מלגזה"]),
        ("We use JavaScript.", "Script", "We still use JavaScript.", ["Script"]),
        (TEXT, "SAP", "", []),
    ],
)
def test_evidence_keeps_to_its_words(old, cited, new, kept):
    found, touched = again(old, new, cited)
    assert quotes(found) == kept
    assert (touched.skills, touched.questions) == (((), ()) if kept else ((1,), (11,)))


def test_of_the_same_words_twice_the_right_ones_are_kept():
    old = "Know Python well.\nTeach others.\nWrite Python daily."
    plan = a_plan(old)
    place = old.rindex("Python")
    plan.skills[0].evidence = [Evidence(quote="Python", start=place, end=place + 6)]
    new = "Know Python very well, and Python tools.\nTeach others.\nWrite Python daily."
    assert redescribed(plan, new)[0].skills[0].evidence[0].start == new.rindex("Python")


def test_a_question_follows_the_clause_that_it_serves():
    plan = a_plan(TEXT, "count stock", gaps=["drugs"])
    serving = Source(engine="library", serves=span("SAP"))
    plan.skills[1].questions = [samples.question("How do you book?", id=21, source=serving)]
    edited, touched = redescribed(plan, "Now " + TEXT.replace("drugs", "pills").replace("count", "order"))
    assert edited.skills[1].questions[0].source.serves.start == span("SAP").start + 4
    assert (touched.skills, touched.questions, edited.gaps) == ((1,), (11,), [])
    edited, touched = redescribed(edited, "Now count.")
    assert (touched, edited.skills[1].questions[0].source.serves) == (Touched((), (21,)), None)


DUTIES = "Duties\n- Titrate heparin and insulin per protocol\n- Give bedside handover at 7 pm using SBAR\n- Count stock"


@pytest.mark.parametrize(
    ("was", "now", "offered"),
    [
        ("and insulin", "insulin and potassium", "Titrate heparin insulin and potassium per protocol"),
        ("Titrate", "Safely titrate", "Safely titrate heparin and insulin per protocol"),
        ("insulin per protocol", "drive a van to the depot each day", None),
        ("- Titrate heparin and insulin per protocol\n", "", None),
    ],
)  # fmt: skip
def test_evidence_that_was_only_reworded_is_offered_as_it_reads_now(was, now, offered):
    plan = a_plan(DUTIES, "Titrate heparin and insulin per protocol")
    plan.skills[0].questions[0].source = Source(serves=span("Count stock", DUTIES))
    edited, touched = redescribed(plan, DUTIES.replace(was, now))
    expected = (
        []
        if offered is None
        else [Reworded(1, place := edited.description.index(offered), place + len(offered), offered)]
    )
    assert (touched.skills, touched.questions, list(touched.reworded)) == ((1,), (), expected)


def test_a_question_whose_reason_quotes_what_went_is_touched():
    plan = a_plan(DUTIES, "Count stock")
    why = 'The description asks for "Give bedside handover at 7 pm …", and the team said "nothing of it".'
    plan.skills[0].questions[0] = (
        plan.skills[0]
        .questions[0]
        .model_copy(update={"why": why, "source": Source(serves=span("Count stock", DUTIES))})
    )
    _, touched = redescribed(plan, DUTIES.replace("at 7 pm", "at dusk"))
    assert touched == Touched((), (11,))


def test_a_long_description_is_gone_through_at_once():
    """Half a second on a laptop: ten times that is allowed, since what is guarded against takes minutes."""
    old = "\n".join(f"Duty {number}: check the seal of trailer {number % 97}." for number in range(7_000))[:300_000]
    new = old.replace("seal", "lock", 2_000) + " The end."
    cited = [Evidence(quote=old[at : at + 30], start=at, end=at + 30) for at in range(0, 290_000, 1_000)]
    plan = a_plan(old)
    plan.skills[0].evidence = cited
    began = time.process_time()
    redescribed(plan, new)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("You count drugs.", "You count drugs.\nYou drive the van.", ("You drive the van.",)),
        ("You count drugs.\nYou drive the van.", "You drive the van.\nYou count drugs.", ()),
        ("You count drugs every day.", "You count pills every day.", ()),
        ("You count drugs.", "You count drugs.\nFull time", ()),
    ],
    ids=["new", "moved", "reworded", "two words"],
)
def test_lines_that_say_something_new_are_told(old, new, written):
    assert redescribed(a_plan(old), new)[1].written == written
