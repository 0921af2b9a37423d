"""The model's questions under the rules of the house: what can be mended goes back once, what may not be asked goes."""

import re
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from interviews.checks import check_question
from interviews.checks.language import is_foreign, told
from interviews.checks.minutes import MINUTES
from interviews.checks.prohibited import prohibited
from interviews.checks.words import Text, of_question
from interviews.drafts import (
    Anchor,
    Brief,
    Evidence,
    Finding,
    FollowUp,
    Language,
    LibraryEntry,
    QuestionDraft,
    Sample,
    SkillDraft,
    Source,
    Wanted,
)
from interviews.edits.from_library import DIFFICULTY, question_of
from interviews.engines.library.language import foreign_language
from interviews.engines.openai_evidence import located
from interviews.engines.openai_retelling import REPEATED, repeats_answers
from interviews.engines.openai_shapes import Written, WrittenQuestion
from interviews.engines.openai_talk import Reading
from interviews.library.slots import filled

FEWEST_CRITERIA, MOST_CRITERIA, MOST_RED_FLAGS = 3, 5, 2
MOST_TEXT = 1_000
# In characters, since not every language parts its words: "please" is no question.
SHORTEST_PROMPT = 12
SAME_PROMPT, SAME_WORDING = 80, 90
# A spoken question has at most 40 words; one of twice that is not a question that can be cut by hand.
HOPELESS_WORDS = 80
_INTRUSIVE = re.compile(r"https?://|\bwww\.|\bsystem prompt\b|\byour (?:own )?password\b", re.I)
# Languages that the commonest words do not tell apart for sure.
_ALIKE = {
    "Malay": ("Indonesian",),
    "Indonesian": ("Malay",),
    "Spanish": ("Portuguese", "Italian"),
    "Portuguese": ("Spanish", "Italian"),
    "Italian": ("Spanish", "Portuguese"),
}


def reusable(skill: SkillDraft, wanted: Wanted) -> list[QuestionDraft]:
    """The team's approved questions to be taken as they are; none that is in the plan already or may not be asked."""
    taken = [question.prompt for question in wanted.keep] + wanted.avoid
    by_id = {entry.id: entry for entry in wanted.material}
    found: list[QuestionDraft] = []
    for identifier in wanted.reuse:
        question = _taken_over(by_id[identifier], skill, wanted)
        foreign = is_foreign(question, wanted.language)
        forbidden = foreign or any(finding.blocks != "no" for finding in check_question(question, "", wanted.language))
        if not forbidden and not _repeats(question.prompt, taken):
            found.append(question)
            taken.append(question.prompt)
    return found[: wanted.count]


def _taken_over(entry: LibraryEntry, skill: SkillDraft, wanted: Wanted) -> QuestionDraft:
    question = question_of(entry, wanted.seniority)
    question.source.serves = skill.evidence[0] if skill.evidence else None
    question.source.note = "Approved by the team, taken over as it is"
    return question


@dataclass(frozen=True)
class Draughted:
    """A question with what is wrong with it, and whether that forbids using it."""

    question: QuestionDraft
    wrong: list[str]
    unusable: bool


