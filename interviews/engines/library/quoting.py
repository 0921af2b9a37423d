"""Evidence: the stretch of a clause that shows a skill, with exact offsets."""

import re

from interviews.drafts import Evidence
from interviews.engines.library.reading import Clause

MOST_WORDS = 25
_CUT = re.compile(r",\s|\s(?:and|or|which|who|in order to|including)\s|\(|\)|:\s|\s[-–—]\s")
_SPAN = re.compile(r"\S+")
_BLANKS = re.compile(r"\x1f+|\n")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|&(?:nbsp|amp|lt|gt|quot|#\d{1,5});")


def evidence(clause: Clause, description: str, focus: int) -> Evidence:
    """The clause, or of a long one the words around `focus`, cut at a comma or a conjunction where there is one."""
    start, end = _unbroken(clause, description, focus)
    focus = min(max(focus, start), end)
    if len(_SPAN.findall(description, start, end)) > MOST_WORDS:
        start, end = _window(description, start, end, focus)
    start, end = _tidy(description, start, end)
    return Evidence(quote=description[start:end], start=start, end=end)


def _unbroken(clause: Clause, description: str, focus: int) -> tuple[int, int]:
    """The stretch around the focus without mark-up and without blanked-out personal data; the longest, if that is
    empty."""
    blanks = [(clause.start + m.start(), clause.start + m.end()) for m in _BLANKS.finditer(clause.text)]
    marks = [(match.start(), match.end()) for match in _MARKUP.finditer(description, clause.start, clause.end)]
    stretches, place = [], clause.start
    for start, end in sorted([*blanks, *marks, (clause.end, clause.end)]):
        if description[place:start].strip():
            stretches.append((place, start))
        place = max(place, end)
    here = [stretch for stretch in stretches if stretch[0] <= focus < stretch[1]]
    return max(here or stretches, key=lambda stretch: stretch[1] - stretch[0], default=(clause.start, clause.end))


def _window(description: str, start: int, end: int, focus: int) -> tuple[int, int]:
    cuts = [start, *(match.start() for match in _CUT.finditer(description, start, end)), end]
    left = max(cut for cut in cuts if cut <= focus)
    right = next((cut for cut in cuts if cut > focus), end)
    while True:
        wider = next((cut for cut in cuts if cut > right), None)
        if wider is None or _count(description, left, wider) > MOST_WORDS:
            break
        right = wider
    if _count(description, left, right) < 6 and left > start:
        earlier = max(cut for cut in cuts if cut < left)
        left = earlier if _count(description, earlier, right) <= MOST_WORDS else left
    spans = list(_SPAN.finditer(description, left, right))[:MOST_WORDS]
    return spans[0].start(), spans[-1].end()


def _count(description: str, start: int, end: int) -> int:
    return len(_SPAN.findall(description[start:end]))


def _tidy(description: str, start: int, end: int) -> tuple[int, int]:
    lead = re.match(r"(?:[\s,;:.()–—-]|(?:and|or|which|who|including)\s)+", description[start:end])
    start += lead.end() if lead and lead.end() < end - start else 0
    tail = re.search(r"[\s,;:(–—-]+$", description[start:end])
    return start, end - (len(tail.group()) if tail else 0)
