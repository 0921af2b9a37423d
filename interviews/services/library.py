"""The question library: what a team has in it, where it is used, and what people do with their own questions."""

from collections.abc import Collection
from typing import Any, cast

from django.db import IntegrityError, transaction
from django.db.models import Count, Q, QuerySet, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from interviews.checks import check_question
from interviews.drafts import Finding, LibraryEntry
from interviews.edits.from_library import question_of
from interviews.library.catalogue import Card, Standing, card_of, catalogue
from interviews.library.folding import folded, sought_words
from interviews.library.looking import holding_all
from interviews.library.shelf import BY_NAME
from interviews.models import Interview, LibraryQuestion, Question, Team, User, VersionConflict
from interviews.models.interviews import InterviewQuerySet

TEAM = "team"
FEWEST_MINUTES, MOST_MINUTES = 2, 10


class Prohibited(Exception):
    """A question that may not be put to a candidate cannot be approved. `findings` say why."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("; ".join(finding.reason for finding in findings))
        self.findings = findings


class InUse(Exception):
    """A question that an interview asks cannot be deleted."""


def cards(team: Team) -> list[Card]:
    """All that a team can look through: its own questions, the approved ones first, then the built-in ones."""
    order = [LibraryQuestion.Status.APPROVED, LibraryQuestion.Status.DRAFT, LibraryQuestion.Status.RETIRED]
    rows = sorted(
        LibraryQuestion.objects.for_team(team), key=lambda row: order.index(LibraryQuestion.Status(row.status))
    )
    return [*map(_card, rows), *catalogue().cards]


def _card(row: LibraryQuestion) -> Card:
    entry = row.material()
    family, name = catalogue().family_of(entry.competency)
    return card_of(entry, cast(Standing, row.status), family, [name])


def entry(team: Team, identifier: str) -> LibraryEntry | None:
    """The question of that id: a built-in one, or by `team.7` one of the team's that is not retired. None: no such."""
    place, _, number = identifier.partition(".")
    if place != TEAM:
        return catalogue().entry(identifier)
    rows = LibraryQuestion.objects.for_team(team).exclude(status=LibraryQuestion.Status.RETIRED)
    row = rows.filter(pk=int(number)).first() if number.isdecimal() else None
    return row.material() if row else None


def competencies(words: str, family: str = "") -> list[tuple[str, str, str]]:
    """The built-in competencies about these words, best first, as id, name and name of the family.

    `family` (an id) leaves out those of others; no words mean all. None that is asked by the name of anything."""
    built_in = catalogue()
    found = holding_all((card for card in built_in.cards if family in ("", card.family)), sought_words(words))
    keys = dict.fromkeys(card.competency for card in found if card.competency not in BY_NAME)
    return [(key, built_in.competencies[key][0], built_in.family_of(key)[1]) for key in keys]


def usage(team: Team, identifiers: Collection[str] | None = None) -> dict[str, int]:
    """In how many interviews of the team each question is asked, in one query; those in none are left out.

    `identifiers` are those of library entries (None: all that are used)."""
    asked = _asked(team).filter(skill__interview__deleted_at=None).exclude(reference="")
    if identifiers is not None:
        asked = asked.filter(reference__in=identifiers)
    counted = asked.values("reference").annotate(interviews=Count("skill__interview", distinct=True))
    return dict(counted.values_list("reference", "interviews"))


def _asked(team: Team) -> QuerySet[Any]:
    """The questions of a team's plans, deleted ones included, with the `reference` of what they stand on."""
    return (
        Question.objects.filter(skill__interview__team=team).order_by().annotate(reference=_text("source__reference"))
    )


def _text(place: str) -> Cast:
    """A text within a JSON column, compared as text: a lookup on the column itself would take it for its value."""
    return Cast(KT(place), TextField())


def interviews_with(team: Team, identifier: str) -> InterviewQuerySet:
    """The interviews of a team that ask a question of the library, the last changed first."""
    asked = _asked(team).filter(reference=identifier).values("skill__interview")
    return Interview.objects.for_team(team).filter(pk__in=asked).order_by("-updated_at", "-pk")


def findings(team: Team, whole: LibraryEntry) -> list[Finding]:
    """What the checks find in a question, in the team's language; `where` begins with `entry`."""
    return check_question(question_of(whole, "mid"), "entry", team.general.language)


