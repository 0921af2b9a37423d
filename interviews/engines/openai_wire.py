"""One request to an OpenAI-compatible server: Chat Completions, read within its time, with what the server can do."""

import json
import threading
import time
from dataclasses import dataclass
from typing import Any

import httpx2
import openai
from pydantic import BaseModel, ValidationError

from interviews.drafts import Call, LanguageModel, Usage, normalise
from interviews.drafts.language_model import NO_KEY
from interviews.engines.openai_cost import cost
from interviews.engines.openai_errors import Fault, Trouble, explained, late, unreachable
from interviews.engines.openai_patience import within
from interviews.engines.openai_schema import strict

CONNECT_SECONDS = 10.0
# What the client is given to notice by itself that its time is over, and say so more exactly.
GRACE_SECONDS = 0.25
MOST_BYTES = 8_000_000
MOST_MODEL = 200
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


class Reply(BaseModel):
    """An answer as it is kept: what the model said, why it stopped, and what that cost."""

    text: str = ""
    refusal: str = ""
    finish: str = ""
    model: str = ""
    usage: Usage = Usage()


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None
    # Where servers with a schema and a thinking model have been seen to put the whole answer.
    reasoning_content: str | None = None
    reasoning: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None
    error: Any = None


class _Cached(BaseModel):
    cached_tokens: int | None = None
    cache_write_tokens: int | None = None


class _Tokens(BaseModel):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    prompt_tokens_details: _Cached | None = None
    # What a router says that it charged, in US dollars.
    cost: float | None = None


class _Completion(BaseModel):
    choices: list[_Choice]
    model: str | None = None
    usage: _Tokens | None = None


class Server:
    """A configured server. It remembers which forms of a request were refused, and is safe to share between threads.

    `places` are the requests that it may be asked at once."""

    def __init__(self, settings: LanguageModel) -> None:
        self.settings = settings
        self._form, self._parameter = int(settings.is_openai), 0
        self._token_names = OWN_TOKENS if settings.is_openai else OTHER_TOKENS
        self.places = threading.BoundedSemaphore(settings.concurrency)
        self._client = openai.OpenAI(
            api_key=settings.api_key or NO_KEY,
            base_url=settings.url,
            max_retries=0,
            timeout=settings.call_seconds,
        )

    def close(self) -> None:
        """Closes its connections. The engine's own servers live as long as the process."""
        self._client.close()

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
        while True:
            form, parameter = max(self._form, request.form), self._parameter
            try:
                body = self._posted(self._body(request, form, parameter), until)
            except openai.APIStatusError as error:
                fault = Fault.of(error)
                if not self._steps_down(fault, form, parameter):
                    raise explained(fault, self.settings) from error
            else:
                return self._reply(body)

    def _steps_down(self, fault: Fault, form: int, parameter: int) -> bool:
        """Whether a plainer form of the request is left to try; later requests begin with it."""
        names = self._token_names[parameter]
        if names and fault.refuses_size():
            self._parameter = len(self._token_names) - 1
            return True
        if names and fault.refuses_tokens(names):
            self._parameter = max(self._parameter, parameter + 1)
            return True
        if form + 1 < len(FORMATS) and fault.refuses_format():
            self._form = max(self._form, form + 1)
            return True
        return False

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
                    if len(read) > MOST_BYTES:
                        raise Trouble(f"{self.settings.shown_url} sent more than an answer can be.", permanent=True)
        except (openai.APIConnectionError, httpx2.RequestError) as error:
            raise unreachable(error, self.settings) from error
        return bytes(read)

    def _reply(self, body: bytes) -> Reply:
        try:
            value = json.loads(body)
        except (ValueError, RecursionError):
            raise Trouble(
                f"{self.settings.shown_url} answered with something that is not JSON. Check OPENAI_BASE_URL, "
                "which usually ends in /v1.",
                permanent=True,
            ) from None
        try:
            completion = _Completion.model_validate(value)
            choice = completion.choices[0]
        except (ValidationError, IndexError):
            raise explained(Fault.from_body(200, value, {}), self.settings) from None
        if choice.error or choice.finish_reason == "error":
            raise explained(Fault.from_body(200, choice.error or {}, {}), self.settings)
        message, tokens = choice.message, completion.usage or _Tokens()
        usage = _usage(tokens)
        details = tokens.prompt_tokens_details
        usage.cost_usd = cost(self.settings, usage, (details and details.cache_write_tokens) or 0)
        if usage.cost_usd is None and self.settings.is_router:
            usage.cost_usd = tokens.cost
        return Reply(
            text=message.content or message.reasoning_content or message.reasoning or "",
            refusal=message.refusal or "",
            finish=choice.finish_reason or "",
            model=normalise(completion.model or self.settings.model_name)[:MOST_MODEL],
            usage=usage,
        )


def _timeout(until: float) -> openai.Timeout:
    seconds = max(0.001, until - time.monotonic())
    return openai.Timeout(seconds, connect=min(CONNECT_SECONDS, seconds))


def _usage(tokens: _Tokens) -> Usage:
    cached = tokens.prompt_tokens_details.cached_tokens if tokens.prompt_tokens_details else 0
    prompt = tokens.prompt_tokens or 0
    return Usage(
        prompt_tokens=prompt,
        cached_tokens=min(cached or 0, prompt),
        completion_tokens=tokens.completion_tokens or 0,
    )


def in_words(schema: dict[str, Any]) -> str:
    """A schema for servers that cannot be given one."""
    return f"Answer with one JSON object and nothing else. It follows this JSON schema:\n{json.dumps(schema)}"
