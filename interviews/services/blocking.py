"""What stops an interview from being published, and what is lifted by a lawful ground.

A ground holds for a finding's code and the very text that it was found in. It ends with that text; if the same text
comes back, so does the ground, for it is the question that people answered for.

A second person has to agree wherever the team has two who may edit, also if the second one joined later. What two
people agreed on stands when one of them leaves; what one person chose alone stands as long as that person is the only
one who may edit."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from interviews.checks import check
from interviews.checks.grounds import Ground, grounds_for, topic_name
from interviews.drafts import Finding, Outdated, PlanDraft, text_at
from interviews.models import Interview, LawfulGround, Membership, Team

State = Literal["always", "needs_ground", "needs_second_person", "lifted"]


@dataclass(frozen=True)
class Blocker:
    """A finding that stops publishing, the text that it is about, how far it is lifted, and what may be chosen."""

    finding: Finding
    text: str
    state: State
    ground: LawfulGround | None
    choices: tuple[Ground, ...]

    @property
    def seen(self) -> str:
        """A digest of the text: what a form sends back to say which text the person saw."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def reason(self) -> str:
        """A sentence that says why it stops publishing and what to do."""
        words = self.finding.words
        if self.state == "needs_second_person" and self.ground is not None:
            return f'A second person has to agree to the ground that {self.ground.chosen_name} chose for "{words}".'
        what = "Change it." if self.state == "always" else "Change it, or choose a lawful ground for it."
        return f'"{words}" asks the candidate about {topic_name(self.finding.code)}. {what}'


def blockers(interview: Interview, plan: PlanDraft | None = None) -> list[Blocker]:
    """Every finding of a plan that stops publishing, the working copy's if none is given, lifted ones included.

    Checks the plan anew, whatever findings it carries. Two queries, none where no finding needs a ground."""
    plan = plan or interview.plan()
    return among(interview, plan, check(plan))


def among(
    interview: Interview, plan: PlanDraft, findings: Iterable[Finding], rows: Iterable[LawfulGround] | None = None
) -> list[Blocker]:
    """Those of the findings of `check(plan)` that stop publishing, in their order. As many queries as `blockers`.

    `rows`: the grounds of the interview, oldest first, where they have been read already."""
    found = [finding for finding in findings if finding.blocks != "no"]
    needs = any(finding.blocks == "ground" for finding in found)
    grounds = (chosen(interview) if rows is None else _by_text(rows)) if needs else {}
    people = editors(interview.team) if grounds else frozenset()
    told = []
    for finding in found:
        text = text_at(plan, finding.where)
        ground = grounds.get((finding.code, text))
        told.append(Blocker(finding, text, _state(finding, ground, people), ground, grounds_for(finding.code)))
    return told


def blocker(interview: Interview, code: str, where: str, seen: str) -> Blocker:
    """The one that a person saw: of this code at this place, in the text whose digest is `seen`. Raises Outdated."""
    for one in blockers(interview):
        if (one.finding.code, one.finding.where, one.seen) == (code, where, seen):
            return one
    raise Outdated


def standing(interview: Interview, plan: PlanDraft | None = None) -> dict[tuple[str, str], LawfulGround]:
    """What is lifted now: a finding's code and the text that it is about, and by which ground."""
    return {
        (one.finding.code, one.text): one.ground
        for one in blockers(interview, plan)
        if one.state == "lifted" and one.ground is not None
    }


def may_publish(interview: Interview, plan: PlanDraft | None = None) -> tuple[bool, list[str]]:
    """Whether no finding stops publishing, and for each that does a sentence that says what to do.

    Called inside the transaction that publishes, on the interview read there, it holds until that ends."""
    reasons = [one.reason for one in blockers(interview, plan) if one.state != "lifted"]
    return not reasons, reasons


def chosen(interview: Interview) -> dict[tuple[str, str], LawfulGround]:
    """The grounds that nobody withdrew, by the code of the finding and the text that it is about."""
    return _by_text(interview.grounds.order_by("chosen_at", "pk"))


def _by_text(rows: Iterable[LawfulGround]) -> dict[tuple[str, str], LawfulGround]:
    return {(row.code, row.text): row for row in rows if row.withdrawn_at is None}


def editors(team: Team) -> frozenset[int]:
    """Who may edit in a team and can sign in."""
    levels = [Membership.Level.OWNER, Membership.Level.EDITOR]
    rows = Membership.objects.filter(team=team, level__in=levels, user__is_active=True)
    return frozenset(rows.values_list("user_id", flat=True))


def _state(finding: Finding, ground: LawfulGround | None, people: frozenset[int]) -> State:
    if finding.blocks == "always":
        return "always"
    if ground is None:
        return "needs_ground"
    alone = people == {ground.chosen_by_id}
    return "lifted" if ground.agreed_at is not None or alone else "needs_second_person"
