"""What other people changed, put into a page that is open, without touching what its person is typing in."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interviews import access
from interviews.drafts import Change
from interviews.models import Interview, Revision
from interviews.pages.plan.answers import Sight, element_of, part_of, swaps
from interviews.pages.plan.found import Findings
from interviews.services.versions import By, changes_since


@dataclass(frozen=True)
class Caught:
    """The fragments by which a page catches up, and what is said about it. `version` is what the page shows then,
    None when it cannot catch up."""

    version: int | None
    fragments: list[str] = field(default_factory=list)
    said: str = ""
    published_by: str = ""


def caught_up(request: HttpRequest, identifier: int, version: int, own: frozenset[int], kept: frozenset[str]) -> Caught:
    """Lets a page that shows a version, and some of its own later saves, catch up with all the others."""
    interview = access.interview(request, identifier)
    since = changes_since(interview, version) if version < interview.version else None
    if since is None:
        return Caught(None)
    theirs = [_without(by, own) for by in since]
    changes = [change for by in theirs for change in by.changes]
    sight = Sight(kept=kept)
    fragments = swaps(request, interview, [change for change in changes if not _tears(change, kept)], sight)
    me = access.person(request).pk
    notes = "".join(_notes(interview, theirs, kept, me))
    if notes:
        fragments.append(f'<div id="plan-notes" hx-swap-oob="true" hidden>{notes}</div>')
    published = [by.name for by in since if by.kind == Revision.Kind.PUBLISHED]
    return Caught(interview.version, fragments, _said(interview, theirs, me), (published or [""])[-1])


def grounds_now(request: HttpRequest, identifier: int, kept: frozenset[str]) -> list[str]:
    """The fragments that show how every finding stands that a lawful ground may lift."""
    interview = access.interview(request, identifier)
    found = Findings(interview, interview.plan())
    return swaps(request, interview, [], Sight(kept, frozenset(one.anchor for one in found.all if one.blocker)))


def _without(by: By, own: frozenset[int]) -> By:
    return By(by.author, by.person, by.name, by.kind, [change for change in by.changes if change.version not in own])


def _tears(change: Change, kept: frozenset[str]) -> bool:
    """Whether showing the change would take away what is being typed."""
    return change.happened in {"removed", "moved"} and f"{change.subject}-{change.identifier}" in kept


def _notes(interview: Interview, since: list[By], kept: frozenset[str], me: int) -> Iterable[str]:
    """A note for each thing that the person edits and somebody else has changed; the page puts it there."""
    noted: dict[str, tuple[By, Change]] = {}
    for by in since:
        for change in by.changes:
            element = _element(change)
            if element in kept:
                noted[element] = (by, change)
    for element, (by, change) in noted.items():
        context = {"element": element, "interview": interview, "who": by.name, "change": change}
        yield render_to_string("interviews/plan/changed_note.html", context | {"is_me": by.person == me})


def _element(change: Change) -> str:
    if change.subject == "plan":
        return element_of(part_of(change.field))
    is_head = change.subject == "skill" and change.happened == "changed"
    return f"{change.subject}-{change.identifier}" + ("-head" if is_head else "")


def _said(interview: Interview, since: list[By], me: int) -> str:
    """A sentence for each person who changed something."""
    touched: dict[tuple[str, bool], list[Change]] = {}
    for by in since:
        touched.setdefault((by.name, by.person == me), []).extend(by.changes)
    return " ".join(_sentence(interview, *who, changes) for who, changes in touched.items() if changes)


def _sentence(interview: Interview, name: str, is_me: bool, changes: list[Change]) -> str:
    what = _what(interview, changes)
    if is_me:
        return _("You changed %(what)s elsewhere.") % {"what": what}
    return _HAPPENED[_happened(changes)](name, what)


def _happened(changes: list[Change]) -> str:
    happened = {change.happened for change in _of_their_own(changes)}
    return happened.pop() if len(happened) == 1 else "changed"


def _of_their_own(changes: list[Change]) -> list[Change]:
    """Without what merely follows from other changes: weights make room, gaps close."""
    return [change for change in changes if change.field not in {"weight", "gaps"}]


_HAPPENED = {
    "changed": lambda who, what: _("%(who)s changed %(what)s.") % {"who": who, "what": what},
    "added": lambda who, what: _("%(who)s added %(what)s.") % {"who": who, "what": what},
    "removed": lambda who, what: _("%(who)s removed %(what)s.") % {"who": who, "what": what},
    "moved": lambda who, what: _("%(who)s moved %(what)s.") % {"who": who, "what": what},
}


def _what(interview: Interview, changes: list[Change]) -> str:
    parts = {(change.subject, change.identifier): change for change in _of_their_own(changes)}
    if not parts:
        return _("the weights")
    if len(parts) > 1:
        count = len(parts)
        return ngettext("%(count)d thing", "%(count)d things", count) % {"count": count}
    (change,) = parts.values()
    if change.subject == "plan":
        return _("the plan")
    if change.subject == "skill":
        return _("the skill %(name)s") % {"name": change.name}
    asked = [question.pk for skill in interview.skills.all() for question in skill.questions.all()]
    if change.identifier not in asked:
        return _("a question")
    return _("question %(number)d") % {"number": asked.index(change.identifier) + 1}
