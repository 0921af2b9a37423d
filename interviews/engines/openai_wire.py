"""One request to an OpenAI-compatible server: Chat Completions, read within its time, with what the server can do."""

import json
import threading
import time
from dataclasses import dataclass, field
from typing import Any, Literal

import httpx2
import openai
from pydantic import BaseModel, ValidationError

from interviews.drafts import Usage
from interviews.engines.openai_errors import Fault, Trouble, explained, unreachable
from interviews.engines.openai_prices import cost
from interviews.engines.openai_settings import NO_KEY, OpenAISettings

CONNECT_SECONDS = 10.0
MOST_BYTES = 8_000_000
FORMATS: tuple[Literal["json_schema", "json_object", "text"], ...] = ("json_schema", "json_object", "text")
TOKEN_PARAMETERS = ("max_completion_tokens", "max_tokens", "")

Message = dict[str, str]


@dataclass(frozen=True)
class Request:
    """What is asked: messages, the schema of the answer, and the most tokens it may have.

    `form` is the first of FORMATS that may be used: a later one after an answer that ignored the schema."""

    messages: tuple[Message, ...]
    name: str
    schema: dict[str, Any] = field(hash=False)
    tokens: int
    form: int = 0


class Reply(BaseModel):
    """An answer as it is kept: what the model said, why it stopped, and what that cost."""

    text: str = ""
    refusal: str = ""
    finish: str = ""
    usage: Usage = Usage()


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Cached(BaseModel):
    cached_tokens: int | None = None


class _Tokens(BaseModel):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    prompt_tokens_details: _Cached | None = None


class _Completion(BaseModel):
    choices: list[_Choice]
    usage: _Tokens | None = None


class Server:
    """A configured server. It remembers which forms of a request were refused, and is safe to share between threads.

    `places` are the requests that it may be asked at once."""

    def __init__(self, settings: OpenAISettings) -> None:
        settings.complain()
        self.settings = settings
        self._form = self._parameter = 0
        self.places = threading.BoundedSemaphore(settings.concurrency)
        self._client = openai.OpenAI(
            api_key=settings.api_key or NO_KEY,
            base_url=settings.url,
            max_retries=0,
            timeout=settings.call_seconds,
        )

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
        name = TOKEN_PARAMETERS[parameter]
        if name and fault.refuses_tokens(name):
            self._parameter = max(self._parameter, parameter + 1)
            return True
        if form + 1 < len(FORMATS) and fault.refuses_format():
            self._form = max(self._form, form + 1)
            return True
        return False

    def _body(self, request: Request, form: int, parameter: int) -> dict[str, Any]:
        messages = list(request.messages)
        body: dict[str, Any] = {"model": self.settings.model_name, "messages": messages}
        if TOKEN_PARAMETERS[parameter]:
            body[TOKEN_PARAMETERS[parameter]] = request.tokens
        if FORMATS[form] == "json_schema":
            schema = {"name": request.name, "strict": True, "schema": request.schema}
            return body | {"response_format": {"type": "json_schema", "json_schema": schema}}
        messages[-1] = {**messages[-1], "content": f"{messages[-1]['content']}\n\n{in_words(request.schema)}"}
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
        message, usage = choice.message, _usage(completion.usage or _Tokens())
        usage.cost_usd = cost(self.settings.model_name, usage)
        return Reply(
            text=message.content or "", refusal=message.refusal or "", finish=choice.finish_reason or "", usage=usage
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
