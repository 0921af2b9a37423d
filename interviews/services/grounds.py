"""Choosing a lawful ground for a finding, agreeing to it and withdrawing it: kept with names and times."""

from dataclasses import dataclass
from typing import Literal

from django.db import transaction
from django.utils import timezone

from interviews.checks.grounds import grounds_for, label_of, topic_name
from interviews.drafts import Finding, Outdated, normalise, text_at
from interviews.models import Interview, LawfulGround, Team, User
from interviews.services.blocking import Blocker, State, blockers, chosen, editors

Standing = Literal["holds", "waits", "text_changed", "withdrawn"]

FEWEST_LETTERS, MOST_LETTERS = 10, 2_000


class Refused(ValueError):
    """Nothing was written; the message tells the person why and what to do."""


@dataclass(frozen=True)
class GroundRow:
    """A line of the history: the row, what its ground is called, and whether it holds now."""

    ground: LawfulGround
    label: str
    standing: Standing


def choose(interview: Interview, finding: Finding, ground: str, note: str, person: User) -> LawfulGround:
    """Chooses a ground (its code) for a finding, in place of one that the same person chose for it before.

    `interview` is as the person saw it. Raises Outdated when the text there has changed since, and Refused when the
    finding has no ground, the ground is another topic's, the note says too little, somebody else has chosen one
    already, or the person may not edit."""
    note = normalise(note).strip()
    _allow(finding, ground, note)
    text = text_at(interview.plan(), finding.where)
    with transaction.atomic():
        now = _locked(interview)
        _may_edit(now.team, person)
        if not any(one.finding.where == finding.where for one in _alike(now, finding.code, text)):
            raise Outdated
        earlier = chosen(now).get((finding.code, text))
        if earlier is not None:
            if earlier.chosen_by_id != person.pk:
                raise Refused(
                    f"{earlier.chosen_name} has already chosen a ground for this. Agree to it, or withdraw it first."
                )
            _withdrawn(earlier, person)
        return LawfulGround.objects.create(
            team=now.team,
            interview=now,
            code=finding.code,
            text=text,
            ground=ground,
            note=note,
            chosen_by=person,
            chosen_name=_name(person),
        )


def agree(ground: LawfulGround, person: User) -> LawfulGround:
    """The second person's word; of two at once the first counts. Gives back the ground as it then is.

    Raises Refused for who chose it, who may not edit, and what was withdrawn; Outdated when the text is gone."""
    with transaction.atomic():
        now = _locked(ground.interview)
        _may_edit(now.team, person)
        ground = LawfulGround.objects.get(pk=ground.pk)
        if ground.withdrawn_at is not None:
            raise Refused(f"{ground.withdrawn_name} has withdrawn this ground. Choose one again if it holds.")
        if ground.agreed_at is not None:
            return ground
        if ground.chosen_by_id == person.pk:
            raise Refused("You chose this ground yourself: somebody else of the team has to agree to it.")
        if not _alike(now, ground.code, ground.text):
            raise Outdated
        ground.agreed_by, ground.agreed_name, ground.agreed_at = person, _name(person), timezone.now()
        ground.save(update_fields=["agreed_by", "agreed_name", "agreed_at"])
        return ground


def withdraw(ground: LawfulGround, person: User) -> LawfulGround:
    """Ends a ground, whoever chose it; one that is ended stays as it is. Raises Refused for who may not edit."""
    with transaction.atomic():
        now = _locked(ground.interview)
        _may_edit(now.team, person)
        ground = LawfulGround.objects.get(pk=ground.pk)
        if ground.withdrawn_at is None:
            _withdrawn(ground, person)
        return ground


def history(interview: Interview) -> list[GroundRow]:
    """Every ground that was ever chosen for an interview, the last first, each with whether it holds now."""
    states = {one.ground.pk: one.state for one in blockers(interview) if one.ground is not None}
    return [
        GroundRow(ground, label_of(ground.ground), _line(ground, states))
        for ground in interview.grounds.order_by("-chosen_at", "-pk")
    ]


def _line(ground: LawfulGround, states: dict[int, State]) -> Standing:
    if ground.withdrawn_at is not None:
        return "withdrawn"
    state = states.get(ground.pk)
    return "text_changed" if state is None else "holds" if state == "lifted" else "waits"


def _allow(finding: Finding, ground: str, note: str) -> None:
    choices = {choice.code: choice for choice in grounds_for(finding.code)}
    if not choices:
        raise Refused(f"No ground makes it lawful to ask about {topic_name(finding.code) or 'this'}. Change the text.")
    if ground not in choices:
        raise Refused(f"Choose one of the grounds for {topic_name(finding.code)}.")
    if len(note) < FEWEST_LETTERS:
        raise Refused(f"Say in a few words what the ground rests on. {choices[ground].note}")
    if len(note) > MOST_LETTERS:
        raise Refused(f"The note is {len(note):,} characters long. Shorten it to {MOST_LETTERS:,}.")


def _locked(interview: Interview) -> Interview:
    """The interview as it is now, which nobody else changes until the transaction ends."""
    Interview.objects.select_for_update().filter(pk=interview.pk).first()
    return Interview.objects.with_plan().get(pk=interview.pk)


def _alike(interview: Interview, code: str, text: str) -> list[Blocker]:
    """Where a finding of this code stands in this very text."""
    return [one for one in blockers(interview) if (one.finding.code, one.text) == (code, text)]


def _may_edit(team: Team, person: User) -> None:
    if person.pk not in editors(team):
        raise Refused("You may read this team's interviews, not change them. Ask an owner of the team.")


def _withdrawn(ground: LawfulGround, person: User) -> None:
    ground.withdrawn_at, ground.withdrawn_name = timezone.now(), _name(person)
    ground.save(update_fields=["withdrawn_at", "withdrawn_name"])


def _name(person: User) -> str:
    return f"{person.name} ({person.email})" if person.name else person.email
