"""From a plan to the interviewer's kit."""

from collections.abc import Iterator
from itertools import count

from interviews.drafts import CLOSING_MINUTES, OPENING_MINUTES, PlanDraft, PlannedSkill, heaviest
from interviews.exports import kit_words as words
from interviews.exports.facts import Facts
from interviews.exports.kit import (
    Agenda,
    AgendaRow,
    Calibration,
    Closing,
    Cover,
    Kit,
    Passage,
    SkillSheet,
    Steps,
)
from interviews.exports.kit_questions import question_sheet
from interviews.exports.kit_scoring import debrief, numbers, scorecard, spread
from interviews.exports.texts import LANGUAGE_CODES, counted, day, in_one_line, printable, shortened

LEVELS = {"entry": "Entry", "mid": "Mid", "senior": "Senior", "lead": "Lead"}
IMPORTANCE = {"must_have": "Must have", "nice_to_have": "Nice to have"}
_MOST_EVIDENCE, _MOST_QUOTE, _MOST_GAP = 2, 120, 220


def kit(plan: PlanDraft, facts: Facts) -> Kit:
    """The kit of a plan, in the order in which it is used."""
    return Kit(
        name=_named(plan),
        language=LANGUAGE_CODES[plan.general.language],
        footer=_footer(plan, facts),
        page=("Page", "of"),
        cover=_cover(plan, facts),
        steps=Steps("How to run the interview", "", words.STEPS),
        protected=_passage("If something protected is volunteered", plan.protected_note, words.PROTECTED),
        before=tuple(_before(plan)),
        calibration=_calibration(plan),
        opening=_passage("Opening", plan.opening, words.SAID_ALOUD.format(minutes=counted(OPENING_MINUTES, "minute"))),
        skills=tuple(_skills(plan)),
        closing=Closing(
            Passage(
                "Closing",
                words.SAID_ALOUD.format(minutes=counted(CLOSING_MINUTES, "minute")),
                printable(plan.closing),
            ),
            Passage(words.CANDIDATE_ASKS, words.CANDIDATE_ASKS_LEAD),
        ),
        scorecard=scorecard(plan),
        debrief=debrief(plan),
    )


def _named(plan: PlanDraft) -> str:
    return in_one_line(plan.name) or in_one_line(plan.role) or words.UNNAMED


def cutoff(plan: PlanDraft) -> str:
    """The cutoff as people write it: 6, 7.5."""
    return f"{plan.general.cutoff:g}"


def minutes(plan: PlanDraft) -> int:
    """Minutes of the questions, of opening and of closing."""
    return sum(question.minutes for skill in plan.skills for question in skill.questions) + (
        OPENING_MINUTES + CLOSING_MINUTES
    )


def edition(facts: Facts) -> str:
    """Which version it is: "Version 3, draft"."""
    return f"Version {facts.version}, {facts.status}"


def _footer(plan: PlanDraft, facts: Facts) -> str:
    parts = [shortened(_named(plan), 60), edition(facts), shortened(facts.team, 40)]
    return " · ".join(part for part in parts if part)


def _cover(plan: PlanDraft, facts: Facts) -> Cover:
    name, role = _named(plan), in_one_line(plan.role)
    remarks = {"draft": words.DRAFT_REMARK, "archived": words.ARCHIVED_REMARK}
    asked = sum(len(skill.questions) for skill in plan.skills)
    told = (
        ("Team", in_one_line(facts.team)),
        ("Edition", ", ".join(part for part in (edition(facts), day(facts.exported_on)) if part)),
        ("Level", LEVELS[plan.seniority]),
        ("Length", f"{counted(plan.general.duration.max, 'minute')}, {counted(asked, 'question')}"),
        ("Cutoff", words.CUTOFF.format(cutoff=cutoff(plan))),
        ("Language", plan.general.language),
    )
    return Cover(
        kind="Interviewer kit",
        title=name,
        role="" if role == name else role,
        facts=tuple((label, value) for label, value in told if value),
        agenda=_agenda(plan),
        blanks=("Candidate", "Interviewer", "Date"),
        remarks=tuple(filter(None, (words.COVER_REMARK, remarks.get(facts.status)))),
    )


def _agenda(plan: PlanDraft) -> Agenda:
    rows = [AgendaRow("Opening", "", "", str(OPENING_MINUTES))]
    for skill, (first, last) in zip(plan.skills, numbers(plan), strict=True):
        rows.append(
            AgendaRow(
                shortened(skill.name, 90) or words.UNNAMED_SKILL,
                spread(first, last),
                f"{skill.weight} %",
                str(sum(question.minutes for question in skill.questions)),
            )
        )
    rows.append(AgendaRow("Closing", "", "", str(CLOSING_MINUTES)))
    total = words.AGENDA_TOTAL.format(used=minutes(plan), planned=plan.general.duration.max)
    return Agenda(
        "The interview at a glance",
        AgendaRow("Part", "Question no.", "Weight", "Minutes"),
        tuple(rows),
        AgendaRow("Planned", "", "", total),
    )


def _before(plan: PlanDraft) -> Iterator[Passage]:
    listed = (
        ("Settle before the interview", words.SCREEN_FIRST, plan.screen_first),
        ("Assess elsewhere", words.ASSESS_ELSEWHERE, plan.assess_elsewhere),
        ("Not covered", words.NOT_COVERED, [shortened(gap.quote, _MOST_GAP) for gap in plan.gaps]),
    )
    for heading, lead, items in listed:
        told = tuple(filter(None, map(in_one_line, items)))
        if told:
            yield Passage(heading, lead, items=told)


def _calibration(plan: PlanDraft) -> Calibration | None:
    sampled = heaviest(plan)
    if sampled is None:
        return None
    questions = [question for skill in plan.skills for question in skill.questions]
    number = next(place for place, question in enumerate(questions, 1) if question is sampled)
    return Calibration(
        "Agree on the scale",
        words.CALIBRATION.format(number=number),
        printable(sampled.prompt),
        tuple((f"Worth a {sample.score}", printable(sample.answer)) for sample in sampled.samples),
    )


def _skills(plan: PlanDraft) -> Iterator[SkillSheet]:
    asked = sum(len(skill.questions) for skill in plan.skills)
    following = count(1)
    for place, skill in enumerate(plan.skills, 1):
        if not skill.questions:
            continue
        yield SkillSheet(
            label=f"Skill {place} of {len(plan.skills)}",
            name=in_one_line(skill.name) or words.UNNAMED_SKILL,
            facts=_skill_facts(skill),
            evidence=_evidence(skill),
            questions=tuple(question_sheet(question, next(following), asked) for question in skill.questions),
        )


def _skill_facts(skill: PlannedSkill) -> str:
    taken = sum(question.minutes for question in skill.questions)
    parts = (
        IMPORTANCE[skill.importance],
        f"{skill.weight} % of the score",
        counted(len(skill.questions), "question"),
        counted(taken, "minute"),
    )
    return ", ".join(parts)


def _evidence(skill: PlannedSkill) -> Passage | None:
    quotes = (shortened(evidence.quote, _MOST_QUOTE) for evidence in skill.evidence[:_MOST_EVIDENCE])
    told = tuple(f"“{quote}”" for quote in quotes if quote)
    return Passage(words.EVIDENCE, items=told) if told else None


def _passage(heading: str, text: str, lead: str) -> Passage | None:
    told = printable(text)
    return Passage(heading, lead, told) if told else None
