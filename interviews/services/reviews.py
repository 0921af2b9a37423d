"""What others say about a plan: by a link and without an account, or as members of the team."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.db import transaction

from interviews.models import Approval, Comment, Interview, ReviewLink, Revision, User
from interviews.services.since import WHOLE, changed_by_version, changed_since

# How many change sets are looked through for a part that is not in the plan any more.
_BACK = 20
# How much may be said by one link, comments and decisions together.
MOST_SAID = 300


@dataclass(frozen=True)
class Subject:
    """What a comment is about: a question, a skill, or else the whole plan. `about` is how people know it."""

    skill: int | None = None
    question: int | None = None
    about: str = ""

    @property
    def key(self) -> str:
        """Its name on pages: `question-12`, `skill-3` or `plan`."""
        return key_of(self.skill, self.question)


def key_of(skill: int | None, question: int | None) -> str:
    """The name on pages of a question, else of a skill, else of the whole plan."""
    if question is not None:
        return f"question-{question}"
    return WHOLE if skill is None else f"skill-{skill}"


def subjects(interview: Interview) -> dict[str, Subject]:
    """All that can be commented on, by key, in the order of the plan; `interview` was read `with_plan()`."""
    found = [Subject()]
    for skill in interview.skills.all():
        found.append(Subject(skill=skill.pk, about=skill.name))
        found.extend(
            Subject(question=question.pk, about=_beginning(question.prompt)) for question in skill.questions.all()
        )
    return {subject.key: subject for subject in found}


def _beginning(prompt: str) -> str:
    return prompt if len(prompt) <= 300 else f"{prompt[:299]}…"


def known(interview: Interview, keys: Iterable[str]) -> dict[str, Subject]:
    """Those of the keys that name a part of the plan or one that was removed meanwhile; others are left out."""
    wanted, present = list(dict.fromkeys(keys)), subjects(interview)
    removed = _removed(interview) if any(key not in present for key in wanted) else {}
    found = {key: present.get(key) or removed.get(key) for key in wanted}
    return {key: subject for key, subject in found.items() if subject is not None}


def _removed(interview: Interview) -> dict[str, Subject]:
    found: dict[str, Subject] = {}
    for revision in interview.revisions.only("snapshot").order_by("-number")[:_BACK]:
        for skill in revision.snapshot.skills:
            one = Subject(skill=skill.id, about=skill.name)
            found.setdefault(one.key, one)
            for question in skill.questions:
                one = Subject(question=question.id, about=_beginning(question.prompt))
                found.setdefault(one.key, one)
    return found


@dataclass(frozen=True)
class Said:
    """What came by a link: under which name, having read which version; texts by key of what they are about.

    `decision` is one of Approval.Decision or empty; to ask for changes a `note` says which."""

    name: str
    version: int
    comments: Mapping[str, str] = field(default_factory=dict)
    decision: str = ""
    note: str = ""


class PlanMoved(Exception):
    """The plan was changed since it was read, so it was not approved; nothing was kept."""


class LinkOver(Exception):
    """The link has ended since its page was opened; nothing was kept."""


class SaidEnough(Exception):
    """More was said by the link than one link may say; nothing was kept."""


def hear(link: ReviewLink, interview: Interview, said: Said) -> None:
    """Keeps what came by a link, all of it or nothing. What is sent twice is kept once.

    Comments are kept with the version that was read, though it is not the newest. Raises PlanMoved for an approval
    when something in the plan is not as it was read any more, LinkOver, and SaidEnough."""
    parts = known(interview, said.comments)
    with transaction.atomic():
        if not ReviewLink.objects.working().select_for_update(of=("self",)).filter(pk=link.pk).exists():
            raise LinkOver
        if _said_by(link) + len(parts) + bool(said.decision) > MOST_SAID:
            raise SaidEnough
        if said.decision == Approval.Decision.APPROVED and changed_since(interview, said.version):
            raise PlanMoved
        for key, subject in parts.items():
            _comment(link, said, subject, said.comments[key])
        if said.decision:
            _decide(link, interview, said)


def _said_by(link: ReviewLink) -> int:
    return Comment.objects.questions().filter(link=link).count() + Approval.objects.filter(link=link).count()


def _comment(link: ReviewLink, said: Said, subject: Subject, text: str) -> None:
    about = {"skill": subject.skill, "question": subject.question}
    last = Comment.objects.questions().filter(link=link, **about).last()
    if last is None or last.text != text:
        Comment.objects.create(
            team=link.team,
            interview_id=link.interview_id,
            link=link,
            name=said.name,
            about=subject.about,
            version=said.version,
            text=text,
            **about,
        )


def _decide(link: ReviewLink, interview: Interview, said: Said) -> None:
    word = {"name": said.name, "version": said.version, "decision": said.decision, "note": said.note}
    last = Approval.objects.filter(link=link).first()
    if last is None or any(getattr(last, name) != value for name, value in word.items()):
        Approval.objects.create(team=link.team, interview=interview, link=link, **word)


def comment_as_member(interview: Interview, key: str, text: str, *, by: User) -> Comment:
    """A comment of a member of the team. Those who have a link do not see it."""
    subject = known(interview, [key]).get(key) or Subject()
    return Comment.objects.create(
        team=interview.team,
        interview=interview,
        person=by,
        name=by.get_full_name()[:200],
        skill=subject.skill,
        question=subject.question,
        about=subject.about,
        version=interview.version,
        text=text,
    )


def answer(comment: Comment, text: str, *, by: User) -> Comment:
    """The team's answer to a comment: whoever wrote that by a link reads it there."""
    first = comment.answers or comment
    return Comment.objects.create(
        team=first.team,
        interview=first.interview,
        link=first.link,
        person=by,
        answers=first,
        name=by.get_full_name()[:200],
        skill=first.skill,
        question=first.question,
        about=first.about,
        version=first.interview.version,
        text=text,
    )


@dataclass(frozen=True)
class Word:
    """Somebody's word on a version, and how often the plan was saved since.

    `is_past`: another was said by the same link since."""

    approval: Approval
    saves_since: int
    is_past: bool = False

    @property
    def by_link_of(self) -> str:
        """For whom the link was made, if that is not who said it."""
        link = self.approval.link
        return link.recipient if link and link.recipient != self.approval.name else ""


def words_that_count(interview: Interview) -> list[Word]:
    """The last word by each link, the newest first."""
    return weighed(interview, Approval.objects.that_count(interview))


def every_word(interview: Interview) -> list[Word]:
    """All that was decided about an interview, the newest first."""
    approvals = list(Approval.objects.filter(interview=interview).select_related("link").order_by("-pk"))
    last: dict[int | None, int] = {}
    for approval in approvals:
        last.setdefault(approval.link_id, approval.pk)
    return [
        replace(word, is_past=last[word.approval.link_id] != word.approval.pk) for word in weighed(interview, approvals)
    ]


def weighed(interview: Interview, approvals: Iterable[Approval]) -> list[Word]:
    """Words with how often the plan was saved since. That it was published is no save: it changes nothing in it.

    Nor do saves count after which it is again what was read. `interview` was read `with_plan()`."""
    approvals = list(approvals)
    changed = changed_by_version(interview, [approval.version for approval in approvals])
    published = list(
        interview.revisions.filter(kind=Revision.Kind.PUBLISHED).values_list("number", flat=True).order_by()
    )
    return [
        Word(
            approval, _saves(interview.version, approval.version, published) if changed.get(approval.version, 1) else 0
        )
        for approval in approvals
    ]


def _saves(now: int, then: int, published: list[int]) -> int:
    return max(0, now - then - sum(1 for number in published if number > then))
