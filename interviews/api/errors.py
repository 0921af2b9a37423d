"""Every error under /api/ is a flat `{"error": "..."}`."""

import logging
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled

logger = logging.getLogger(__name__)

PREFIX = "/api/"
_SENTENCES = {
    400: "The request cannot be read",
    403: "This is not allowed",
    404: "Not found",
    405: "Method not allowed",
    413: "The body is larger than 1 MB",
    429: "Too many requests; try again later",
    500: "Something failed here; try again later",
}


def described(sentence: str) -> dict[str, Any]:
    """What the explorer shows of an error answer."""
    shape = {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}
    return {"description": sentence, "content": {"application/json": {"schema": shape}}}


def flat(status: int, sentence: str) -> JsonResponse:
    """One error answer."""
    return JsonResponse({"error": sentence}, status=status)


def add_handlers(api: NinjaAPI) -> None:
    """Makes django-ninja answer its errors flat."""

    @api.exception_handler(AuthenticationError)
    def unknown_key(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        return flat(401, "Invalid API key")

    @api.exception_handler(Throttled)
    def too_many(request: HttpRequest, error: Throttled) -> HttpResponse:
        answer = flat(429, _SENTENCES[429])
        answer["Retry-After"] = str(max(1, round(error.wait or 1)))
        return answer

    @api.exception_handler(HttpError)
    def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
        return flat(error.status_code, error.message)

    @api.exception_handler(Exception)
    def broken(request: HttpRequest, error: Exception) -> HttpResponse:
        logger.error("a request failed", exc_info=error, extra={"request": request})
        return flat(500, _SENTENCES[500])


def flat_errors(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: what Django itself answers under /api/ (404, 405, 500 ...) is flat JSON as well."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not request.path.startswith(PREFIX) or response.status_code < 400:
            return response
        if response.get("Content-Type", "").startswith("application/json"):
            return response
        answer = flat(response.status_code, _SENTENCES.get(response.status_code, "The request failed"))
        if "Allow" in response:
            answer["Allow"] = response["Allow"]
        return answer

    return middleware
