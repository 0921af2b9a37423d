"""Reading an exported JSON that people, programs and worse have had a hand in."""

import json

import pytest

from interviews.exports import Facts, export
from interviews.exports.incoming import FileError, incoming
from tests import samples

GOOD = export("json", samples.plan(), Facts())


def changed(change, indent: int | None = 2) -> bytes:
    """The sample's file after a change to its values."""
    values = json.loads(GOOD)
    change(values)
    return json.dumps(values, indent=indent, ensure_ascii=False).encode()


def refusal(content: bytes) -> list[str]:
    with pytest.raises(FileError) as refused:
        incoming(content)
    return list(refused.value.problems)


def line_of(content: bytes, text: str) -> int:
    lines = content.decode().split("\n")
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_a_wrong_value_is_told_by_line_column_place_and_what_to_enter():
    content = changed(lambda file: file["plan"]["skills"][1]["questions"][0].update(minutes=500))
    line = line_of(content, '"minutes": 500')
    told = f"Line {line}, column 24: skill 2, question 1, minutes: enter a whole number from 1 to 30; got 500."
    assert refusal(content) == [told]


def several(file):
    plan = file["plan"]
    plan["skills"][0]["name"] = "  "
    plan["skills"][0]["questions"][0]["type"] = "riddle"
    plan["skills"][0]["questions"][0]["locked"] = None
    plan["skills"][1]["weight"] = "40"
    plan["skills"][1]["questions"][0]["follow_ups"] = {}
    plan["general"]["voice"] = ["australian", "male"]
    plan["mood"] = "good"
    del plan["role"]


def test_all_that_is_wrong_is_told_at_once():
    told = [problem.partition(": ")[2] for problem in refusal(changed(several))]
    assert told == [
        "role is missing; enter a text of at most 200 characters that is not blank.",
        "general: invalid accent and gender combination.",
        'skill 1, name: enter a text of at most 200 characters that is not blank; got "  ".',
        'skill 1, question 1, type: enter "behavioral" or "situational" or "technical" or "work_sample" or '
        '"job_knowledge"; got "riddle".',
        "skill 1, question 1, locked: enter true or false; got null.",
        'skill 2, weight: enter a whole number from 0 to 100; got "40".',
        "skill 2, question 1, follow_ups: enter a list in square brackets of at most 100 entries; got an object.",
        "mood: this name is not known here; remove it or correct it.",
    ]


def test_of_many_problems_twenty_are_told_and_the_others_counted():
    told = refusal(changed(lambda file: file["plan"].update({f"x{number}": 1 for number in range(50)})))
    assert len(told) == 21
    assert told[-1] == "There are 30 more problems."


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            lambda plan: plan.update(skills=plan["skills"] * 250),
            "skills: enter a list in square brackets of at most 30",
        ),
        (lambda plan: plan["skills"][0].update(questions=[plan["skills"][0]["questions"][0]] * 101), "there are 101"),
        (
            lambda plan: [skill.update(questions=skill["questions"] * 51) for skill in plan["skills"]],
            "a plan has at most 100 questions; there are 102",
        ),
        (lambda plan: plan["skills"][0]["questions"][0].update(prompt="x" * 10_001), "this one has 10,001"),
        (lambda plan: plan.update(description="x" * 300_001), "this one has 300,001"),
    ],
    ids=["skills", "questions of one", "questions of all", "prompt", "description"],
)
def test_there_are_limits(change, told):
    (problem,) = refusal(changed(lambda file: change(file["plan"]), indent=None))
    assert told in problem


