"""What a candidate may know beforehand, from the plan and its settings: no question, criterion, weight or cutoff.

It is written anew whenever it is asked for, so it never falls behind the plan."""

from collections.abc import Iterator
from dataclasses import dataclass

from interviews.drafts import CLOSING_MINUTES, OPENING_MINUTES, PlanDraft
from interviews.exports.facts import Facts
from interviews.exports.monitoring import monitored
from interviews.exports.texts import LANGUAGE_CODES, counted, day, in_one_line, shortened

_MOST_TOPIC = 120


@dataclass(frozen=True)
class Part:
    """A heading with sentences and a list; `topics` are the plan's words, everything else is ours."""

    heading: str
    sentences: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    last: str = ""


@dataclass(frozen=True)
class CandidateSheet:
    """The whole sheet. `language` is the code of the plan's language, `blanks` are lines to be filled in."""

    kind: str
    title: str
    language: str
    lead: str
    blanks: tuple[str, ...]
    parts: tuple[Part, ...]
    footer: str
    page: tuple[str, str] = ("Page", "of")


def candidate_sheet(plan: PlanDraft, facts: Facts) -> CandidateSheet:
    """The sheet of a plan."""
    team = in_one_line(facts.team)
    return CandidateSheet(
        kind="Your interview",
        title=in_one_line(plan.role) or in_one_line(plan.name) or "Interview",
        language=LANGUAGE_CODES[plan.general.language],
        lead=f"Thank you for your interest in working with {team}. This sheet says what to expect."
        if team
        else "This sheet says what to expect.",
        blanks=("Date and time", "Place or link", "Whom to ask"),
        parts=tuple(_parts(plan)),
        footer=" · ".join(filter(None, (f"Version {facts.version}", day(facts.exported_on), shortened(team, 60)))),
    )


def _parts(plan: PlanDraft) -> Iterator[Part]:
    yield Part("How it works", tuple(_format(plan)))
    asked = (skill.name for skill in plan.skills if skill.questions)
    topics = tuple(filter(None, (shortened(name, _MOST_TOPIC) for name in asked)))
    if topics:
        yield Part("What it is about", ("The questions are about these parts of the work:",), topics=topics)
    yield Part("Who and how long", tuple(_who_and_how_long(plan)))
    yield Part("How to prepare", items=_PREPARE)
    yield _monitoring(plan)
    yield Part("If you need something to be different", _ACCOMMODATION)
    yield Part("After the interview", _AFTER)


def _format(plan: PlanDraft) -> Iterator[str]:
    order = "in an order that varies" if plan.proctoring.randomize_question_order else "in the same order"
    yield (
        f"This is a structured interview: every candidate gets the same main questions, {order}. Some questions have a "
        "follow-up. All answers are rated on the same scale."
    )
    yield f"It is held in {plan.general.language}."
    device = (
        "you may use a phone or a computer."
        if plan.general.mobile_friendly
        else "you need a computer: a phone is not enough. Ask us if you have none."
    )
    yield f"If it takes place on an interview platform, {device}"


def _who_and_how_long(plan: PlanDraft) -> Iterator[str]:
    shortest, longest = plan.general.duration.min, plan.general.duration.max
    spread = f"{shortest} to {longest} minutes" if shortest < longest else counted(longest, "minute")
    yield (
        "People of the hiring team ask the questions and take notes as you speak. If you are invited to an interview "
        "platform, the platform asks them, and people read your answers."
    )
    yield (
        f"It takes {spread}. About {OPENING_MINUTES} of them are for the introduction, and the last {CLOSING_MINUTES} "
        "are for your questions."
    )


_PREPARE = (
    "Think of things that you did yourself, and of what came of them.",
    "Examples from study, volunteering or life at home count as well as paid work.",
    "Take a moment to think before you answer. You may ask to hear a question again.",
    "Leave out names, and anything confidential of other people or firms.",
    "You need not speak about family, health, age, religion, origin or anything else that is private: it plays no "
    "part.",
)

_ACCOMMODATION = (
    "If you need something to take part on equal terms, ask before the interview, as early as you can: more time, the "
    "questions in writing, breaks, an interpreter, an aid of your own, another format, an interview without some of "
    "what is monitored.",
    "Ask the person named above, or whoever invited you. Say what you need; you need not say more about yourself than "
    "that takes. Asking does not count against you.",
)

_AFTER = (
    "Each interviewer rates your answers alone, before talking to the others. People decide, not a number.",
    "If you have not heard from us by the date that you were told, ask.",
)


def _monitoring(plan: PlanDraft) -> Part:
    heading = "What is monitored"
    watched = tuple(monitored(plan.proctoring))
    if not watched:
        return Part(heading, ("Nothing. No interview platform is asked to monitor or to record you.",))
    kept = counted(plan.proctoring.retention_days, "day")
    return Part(
        heading,
        (
            "This is requested of your interview platform. It is not performed here, by the software that wrote this "
            "sheet.",
        ),
        items=watched,
        last=f"The platform is asked to delete what it recorded or reported after {kept}. Nothing that reads emotions "
        "from a face or a voice is requested.",
    )
