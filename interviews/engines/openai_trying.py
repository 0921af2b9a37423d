"""A small question that shows whether the server answers, as which model, how fast, and in which form."""

import secrets
import time
from dataclasses import dataclass

from pydantic import BaseModel

from interviews.drafts import Call
from interviews.engines.base import EngineError
from interviews.engines.openai_answer import Reply
from interviews.engines.openai_errors import declined
from interviews.engines.openai_prompts import filled_in
from interviews.engines.openai_schema import parsed
from interviews.engines.openai_wire import Message, Request, Server

MOST_SECONDS = 150.0
# Room for a model that thinks before it answers.
TOKENS = 2_000
MOST_CHARACTERS_A_TOKEN = 8


class Ready(BaseModel):
    """What the model is asked to say."""

    colour: str


@dataclass(frozen=True)
class Connected:
    """How a try went: the model that answered, the seconds it took, and a sentence for people."""

    model: str
    seconds: float
    message: str


def try_out(server: Server, call: Call) -> Connected:
    """Asks once, without trying again. Raises EngineError with what is wrong."""
    request = Request(_messages(), Ready, TOKENS)
    began = time.monotonic()
    until = began + min(server.settings.call_seconds, MOST_SECONDS)
    reply = server.within(request, until if call.deadline is None else min(until, call.deadline), call)
    if reply.refusal:
        raise EngineError(declined(server.settings.redacted(reply.refusal)), permanent=True)
    seconds = time.monotonic() - began
    answer, _ = parsed(reply.text, Ready)
    said = f"{server.settings.shown_url} answered in {seconds:.1f} s as {reply.model}"
    if answer is None:
        wrote = server.settings.redacted(reply.text)[:80]
        raise EngineError(
            f"{said}, but not in the form that plans need (it wrote: “{wrote}”). Set OPENAI_MODEL to a model that can "
            "answer in JSON.",
            permanent=True,
        )
    form = "It keeps to a schema." if server.takes_schemas else "It takes no schema; more answers are asked for twice."
    return Connected(reply.model, seconds, f"{said}. {form}{_cut(request, reply)}")


def _messages() -> tuple[Message, ...]:
    """A prompt as long as those of a job, and never the same twice: a server that remembers reads it all the same."""
    ask = "This is a test of the connection. Answer with one JSON object: its field colour is the colour of grass."
    rules = filled_in("rules")
    return (
        {"role": "system", "content": f"Test {secrets.token_hex(4)}\n\n{rules}"},
        {"role": "user", "content": f"{rules}\n\n{ask}"},
    )


def _cut(request: Request, reply: Reply) -> str:
    """What to say when the server counts far fewer tokens than it was sent: some cut a long prompt without a word."""
    characters = sum(len(message["content"]) for message in request.messages)
    read, least = reply.usage.prompt_tokens, characters // MOST_CHARACTERS_A_TOKEN
    if not read or read >= least:
        return ""
    return (
        f" But it says that it read {read:,} tokens of a prompt of at least {least:,}: its context may be too short. "
        "Give it 16,384 tokens or more (Ollama: OLLAMA_CONTEXT_LENGTH)."
    )