def test_ten_thousand_questions_are_refused():
    few = {"prompt": "x", "type": "technical", "difficulty": "entry", "minutes": 5}
    content = changed(lambda file: file["plan"]["skills"][0].update(questions=[few] * 10_000), indent=None)
    assert "there are 10,000" in refusal(content)[0]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf  \n", "The file is empty."),
        (b"PK\x03\x04word/document.xml", "This is a Word, Excel or ZIP file, not JSON."),
        (b"%PDF-1.7", "This is a PDF file, not JSON."),
        (b"\n <!doctype html><p>x", "This is a page (HTML or XML), not JSON."),
        ("\ufeff{}".encode("utf-16-le"), "in the encoding UTF-16"),
        (b'{"a": 1,\n "b": "\xe9t\xe9"}', "Line 2: this is not UTF-8."),
        (b'{"a": "' + b"x" * 2_000_000 + b'"}', "The file is larger than 2 MB."),
        (b"# Cook\n", "Line 1, column 1: # is no value of JSON."),
        (b'{"a": NaN}', "Line 1, column 7: NaN is no value of JSON."),
        (b'{"a": -Infinity}', "column 7: -Infinity is no value of JSON."),
        (b'{"a": 1e400}', "this number is too large or too long"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "this number is too large or too long"),
        (b"[" * 100_000, "nested more than 32 deep"),
        (b'{"a":' * 100_000, "nested more than 32 deep"),
        (b"[" + b"0," * 200_000 + b"0]", "more than 150,000 values"),
        (b'{"a": 1,\n "a": 2}', "Line 2, column 2: the name a stands here for the second time."),
        (b'{"a": 1,\n}', "Line 1, column 8: a comma stands before the closing bracket; remove it."),
        (b'{"a": 1\n "b": 2}', "Line 2, column 2: a comma or } is missing here."),
        (b'{"a": "x\ny"}', "Line 1, column 9: a line break or control character stands inside a text"),
        (b'{"a": "x\x00y"}', "a line break or control character stands inside a text"),
        (b'{"a": "\\x"}', "a backslash stands before something"),
        (b"{'a': 1}", "a name in double quotation marks is missing here"),
        (b'{"a": 1', "the JSON ends too early"),
        (b'{"a": "x', "this text has no closing quotation mark"),
        (b'{"a": 1} {}', "something follows after the end of the JSON"),
        (b"[]", 'the file is no interview plan: "format" is not "hiring-interview-plan".'),
        (b'{"format": "other"}', 'the file is no interview plan: "format" is not "hiring-interview-plan".'),
        (b'{"ai_interview_id": 3}', "This is an answer of the API (details)"),
        (
            b'{"format": "hiring-interview-plan",\n"schema": 2}',
            "Line 2, column 11: this file is of version 2; this pro",
        ),
        (b'{"format": "hiring-interview-plan", "schema": "1", "plan": {}}', 'schema: enter 1; got "1".'),
        (b'{"format": "hiring-interview-plan", "schema": 1}', "plan is missing; enter an object in curly brackets."),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else None,
)
def test_what_is_no_exported_plan_is_refused_in_plain_words(content, told):
    assert told in refusal(content)[0]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm():
    content = b"\xef\xbb\xbf" + GOOD.replace(b"\n", b"\r\n")
    assert incoming(content).plan == incoming(GOOD).plan


def test_texts_are_normalised_and_markup_is_text():
    def change(file):
        file["plan"]["opening"] = "A\u0000b\r\nc <b>bold</b> e\u0301"
        file["plan"]["name"] = " Two\n lines "

    content = json.dumps(json.loads(changed(change))).replace("bold", "bo\\ud800ld").encode()
    plan = incoming(content).plan
    assert plan.opening == "Ab\nc <b>bold</b> é"
    assert plan.name == "Two lines"


def test_evidence_is_found_again_and_dropped_when_it_is_gone():
    def change(file):
        plan = file["plan"]
        plan["description"] = plan["description"].replace("\n", "\n\n", 1)
        plan["skills"][0]["evidence"].append({"quote": "sails a ship", "start": 3, "end": 15})
        plan["gaps"].append({"quote": "", "start": 0, "end": 0})
        plan["skills"][0]["questions"][0]["source"]["serves"] = {"quote": "Python", "start": 0, "end": 6}

    read = incoming(changed(change))
    for skill in read.plan.skills:
        for found in skill.evidence:
            assert read.plan.description[found.start : found.end] == found.quote
    assert [len(skill.evidence) for skill in read.plan.skills] == [1, 1]
    assert len(read.plan.gaps) == 1
    assert read.plan.skills[0].questions[0].source.serves is None
    assert read.notices == [
        "“sails a ship” is not in the description, so it was left out.",
        "“Python” is not in the description, so it was left out.",
        "“” is not in the description, so it was left out.",
    ]


def test_of_two_places_the_nearer_one_is_taken():
    def change(file):
        file["plan"]["description"] = "Stock counts. " * 3
        file["plan"]["gaps"] = [{"quote": "Stock", "start": 16, "end": 21}]

    assert [(gap.start, gap.end) for gap in incoming(changed(change)).plan.gaps] == [(14, 19)]
