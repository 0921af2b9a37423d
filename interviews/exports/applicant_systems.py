"""A plan as plain text for three applicant systems, each block headed with where it is pasted.

What the systems hold, as their own pages say (read in 2026):
- Greenhouse: a job's scorecard has attributes in categories, which an interview may focus on and link to questions
  (support.greenhouse.io/hc/en-us/articles/360027708172, .../115002194863); an interview kit has a tab for preparation
  and a scorecard (.../115002226826); attributes are rated Definitely Not, No, Mixed, Yes, Strong Yes
  (.../15756249510427).
- Ashby: an interview has instructions and a feedback form; a form has fields such as Multiple Choice, Long Formattable
  Answer and Score (docs.ashbyhq.com/feedback-forms-and-interviews), and Score goes from 1 to 4
  (developers.ashbyhq.com/reference/applicationfeedbacksubmit-1), so that a scale of 1 to 5 is a Multiple Choice.
- Lever: a feedback form has a title, instructions and questions, answered in text, by multiple choice or otherwise, and
  a four-point rating that cannot be removed (help.lever.co/hc/en-us/articles/20087332875165)."""

from collections.abc import Iterable, Iterator

from interviews.drafts import PlanDraft, PlannedSkill, QuestionDraft
from interviews.exports.facts import Facts
from interviews.exports.words import (
    ASK,
    IMPORTANCE,
    NOT_ASKED,
    NOT_ENOUGH,
    SCALE,
    asked,
    cutoff_means,
    must_haves,
    one_line,
    safe,
)

_RULE = "=" * 72
_CHOICES = ("1", "2", "3", "4", "5", NOT_ASKED.capitalize(), NOT_ENOUGH.capitalize())


def greenhouse(plan: PlanDraft, facts: Facts) -> bytes:
    """Scorecard attributes, interview prep, and questions for the scorecard."""
    rating = [
        "Greenhouse rates attributes by five icons. They stand for this plan's scale:",
        "1 Definitely Not, 2 No, 3 Mixed, 4 Yes, 5 Strong Yes.",
        "A 3 is what a competent new hire shows. Leave an attribute unrated if its questions were not asked or the "
        "answers did not tell enough.",
        "",
        *_weights(plan),
    ]
    return _text(
        plan,
        facts,
        _block(
            "Scorecard attributes",
            "Job Setup > Scorecard > Edit beside a category such as Skills > Add Attribute, one for each line; tick "
            "each as a focus attribute",
            [one_line(skill.name) for skill in plan.skills],
        ),
        _block(
            "Interview prep",
            "Job Setup > Interview Plan > Edit beside the interview > Interview prep",
            [*_briefing(plan), *rating],
        ),
        *(
            _block(
                f"Question {number}",
                f"the same page, as a question of the scorecard; linked to the attribute {one_line(skill.name)}",
                [one_line(question.prompt)],
            )
            for number, skill, question in asked(plan)
        ),
    )


def ashby(plan: PlanDraft, facts: Facts) -> bytes:
    """Interviewer instructions, and the fields of the feedback form."""
    fields = (
        _block(
            f"Field {number}",
            "the feedback form > a new field of the type Multiple Choice (Score has four steps, this scale five)",
            [*_titled(number, question), "", "Options, one for each line:", *_CHOICES],
        )
        for number, _, question in asked(plan)
    )
    return _text(
        plan,
        facts,
        _block(
            "Instructions",
            "Admin > Interviews & Scheduling > Interviews > New > Instructions",
            [*_briefing(plan), *_weights(plan)],
        ),
        _block(
            "Title of the feedback form",
            "Admin > Interviews & Scheduling > Feedback Forms > New",
            [one_line(plan.name)],
        ),
        *fields,
        _block("Last field", "the same form > a field of the type Long Formattable Answer", [_NOTES]),
    )


def lever(plan: PlanDraft, facts: Facts) -> bytes:
    """Instructions and questions of a feedback form."""
    fields = (
        _block(
            f"Question {number}",
            "the form > Add another question > response type multiple choice",
            [*_titled(number, question), "", "Choices, one for each line:", *_CHOICES],
        )
        for number, _, question in asked(plan)
    )
    return _text(
        plan,
        facts,
        _block("Title of the feedback form", "Settings > Feedback > New form > title", [one_line(plan.name)]),
        _block("Instructions", "the same form > instructions", [*_briefing(plan), *_weights(plan)]),
        *fields,
        _block(
            "Last question",
            "the form > Add another question > response type text, then move Lever's own four-point rating below it",
            [_NOTES],
        ),
    )


_NOTES = "What did the candidate say or do that the ratings rest on? Note what was said, not what it made you feel."


def _text(plan: PlanDraft, facts: Facts, *blocks: Iterable[str]) -> bytes:
    head = [
        f"{one_line(plan.name)}, version {facts.version}, {facts.status}",
        "Copy what stands below each heading to the place that the heading names.",
    ]
    lines = [*head, *(line for block in blocks for line in block)]
    return f"{safe(chr(10).join(lines))}\n".encode()


def _block(title: str, place: str, lines: Iterable[str]) -> Iterator[str]:
    yield from ("", _RULE, title, f"Paste into: {place}", _RULE)
    yield from lines


def _weights(plan: PlanDraft) -> Iterator[str]:
    yield "The weighted score is computed in the scorecard workbook. Weights:"
    yield from (f"- {one_line(skill.name)}: {skill.weight} %, {IMPORTANCE[skill.importance]}" for skill in plan.skills)


def _briefing(plan: PlanDraft) -> Iterator[str]:
    """What an interviewer reads before and holds while asking."""
    yield from ("How to rate", *SCALE, cutoff_means(plan), must_haves(), "")
    yield from _part("Settled before the interview, not scored", [f"- {one_line(line)}" for line in plan.screen_first])
    yield from _part("Opening", plan.opening.split("\n") if plan.opening else [])
    for skill in plan.skills:
        yield from _part(f"{one_line(skill.name)} ({IMPORTANCE[skill.importance]})", _asking(skill))
    yield from _part("Closing", plan.closing.split("\n") if plan.closing else [])
    note = plan.protected_note
    yield from _part("If something protected is volunteered", note.split("\n") if note else [])


def _part(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield from (title, *lines, "")


def _asking(skill: PlannedSkill) -> list[str]:
    lines = []
    for question in skill.questions:
        lines += [f"- {one_line(question.prompt)} ({question.minutes} min)"]
        lines += [f"    Probe, {ASK[probe.ask]}: {one_line(probe.text)}" for probe in question.follow_ups]
        lines += [f"    Without that experience: {one_line(question.alternate)}"] if question.alternate else []
        lines += _scale(question, "    ")
    return lines


def _titled(number: int, question: QuestionDraft) -> list[str]:
    return [f"{number}. {one_line(question.prompt)}", "", *_scale(question, "")]


def _scale(question: QuestionDraft, indent: str) -> list[str]:
    criteria = [f"{indent}Look for: {one_line(criterion)}" for criterion in question.evaluation_criteria]
    return criteria + [f"{indent}{anchor.score}: {one_line(anchor.anchor)}" for anchor in question.rating_scale]
