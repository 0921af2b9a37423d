"""What the engine mends by rule before a person reads the plan; everything else is reported."""

from interviews.checks.asks import asks
from interviews.checks.minutes import MINUTES
from interviews.checks.parting import parted
from interviews.checks.probes import gives_away
from interviews.checks.rewrites import opened
from interviews.checks.words import Text
from interviews.drafts import FollowUp, QuestionDraft

MOST_PROBES = 2


def mended(question: QuestionDraft) -> tuple[QuestionDraft, list[str]]:
    """The question with what is safe to mend mended, and what was done as plain sentences (none: nothing was).

    Locked questions come back as they are. A closed question is opened, a second ask becomes a probe where there is
    room for one, a probe that gives a criterion away goes while another stays, and minutes are kept to the type."""
    if question.locked:
        return question, []
    question, done = question.model_copy(deep=True), []
    for mend in (_probes, _second_ask, _closed, _minutes):
        done += mend(question)
    return question, done


def _probes(question: QuestionDraft) -> list[str]:
    done = []
    for place in sorted(gives_away(question), reverse=True):
        if len(question.follow_ups) > 1:
            probe = question.follow_ups.pop(place)
            done.append(f'Left out a probe that gives a criterion away: "{probe.text}"')
    return done


def _second_ask(question: QuestionDraft) -> list[str]:
    two = parted(question.prompt)
    if not two or not two.whole or not two.first or len(question.follow_ups) >= MOST_PROBES:
        return []
    question.prompt = two.first
    question.follow_ups.insert(0, FollowUp(text=two.second, ask="all"))
    return [f'Made a probe of a second ask: "{two.second}"']


def _closed(question: QuestionDraft) -> list[str]:
    done = []
    for part in ("prompt", "alternate"):
        words = getattr(question, part)
        closed = [finding for finding in asks(Text("", part, words)) if finding.code == "craft.closed"] if words else []
        rewritten = opened(words) if closed else ""
        if rewritten:
            setattr(question, part, rewritten)
            done.append(f'Opened a question that yes or no could answer: "{words}"')
    return done


def _minutes(question: QuestionDraft) -> list[str]:
    high = MINUTES[question.type][1]
    if question.minutes <= high:
        return []
    before, question.minutes = question.minutes, high
    return [f"Trimmed {before} minutes to {high}, which its type takes"]
