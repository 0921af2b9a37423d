"""The key gate: every call names an API key in the header `apiKey`."""

from typing import Any

from django.http import HttpRequest
from ninja.errors import AuthenticationError, HttpError
from ninja.security import APIKeyHeader
from ninja.throttling import SimpleRateThrottle

from interviews.api.idempotency import is_known
from interviews.drafts.about import also
from interviews.models import ApiKey

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class KeyAuth(APIKeyHeader):
    """401 without a usable key, 403 when a read-only key tries to write."""

    param_name = "apiKey"

    def authenticate(self, request: HttpRequest, key: str | None) -> ApiKey:
        """The key of the request."""
        found = ApiKey.objects.find(key) if key else None
        if found is None:
            raise AuthenticationError
        also(team=found.team.slug)
        if found.read_only and request.method not in SAFE_METHODS:
            raise HttpError(403, "This API key is read-only")
        found.touch()
        return found


class GenerationThrottle(SimpleRateThrottle):
    """Bounds how many plans one key may ask for in a minute; counts hold over processes (database cache).

    Who asks for the same job again is let through."""

    def __init__(self) -> None:
        super().__init__("600/min")

    def get_cache_key(self, request: HttpRequest) -> str | None:
        """One count for each key; none where no job is started."""
        key = key_of(request)
        return None if is_known(request, key.team) else f"generate-{key.pk}"


def key_of(request: Any) -> ApiKey:
    """The key that `KeyAuth` found."""
    key = request.auth
    assert isinstance(key, ApiKey)  # noqa: S101
    return key
