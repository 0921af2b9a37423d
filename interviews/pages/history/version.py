"""A plan as it was at some version, to read; and bringing it back."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from interviews import access
from interviews.edits.refusals import EditRefused
from interviews.models import Interview, Revision, as_it_was
from interviews.pages.guard import signed_in
from interviews.pages.history.page import name_of
from interviews.pages.plan.answers import answer_edit
from interviews.pages.plan.context import plan_context
from interviews.pages.plan.refusing import refuse
from interviews.pages.plan.writing import Writing
from interviews.services.editing import by_person
from interviews.services.versions import restore


@require_GET
@signed_in
def version(request: HttpRequest, identifier: int, number: int) -> HttpResponse:
    """The plan after the change set with this number, read-only."""
    found = access.interview(request, identifier)
    revision = Revision.objects.filter(interview=found, number=number).select_related("created_by").first()
    then = found.at(str(number))
    if revision is None or then is None:
        raise Http404(_("The history has no such version."))
    plan, record = then
    old = as_it_was(found, plan, replace(record, status=_was(revision)))
    context = plan_context(request, old)
    shown = {"may_restore": context["membership"].may_edit, "may_edit": False, "writing": Writing(old)}
    about = {"revision": revision, "who": name_of(revision), "now": found}
    return render(request, "interviews/plan.html", context | shown | about)


def _was(revision: Revision) -> Interview.Status:
    """What the plan was at a change set: all but what was published was a draft then."""
    is_published = revision.kind == Revision.Kind.PUBLISHED
    return Interview.Status.PUBLISHED if is_published else Interview.Status.DRAFT


@require_POST
@signed_in
def restore_version(request: HttpRequest, identifier: int, number: int) -> HttpResponse:
    """Makes the plan what it was at a version, as a new version."""
    found = access.interview(request, identifier, change=True)
    try:
        edited = restore(found, number, by=by_person(access.person(request)))
    except EditRefused as error:
        return refuse(request, found, error)
    if not edited.changes:
        messages.info(request, _("The plan already is as it was at version %(number)d.") % {"number": number})
        return redirect("interview", found.pk)
    return answer_edit(request, edited, _("Version %(number)d is restored, as a new version.") % {"number": number})
