"""Who else is at a plan, in words."""

import re
import zlib
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from interviews.models import Company, Question, Skill
from interviews.pages.plan.answers import element_of

SHOWN = 5
PLACE = re.compile(r"[a-z][a-z0-9-]{0,58}")
_QUESTION, _SKILL = re.compile(r"question-(\d{1,18})"), re.compile(r"skill-(\d{1,18})")


@dataclass(frozen=True)
class Here:
    """Another person at the plan. `does` says what they do ("is editing"), `where` and `anchor` where.

    There is no `anchor` where the page has no place for a note: at the time gauge, say."""

    name: str
    initials: str
    does: str
    where: str = ""
    anchor: str = ""


def here(interview: int, others: list[Company]) -> dict[str, Any]:
    """What the list of who is here is rendered with. Costs two queries when somebody edits, else none."""
    names = _names(interview, [one.place for one in others])
    return {
        "others": [_here(one, names) for one in others[:SHOWN]],
        "more_others": max(0, len(others) - SHOWN),
        "seen": signature(others),
    }


def signature(others: list[Company]) -> str:
    """Changes when somebody comes, goes or edits something else."""
    told = " ".join(f"{one.person.pk}:{one.place}" for one in others)
    return f"{zlib.crc32(told.encode()):08x}" if told else ""


def numbered(interview: int) -> dict[int, int]:
    """The questions of an interview by id, as they are counted from 1 through the whole plan."""
    ids = Question.objects.filter(skill__interview=interview).order_by("skill__position", "skill", "position", "pk")
    return {identifier: number for number, identifier in enumerate(ids.values_list("pk", flat=True), 1)}


def _here(one: Company, names: dict[str, str]) -> Here:
    name = one.person.get_full_name()
    if not one.place:
        return Here(name, _initials(name), _("is here"))
    element = _element(one.place)
    if element not in names:
        return Here(name, _initials(name), _("is editing"), _("the plan"))
    return Here(name, _initials(name), _("is editing"), names[element], element)


def _element(place: str) -> str:
    found = _QUESTION.match(place) or _SKILL.match(place)
    return found.group() if found else place


def _initials(name: str) -> str:
    words = re.findall(r"[^\W_]+", name.partition("@")[0])
    return "".join(word[0] for word in (words[0], *words[1:][-1:])).upper() if words else "?"


def _names(interview: int, places: list[str]) -> dict[str, str]:
    names = {
        "description": _("the job description"),
        element_of("name"): _("the name"),
        element_of("intake"): _("what the team says of the job"),
        element_of("summary"): _("the summary"),
        element_of("before"): _("what comes before the interview"),
        element_of("opening"): _("the opening"),
        element_of("closing"): _("the closing"),
        element_of("protected"): _("the note on protected matters"),
    }
    if any(_QUESTION.match(place) for place in places):
        names |= {f"question-{key}": _("question %(number)d") % {"number": n} for key, n in numbered(interview).items()}
    if any(_SKILL.match(place) for place in places):
        names |= {
            f"skill-{key}": name for key, name in Skill.objects.filter(interview=interview).values_list("pk", "name")
        }
    return names