def save_from_question(question: Question, person: User) -> tuple[LibraryQuestion, bool]:
    """Saves a question of a plan as a draft of its team's library, and says whether it is new.

    What the library has already, saved from this question or in the same words, stays as it is and comes back."""
    team = question.skill.interview.team
    rows = LibraryQuestion.objects.for_team(team)
    alike = rows.annotate(prompt=_text("entry__prompt")).filter(Q(saved_from=question.pk) | Q(prompt=question.prompt))
    known = alike.order_by("pk").first()
    if known is not None:
        return known, False
    try:
        with transaction.atomic():
            return rows.create(
                team=team,
                skill_name=question.skill.name,
                entry=_entry_of(question),
                saved_from=question.pk,
                created_by=person,
            ), True
    except IntegrityError:
        return rows.get(saved_from=question.pk), False


def _entry_of(question: Question) -> LibraryEntry:
    """A question of a plan as an entry, with what the library knows of the question that it stands on.

    Why it is asked loses the clause of the posting that a plan quotes."""
    interview = question.skill.interview
    known = entry(interview.team, question.source.reference)
    why = known.why if known and question.why.endswith(known.why) else question.why
    levels = [interview.seniority, *(known.levels if known else [])]
    return LibraryEntry(
        id=TEAM,
        family=TEAM,
        competency=competency_of(question.skill.name, known.competency if known else question.skill.reference),
        competency_name=question.skill.name,
        levels=list(dict.fromkeys(levels)),
        type=question.type,
        minutes=min(max(question.minutes, FEWEST_MINUTES), MOST_MINUTES),
        prompt=question.prompt,
        why=why,
        follow_ups=question.follow_ups,
        evaluation_criteria=question.evaluation_criteria,
        rating_scale=question.rating_scale,
        red_flags=question.red_flags,
        alternate=question.alternate,
        samples=question.samples,
        cues=known.cues if known else [],
        setting=known.setting if known else [],
    )


def competency_of(skill_name: str, reference: str) -> str:
    """The built-in competency that a team's question is about: the one referred to, else the one of that name.

    A question of one's own names its skill, so it is none of those that are asked by the name of anything."""
    found = reference if reference in catalogue().competencies else catalogue().competency_named(skill_name)
    return "" if found in BY_NAME else found


def create(team: Team, whole: LibraryEntry, person: User, *, base: LibraryEntry | None = None) -> LibraryQuestion:
    """A new draft of the team's library under the skill that it names; `base` is what it was copied from."""
    written = _placed(whole, base)
    return LibraryQuestion.objects.create(team=team, skill_name=whole.competency_name, entry=written, created_by=person)


def change(question: LibraryQuestion, whole: LibraryEntry, *, seen: str) -> LibraryQuestion:
    """Replaces what a team's question says, its skill included, and gives it back as it stands then.

    Raises VersionConflict and writes nothing if somebody changed it since it was `seen`."""
    with transaction.atomic():
        current = _as_seen(question, seen)
        current.rewrite(whole.competency_name, _placed(whole, current.material()))
    return current


def _placed(whole: LibraryEntry, base: LibraryEntry | None) -> LibraryEntry:
    """An entry with what nobody types: the competency that it is about, and the words by which postings ask for it."""
    same = base is not None and folded(base.competency_name) == folded(whole.competency_name)
    kept = {
        "competency": competency_of(whole.competency_name, base.competency if base and same else ""),
        "cues": base.cues if base else [],
        "setting": base.setting if base else [],
    }
    return whole.model_copy(update=kept)


def approve(question: LibraryQuestion, person: User, *, seen: str) -> None:
    """Approves a team's question as it was `seen`. Raises Prohibited, or VersionConflict if somebody changed it."""
    with transaction.atomic():
        current = _as_seen(question, seen)
        found = findings(current.team, current.material())
        if blocking := [finding for finding in found if finding.blocks == "always"]:
            raise Prohibited(blocking)
        current.approve(person)


def delete(question: LibraryQuestion) -> None:
    """Deletes a team's question for good. Raises InUse if an interview asks it, a deleted one included."""
    if _asked(question.team).filter(reference=question.reference).exists():
        raise InUse(question.reference)
    question.delete()


def _as_seen(question: LibraryQuestion, seen: str) -> LibraryQuestion:
    rows = LibraryQuestion.objects.select_for_update(of=("self",)).select_related("team")
    current = rows.filter(pk=question.pk).first()
    if current is None or current.seen != seen:
        raise VersionConflict(question.reference)
    return current
