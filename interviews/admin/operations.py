"""The operations page: how the product is doing at this moment, for staff who may see jobs."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from django_htmx.http import HttpResponseClientRefresh

from interviews.services.operations import read_operations


@require_GET
def operations(request: HttpRequest) -> HttpResponse:
    """The page, or the part of it that htmx asks for every few seconds.

    Who is signed out meanwhile gets the whole page anew, and so the way to sign in."""
    if _asks_for_part(request) and not admin.site.has_permission(request):
        answer: HttpResponse = HttpResponseClientRefresh()
        return answer
    return admin.site.admin_view(_operations)(request)


def _operations(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("interviews.view_job"):
        raise PermissionDenied("You may not see jobs. Ask an administrator for the permission.")
    now = read_operations()
    if _asks_for_part(request):
        return TemplateResponse(request, "admin/operations.html#operations", {"now": now})
    context = {**admin.site.each_context(request), "title": _("Operations"), "now": now}
    return TemplateResponse(request, "admin/operations.html", context)


def _asks_for_part(request: HttpRequest) -> bool:
    htmx = getattr(request, "htmx", None)
    return htmx is not None and bool(htmx) and not htmx.history_restore_request
