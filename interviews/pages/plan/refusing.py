"""The answer to an edit that was not made: a sentence that says why, and nothing that was typed is lost."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django_htmx.http import reswap

from interviews.edits.refusals import EditRefused
from interviews.models import Interview
from interviews.pages.guard import wants_fragment


def refuse(request: HttpRequest, interview: Interview, error: EditRefused) -> HttpResponse:
    """409 with the sentence: in the toast for htmx, which swaps it there by itself; as a message without script."""
    if not wants_fragment(request):
        messages.error(request, str(error))
        return redirect("interview", interview.pk)
    context = {"interview": interview, "toast": {"said": str(error), "is_refusal": True}, "oob": True}
    return reswap(render(request, "interviews/plan/toast.html", context, status=409), "none")
