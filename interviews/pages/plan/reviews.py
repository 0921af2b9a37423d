"""What others say about a plan, for its team: links to share it by, comments, approvals."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import trigger_client_event

from interviews import access
from interviews.forms.reviews import AnswerForm, CommentForm, LinkForm
from interviews.models import Comment, Interview, Membership, ReviewLink
from interviews.pages.guard import signed_in, wants_fragment
from interviews.pages.plan.comments import open_comments
from interviews.services.reviews import Subject, answer, comment_as_member, every_word, key_of, subjects
from interviews.services.since import WHOLE

TEMPLATE = "interviews/reviews.html"
PAGE = 50


@dataclass(frozen=True)
class Row:
    """A comment with the team's answers, and the form for another one while it is being written."""

    comment: Comment
    is_removed: bool
    form: AnswerForm

    @property
    def key(self) -> str:
        """What it is about."""
        return key_of(self.comment.skill, self.comment.question)

    @property
    def by_link_of(self) -> str:
        """For whom the link was made by which it came, if that is not who wrote it."""
        link = self.comment.link
        return link.recipient if link and link.recipient != self.comment.name else ""


@require_http_methods(["GET", "POST"])
@signed_in
def reviews(request: HttpRequest, identifier: int) -> HttpResponse:
    """Links, approvals and comments of a plan; sent, a comment of the person is added."""
    found = access.interview(request, identifier)
    if request.method == "GET":
        return _page(request, found)
    form = CommentForm(_choices(found), request.POST)
    if not form.is_valid():
        return _page(request, found, 422, form=form)
    chosen = form.cleaned_data
    written = comment_as_member(found, chosen["about"], chosen["text"], by=access.person(request))
    return redirect(f"{reverse('reviews', args=[found.pk])}#comment-{written.pk}")


@require_http_methods(["GET", "POST"])
@cache_control(no_store=True, private=True)
@signed_in
def make_link(request: HttpRequest, identifier: int) -> HttpResponse:
    """A new link to a plan. It stands on the answer and nowhere else: only its digest is kept."""
    found = access.interview(request, identifier, change=True)
    if request.method == "GET":
        return redirect("reviews", found.pk)
    form = LinkForm(request.POST)
    if not form.is_valid():
        return _links(request, found, 422, link_form=form)
    link, secret = ReviewLink.issue(found, form.cleaned_data["recipient"], by=access.person(request))
    return _links(request, found, fresh=link, address=_address(request, secret))


def _address(request: HttpRequest, secret: str) -> str:
    path = reverse("review", args=[secret])
    public = settings.PUBLIC_URL
    return f"{public.scheme}://{public.netloc}{path}" if public else request.build_absolute_uri(path)


def _links(request: HttpRequest, found: Interview, status: int = 200, **more: Any) -> HttpResponse:
    if not wants_fragment(request):
        return _page(request, found, status, **more)
    membership = _membership(request, found)
    context = {"interview": found, "membership": membership, **_sharing(found), **more}
    return render(request, f"{TEMPLATE}#links", context, status=status)


@require_POST
@signed_in
def revoke_link(request: HttpRequest, identifier: int) -> HttpResponse:
    """Ends a link at once."""
    link = access.review_link(request, identifier, change=True)
    link.revoke()
    if wants_fragment(request):
        found = access.interview(request, link.interview_id)
        told = _("The link of %(name)s does not open anything any more.") % {"name": link.recipient}
        return trigger_client_event(_links(request, found), "announce", {"text": told})
    return redirect(reverse("reviews", args=[link.interview_id]) + "#links")


@require_POST
@signed_in
def resolve_comment(request: HttpRequest, identifier: int) -> HttpResponse:
    """Notes that a comment is dealt with, or with `open` that it is not after all."""
    found = access.comment(request, identifier, change=True)
    if "open" in request.POST:
        found.reopen()
    else:
        found.resolve(access.person(request).get_full_name())
    return _answered(request, found)


