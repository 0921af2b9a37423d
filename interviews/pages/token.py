"""The sign that a form came from here, for a page that was open while its person signed in anew."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.views.csrf import csrf_failure
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from interviews.pages.guard import to_sign_in, wants_fragment
from interviews.pages.typed import keep_typed


@require_GET
@never_cache
def token(request: HttpRequest) -> HttpResponse:
    """The token that a form has to carry now, and the id of who is signed in (null: nobody)."""
    person = request.user.pk if request.user.is_authenticated else None
    return JsonResponse({"token": get_token(request), "person": person})


def too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What a form gets that does not carry the token: refused, but shown again where it can be."""
    if wants_fragment(request) or not request.COOKIES or not keep_typed(request):
        return csrf_failure(request, reason=reason)
    return redirect(request.path) if request.user.is_authenticated else to_sign_in(request)
