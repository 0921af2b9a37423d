"""One request to an OpenAI-compatible server: Chat Completions, read within its time, with what the server can do."""

import json
import threading
import time
import weakref
from dataclasses import dataclass
from typing import Any

import httpx2
import openai
from pydantic import BaseModel

from interviews.drafts import Call, LanguageModel
from interviews.engines.openai_answer import Reply, reply_of
from interviews.engines.openai_client import TooMuch, client
from interviews.engines.openai_errors import Fault, explained, late, too_much, unreachable
from interviews.engines.openai_patience import within
from interviews.engines.openai_schema import strict

CONNECT_SECONDS = 10.0
# What the client is given to notice by itself that its time is over, and say so more exactly.
GRACE_SECONDS = 0.25
# How the schema is told, the strictest way first: with limits of length, which not every server takes, and without.
FORMATS = ("json_schema with limits", "json_schema", "json_object", "text")
# OpenAI takes the new name alone; some servers know the old one alone and ignore the other without a word.
OWN_TOKENS: tuple[tuple[str, ...], ...] = (("max_completion_tokens",), ("max_tokens",), ())
OTHER_TOKENS = (("max_completion_tokens", "max_tokens"), ("max_tokens",), ("max_completion_tokens",), ())

Message = dict[str, str]


@dataclass(frozen=True)
class Request:
    """What is asked: messages, the shape of the answer, and the most tokens it may have.

    `form` is the first of FORMATS that may be used: a later one after an answer that ignored the schema."""

    messages: tuple[Message, ...]
    shape: type[BaseModel]
    tokens: int
    form: int = 0

    def schema(self, *, limits: bool) -> dict[str, Any]:
        """The strict schema of the answer."""
        return strict(self.shape, limits=limits)


class Server:
    """A configured server. It remembers which forms of a request were refused, and is safe to share between threads.

    `places` are the requests that it may be asked at once."""

    def __init__(self, settings: LanguageModel) -> None:
        self.settings = settings
        self._form, self._parameter = int(settings.is_openai), 0
        self._token_names = OWN_TOKENS if settings.is_openai else OTHER_TOKENS
        self.places = threading.BoundedSemaphore(settings.concurrency)
        self._client = client(settings)
        self._closing = weakref.finalize(self, self._client.close)

    def close(self) -> None:
        """Closes its connections; one that nobody holds any more does so by itself."""
        self._closing()

    @property
    def takes_schemas(self) -> bool:
        """Whether no refusal has shown yet that it does not."""
        return FORMATS[self._form].startswith("json_schema")

    def first_body(self, request: Request) -> dict[str, Any]:
        """What is sent first for a request, before any refusal."""
        return self._body(request, max(self._form, request.form), self._parameter)

    def within(self, request: Request, until: float, call: Call) -> Reply:
        """The server's answer. Raises Trouble when none came until that monotonic moment, Stopped after a cancel."""
        return within(lambda: self.complete(request, until), until + GRACE_SECONDS, call, late(self.settings))

    def complete(self, request: Request, until: float) -> Reply:
        """The server's answer, in a form that it takes. Raises Trouble when none came until that monotonic moment."""
        plainest = request.form
        while True:
            form, parameter = max(self._form, plainest), self._parameter
            try:
                body = self._posted(self._body(request, form, parameter), until)
            except openai.APIStatusError as error:
                fault = Fault.of(error)
                if self._changes_tokens(fault, parameter):
                    continue
                if form + 1 == len(FORMATS) or not fault.refuses_format():
                    raise explained(fault, self.settings) from error
                self._steps_down(form)
                plainest = form + 1
            else:
                return reply_of(body, self.settings)

    def _changes_tokens(self, fault: Fault, parameter: int) -> bool:
        """Whether another way of limiting tokens is left to try; later requests begin with it."""
        names = self._token_names[parameter]
        if names and fault.refuses_size():
            self._parameter = len(self._token_names) - 1
        elif names and fault.refuses_tokens(names):
            self._parameter = max(self._parameter, parameter + 1)
        else:
            return False
        return True

    def _steps_down(self, form: int) -> None:
        """Remembers that a form was refused: later requests begin with the next.

        What is refused to a repair, which begins with a plainer form, says nothing of the stricter ones."""
        if form == self._form:
            self._form = form + 1

    def _body(self, request: Request, form: int, parameter: int) -> dict[str, Any]:
        messages = list(request.messages)
        body: dict[str, Any] = {"model": self.settings.model_name, "messages": messages}
        body |= dict.fromkeys(self._token_names[parameter], request.tokens)
        if self.settings.is_router:
            body["extra_body"] = {"provider": {"require_parameters": True}}
        if FORMATS[form].startswith("json_schema"):
            schema = request.schema(limits=FORMATS[form] == "json_schema with limits")
            named = {"name": request.shape.__name__.lower(), "strict": True, "schema": schema}
            return body | {"response_format": {"type": "json_schema", "json_schema": named}}
        told = in_words(request.schema(limits=False))
        messages[-1] = {**messages[-1], "content": f"{messages[-1]['content']}\n\n{told}"}
        return body | ({"response_format": {"type": "json_object"}} if FORMATS[form] == "json_object" else {})

    def _posted(self, body: dict[str, Any], until: float) -> bytes:
        """The body of a good answer. Read in pieces, since a server that trickles never runs into a read timeout."""
        create: Any = self._client.chat.completions.with_streaming_response.create
        read = bytearray()
        try:
            with create(**body, timeout=_timeout(until)) as response:
                for piece in response.iter_bytes():
                    read += piece
                    if time.monotonic() > until:
                        raise httpx2.ReadTimeout("the answer trickled past its time")
        except TooMuch as error:
            raise too_much(self.settings) from error
        except (openai.APIConnectionError, httpx2.RequestError) as error:
            if isinstance(error.__cause__, TooMuch):
                raise too_much(self.settings) from error
            raise unreachable(error, self.settings) from error
        return bytes(read)


def _timeout(until: float) -> openai.Timeout:
    seconds = max(0.001, until - time.monotonic())
    return openai.Timeout(seconds, connect=min(CONNECT_SECONDS, seconds))


def in_words(schema: dict[str, Any]) -> str:
    """A schema for servers that cannot be given one."""
    return f"Answer with one JSON object and nothing else. It follows this JSON schema:\n{json.dumps(schema)}"
