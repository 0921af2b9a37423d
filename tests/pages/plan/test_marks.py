"""The description, cut where evidence and gaps begin and end."""

from interviews.drafts import Evidence
from interviews.pages.plan.marks import Part, parts

TEXT = "We need Django and Python on call"


def span(start, end):
    return Evidence(quote="", start=start, end=end)


def test_a_text_without_evidence_is_one_piece():
    assert parts(TEXT, [], []) == [Part(TEXT)]


def test_an_empty_text_has_no_pieces():
    assert parts("", [], []) == []


def test_evidence_and_gaps_are_cut_out():
    assert parts(TEXT, [(1, span(8, 14))], [span(26, 33)]) == [
        Part("We need "),
        Part("Django", (1,), first_of=(1,)),
        Part(" and Python "),
        Part("on call", is_gap=True),
    ]


def test_overlapping_evidence_belongs_to_both_skills():
    assert parts(TEXT, [(1, span(8, 18)), (2, span(15, 25))], []) == [
        Part("We need "),
        Part("Django ", (1,), first_of=(1,)),
        Part("and", (1, 2), first_of=(2,)),
        Part(" Python", (2,)),
        Part(" on call"),
    ]


def test_the_same_span_twice_names_the_skill_once():
    assert parts("abc", [(1, span(0, 3)), (1, span(0, 3))], []) == [Part("abc", (1,), first_of=(1,))]


def test_spans_outside_the_text_change_nothing():
    assert parts("abc", [(1, span(2, 90)), (2, span(50, 60)), (3, span(2, 1))], []) == [
        Part("ab"),
        Part("c", (1,), first_of=(1,)),
    ]


def test_offsets_count_code_points():
    assert parts("👩‍⚕️ nurse", [(1, span(5, 10))], [])[1].text == "nurse"
