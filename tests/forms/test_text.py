"""What is pasted into a field becomes plain text; what is typed stays as it is."""

import pytest
from django.core.exceptions import ValidationError

from interviews.forms.new_interview import NewInterviewForm
from interviews.forms.text import NameText, PlainText

HTML = "<p>A trailer is <b>two pallets</b> short.</p><ul><li>Counts them</li><li>Tells dispatch</li></ul>"
RTF = r"{\rtf1\ansi A trailer is {\b two pallets} short.\par What do you do?\par}"


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        (HTML, "A trailer is two pallets short.\n\n- Counts them\n- Tells dispatch"),
        (RTF, "A trailer is two pallets short.\nWhat do you do?"),
    ],
)
def test_pasted_markup_is_read_as_its_text(pasted, text):
    assert PlainText().clean(pasted) == text


@pytest.mark.parametrize(
    "typed",
    [
        "if a < b and c > d",
        "What does List<String> hold?",
        "What does <div> do, and when do you write </div>?",
        "Fill {name} and {\\alpha} into the letter.",
        '{"a": [1, 2]} is JSON, <a> & <b> are not.',
        "  indented\n\n\ttext with \\rtf in it  ",
    ],
)
def test_what_is_typed_stays_byte_for_byte(typed):
    assert PlainText().clean(typed) == typed


def test_markup_does_not_count_against_the_longest_length():
    assert PlainText(max_length=40).clean(f"<p style='{'x' * 500}'>Two pallets are short.</p>") == (
        "Two pallets are short."
    )


def test_a_pasted_posting_is_plain_text_too():
    assert NewInterviewForm.base_fields["description"].clean(HTML).startswith("A trailer is two pallets short.\n")


@pytest.mark.parametrize(
    ("typed", "name"), [("  Harbour \n Logistics ", "Harbour Logistics"), ("A\u202egro", "A gro"), ("x\u200by", "x y")]
)
def test_a_name_is_one_line_without_signs_that_nobody_sees(typed, name):
    assert NameText().clean(typed) == name


def test_a_name_of_which_nothing_is_seen_is_missing():
    with pytest.raises(ValidationError):
        NameText().clean("\u200b\u202e")
