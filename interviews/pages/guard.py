"""The door of every page: who is not signed in is sent to sign in; who is reads in their own time zone and language."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode, urlsplit
from zoneinfo import ZoneInfo

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from interviews.access import person
from interviews.pages.typed import keep_typed

View = Callable[..., HttpResponse]


def signed_in(view: View) -> View:
    """A page for people who are signed in.

    A fragment's request is sent to the sign-in page as a whole page, unless it names parts of the page that are to be
    kept (the header X-Kept): it gets 401 then, and the page stays with what is typed in it."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return to_sign_in(request)
        reader = person(request)
        with timezone.override(ZoneInfo(reader.time_zone)), translation.override(reader.language):
            response = view(request, *args, **kwargs)
        patch_vary_headers(response, ["HX-Request"])
        return response

    return page


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page; on its way back through history it asks for the whole."""
    htmx = getattr(request, "htmx", None)
    return htmx is not None and bool(htmx) and not htmx.history_restore_request


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """The way to sign in, and back again. What was sent without script is kept where its form can show it again."""
    if not wants_fragment(request):
        is_back_here = request.method == "GET" or keep_typed(request)
        return redirect_to_login(request.get_full_path() if is_back_here else _page_seen(request, "Referer"))
    if "X-Kept" in request.headers:
        return HttpResponse(_("You are signed out. Sign in in another tab, then try again."), status=401)
    back = _page_seen(request, "HX-Current-URL")
    answer: HttpResponse = HttpResponseClientRedirect(f"{reverse('account_login')}?{urlencode({'next': back})}")
    return answer


def _page_seen(request: HttpRequest, header: str) -> str:
    """The page that the person was on, as a header tells: what was sent there cannot be sent again by an address."""
    try:
        seen = urlsplit(request.headers.get(header, ""))
    except ValueError:
        return "/"
    back = seen.path + (f"?{seen.query}" if seen.query else "")
    is_here = seen.netloc == request.get_host() and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return back if is_here else "/"
