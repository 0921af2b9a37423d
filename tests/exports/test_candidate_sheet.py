"""What a candidate may know beforehand, and what not."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from interviews.drafts import PROCTORING_PRESETS, PlannedSkill, Proctoring
from interviews.exports.candidate import candidate_sheet
from interviews.exports.candidate_docx import candidate_docx
from interviews.exports.candidate_html import candidate_html
from interviews.exports.monitoring import SENTENCES, monitored
from tests import samples
from tests.exports.kits import FACTS, bare, hostile_plan, strings


def said(plan, kind):
    if kind == "html":
        return candidate_html(plan, FACTS).decode()
    made = docx.Document(io.BytesIO(candidate_docx(plan, FACTS)))
    parts = (made.element, made.sections[0].footer._element)
    return " ".join("".join(node.itertext(qn("w:t"))) for part in parts for node in part.iter(qn("w:p")))


def part(plan, heading):
    return next(part for part in candidate_sheet(plan, FACTS).parts if part.heading == heading)


@pytest.mark.parametrize("kind", ["html", "docx"])
def test_both_files_say_every_word_of_the_sheet(kind):
    text = bare(said(samples.plan(), kind))
    missing = [told for told in strings(candidate_sheet(samples.plan(), FACTS)) if bare(told) not in text]
    assert missing == (["Page"] if kind == "html" else [])


@pytest.mark.parametrize("kind", ["html", "docx"])
def test_neither_tells_a_question_a_criterion_a_weight_or_the_cutoff(kind):
    plan = samples.plan()
    plan.general.cutoff = 7.5
    text = said(plan, kind)
    for skill in plan.skills:
        assert skill.name in text
        assert f"{skill.weight} %" not in text
        for question in skill.questions:
            secret = [question.prompt, question.why, question.alternate, *question.evaluation_criteria]
            secret += [*question.red_flags, *(anchor.anchor for anchor in question.rating_scale)]
            secret += [*(probe.text for probe in question.follow_ups), *(sample.answer for sample in question.samples)]
            assert [told for told in secret if told in text] == []
    assert "7.5" not in text
    assert "must have" not in text.lower()
    assert "cutoff" not in text.lower()
    assert plan.opening not in text


def test_every_switch_but_the_order_has_a_sentence():
    switches = {name for name, field in Proctoring.model_fields.items() if field.annotation is bool}
    assert set(SENTENCES) == switches - {"randomize_question_order"}


def test_nothing_is_monitored_unless_somebody_asked_for_it():
    assert part(samples.plan(), "What is monitored").sentences == (
        "Nothing. No interview platform is asked to monitor or to record you.",
    )


def test_what_is_monitored_is_requested_of_the_platform_and_kept_for_so_long():
    settings = PROCTORING_PRESETS["standard"].model_copy(update={"retention_days": 1})
    told = part(samples.plan(proctoring=settings), "What is monitored")
    assert "requested of your interview platform. It is not performed here" in told.sentences[0]
    assert len(told.items) == 5
    assert "after 1 day." in told.last


@pytest.mark.parametrize(
    ("times", "action", "then"),
    [
        (0, "end", "The first time, the interview ends."),
        (1, "warn", "After the first time, you are warned."),
        (3, "flag", "After 3 times, it is reported to the hiring team."),
    ],
)
def test_it_says_what_follows_when_the_page_is_left(times, action, then):
    settings = Proctoring(tab_switch_tracking=True, max_tab_switches=times, tab_switch_action=action)
    assert next(monitored(settings)).endswith(then)


def test_order_device_and_length_follow_the_settings():
    plan = samples.plan(proctoring=Proctoring(randomize_question_order=True))
    plan.general.mobile_friendly = False
    plan.general.duration.min = 30
    text = said(plan, "html")
    assert "in an order that varies" in text
    assert "you need a computer" in text
    assert "It takes 30 minutes." in text


def test_the_html_is_whole_by_itself_and_text_is_never_markup():
    text = said(hostile_plan(), "html")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<script" not in text
    assert "http" not in text
    assert 'src="' not in text
    assert text.startswith("<!doctype html>")


def test_it_names_only_parts_of_the_work_that_a_question_asks_about():
    plan = samples.plan()
    asked = PlannedSkill(name="Asked about", weight=50, questions=plan.skills[0].questions)
    plan.skills = [asked, PlannedSkill(name="Not asked about", weight=50)]
    assert part(plan, "What it is about").topics == ("Asked about",)
