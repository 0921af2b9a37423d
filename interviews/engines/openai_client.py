"""The HTTP client for a language-model server: nothing compressed, nothing endless, nowhere else."""

from collections.abc import Iterator

import httpx2
import openai

from interviews.drafts import LanguageModel
from interviews.drafts.language_model import NO_KEY

MOST_BYTES = 8_000_000


class TooMuch(httpx2.RequestError):
    """A server sent more than an answer can be."""


class _Bounded(httpx2.SyncByteStream):
    """A stream that ends in an error once it is too long."""

    def __init__(self, stream: httpx2.SyncByteStream) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        read = 0
        for piece in self._stream:
            read += len(piece)
            if read > MOST_BYTES:
                raise TooMuch("more than an answer can be")
            yield piece

    def close(self) -> None:
        self._stream.close()


def _bound(response: httpx2.Response) -> None:
    """Holds every answer, errors too, to a size. A compressed one could be any size once it is unpacked."""
    if response.headers.get("content-encoding", "identity") != "identity":
        raise TooMuch("compressed although it was asked not to be")
    if isinstance(response.stream, httpx2.SyncByteStream):
        response.stream = _Bounded(response.stream)


def client(settings: LanguageModel) -> openai.OpenAI:
    """A client without retries of its own; a redirect is an answer, so that no description goes to another host."""
    return openai.OpenAI(
        api_key=settings.api_key or NO_KEY,
        base_url=settings.url,
        max_retries=0,
        timeout=settings.call_seconds,
        default_headers={"Accept-Encoding": "identity"},
        http_client=openai.DefaultHttpx2Client(follow_redirects=False, event_hooks={"response": [_bound]}),
    )
