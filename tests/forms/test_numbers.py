"""Numbers that a page sends back."""

import pytest

from interviews.forms.numbers import place, whole

NONE_OF_THEM = ["", None, "x", "-5", "1.5", "１", "²", "9" * 18]


@pytest.mark.parametrize("text", NONE_OF_THEM)
def test_what_is_no_number_is_nothing(text):
    assert (whole(text), place(text, "5"), place("0", text)) == (0, None, None)


def test_numbers_are_read():
    assert (whole("7"), whole(7), place("0", "5"), place("5", "5"), place("9", "5")) == (7, 7, (0, 5), None, None)