@dataclass(frozen=True)
class Drafts:
    """Makes questions of an answer: for a brief, a skill, and what is wanted of it."""

    brief: Brief
    skill: SkillDraft
    wanted: Wanted

    def read(self, written: Written) -> Reading[list[QuestionDraft]]:
        """At most as many questions as wanted, best first; of no use when none can be asked."""
        wanted = self.wanted
        taken = [question.prompt for question in wanted.keep] + wanted.avoid
        drafts: list[Draughted] = []
        for one in written.questions[: wanted.count]:
            question = self._question(one)
            draft = _judged(question, wanted, taken)
            if repeats_answers(question, self.brief.intake):
                draft = replace(draft, wrong=[*draft.wrong, REPEATED], unusable=True)
            taken.append(draft.question.prompt)
            drafts.append(draft)
        complaints = [f"questions.{place}: {wrong}" for place, draft in enumerate(drafts) for wrong in draft.wrong]
        if len(written.questions) < wanted.count:
            complaints.append(f"{wanted.count} questions are wanted, the answer has {len(written.questions)}.")
        usable = [draft.question for draft in drafts if not draft.unusable]
        if usable and not drafts[0].unusable and usable[0].source.engine == "openai":
            usable[0].samples = self._samples(written)
        return Reading(usable or None, complaints)

    def _question(self, one: WrittenQuestion) -> QuestionDraft:
        entry = next((entry for entry in self.wanted.material if entry.id == one.material), None)
        if entry is not None and entry.status == "approved" and _same_wording(one.prompt, entry):
            return _taken_over(entry, self.skill, self.wanted)
        low, high = MINUTES[one.type]
        probes = [FollowUp(text=one.probe_all, ask="all"), FollowUp(text=one.probe_if_needed, ask="if_needed")]
        return QuestionDraft(
            prompt=_line(one.prompt),
            type=one.type,
            difficulty=DIFFICULTY[self.wanted.seniority],
            minutes=min(max(low, one.minutes), high, max(low, self.wanted.minutes)),
            why=self._lawful(_line(one.why)),
            follow_ups=[FollowUp(text=_line(probe.text), ask=probe.ask) for probe in probes if probe.text],
            alternate=_line(one.alternate),
            evaluation_criteria=_lines(one.criteria[: 2 * MOST_CRITERIA])[:MOST_CRITERIA],
            rating_scale=[
                Anchor(score=score, anchor=_line(text))
                for score, text in ((1, one.one), (3, one.three), (5, one.five))
                if text
            ],
            red_flags=_lines(one.red_flags[: 2 * MOST_RED_FLAGS])[:MOST_RED_FLAGS],
            source=Source(engine="openai", reference=entry.id if entry else "", serves=self._served(one.serves)),
        )

    def _lawful(self, text: str) -> str:
        """A text that nobody puts to the candidate, unless it says to ask what may not be asked."""
        return "" if any(prohibited(Text("", "prompt", text), self.wanted.language)) else text

    def _samples(self, written: Written) -> list[Sample]:
        both = ((2, written.sample_two), (4, written.sample_four))
        told = [(score, self._lawful(_line(text))) for score, text in both]
        return [Sample(score=score, answer=text) for score, text in told if text]

    def _served(self, quote: str) -> Evidence | None:
        """The clause that a question serves: the one it quotes, if the description holds it, else the skill's first."""
        found = located(quote, self.brief.description)
        return found or (self.skill.evidence[0] if self.skill.evidence else None)


def _same_wording(prompt: str, entry: LibraryEntry) -> bool:
    return fuzz.ratio(prompt.casefold(), filled(entry.prompt).casefold()) >= SAME_WORDING


def _judged(question: QuestionDraft, wanted: Wanted, taken: list[str]) -> Draughted:
    findings = check_question(question, "questions", wanted.language)
    wrong = [_said(finding) for finding in findings]
    if is_foreign(question, wanted.language):
        wrong.insert(0, f"It is not written in {wanted.language}.")
    if wanted.types and question.type not in wanted.types:
        wrong.append(f"The type {question.type} was not asked for.")
    if len(question.evaluation_criteria) < FEWEST_CRITERIA:
        wrong.append(f"It has fewer than {FEWEST_CRITERIA} criteria.")
    broken = [
        *(_said(finding) for finding in findings if finding.code.startswith("prohibited.")),
        *(["It asks nearly the same as another question of the plan."] if _repeats(question.prompt, taken) else []),
        *(["It has no prompt that can be spoken."] if not _speakable(question.prompt) else []),
        *(["It cannot be rated."] if not _rateable(question) else []),
        *(["It sends the candidate somewhere or asks for a secret."] if _intrudes(question) else []),
        *([f"It is not written in {wanted.language}."] if _is_of_a_third_language(question, wanted.language) else []),
    ]
    return Draughted(question, list(dict.fromkeys([*wrong, *broken])), bool(broken))


def _said(finding: Finding) -> str:
    part = finding.where.removeprefix("questions.")
    return f'{part}: {finding.reason} ("{finding.words[:80]}")'


def _repeats(prompt: str, taken: list[str]) -> bool:
    return any(fuzz.token_sort_ratio(prompt.casefold(), other.casefold()) >= SAME_PROMPT for other in taken)


def _intrudes(question: QuestionDraft) -> bool:
    """Whether a text of a question holds an address, or asks for what no job interview asks for."""
    return any(_INTRUSIVE.search(text.words) for text in of_question(question, ""))


def _is_of_a_third_language(question: QuestionDraft, language: Language) -> bool:
    """Whether a question is surely neither of its plan's language nor, where that is another, of English."""
    if language == "English":
        return is_foreign(question, language)
    read = foreign_language(" ".join(told(question)))
    return read is not None and read != language and language not in _ALIKE.get(read, ())


def _speakable(prompt: str) -> bool:
    return len(prompt) >= SHORTEST_PROMPT and len(prompt.split()) <= HOPELESS_WORDS


def _rateable(question: QuestionDraft) -> bool:
    """Two criteria and the three anchors are the least that two interviewers can agree by."""
    return len(question.evaluation_criteria) >= 2 and len(question.rating_scale) == 3


def _line(text: str) -> str:
    return " ".join(text.split())[:MOST_TEXT]


def _lines(texts: list[str]) -> list[str]:
    return [line for line in dict.fromkeys(_line(text) for text in texts) if line]
