"""An interview as files: the list of formats, and each file."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from interviews import access
from interviews.exports import FORMATS, ExportError
from interviews.pages.guard import signed_in
from interviews.services.exporting import NoSuchVersion, export_interview, is_version


@require_GET
@signed_in
def export_page(request: HttpRequest, identifier: int) -> HttpResponse:
    """Every format with what it is for. `?version=draft` lists the files of the draft beside a published version."""
    found = access.interview(request, identifier)
    published = found.published_revision
    is_draft = published is None or request.GET.get("version") == "draft"
    context = {
        "interview": found,
        "team": found.team,
        "formats": [(name, _(one.label), _(one.purpose)) for name, one in FORMATS.items()],
        "published": published,
        "is_draft": is_draft,
        "query": "?version=draft" if published is not None and is_draft else "",
    }
    return render(request, "interviews/export.html", context)


@require_GET
@signed_in
def export_file(request: HttpRequest, identifier: int, name: str) -> HttpResponse:
    """One file, to be saved under a name that says what it is."""
    found = access.interview(request, identifier)
    version = request.GET.get("version", "")
    if name not in FORMATS or not is_version(version):
        raise Http404
    try:
        file = export_interview(found, name, version)
    except NoSuchVersion:
        raise Http404 from None
    except ExportError as error:
        messages.error(request, str(error))
        return redirect("export", found.pk)
    answer = HttpResponse(file.content, content_type=file.content_type)
    answer["Content-Disposition"] = content_disposition_header(True, file.name)
    return answer