@require_POST
@signed_in
def answer_comment(request: HttpRequest, identifier: int) -> HttpResponse:
    """The team's answer; whoever wrote the comment by a link reads it there."""
    found = access.comment(request, identifier, change=True)
    form = AnswerForm(request.POST, auto_id=f"answer-{found.pk}-%s")
    if form.is_valid():
        answer(found, form.cleaned_data["text"], by=access.person(request))
        return _answered(request, found)
    if wants_fragment(request):
        return _comment(request, found, form, status=422)
    return _page(request, access.interview(request, found.interview_id), 422, answered=(found.pk, form))


def _answered(request: HttpRequest, found: Comment) -> HttpResponse:
    if not wants_fragment(request):
        return redirect(f"{reverse('reviews', args=[found.interview_id])}#comment-{found.pk}")
    return _comment(request, found)


def _comment(request: HttpRequest, found: Comment, form: AnswerForm | None = None, status: int = 200) -> HttpResponse:
    """One comment as it stands now, with the counts above it."""
    interview = access.interview(request, found.interview_id)
    [row] = _rows([_comments(interview).get(pk=found.pk)], interview, (found.pk, form) if form else None)
    context = {
        "interview": interview,
        "membership": _membership(request, interview),
        "row": row,
        "is_answer": True,
        "counts": open_comments(interview),
    }
    return render(request, f"{TEMPLATE}#comment", context, status=status)


def _membership(request: HttpRequest, found: Interview) -> Membership:
    return Membership.objects.get(user=access.person(request), team=found.team)


def _comments(found: Interview) -> Any:
    rows = Comment.objects.questions().filter(interview=found).order_by("-created_at", "-id")
    return rows.select_related("link").prefetch_related("replies")


def _rows(comments: Any, found: Interview, answered: tuple[int, AnswerForm] | None = None) -> list[Row]:
    there = subjects(found)
    identifier, form = answered or (None, None)
    rows = []
    for comment in comments:
        empty = AnswerForm(auto_id=f"answer-{comment.pk}-%s")
        own = form if form and comment.pk == identifier else empty
        rows.append(Row(comment, key_of(comment.skill, comment.question) not in there, own))
    return rows


def _sharing(found: Interview) -> dict[str, Any]:
    links = ReviewLink.objects.filter(interview=found).select_related("created_by")
    return {"links": links, "link_form": LinkForm(), "now": timezone.now()}


def _choices(found: Interview) -> list[tuple[str, str]]:
    choices, number = [], 0
    for subject in subjects(found).values():
        number += subject.question is not None
        choices.append((subject.key, _label(subject, number)))
    return choices


def _label(subject: Subject, number: int) -> str:
    if subject.question is not None:
        return f"{number}. {Truncator(subject.about).chars(80)}"
    return subject.about if subject.skill is not None else _("The whole plan")


def _page(
    request: HttpRequest,
    found: Interview,
    status: int = 200,
    answered: tuple[int, AnswerForm] | None = None,
    **more: Any,
) -> HttpResponse:
    choices = _choices(found)
    about = request.GET.get("about", "")
    about = about if about in dict(choices) else ""
    rows = _comments(found)
    if about:
        kind, _dash, number = about.partition("-")
        rows = rows.filter(**{kind: int(number)} if number else {"skill": None, "question": None})
    if request.GET.get("show") == "open":
        rows = rows.filter(resolved_at=None)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "interview": found,
        "team": found.team,
        "membership": _membership(request, found),
        "words": every_word(found),
        "counts": open_comments(found),
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "query": query.urlencode(),
        "rows": _rows(page.object_list, found, answered),
        "about": about,
        "about_label": dict(choices).get(about, ""),
        "shows_open": request.GET.get("show") == "open",
        "form": CommentForm(choices, initial={"about": about or WHOLE}),
        **_sharing(found),
        **more,
    }
    return render(request, TEMPLATE, context, status=status)
