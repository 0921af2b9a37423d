"""A small question that shows whether the server answers, as which model, how fast, and in which form."""

import time
from dataclasses import dataclass

from pydantic import BaseModel

from interviews.drafts import Call
from interviews.engines.base import EngineError
from interviews.engines.openai_schema import parsed
from interviews.engines.openai_wire import Request, Server

SECONDS = 60.0
# Room for a model that thinks before it answers.
TOKENS = 2_000


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
    question = "This is a test of the connection. Answer with one JSON object: its field colour is the colour of grass."
    request = Request(({"role": "user", "content": question},), Ready, TOKENS)
    began = time.monotonic()
    reply = server.within(request, min(call.deadline or began + SECONDS, began + SECONDS), call)
    seconds = time.monotonic() - began
    answer, _ = parsed(reply.text, Ready)
    said = f"{server.settings.shown_url} answered in {seconds:.1f} s as {reply.model}"
    if answer is None:
        raise EngineError(
            f"{said}, but not in the form that plans need (it wrote: “{reply.text[:80]}”). Set OPENAI_MODEL to a model "
            "that can answer in JSON.",
            permanent=True,
        )
    form = "It keeps to a schema." if server.takes_schemas else "It takes no schema; more answers are asked for twice."
    return Connected(reply.model, seconds, f"{said}. {form}")
