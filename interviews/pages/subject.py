"""Which job and team a request is about, for the lines of the log."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from interviews.drafts.about import about, subject


def one_subject(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: what is told in a request ends with it. Django tells of errors after that, so it stays on it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with about():
            response = get_response(request)
            request.subject = subject()  # type: ignore[attr-defined]
        return response

    return middleware
