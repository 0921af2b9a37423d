"""A plan whose description was changed afterwards: what was cited of it is found again, or is evidence no more."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import takewhile

from interviews.drafts import Evidence, PlanDraft, QuestionDraft

# Texts are compared word by word, long ones line by line: beyond this many, only how they begin and end.
MOST_COMPARED = 3_000
# How much of a line that was reworded has to be the same for it to be offered as evidence again.
ALIKE = 0.6
# A new line of fewer words asks for nothing that could be read out of it.
FEWEST_WRITTEN = 3
# Words in quotation marks, without the dots that stand for more of them.
_QUOTE = re.compile(r"[\"“„«]([^\"“”„«»]{12,}?)(?: ?(?:…|\.\.\.))?[\"”“»]")
_WORD, _LINE = re.compile(r"\w+|[^\w\s]"), re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Reworded:
    """Evidence of a skill (its id) that went and reads a little differently now: where, and how."""

    skill: int
    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Touched:
    """Ids of the skills of which evidence went, and of the questions that stand on what went or quote it; what of it
    was only reworded; and the lines of the new text that say something new, which nobody has read for requirements."""

    skills: tuple[int, ...] = ()
    questions: tuple[int, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    written: tuple[str, ...] = ()

    @property
    def is_lost(self) -> bool:
        """Whether anything lost what it stood on."""
        return bool(self.skills or self.questions)

    def __bool__(self) -> bool:
        return bool(self.is_lost or self.written)


def redescribed(plan: PlanDraft, text: str) -> tuple[PlanDraft, Touched]:
    """Gives a plan another description. Evidence, gaps and the clauses that questions serve keep to their words.

    Words that stand elsewhere now are found again, differently spaced too; words that are gone are no evidence any
    more. Questions that name no clause stand on the evidence of their skill, and on what their reason quotes. Changes
    the plan it is given."""
    anchor = Anchor(plan.description, text)
    skills: list[int] = []
    questions: list[int] = []
    reworded: list[Reworded] = []
    for skill in plan.skills:
        found = [anchor.one(span) for span in skill.evidence]
        gone = [span for span, now in zip(skill.evidence, found, strict=True) if now is None]
        kept = _each_once(found)
        near = {place for span in gone if (place := anchor.reworded(span))}
        reworded += [Reworded(skill.id or 0, *place, text[slice(*place)]) for place in sorted(near)]
        lost = len(kept) < len(skill.evidence)
        skill.evidence = kept
        if lost and skill.id is not None:
            skills.append(skill.id)
        skill.questions = [_served(question, anchor, lost, questions) for question in skill.questions]
    plan.gaps = _each_once(map(anchor.one, plan.gaps))
    plan.description = text
    return plan, Touched(tuple(skills), tuple(questions), tuple(reworded), tuple(anchor.written()))


def _served(question: QuestionDraft, anchor: "Anchor", lost: bool, touched: list[int]) -> QuestionDraft:
    serves = question.source.serves
    now = anchor.one(serves) if serves else None
    if question.id is not None and ((lost if serves is None else now is None) or anchor.lost_a_quote(question.why)):
        touched.append(question.id)
    return question if now == serves else _serving(question, now)


def _serving(question: QuestionDraft, clause: Evidence | None) -> QuestionDraft:
    return question.model_copy(update={"source": question.source.model_copy(update={"serves": clause})})


def _each_once(spans: Iterable[Evidence | None]) -> list[Evidence]:
    """Those that were found, in the order of the text."""
    kept = {(span.start, span.end): span for span in spans if span}
    return [kept[place] for place in sorted(kept)]


class Anchor:
    """Finds pieces of an old text in a new one."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._blocks = list(_blocks(old, new))
        self._starts = [start for start, _new, _length in self._blocks]

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

    def all(self, spans: list[Evidence]) -> list[Evidence]:
        """Those of the pieces that are found, each once in the order of the text; as they are when all stand there."""
        found = [self.one(span) for span in spans]
        return spans if found == spans else _each_once(found)

    def serving(self, question: QuestionDraft) -> QuestionDraft:
        """The question with the clause that it serves at its place, or none."""
        serves = question.source.serves
        now = self.one(serves) if serves else None
        return question if now == serves else _serving(question, now)

    def reworded(self, span: Evidence) -> tuple[int, int] | None:
        """Start and end of what stands in the place of a piece that is gone, if it is one line and much the same."""
        start, end = self._expected(span.start), self._expected(span.end)
        words = self._new[start:end].strip()
        if not words or len(words) > 4 * len(span.quote) or "\n" in words:
            return None
        start = self._new.index(words, start)
        matcher = SequenceMatcher(None, _WORD.findall(span.quote), _WORD.findall(words), autojunk=False)
        return (start, start + len(words)) if matcher.ratio() >= ALIKE else None

    def lost_a_quote(self, text: str) -> bool:
        """Whether a text quotes words of the old description that the new one does not hold."""
        quotes = [" ".join(quote.split()).casefold() for quote in _QUOTE.findall(text)]
        return any(quote in self._old_words and quote not in self._new_words for quote in quotes)

    def written(self) -> Iterator[str]:
        """The lines of the new text, of three words or more, most of whose words the old one did not hold there; what
        was moved is not among them."""
        kept = bytearray(len(self._new))
        for _old, start, length in self._blocks:
            kept[start : start + length] = b"\1" * length
        for line in _LINE.finditer(self._new):
            words = [one for one in _WORD.finditer(self._new, *line.span()) if one[0][0].isalnum()]
            old = sum(kept[one.start()] for one in words)
            is_new = len(words) >= FEWEST_WRITTEN and old < ALIKE * len(words)
            if is_new and " ".join(line[0].split()).casefold().replace('"', "'") not in self._old_words:
                yield line[0].strip()

    @cached_property
    def _old_words(self) -> str:
        return " ".join(self._old.split()).casefold().replace('"', "'")

    @cached_property
    def _new_words(self) -> str:
        return " ".join(self._new.split()).casefold().replace('"', "'")

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
