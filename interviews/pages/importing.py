"""Making an interview of an exported plan."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from interviews.access import current_membership, person
from interviews.exports.incoming import FileError
from interviews.forms import ImportForm
from interviews.models import Membership
from interviews.pages.guard import signed_in
from interviews.services.editing import by_person
from interviews.services.importing import import_plan


@require_http_methods(["GET", "POST"])
@signed_in
def import_interview(request: HttpRequest) -> HttpResponse:
    """The form for a file or its text; sent, it becomes a draft, or comes back with what is wrong line by line."""
    membership = current_membership(request)
    if not membership.may_edit:
        raise PermissionDenied(_("You may read this team's interviews. An owner or editor of the team can import."))
    if request.method == "GET":
        return _page(request, membership, ImportForm())
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, membership, form, status=422)
    try:
        made = import_plan(membership.team, form.content, by=by_person(person(request)))
    except FileError as error:
        return _refused(request, membership, form, error)
    messages.success(request, _("Imported as a new draft."))
    for notice in made.notices:
        messages.info(request, notice)
    return redirect("interview", made.interview.pk)


def _refused(request: HttpRequest, membership: Membership, form: ImportForm, error: FileError) -> HttpResponse:
    """What was sent comes back as text where it is text, so that it can be mended where it is."""
    return _page(request, membership, ImportForm.to_mend(form), status=422, problems=error.problems, name=form.name)


def _page(
    request: HttpRequest, membership: Membership, form: ImportForm, *, status: int = 200, **more: object
) -> HttpResponse:
    context = {"form": form, "team": membership.team, **more}
    return render(request, "interviews/import.html", context, status=status)
