"""A plan as somebody without an account reads it: the plan itself, what was said about its parts by this link, and the
team's answers to that.

What other reviewers and the team say among themselves stays unseen: each says what they think unswayed by the others,
and a link that went astray tells of one person only."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from interviews.forms import PROCTORING_COSTS
from interviews.forms.reviews import ReviewForm
from interviews.models import Approval, Comment, Interview, ReviewLink
from interviews.pages.plan.reading import QuestionPart, Reading, SkillPart
from interviews.services.reviews import Word, key_of, weighed
from interviews.services.since import WHOLE, changed_since


@dataclass(frozen=True)
class Reply:
    """An answer of the team. Its members are known by name, never by e-mail: without a name the team speaks."""

    name: str
    comment: Comment


@dataclass(frozen=True)
class Talk:
    """What was said about a part by this link, and the field for more."""

    key: str
    label: str
    comments: list[tuple[Comment, list[Reply]]]
    field: Any
    is_changed: bool = False

    @property
    def is_open(self) -> bool:
        """Whether something stands in the field that was not sent."""
        return bool(self.field.errors or (self.field.value() or "").strip())


@dataclass(frozen=True)
class QuestionView:
    """A question with its number in the interview."""

    number: int
    part: QuestionPart
    talk: Talk


@dataclass(frozen=True)
class SkillView:
    """A skill with its questions."""

    part: SkillPart
    talk: Talk
    questions: list[QuestionView] = field(default_factory=list)


class Review:
    """All that the page shows. `read`: the version that the reader saw before this one, if known."""

    def __init__(self, link: ReviewLink, interview: Interview, form: ReviewForm, read: int | None = None) -> None:
        self.link, self.interview, self.form, self.read = link, interview, form, read
        self.reading = Reading(interview)

    @cached_property
    def skills(self) -> list[SkillView]:
        """The skills in order; questions are numbered through."""
        number, found = 0, []
        for part in self.reading.skills:
            label = _("Comment on the skill %(name)s") % {"name": part.row.name}
            skill = SkillView(part, self.talk(f"skill-{part.row.pk}", label))
            for question in part.questions:
                number += 1
                label = _("Comment on question %(number)d") % {"number": number}
                skill.questions.append(QuestionView(number, question, self.talk(f"question-{question.row.pk}", label)))
            found.append(skill)
        return found

    @cached_property
    def whole(self) -> Talk:
        """About the plan as a whole."""
        return self.talk(WHOLE, _("Comment on the whole plan"))

    @cached_property
    def removed(self) -> list[Talk]:
        """About what is not in the plan any more."""
        there = {WHOLE, *(skill.talk.key for skill in self.skills)}
        there |= {question.talk.key for skill in self.skills for question in skill.questions}
        gone = dict.fromkeys([*self._said, *self.form.keys])
        talks = [self.talk(key, _("Comment on a part that was removed")) for key in gone if key not in there]
        return [talk for talk in talks if talk.comments or talk.is_open]

    def shown(self, key: str) -> Talk:
        """The talk of this name."""
        return next((talk for talk in self._talks if talk.key == key), self.whole)

    @property
    def wrong(self) -> list[Talk]:
        """Those whose field has an error."""
        return [talk for talk in self._talks if talk.field.errors]

    @property
    def _talks(self) -> list[Talk]:
        every = [self.whole, *self.removed]
        for skill in self.skills:
            every += [skill.talk, *(question.talk for question in skill.questions)]
        return every

    def talk(self, key: str, label: str) -> Talk:
        """What was said about a part, with its field, if it still has one."""
        bound = self.form.talk(key) if key in self.form.keys else None
        return Talk(key, label, self._said.get(key, []), bound or _NoField(), key in self.changed)

    @cached_property
    def changed(self) -> frozenset[str]:
        """Keys of what was changed since the version that the reader saw, or else last decided about."""
        return changed_since(self.interview, self.since) if self.since else frozenset()

    @cached_property
    def since(self) -> int | None:
        """The earlier version that the page compares with, if there is one."""
        version = self.read or (self.words[0].approval.version if self.words else None)
        return version if version and version < self.interview.version else None

    @cached_property
    def words(self) -> list[Word]:
        """What was decided by this link, the newest first, which is the one that counts."""
        return weighed(self.interview, Approval.objects.filter(link=self.link).select_related("link"))

    @cached_property
    def _said(self) -> dict[str, list[tuple[Comment, list[Reply]]]]:
        replies: dict[int | None, list[Reply]] = defaultdict(list)
        said: dict[str, list[tuple[Comment, list[Reply]]]] = {}
        for comment in Comment.objects.filter(link=self.link).select_related("person"):
            if comment.answers_id is None:
                said.setdefault(key_of(comment.skill, comment.question), []).append((comment, replies[comment.pk]))
            else:
                replies[comment.answers_id].append(Reply(self._name_of(comment), comment))
        return said

    def _name_of(self, comment: Comment) -> str:
        person = comment.person
        name = person.name.strip() if person else ""
        return f"{name}, {self.link.team.name}" if name else self.link.team.name

    @property
    def monitored(self) -> list[tuple[Any, Any]]:
        """What the interview platform is asked to do, and what it costs the candidate."""
        asked = self.interview.proctoring
        return [(label, cost) for name, (label, cost, _warning) in PROCTORING_COSTS.items() if getattr(asked, name)]


class _NoField:
    errors = ()

    def value(self) -> str:
        return ""
