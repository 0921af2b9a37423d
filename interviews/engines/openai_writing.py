"""The model's questions under the rules of the house: what can be mended goes back once, what may not be asked goes."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from interviews.checks import check_question
from interviews.checks.minutes import MINUTES
from interviews.drafts import (
    Anchor,
    Finding,
    FollowUp,
    QuestionDraft,
    Sample,
    Source,
    Wanted,
)
from interviews.engines.library.writing import DIFFICULTY
from interviews.engines.openai_shapes import Written, WrittenQuestion
from interviews.engines.openai_talk import Reading

FEWEST_CRITERIA, MOST_CRITERIA, MOST_RED_FLAGS = 3, 5, 2
MOST_TEXT = 1_000
# In characters, since not every language parts its words: "please" is no question.
SHORTEST_PROMPT = 12
SAME_PROMPT = 80
# A spoken question has at most 40 words; one of twice that is not a question that can be cut by hand.
HOPELESS_WORDS = 80


@dataclass(frozen=True)
class Draughted:
    """A question with what is wrong with it, and whether that forbids using it."""

    question: QuestionDraft
    wrong: list[str]
    unusable: bool


def read(written: Written, wanted: Wanted) -> Reading[list[QuestionDraft]]:
    """At most as many questions as wanted, best first; of no use when none can be asked."""
    taken = [question.prompt for question in wanted.keep] + wanted.avoid
    drafts: list[Draughted] = []
    for one in written.questions[: wanted.count]:
        draft = _judged(_question(one, wanted), wanted, taken)
        taken.append(draft.question.prompt)
        drafts.append(draft)
    complaints = [f"questions.{place}: {wrong}" for place, draft in enumerate(drafts) for wrong in draft.wrong]
    if len(written.questions) < wanted.count:
        complaints.append(f"{wanted.count} questions are wanted, the answer has {len(written.questions)}.")
    usable = [draft.question for draft in drafts if not draft.unusable]
    if usable and not drafts[0].unusable:
        usable[0].samples = _samples(written)
    return Reading(usable or None, complaints)


def _question(one: WrittenQuestion, wanted: Wanted) -> QuestionDraft:
    low, high = MINUTES[one.type]
    probes = [FollowUp(text=one.probe_all, ask="all"), FollowUp(text=one.probe_if_needed, ask="if_needed")]
    known = {entry.id for entry in wanted.material}
    return QuestionDraft(
        prompt=_line(one.prompt),
        type=one.type,
        difficulty=DIFFICULTY[wanted.seniority],
        minutes=min(max(low, one.minutes), high, max(low, wanted.minutes)),
        why=_line(one.why),
        follow_ups=[FollowUp(text=_line(probe.text), ask=probe.ask) for probe in probes if probe.text],
        alternate=_line(one.alternate),
        evaluation_criteria=_lines(one.criteria)[:MOST_CRITERIA],
        rating_scale=[
            Anchor(score=score, anchor=_line(text))
            for score, text in ((1, one.one), (3, one.three), (5, one.five))
            if text
        ],
        red_flags=_lines(one.red_flags)[:MOST_RED_FLAGS],
        source=Source(engine="openai", reference=one.material if one.material in known else ""),
    )


def _judged(question: QuestionDraft, wanted: Wanted, taken: list[str]) -> Draughted:
    findings = check_question(question, "questions")
    wrong = [_said(finding) for finding in findings]
    if wanted.types and question.type not in wanted.types:
        wrong.append(f"The type {question.type} was not asked for.")
    if len(question.evaluation_criteria) < FEWEST_CRITERIA:
        wrong.append(f"It has fewer than {FEWEST_CRITERIA} criteria.")
    broken = [
        *(_said(finding) for finding in findings if finding.code.startswith("prohibited.")),
        *(["It asks nearly the same as another question of the plan."] if _repeats(question.prompt, taken) else []),
        *(["It has no prompt that can be spoken."] if not _speakable(question.prompt) else []),
        *(["It cannot be rated."] if not _rateable(question) else []),
    ]
    return Draughted(question, list(dict.fromkeys([*wrong, *broken])), bool(broken))


def _said(finding: Finding) -> str:
    part = finding.where.removeprefix("questions.")
    return f'{part}: {finding.reason} ("{finding.words[:80]}")'


def _repeats(prompt: str, taken: list[str]) -> bool:
    return any(fuzz.token_sort_ratio(prompt.casefold(), other.casefold()) >= SAME_PROMPT for other in taken)


def _speakable(prompt: str) -> bool:
    return len(prompt) >= SHORTEST_PROMPT and len(prompt.split()) <= HOPELESS_WORDS


def _rateable(question: QuestionDraft) -> bool:
    """Two criteria and the three anchors are the least that two interviewers can agree by."""
    return len(question.evaluation_criteria) >= 2 and len(question.rating_scale) == 3


def _samples(written: Written) -> list[Sample]:
    both = ((2, written.sample_two), (4, written.sample_four))
    return [Sample(score=score, answer=_line(text)) for score, text in both if text]


def _line(text: str) -> str:
    return " ".join(text.split())[:MOST_TEXT]


def _lines(texts: list[str]) -> list[str]:
    return [line for line in dict.fromkeys(_line(text) for text in texts) if line]
