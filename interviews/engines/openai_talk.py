"""A question to the model and the talk until there is a usable answer: kept answers, limits, one repair."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from pydantic import BaseModel

from interviews.drafts import Answered, Call, Usage
from interviews.engines.base import EngineError
from interviews.engines.openai_answer import Reply
from interviews.engines.openai_budget import expected, is_within, look_at_budget
from interviews.engines.openai_errors import declined
from interviews.engines.openai_patience import NAP, Limits, Pace, look_for_cancel, patiently
from interviews.engines.openai_prompts import PROMPT_VERSION, repair
from interviews.engines.openai_schema import parsed
from interviews.engines.openai_wire import FORMATS, Message, Request, Server

MOST_REPEATED, MOST_COMPLAINTS = 12_000, 12

Shape = TypeVar("Shape", bound=BaseModel)
Result = TypeVar("Result")


@dataclass(frozen=True)
class Reading(Generic[Result]):
    """What was made of an answer: None if it is of no use, what the model should mend, whether the shape was wrong.

    `reason`: why it is of no use, for people; else they are told what the model was."""

    result: Result | None
    complaints: list[str] = field(default_factory=list)
    misshapen: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Question(Generic[Shape, Result]):
    """What to ask, the shape of the answer, the tokens it may take, and how it is read."""

    messages: tuple[Message, ...]
    shape: type[Shape]
    tokens: int
    read: Callable[[Shape], Reading[Result]]


class CutOff(EngineError):
    """An answer ended before its end, twice."""


class Talk:
    """One call of the engine: its limits, and what it has sent so far."""

    def __init__(self, server: Server, call: Call, pace: Pace) -> None:
        settings = server.settings
        self._server, self._call, self._pace = server, call, pace
        self._limits = Limits.of(call, settings.call_seconds, settings.job_seconds)
        self._turn = self._sent = 0

    def ask(self, question: Question[Shape, Result]) -> Result:
        """The best of the answer and its repair. Raises EngineError when neither is of use.

        If all were kept by an earlier attempt that could not use them either, the model is asked anew."""
        while True:
            sent = self._sent
            try:
                reading = self._asked(question)
            except CutOff:
                if self._sent > sent:
                    raise
                self._turn += 1
                continue
            if reading.result is not None:
                return reading.result
            if self._sent > sent:
                wrong = reading.reason or " ".join(reading.complaints)[:400]
                raise EngineError(
                    f"The language model gave no usable answer, even when asked again: {wrong} "
                    "Retry, set another OPENAI_MODEL, or choose the built-in engine.",
                    permanent=False,
                )
            self._turn += 1

    def _asked(self, question: Question[Shape, Result]) -> Reading[Result]:
        request = Request(question.messages, question.shape, question.tokens)
        text = self._answered(request)
        first = self._read(text, question)
        if not first.complaints:
            return first
        try:
            again = self._answered(_mending(request, text, first))
        except EngineError:
            look_for_cancel(self._call)
            if first.result is None:
                raise
            return first
        return _better(first, self._read(again, question))

    @staticmethod
    def _read(text: str, question: Question[Shape, Result]) -> Reading[Result]:
        answer, errors = parsed(text, question.shape)
        return Reading(None, errors, misshapen=True) if answer is None else question.read(answer)

    def _answered(self, request: Request) -> str:
        """The text of an answer that ended by itself. One that was cut off is asked for with twice the tokens, once."""
        reply = self._reply(request)
        if reply.finish == "length":
            reply = self._reply(replace(request, tokens=2 * request.tokens))
        if reply.refusal or reply.finish == "content_filter":
            raise EngineError(
                declined(self._server.settings.redacted(reply.refusal) or "its content filter stopped the answer"),
                permanent=True,
            )
        if reply.finish == "length":
            raise CutOff(
                "The language model's answer was cut off twice before its end. Set OPENAI_MODEL to a model that can "
                "give longer answers, or shorten the description.",
                permanent=False,
            )
        return reply.text

    def _reply(self, request: Request) -> Reply:
        key = self._key(request)
        body = self._call.kept(key)
        if body is not None:
            return Reply.model_validate_json(body)
        reply = patiently(lambda: self._attempt(request), self._call, self._limits, self._pace)
        self._sent += 1
        self._call.keep(Answered(key, reply.model_dump_json(), reply.usage, reply.model, PROMPT_VERSION))
        return reply

    def _attempt(self, request: Request) -> Reply:
        """One request, as soon as the server has a place for it and the budget room."""
        settings, places = self._server.settings, self._server.places
        likely = expected(settings, sum(len(message["content"]) for message in request.messages))
        while True:
            self._look()
            if not places.acquire(timeout=min(NAP, max(0.0, self._limits.left()))):
                continue
            try:
                self._look()
                if self._call.admit(likely, lambda used: is_within(settings, used)):
                    return self._held(request, likely)
            finally:
                places.release()
            self._pace.sleep(NAP / 5)

    def _held(self, request: Request, likely: Usage) -> Reply:
        try:
            return self._server.within(request, self._limits.until(), self._call)
        finally:
            self._call.release(likely)

    def _look(self) -> None:
        """Raises Stopped after a cancel or when the budget is used, EngineError after the deadline."""
        look_for_cancel(self._call)
        look_at_budget(self._server.settings, self._call)
        if self._limits.left() <= 0:
            raise self._limits.over("Other requests kept every place at the server; raise HIRING_LLM_CONCURRENCY.")

    def _key(self, request: Request) -> str:
        """The digest of what decides an answer: model, messages, schema, tokens, and which time it is asked."""
        schema = request.schema(limits=True)
        asked = [self._server.settings.model_name, request.messages, schema, request.tokens, self._turn]
        return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def _mending(request: Request, text: str, reading: Reading[Result]) -> Request:
    """The talk so far and what to mend. After an answer that ignored the schema, the schema is told in words."""
    turns = (
        *request.messages,
        {"role": "assistant", "content": text[:MOST_REPEATED] or "(nothing)"},
        {"role": "user", "content": repair(reading.complaints[:MOST_COMPLAINTS])},
    )
    return replace(request, messages=turns, form=FORMATS.index("json_object") if reading.misshapen else 0)


def _better(first: Reading[Result], second: Reading[Result]) -> Reading[Result]:
    """The reading that can be used; of two, the one with fewer complaints."""
    if second.result is None:
        return first if first.result is not None else second
    if first.result is None:
        return second
    return second if len(second.complaints) <= len(first.complaints) else first
