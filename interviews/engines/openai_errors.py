"""What went wrong at the server, said in a sentence that tells what to do, and whether trying again can help."""

import email.utils
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx2
import openai

from interviews.drafts import LanguageModel, normalise
from interviews.engines.base import EngineError

NO_CREDIT = {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "insufficient_credits"}
TOO_LONG = {"context_length_exceeded", "exceed_context_size_error", "string_above_max_length"}
PASSING = {408, 409, 425, 429}
MOST_REASON = 300
# Longer than any job waits: a server that asks for more has said no.
LONGEST_WAIT = 1_000_000.0
_TOO_LONG = re.compile(
    r"(?:maximum|available|exceeds? the) context|context (?:length|size|window)|prompt is too long|request too large",
    re.I,
)
_NO_JSON_SCHEMA = re.compile(
    r"response_format|json_schema|json_object|structured.output|guided|grammar|schema|extra (?:fields|inputs)"
    r"|\bstrict\b",
    re.I,
)
# A server that broke down over the form says so more exactly than one whose database misses a schema.
_BROKE_OVER_FORM = re.compile(r"response_format|json_schema|json_object|grammar", re.I)


class Trouble(EngineError):
    """An attempt failed. `wait` is what the server asked for, in seconds; `short` what it did, for the log."""

    def __init__(self, message: str, *, permanent: bool, wait: float | None = None, short: str = "failed") -> None:
        super().__init__(message, permanent=permanent)
        self.wait, self.short = wait, short


@dataclass(frozen=True)
class Fault:
    """What a server said was wrong, by status or in the body of a 200."""

    status: int
    code: str
    reason: str
    headers: Mapping[str, str]

    @classmethod
    def of(cls, error: openai.APIStatusError) -> "Fault":
        """What a refused request says."""
        return cls.from_body(error.status_code, error.body, error.response.headers)

    @classmethod
    def from_body(cls, status: int, body: Any, headers: Mapping[str, str]) -> "Fault":
        """What an `error` object says, or a body that is only a text."""
        error = body.get("error", body) if isinstance(body, dict) else body
        error = error if isinstance(error, dict) else {"message": error}
        code, kind = str(error.get("code") or ""), str(error.get("type") or "")
        if status == 200 and re.fullmatch(r"[1-5][0-9]{2}", code):
            status = int(code)
        known = kind if kind in NO_CREDIT | TOO_LONG else code or kind
        return cls(
            status, known, " ".join(normalise(str(error.get("message") or error.get("detail") or "")).split()), headers
        )

    def refuses_tokens(self, parameters: tuple[str, ...]) -> bool:
        """Whether the name of the token limit is what is refused."""
        return self.status in {400, 422} and any(name in self.reason for name in parameters)

    def refuses_size(self) -> bool:
        """Whether the token limit is too large beside a short context."""
        too_large = "in the completion" in self.reason or "is too large" in self.reason
        return self.status in {400, 422} and too_large and self.code not in TOO_LONG

    def says_too_long(self) -> bool:
        """Whether the prompt is what is too long, by code or in words; some servers say so in a 200."""
        in_words = self.status in {200, 400, 429} and bool(_TOO_LONG.search(self.reason))
        return self.code in TOO_LONG or self.status == 413 or in_words

    def refuses_format(self) -> bool:
        """Whether the wanted form of the answer is what is refused."""
        told = _BROKE_OVER_FORM if self.status >= 500 else _NO_JSON_SCHEMA
        return self.status in {400, 404, 422, 500, 501} and bool(told.search(self.reason))


def explained(fault: Fault, settings: LanguageModel) -> Trouble:
    """A fault as a sentence for people."""
    server = settings.shown_url
    permanent = _permanent(fault, settings)
    if permanent:
        return Trouble(permanent, permanent=True)
    if fault.status == 429:
        message = (
            f"The language-model server at {server} asked to slow down and did not recover in time. "
            "Retry in a few minutes, or lower HIRING_LLM_CONCURRENCY."
        )
        return Trouble(message, permanent=False, wait=retry_after(fault.headers), short="asked to slow down")
    if fault.status in PASSING or fault.status >= 500 or fault.status == 200:
        shown = "an error in place of an answer" if fault.status == 200 else f"error {fault.status}"
        said = f"{shown}{_quoted(fault, settings)}"
        message = f"The language-model server at {server} answered with {said}. Retry in a few minutes."
        return Trouble(message, permanent=False, wait=retry_after(fault.headers), short=f"answered with {shown}")
    message = (
        f"The language-model server at {server} refused the request ({fault.status}){_quoted(fault, settings)}. "
        "Check OPENAI_MODEL and the server's settings, or choose the built-in engine."
    )
    return Trouble(message, permanent=True)


