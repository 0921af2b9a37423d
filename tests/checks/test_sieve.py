"""The sieve holds nothing back that a pattern matches."""

import re
import sys

import pytest

from interviews.checks.abroad import abroad
from interviews.checks.description import _SIEVE as DESCRIPTION
from interviews.checks.judging import _ASKING, _NAMING
from interviews.checks.prohibited import _ways
from interviews.checks.sieve import Sieve, folded, needles_of
from tests.checks.asked import ASKED
from tests.checks.harmless import HARMLESS

TEXTS = [*(words for every in ASKED.values() for words in every), *HARMLESS]
OTHERS = [
    "We need a rock star, a coding ninja and a native speaker aged 20-30; he/she is young and energetic.",
    "WE NEED A ROC\u212a \u017ftar. N\u0131njas only; well-presented, physically f\u0130t.",
    "Shows confidence and eye contact, a good attitude, polish; is passionate. What makes you a culture fit?",
    "Wie alt sind Sie? Sind Sie verheiratet, und haben Sie Kinder? WELCHE STAATSANGEHÖRIGKEIT HABEN SIE?",
]


def plainly(sieve: Sieve, words: str) -> list[tuple[int, str]]:
    every = ((number, pattern.search(words)) for number, pattern in enumerate(sieve.patterns))
    return [(number, match.group(0)) for number, match in every if match]


@pytest.mark.parametrize("sieve", [_ways("English")[1], _ways("German")[1], DESCRIPTION, _ASKING.sieve, _NAMING.sieve])
def test_a_text_is_found_the_same_with_the_sieve_and_without(sieve):
    texts = [*TEXTS, *(words.upper() for words in TEXTS), *OTHERS]
    different = [
        words
        for words in texts
        if [(number, match.group(0)) for number, match in sieve.matches(words)] != plainly(sieve, words)
    ]
    assert different == []


def test_nearly_every_pattern_asks_for_letters():
    for sieve in (_ways("English")[1], DESCRIPTION, _ASKING.sieve, _NAMING.sieve):
        assert [pattern.pattern for pattern in sieve.patterns if not needles_of(pattern)] == []
    assert abroad("English") == {}


@pytest.mark.parametrize(
    ("pattern", "needles"),
    [
        (r"\bhow old are you\b", {"how old are you"}),
        (r"\byour (?:date of birth|age)\b", {"your "}),
        (r"\b(?:rock ?-?stars?|guru)s?\b", {"rock", "guru"}),
        (r"(?:young )?team", {"team"}),
        (r"x(?!y)z", {"xz"}),
        (r"(?:ab)+c?", {"ab"}),
        (r"a|\d", set()),
        (r"[abc]\w+", set()),
        (r"größe", {"gr"}),
    ],
)
def test_the_letters_that_a_pattern_cannot_do_without(pattern, needles):
    assert needles_of(re.compile(pattern, re.I)) == needles


def test_a_letter_that_patterns_take_for_a_plain_one_is_folded_to_it():
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    for match in re.finditer("[a-z]", every, re.I):
        letter = folded(match.group(0))
        assert re.fullmatch("[a-z]", letter)
        assert re.fullmatch(letter, match.group(0), re.I)
