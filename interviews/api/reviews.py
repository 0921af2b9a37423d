"""GET ai-interviews/reviews: what was said about a plan."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from interviews.api.interviews import find
from interviews.drafts import moment
from interviews.models import Approval, Comment, Interview
from interviews.services.reviews import Word, key_of, subjects, weighed

router = Router(tags=["AI interviews"])


@router.get("/reviews/{ai_interview_id}", response=dict[str, Any])
def reviews(request: HttpRequest, ai_interview_id: str) -> dict[str, Any]:
    """Comments with the team's answers, and approvals with the version that each is about; the newest first.

    Of the approvals by one link the newest counts."""
    interview = find(request, ai_interview_id, with_plan=True)
    comments, there = list(_comments(interview)), subjects(interview).keys()
    return {
        "ai_interview_id": interview.pk,
        "version": interview.version,
        "open_comments": sum(1 for comment in comments if comment.resolved_at is None),
        "comments": [_comment(comment, there) for comment in comments],
        "approvals": _approvals(interview),
    }


def _comments(interview: Interview) -> Any:
    rows = Comment.objects.questions().filter(interview=interview).order_by("-created_at", "-id")
    return rows.prefetch_related("replies")


def _comment(comment: Comment, there: Any) -> dict[str, Any]:
    return {
        "id": comment.pk,
        "skill_id": comment.skill,
        "question_id": comment.question,
        "about": comment.about,
        "removed": key_of(comment.skill, comment.question) not in there,
        "name": comment.name,
        "by": "team" if comment.link_id is None else "reviewer",
        "version": comment.version,
        "text": comment.text,
        "created_at": moment(comment.created_at),
        "resolved_at": moment(comment.resolved_at),
        "answers": [
            {"name": reply.name, "text": reply.text, "created_at": moment(reply.created_at)}
            for reply in comment.replies.all()
        ],
    }


def _approvals(interview: Interview) -> list[dict[str, Any]]:
    words = weighed(interview, Approval.objects.filter(interview=interview).select_related("link"))
    counted: set[int | None] = set()
    return [_approval(word, counted) for word in words]


def _approval(word: Word, counted: set[int | None]) -> dict[str, Any]:
    approval = word.approval
    counts = approval.link_id not in counted
    counted.add(approval.link_id)
    return {
        "name": approval.name,
        "recipient": approval.link.recipient if approval.link else None,
        "decision": approval.decision,
        "note": approval.note,
        "version": approval.version,
        "saves_since": word.saves_since,
        "counts": counts,
        "created_at": moment(approval.created_at),
    }
