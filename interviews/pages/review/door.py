"""The door of the page that a link opens: who has the link comes in, and nothing else of the site is behind it."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.debug import sensitive_post_parameters

from interviews.drafts.about import also
from interviews.models import ReviewLink, Tally
from interviews.pages.guard import wants_fragment

# Seconds, and how much may be sent within them by one link and from one address, behind which many may sit.
WINDOW = 600
MOST_BY_LINK = 30
MOST_BY_ADDRESS = 90


def by_link(view: Callable[[HttpRequest, ReviewLink], HttpResponse]) -> Callable[[HttpRequest, str], HttpResponse]:
    """Finds the link of a secret. Whatever is wrong with it, the answer is the same, so that nobody learns what it was.

    What is behind the door is kept by no cache and no search engine, and its address is told to no other site."""

    @wraps(view)
    @sensitive_post_parameters()
    def page(request: HttpRequest, secret: str) -> HttpResponse:
        link = ReviewLink.find(secret)
        if link is None:
            response = link_over(request)
        else:
            also(team=link.team.slug)
            response = view(request, link)
        patch_cache_control(response, private=True, no_store=True)
        patch_vary_headers(response, ["HX-Request", "Cookie"])
        response["X-Robots-Tag"] = "noindex, nofollow"
        # Not no-referrer: with that browsers send forms from "null", which the check against forgery refuses.
        response["Referrer-Policy"] = "same-origin"
        return response

    return page


def link_over(request: HttpRequest) -> HttpResponse:
    """The answer to a link that opens nothing: what was sent by it is not kept, and shown so that it can be copied.

    It tells nothing of the plan. To htmx it is a conflict, put in place of the page."""
    sent = {name: str(text) for name, text in request.POST.items() if name == "note" or name.startswith("on-")}
    typed = [text for text in sent.values() if text.strip()]
    if not wants_fragment(request):
        return render(request, "review/over.html", {"typed": typed}, status=404)
    response = render(request, "review/over.html#over", {"typed": typed, "is_swapped": True}, status=409)
    response["HX-Retarget"], response["HX-Reswap"] = "#main", "innerHTML show:window:top"
    return response


def is_too_much(request: HttpRequest, link: ReviewLink) -> bool:
    """Counts something sent; True when there was too much of it by this link or from this address."""
    by_link = Tally.one_more(f"review-link-{link.pk}", WINDOW)
    by_address = Tally.one_more(f"review-from-{_address(request)}", WINDOW)
    return by_link > MOST_BY_LINK or by_address > MOST_BY_ADDRESS


def _address(request: HttpRequest) -> str:
    """Where it came from. Behind a proxy that is what the proxy itself added last: all before may be made up."""
    told = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    return (told.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", "")))[:64]
