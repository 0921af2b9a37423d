"""Which stretches that the tagger finds are fields of knowledge."""

import pytest

from interviews.engines.library.reading import Clause
from interviews.engines.library.subjects import subjects
from interviews.engines.library.tagger import Span


def found(text: str, part: str, confidence: float = 0.95) -> list[str]:
    start = text.index(part)
    clause = Clause(0, len(text), text, "requirement")
    span = Span(start, start + len(part), "knowledge", confidence)
    return [mention.term.name for mention in subjects(clause, [span], [])]


def test_a_field_is_a_term_in_small_letters():
    assert found("Knowledge of Maritime Law and tides", "Maritime Law") == ["maritime law"]


def test_abbreviations_keep_their_capitals():
    assert found("Some NMR spectroscopy", "NMR spectroscopy") == ["NMR spectroscopy"]


@pytest.mark.parametrize(
    "part", ["communication skills", "customer service", "maintains record keeping", "bachelor's degree", "the team"]
)
def test_what_every_posting_names_is_no_field(part):
    assert found(f"You bring {part} to us", part) == []


def test_an_unsure_span_is_no_field():
    assert found("Knowledge of maritime law", "maritime law", 0.5) == []


def test_a_span_beyond_its_clause_is_left_out():
    clause = Clause(0, 10, "Some words", "requirement")
    assert list(subjects(clause, [Span(5, 20, "knowledge", 0.99)], [])) == []
