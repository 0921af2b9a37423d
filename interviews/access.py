"""Who may. One file: a stranger gets 404, a viewer who tries to change something 403."""

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from interviews.drafts.about import also
from interviews.models import (
    Comment,
    Delivery,
    Interview,
    Job,
    LawfulGround,
    LibraryQuestion,
    Membership,
    Proposal,
    Question,
    ReviewLink,
    Skill,
    Team,
    User,
)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by invitation, never by signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up by themselves."""
        return False


def person(request: HttpRequest) -> User:
    """The person who is signed in; for views that `login_required` guards."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101
    return user


def current_membership(request: HttpRequest) -> Membership:
    """The membership that lists show: the team chosen in the session, else the person's first. 404 without any team."""
    memberships = Membership.objects.filter(user=person(request)).select_related("team").order_by("pk")
    chosen = memberships.filter(team_id=request.session.get("team", 0)).first() or memberships.first()
    if chosen is None:
        raise Http404("You belong to no team yet.")
    return chosen


def _team_of(row: Any) -> Team:
    if isinstance(row, Question):
        row = row.skill
    team: Team = row.interview.team if isinstance(row, Skill) else row.team
    return team


def must_edit(membership: Membership) -> None:
    """Refuses who may only read. Raises PermissionDenied."""
    if not membership.may_edit:
        raise PermissionDenied("You may read what this team has, not change it.")


def must_own(membership: Membership) -> None:
    """Refuses who is no owner of the team. Raises PermissionDenied."""
    if not membership.is_owner:
        raise PermissionDenied("Only an owner of the team may do this.")


def _found(request: HttpRequest, rows: Any, change: bool, **wanted: Any) -> Any:
    row = get_object_or_404(rows, **wanted)
    team = _team_of(row)
    membership = Membership.objects.filter(user=person(request), team=team).first()
    if membership is None:
        raise Http404
    also(job=row.pk if isinstance(row, Job) else None, team=team.slug)
    if change:
        must_edit(membership)
    return row


def interview(request: HttpRequest, identifier: int, *, change: bool = False) -> Interview:
    """An interview of one of the person's teams, with its plan."""
    rows = Interview.objects.with_plan().filter(deleted_at=None)
    found: Interview = _found(request, rows, change, pk=identifier)
    return found


def deleted(request: HttpRequest, identifier: int) -> Interview | None:
    """A deleted interview of one of the person's teams; None when there is none with this id."""
    rows = Interview.objects.exclude(deleted_at=None).select_related("team", "deleted_by")
    found: Interview | None = rows.filter(pk=identifier, team__memberships__user=person(request)).first()
    return found


def deleted_interview(request: HttpRequest, identifier: int) -> Interview:
    """A deleted interview of one of the person's teams, for somebody who may bring it back."""
    found: Interview = _found(request, Interview.objects.exclude(deleted_at=None), True, pk=identifier)
    return found


def question(request: HttpRequest, identifier: int, *, change: bool = False) -> Question:
    """A question of an interview of one of the person's teams."""
    rows = Question.objects.select_related("skill__interview__team", "skill__interview__role")
    rows = rows.filter(skill__interview__deleted_at=None)
    found: Question = _found(request, rows, change, pk=identifier)
    return found


def skill(request: HttpRequest, identifier: int, *, change: bool = False) -> Skill:
    """A skill of an interview of one of the person's teams."""
    rows = Skill.objects.select_related("interview__team", "interview__role").filter(interview__deleted_at=None)
    found: Skill = _found(request, rows, change, pk=identifier)
    return found


def proposal(request: HttpRequest, identifier: int, *, change: bool = False) -> Proposal:
    """A proposal for an interview of one of the person's teams."""
    rows = Proposal.objects.select_related("interview__team", "team").filter(interview__deleted_at=None)
    found: Proposal = _found(request, rows, change, pk=identifier)
    return found


def ground(request: HttpRequest, identifier: int, *, change: bool = False) -> LawfulGround:
    """A lawful ground that was chosen for an interview of one of the person's teams."""
    rows = LawfulGround.objects.select_related("interview__team", "team").filter(interview__deleted_at=None)
    found: LawfulGround = _found(request, rows, change, pk=identifier)
    return found


def library_question(request: HttpRequest, identifier: int, *, change: bool = False) -> LibraryQuestion:
    """A question of the library of one of the person's teams."""
    found: LibraryQuestion = _found(request, LibraryQuestion.objects.select_related("team"), change, pk=identifier)
    return found


def job(request: HttpRequest, identifier: Any, *, change: bool = False) -> Job:
    """A job of one of the person's teams."""
    rows = Job.objects.select_related("team", "role", "interview", "created_by", "api_key")
    found: Job = _found(request, rows, change, pk=identifier)
    return found


def delivery(request: HttpRequest, identifier: int, *, change: bool = False) -> Delivery:
    """A notification of one of the person's teams."""
    rows = Delivery.objects.with_order().select_related("team", "job__role").defer("job__brief", "job__target")
    found: Delivery = _found(request, rows, change, pk=identifier)
    return found


def review_link(request: HttpRequest, identifier: int, *, change: bool = False) -> ReviewLink:
    """A review link to an interview of one of the person's teams."""
    rows = ReviewLink.objects.select_related("team").filter(interview__deleted_at=None)
    found: ReviewLink = _found(request, rows, change, pk=identifier)
    return found


def comment(request: HttpRequest, identifier: int, *, change: bool = False) -> Comment:
    """A comment on an interview of one of the person's teams."""
    rows = Comment.objects.select_related("team", "interview", "answers").filter(interview__deleted_at=None)
    found: Comment = _found(request, rows, change, pk=identifier)
    return found


def readable_url(membership: Membership, url: str) -> str:
    """A notification URL as this person may read it: it can carry a token, so viewers see scheme and host alone."""
    if membership.may_edit:
        return url
    try:
        parts = urlsplit(url)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/…"
    except ValueError:
        return "…"
