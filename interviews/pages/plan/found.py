"""What was found about a plan, each beside what it is about: counted, placed, and with how far it is lifted."""

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interviews.checks import check
from interviews.checks.grounds import label_of
from interviews.drafts import Finding, PlanDraft
from interviews.edits.found import key_of, stands_at
from interviews.models import Interview
from interviews.pages.plan.fix_words import on_button
from interviews.services.blocking import Blocker, among

# Parts of the page that show what is found about them themselves; of the others it stands in the list of all findings.
_SELVES = re.compile(r"question-\d+|skill-\d+|description|intake|plan-opening|plan-closing")
_PARTS = {
    "opening": "plan-opening",
    "closing": "plan-closing",
    "screen_first": "plan-before",
    "assess_elsewhere": "plan-before",
    "description": "description",
    "intake": "intake",
}


@dataclass(frozen=True)
class Found:
    """A finding, its key, the element that it is about (empty for the whole plan), where to go on when its fix is made,
    and how far it is lifted if it blocks."""

    finding: Finding
    key: str
    anchor: str
    goal: str
    subject: str
    blocker: Blocker | None

    @property
    def state(self) -> str:
        """`look` for what does not stop publishing, else the state of the blocker."""
        return self.blocker.state if self.blocker else "look"

    @property
    def is_beside(self) -> bool:
        """Whether the element that it is about shows it too."""
        return _SELVES.fullmatch(self.anchor) is not None

    @property
    def ground_name(self) -> str:
        """What the ground that was chosen is called, empty if there is none."""
        ground = self.blocker.ground if self.blocker else None
        return label_of(ground.ground) if ground else ""

    @property
    def deed(self) -> str:
        """What its fix does, as the button says it; empty without one."""
        return on_button(self.finding.fix) if self.finding.fix else ""

    @property
    def skill_to_ask(self) -> int | None:
        """The id of the skill that lacks a question, if that is what was found."""
        is_unasked = self.finding.code == "plan.must_have_unasked" and self.anchor.startswith("skill-")
        return int(self.anchor.removeprefix("skill-")) if is_unasked else None


class Findings:
    """Everything that is found about a plan now, what blocks first. One query, and one more where a ground counts.

    `has_grounds`: whether a lawful ground was ever chosen for it; `grounds`: how often one was chosen, agreed to or
    withdrawn. `gaps`: what of the description it does not cover."""

    def __init__(self, interview: Interview, plan: PlanDraft, found: list[Finding] | None = None) -> None:
        """Checks the plan anew unless told what was just `found`: what a row remembers may have been found by an older
        version of the product."""
        found = check(plan) if found is None else found
        rows = list(interview.grounds.order_by("chosen_at", "pk"))
        blockers = {id(one.finding): one for one in among(interview, plan, found, rows)}
        self.has_grounds, self.gaps = bool(rows), plan.gaps
        self.grounds = sum(1 + bool(row.agreed_at) + bool(row.withdrawn_at) for row in rows)
        self.all = [
            Found(
                one,
                key_of(plan, one),
                anchor_of(plan, one),
                goal_of(plan, one),
                _subject(plan, one),
                blockers.get(id(one)),
            )
            for one in found
        ]

    @cached_property
    def blocking(self) -> list[Found]:
        """What stops publishing now."""
        return [one for one in self.all if one.blocker and one.state != "lifted"]

    @cached_property
    def lifted(self) -> list[Found]:
        """What a lawful ground lifts."""
        return [one for one in self.all if one.state == "lifted"]

    @cached_property
    def others(self) -> list[Found]:
        """What is to be looked at and stops nothing."""
        return [one for one in self.all if one.blocker is None]

    @property
    def count(self) -> int:
        """How many wait for somebody: what blocks, what is to be looked at and what is not covered."""
        return len(self.blocking) + len(self.others) + len(self.gaps)

    @property
    def counts(self) -> list[str]:
        """How many there are of each kind, in words."""
        blocks, others, gaps, lifted = len(self.blocking), len(self.others), len(self.gaps), len(self.lifted)
        said = [
            (blocks, ngettext("%(count)d blocks publishing", "%(count)d block publishing", blocks)),
            (others, ngettext("%(count)d to look at", "%(count)d to look at", others)),
            (gaps, ngettext("%(count)d requirement not covered", "%(count)d requirements not covered", gaps)),
            (lifted, ngettext("%(count)d lifted by a ground", "%(count)d lifted by a ground", lifted)),
        ]
        return [words % {"count": count} for count, words in said if count]

    @cached_property
    def told(self) -> str:
        """A digest of the list of all that was found, as it reads."""
        told: list[object] = [(gap.start, gap.quote) for gap in self.gaps]
        told += [(one.subject, one.key, one.state, one.ground_name, one.finding.reason) for one in self.all]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]

    @cached_property
    def beside(self) -> Mapping[str, list[Found]]:
        """What is found about an element, by its id."""
        by_anchor: dict[str, list[Found]] = defaultdict(list)
        for one in self.all:
            by_anchor[one.anchor].append(one)
        return by_anchor

    @property
    def of_description(self) -> list[Found]:
        """What is found in the description."""
        return self.beside.get("description", [])

    @property
    def of_opening(self) -> list[Found]:
        """What is found in the opening."""
        return self.beside.get("plan-opening", [])

    @property
    def of_closing(self) -> list[Found]:
        """What is found in the closing."""
        return self.beside.get("plan-closing", [])

    @property
    def of_intake(self) -> list[Found]:
        """What is found in what the team said."""
        return self.beside.get("intake", [])


def anchor_of(plan: PlanDraft, finding: Finding) -> str:
    """The id of the element that a finding is about, empty for the whole plan."""
    place = stands_at(plan, finding.where).partition(".")[0]
    return place if "-" in place else _PARTS.get(place, "")


def goal_of(plan: PlanDraft, finding: Finding) -> str:
    """The id of the element where a person goes on when a fix was made: the skill's where it removes the question."""
    removed = [one.where for one in finding.fix.replacements if one.becomes is None] if finding.fix else []
    if any(where.count(".") == 3 and f"{finding.where}.".startswith(f"{where}.") for where in removed):
        return stands_at(plan, finding.where.partition(".questions")[0])
    return anchor_of(plan, finding)


def changed_places(before: PlanDraft, after: PlanDraft) -> frozenset[str]:
    """Ids of the elements about which something else was found than before."""
    old, new = _keys(before), _keys(after)
    return frozenset(place for place in old.keys() | new.keys() if old.get(place) != new.get(place))


def _keys(plan: PlanDraft) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in plan.findings:
        found[anchor_of(plan, finding)][f"{key_of(plan, finding)} {finding.reason}"] += 1
    return found


def _subject(plan: PlanDraft, finding: Finding) -> str:
    """Where a finding stands, in words."""
    part, *path = finding.where.split(".")
    if part == "skills" and path and int(path[0]) < len(plan.skills):
        name = plan.skills[int(path[0])].name
        if len(path) > 2 and path[1] == "questions":
            before = sum(len(skill.questions) for skill in plan.skills[: int(path[0])])
            return _("%(skill)s, question %(number)d") % {"skill": name, "number": before + int(path[2]) + 1}
        return name
    return {
        "opening": _("Opening"),
        "closing": _("Closing"),
        "screen_first": _("Screen first"),
        "assess_elsewhere": _("Assess elsewhere"),
        "description": _("Job description"),
        "intake": _("What your team said"),
    }.get(part, "")