def _permanent(fault: Fault, settings: LanguageModel) -> str:
    """The sentence for a fault that only a person can end, else an empty one."""
    server, model = settings.shown_url, settings.model_name
    if fault.code in NO_CREDIT or fault.status == 402:
        return (
            f"The account at {server} has no credit left. Add credit or raise its limit at the provider, "
            "or choose the built-in engine."
        )
    if fault.status == 401 or fault.code == "invalid_api_key":
        return f"The server at {server} refused the key. Check OPENAI_API_KEY and that it belongs to this server."
    if fault.status == 403:
        return (
            f"The key may not use the model {model} at {server}{_quoted(fault, settings)}. Allow it at the provider, "
            "or set another OPENAI_MODEL."
        )
    if fault.says_too_long():
        return (
            f"The description is too long for the model {model}. Shorten it, or set OPENAI_MODEL to a model "
            "with a longer context."
        )
    if fault.status == 404 or fault.code == "model_not_found":
        return (
            f"{server} does not know the model {model}, or has no such address{_quoted(fault, settings)}. "
            "Check OPENAI_MODEL, and OPENAI_BASE_URL, which usually ends in /v1."
        )
    if 300 <= fault.status < 400:
        return (
            f"The server at {server} sends requests on to another address, and descriptions go to no address that you "
            "did not name. Set OPENAI_BASE_URL to the final one."
        )
    if fault.code == "content_filter":
        return declined("its content filter stopped the request")
    return ""


def declined(reason: str) -> str:
    """The sentence for a model that will not answer."""
    shown = " ".join(reason.split())[:MOST_REASON].rstrip(".")
    return f"The language model declined to answer: {shown}. Change the description, or choose the built-in engine."


def _quoted(fault: Fault, settings: LanguageModel) -> str:
    reason = settings.redacted(fault.reason)
    if not reason or "<" in reason[:20]:
        return ""
    return f': "{reason[:MOST_REASON].rstrip(".")}"'


def unreachable(error: openai.APIConnectionError | httpx2.RequestError, settings: LanguageModel) -> Trouble:
    """The sentence for a server that gave no answer at all."""
    if isinstance(error, (openai.APITimeoutError, httpx2.TimeoutException)):
        return late(settings)
    message = (
        f"No language-model server answers at {settings.shown_url}. Start it, or correct OPENAI_BASE_URL; "
        "then retry, or choose the built-in engine."
    )
    return Trouble(message, permanent=False, short="could not be reached")


def too_much(settings: LanguageModel) -> Trouble:
    """The sentence for a server whose answer has no end."""
    return Trouble(
        f"The server at {settings.shown_url} sent more than an answer can be, or sent it compressed. Check "
        "OPENAI_BASE_URL, which usually ends in /v1.",
        permanent=True,
    )


def late(settings: LanguageModel) -> Trouble:
    """The sentence for a server that gave no whole answer in time."""
    message = (
        f"The language-model server at {settings.shown_url} did not answer in time. Retry; if it happens again, "
        "raise HIRING_LLM_CALL_SECONDS or set a faster OPENAI_MODEL."
    )
    return Trouble(message, permanent=False, short="did not answer in time")


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The seconds a server asks to wait (RFC 9110, 10.2.3: a number or a date), or None."""
    milliseconds, value = headers.get("retry-after-ms", ""), headers.get("retry-after", "")
    for text, scale in ((milliseconds, 1000), (value, 1)):
        if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", text):
            return min(float(text) / scale, LONGEST_WAIT)
    try:
        moment = email.utils.parsedate_to_datetime(value)
        return min(max(0.0, moment.timestamp() - time.time()), LONGEST_WAIT)
    except (ValueError, OverflowError, OSError):
        return None
