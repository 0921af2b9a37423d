"""Quotes of a model, found in the description or refused."""

import pytest

from interviews.engines.openai_evidence import located, named

TEXT = "We need:\n- 3+ years of C++ and  “clean”\n- code — in Go (1.22)\nYou don’t need Java. JavaScript is fine."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("3+ years of C++ and “clean”", "3+ years of C++ and  “clean"),
        ("\"3+ YEARS of c++ and 'clean'.\"", "3+ years of C++ and  “clean"),
        ('and "clean" code - in Go', "and  “clean”\n- code — in Go"),
        ("You don't need Java.", "You don’t need Java"),
        ("We need ... JavaScript is fine", "JavaScript is fine"),
    ],
)
def test_small_changes_of_copying_are_forgiven_and_the_slice_is_exact(quote, found):
    evidence = located(quote, TEXT)
    assert evidence is not None
    assert evidence.quote == found
    assert TEXT[evidence.start : evidence.end] == found


@pytest.mark.parametrize("quote", ["", "...", "a", "5+ years of C++", "lean", "years of experience in Go"])
def test_what_is_not_there_is_not_found(quote):
    assert located(quote, TEXT) is None


def test_a_short_name_is_found_as_a_word_of_its_own():
    found = named("Go", TEXT)
    assert found is not None
    assert TEXT[found.start : found.end] == "Go"
    java = named("java", TEXT)
    assert java is not None
    assert TEXT[java.start : java.end + 1] == "Java."
    assert named("C", TEXT) is None
    assert named("Kubernetes", TEXT) is None
    assert named("", TEXT) is None
