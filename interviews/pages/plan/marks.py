"""The description, cut where evidence and gaps begin and end."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from interviews.drafts import Evidence


@dataclass(frozen=True)
class Part:
    """A piece of the description: `skills` are ids of those it is evidence for, `first_of` those that begin here."""

    text: str
    skills: tuple[int, ...] = ()
    is_gap: bool = False
    first_of: tuple[int, ...] = ()

    @property
    def ids(self) -> str:
        """The skills, separated by spaces."""
        return " ".join(map(str, self.skills))


def parts(description: str, evidence: Iterable[tuple[int, Evidence]], gaps: Iterable[Evidence]) -> list[Part]:
    """The whole description in order: joined, the texts are the description again. Spans may overlap or lie outside.

    `evidence` pairs a skill's id with one of its spans."""
    cited = [(skill, *_within(description, span)) for skill, span in evidence]
    missing = [_within(description, span) for span in gaps]
    cuts = {0, len(description)}
    cuts.update(edge for _skill, start, end in cited for edge in (start, end))
    cuts.update(edge for span in missing for edge in span)
    edges = sorted(cuts)
    shown: set[int] = set()
    found = []
    for start, end in pairwise(edges):
        skills = tuple(dict.fromkeys(skill for skill, first, last in cited if first <= start and end <= last))
        is_gap = any(first <= start and end <= last for first, last in missing)
        fresh = tuple(skill for skill in skills if skill not in shown)
        shown.update(skills)
        found.append(Part(description[start:end], skills, is_gap, fresh))
    return found


def _within(description: str, span: Evidence) -> tuple[int, int]:
    start = min(span.start, len(description))
    return start, max(start, min(span.end, len(description)))
