"""What is being written again for a plan right now, and what is proposed for it: on its page, live."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interviews.drafts import QuestionDraft, Suggested
from interviews.edits.proposals import PARTS, differing
from interviews.models import Interview, Job, Proposal

FAILURES_STAY = timedelta(minutes=15)


@dataclass(frozen=True)
class Beside:
    """A part of a question as it is and as it is proposed: values of the fields, and how the part is called."""

    name: str
    label: str
    old: QuestionDraft
    new: QuestionDraft


@dataclass(frozen=True)
class Offer:
    """A proposal for one question; `current` is what it says now, for a new one the proposal itself."""

    proposal: Proposal
    suggested: Suggested
    current: QuestionDraft

    @property
    def beside(self) -> list[Beside]:
        """The parts that differ, old beside new."""
        new = self.suggested.question
        return [Beside(part, _labels()[part], self.current, new) for part in differing(self.current, new)]

    @property
    def notices(self) -> list[str]:
        """What is said of the limits of this proposal; of one for several questions it is said once, above the plan."""
        content = self.proposal.content
        return content.notices if len(content.questions) == 1 else []

    @property
    def whole(self) -> list[Beside]:
        """The parts of a new question, those that say nothing left out."""
        new = self.suggested.question
        said = [part for part, fields in PARTS.items() if getattr(new, fields[0])]
        return [Beside(part, _labels()[part], new, new) for part in said]

    @property
    def is_late(self) -> bool:
        """Whether the question was changed after somebody asked for the proposal."""
        stood = self.suggested.stood
        return stood is not None and bool(differing(stood, self.current))


@dataclass(frozen=True)
class Writing:
    """Jobs that write parts of an interview again, and the proposals that nobody has decided on, newest first."""

    interview: Interview
    jobs: list[Job] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)

    @classmethod
    def of(cls, interview: Interview) -> "Writing":
        """In two queries."""
        recent = Q(status=Job.Status.FAILED, cancelled_at=None, finished_at__gte=timezone.now() - FAILURES_STAY)
        unfinished = Q(status__in=[Job.Status.PENDING, Job.Status.PROCESSING])
        rows = interview.jobs.filter(unfinished | recent, type=Job.Type.REGENERATION).defer("brief")
        proposals = interview.proposals.filter(status=Proposal.Status.OPEN)
        return cls(interview, list(rows.order_by("created_at")[:20]), list(proposals.order_by("-created_at")[:20]))

    @property
    def is_working(self) -> bool:
        """Whether anything is under way."""
        return any(not job.is_finished for job in self.jobs)

    def news(self, had: int) -> str:
        """A sentence on what has come of it since there were so many proposals; empty while nothing has."""
        fresh = self.proposals[: max(len(self.proposals) - had, 0)]
        count = sum(len(proposal.content.questions) for proposal in fresh)
        if count:
            said = ngettext(
                "A question is proposed. It stands at its place in the plan.",
                "%(count)d questions are proposed. Each stands at its place in the plan.",
                count,
            )
            return said % {"count": count}
        failed = [job for job in self.jobs if job.status == Job.Status.FAILED]
        return "" if self.is_working or not failed else _("It could not be written:") + f" {failed[-1].error}"

    @cached_property
    def signature(self) -> str:
        """Changes when a job or a proposal comes, goes or moves."""
        parts = [f"{job.pk} {job.version}" for job in self.jobs]
        parts += [f"{one.pk} {[said.decided for said in one.content.questions]}" for one in self.proposals]
        return f"{zlib.crc32(' '.join(parts).encode()):08x}"

    @cached_property
    def at_questions(self) -> dict[int, Job]:
        """Ids of the questions that are being written again, or were to be and failed, with their job."""
        found: dict[int, Job] = {}
        for job in self.jobs:
            found |= {question.id: job for question in _wanted(job) if question.id}
        return found

    @cached_property
    def offers(self) -> dict[int, Offer]:
        """Ids of the questions for which something is proposed, with the newest proposal."""
        found: dict[int, Offer] = {}
        for proposal, one in self._open:
            if one.replaces:
                current = self._asked.get(one.replaces)
                found[one.replaces] = Offer(proposal, one, current or one.stood or one.question)
        return found

    @cached_property
    def at_skills(self) -> dict[int, Job]:
        """Ids of the skills for which a new question is being written, or was to be and failed, with their job."""
        return {skill: job for job in self.jobs for skill in _new(job)}

    @cached_property
    def added(self) -> dict[int, Offer]:
        """Ids of the skills for which a new question is proposed, with the newest proposal."""
        return {one.skill: Offer(proposal, one, one.question) for proposal, one in self._open if not one.replaces}

    @property
    def _open(self) -> Iterator[tuple[Proposal, Suggested]]:
        """What is not decided, the oldest first."""
        for proposal in reversed(self.proposals):
            for one in proposal.content.questions:
                if not one.decided:
                    yield proposal, one

    @cached_property
    def _asked(self) -> dict[int, QuestionDraft]:
        rows = (question for skill in self.interview.skills.all() for question in skill.questions.all())
        return {row.pk: row.draft() for row in rows if row.pk in self._suggested}

    @cached_property
    def _suggested(self) -> set[int | None]:
        return {one.replaces for proposal in self.proposals for one in proposal.content.questions}

    @property
    def touched(self) -> set[str]:
        """Ids of the elements of questions, and of skills that get new ones, that show something of this."""
        questions, skills = self.at_questions.keys() | self.offers.keys(), self.at_skills.keys() | self.added.keys()
        return {f"question-{one}" for one in questions} | {f"skill-{one}" for one in skills}

    @property
    def orphans(self) -> list[Offer]:
        """Proposals for questions that are not in the plan any more."""
        return [offer for identifier, offer in self.offers.items() if identifier not in self._asked]

    @property
    def rounds(self) -> list[tuple[Proposal, int, str]]:
        """Proposals for more than one question, with how many of theirs are still to be decided, and where the first
        of these stands (the id of an element)."""
        opened = [(one, [said for said in one.content.questions if not said.decided]) for one in self.proposals]
        return [(proposal, len(left), element_of(left[0])) for proposal, left in opened if len(left) > 1]


def _wanted(job: Job) -> list[QuestionDraft]:
    return [question for _skill, questions in job.target.parts() for question in questions] if job.target else []


def element_of(one: Suggested) -> str:
    """The id of the element where a proposal stands: its question's, or that of the skill that gets a new one."""
    return f"question-{one.replaces}" if one.replaces else f"skill-{one.skill}"


def _new(job: Job) -> list[int]:
    return [skill.id for skill, questions in job.target.parts() if skill.id and not questions] if job.target else []


def _labels() -> dict[str, Any]:
    labels = [
        _("Question"),
        _("Type, difficulty and minutes"),
        _("Why we ask"),
        _("Probes"),
        _("Look for"),
        _("Scale"),
        _("Red flags"),
        _("Without the experience"),
    ]
    return dict(zip(PARTS, labels, strict=True))
