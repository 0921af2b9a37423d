"""A plan whose description was changed afterwards: what was cited of it is found again, or is evidence no more."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

from interviews.drafts import Evidence, PlanDraft, QuestionDraft

# Texts are compared word by word, long ones line by line: beyond this many, only how they begin and end.
MOST_COMPARED = 3_000
_WORD, _LINE = re.compile(r"\w+|[^\w\s]"), re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Touched:
    """Ids of the skills of which evidence went, and of the questions that stand on what went."""

    skills: tuple[int, ...] = ()
    questions: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.skills or self.questions)


def redescribed(plan: PlanDraft, text: str) -> tuple[PlanDraft, Touched]:
    """Gives a plan another description. Evidence, gaps and the clauses that questions serve keep to their words.

    Words that stand elsewhere now are found again, differently spaced too; words that are gone are no evidence any
    more. Questions that name no clause stand on the evidence of their skill. Changes the plan it is given."""
    anchor = _Anchor(plan.description, text)
    skills: list[int] = []
    questions: list[int] = []
    for skill in plan.skills:
        kept = anchor.all(skill.evidence)
        lost = len(kept) < len(skill.evidence)
        skill.evidence = kept
        if lost and skill.id is not None:
            skills.append(skill.id)
        skill.questions = [_served(question, anchor, lost, questions) for question in skill.questions]
    plan.gaps = anchor.all(plan.gaps)
    plan.description = text
    return plan, Touched(tuple(skills), tuple(questions))


def _served(question: QuestionDraft, anchor: "_Anchor", lost: bool, touched: list[int]) -> QuestionDraft:
    serves = question.source.serves
    now = anchor.one(serves) if serves else None
    if question.id is not None and (lost if serves is None else now is None):
        touched.append(question.id)
    if now == serves:
        return question
    source = question.source.model_copy(update={"serves": now})
    return question.model_copy(update={"source": source})


class _Anchor:
    """Finds pieces of an old text in a new one."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._blocks = list(_blocks(old, new))
        self._starts = [start for start, _new, _length in self._blocks]

    def all(self, spans: Iterable[Evidence]) -> list[Evidence]:
        """Those that are found, in the order of the new text, each once."""
        kept = {(span.start, span.end): span for span in map(self.one, spans) if span}
        return [kept[place] for place in sorted(kept)]

    def one(self, span: Evidence) -> Evidence | None:
        """The piece at its place, else where its words stand nearest to it."""
        if not span.quote.strip():
            return None
        near = self._expected(span.start)
        start = self._nearest(span, near)
        if start is not None:
            return Evidence(quote=span.quote, start=start, end=start + len(span.quote))
        pattern = r"\s+".join(map(re.escape, span.quote.split()))
        matches = [one.span() for one in re.finditer(pattern, self._new) if self._is_whole(span, *one.span())]
        if not matches:
            return None
        first, last = min(matches, key=lambda place: abs(place[0] - near))
        return Evidence(quote=self._new[first:last], start=first, end=last)

    def _expected(self, place: int) -> int:
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return place
        start, new, length = self._blocks[index]
        return new + min(place - start, length)

    def _nearest(self, span: Evidence, near: int) -> int | None:
        if self._stands(span, near):
            return near
        quote, ahead, behind = span.quote, near, near
        while ahead >= 0 or behind >= 0:
            if behind >= 0:
                behind = self._new.rfind(quote, 0, behind + len(quote) - 1)
            if ahead >= 0:
                ahead = self._new.find(quote, ahead + 1)
            here = [place for place in (behind, ahead) if place >= 0 and self._stands(span, place)]
            if here:
                return min(here, key=lambda place: abs(place - near))
        return None

    def _stands(self, span: Evidence, place: int) -> bool:
        """Whether the words stand there, and not within longer ones unless they did so before."""
        return self._new.startswith(span.quote, place) and self._is_whole(span, place, place + len(span.quote))

    def _is_whole(self, span: Evidence, start: int, end: int) -> bool:
        before, now = _within_words(self._old, span.start, span.end), _within_words(self._new, start, end)
        return all(was or not is_now for was, is_now in zip(before, now, strict=True))


def _within_words(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a word goes on before the start, and after the end."""
    return text[max(0, start - 1) : start + 1].isalnum() and start > 0, text[end - 1 : end + 1].isalnum() and end < len(
        text
    )


def _shared(old: str, new: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _blocks(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    """What both texts hold, in order: where in the old, where in the new, how many characters."""
    head = _shared(old, new)
    rest = min(len(old), len(new)) - head
    tail = _shared(old[::-1][:rest], new[::-1][:rest])
    yield 0, 0, head
    yield from _between(old[head : len(old) - tail], new[head : len(new) - tail], head)
    yield len(old) - tail, len(new) - tail, tail


def _between(old: str, new: str, head: int) -> Iterator[tuple[int, int, int]]:
    for unit in (_WORD, _LINE):
        before, after = list(unit.finditer(old)), list(unit.finditer(new))
        if max(len(before), len(after)) <= MOST_COMPARED:
            matcher = SequenceMatcher(None, [one[0] for one in before], [one[0] for one in after])
            for start, other, length in matcher.get_matching_blocks():
                for one, its in zip(before[start : start + length], after[other : other + length], strict=True):
                    yield head + one.start(), head + its.start(), len(one[0])
            return
