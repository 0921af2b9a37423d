"""How the language model is configured: by environment variables alone, checked at the start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit

from interviews.drafts.prices import Price, listed

OPENAI_URL = "https://api.openai.com/v1"
DEFAULT_MODEL = "gpt-6.1-terra"
# Servers without keys still want the header; the client library refuses to start without one.
NO_KEY = "no-key"
_OWN_HOSTS = (".api.openai.com", ".openai.azure.com", ".services.ai.azure.com", ".cognitiveservices.azure.com")
_ROUTERS = (".openrouter.ai",)


class LanguageModelError(ValueError):
    """A setting is missing or malformed; the message names the variable and what it should be."""


@dataclass(frozen=True)
class LanguageModel:
    """One server, one model, and the limits that a job keeps to. Seconds and US dollars; None means no limit."""

    api_key: str = field(default="", repr=False)
    base_url: str = ""
    model: str = ""
    call_seconds: float = 120
    job_seconds: float = 600
    concurrency: int = 6
    job_tokens: int | None = None
    job_dollars: float | None = None
    price: Price | None = None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """The settings that the variables name; empty ones count as not set.

        Raises LanguageModelError for a malformed one."""
        given = {name: value.strip() for name, value in environ.items() if value.strip()}
        return cls(
            api_key=given.get("OPENAI_API_KEY", ""),
            base_url=given.get("OPENAI_BASE_URL", ""),
            model=given.get("OPENAI_MODEL", ""),
            call_seconds=_number(given, "HIRING_LLM_CALL_SECONDS", 120, 1, 3_600),
            job_seconds=_number(given, "HIRING_LLM_JOB_SECONDS", 600, 1, 86_400),
            concurrency=_whole(given, "HIRING_LLM_CONCURRENCY", 6, 1, 64),
            job_tokens=_whole(given, "HIRING_LLM_JOB_TOKENS", 0, 1_000, 100_000_000) or None,
            job_dollars=_number(given, "HIRING_LLM_JOB_DOLLARS", 0, 0.001, 100_000) or None,
            price=_price(given, "HIRING_LLM_PRICE"),
        )

    @property
    def configured(self) -> bool:
        """Whether anybody named a server or a key."""
        return bool(self.api_key or self.base_url)

    @property
    def url(self) -> str:
        """The address that is asked."""
        return self.base_url or OPENAI_URL

    @property
    def model_name(self) -> str:
        """The model that is asked."""
        return self.model or DEFAULT_MODEL

    @property
    def known_price(self) -> Price | None:
        """What a million tokens cost: as set, else as listed, else None."""
        return self.price if self.price is not None else listed(self.model_name)

    @property
    def shown_url(self) -> str:
        """The address without what may be secret in it."""
        parts = urlsplit(self.url)
        port = f":{parts.port}" if parts.port else ""
        host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
        return f"{parts.scheme}://{host}{port}{parts.path}"

    def redacted(self, text: str) -> str:
        """A text of the server's without the key, should it repeat it."""
        return text.replace(self.api_key, "…") if self.api_key else text

    @property
    def is_openai(self) -> bool:
        """Whether a server of OpenAI's answers, also behind a router: its strict schemas take no length limits."""
        routed = self.model.startswith("openai/gpt-") and not self.model.startswith("openai/gpt-oss")
        return self._host.endswith(_OWN_HOSTS) or routed

    @property
    def is_router(self) -> bool:
        """Whether the server hands requests on to providers that may ignore what they do not know."""
        return self._host.endswith(_ROUTERS)

    @property
    def _host(self) -> str:
        return f".{urlsplit(self.url).hostname or ''}"

    def complain(self) -> None:
        """Raises LanguageModelError when nothing can be asked with these settings."""
        if not self.configured:
            raise LanguageModelError(
                "No language model is set up. Set OPENAI_API_KEY, or OPENAI_BASE_URL and OPENAI_MODEL for a server "
                "of your own, and start again; or choose the built-in engine."
            )
        if not self.api_key.isascii() or not self.api_key.isprintable() or " " in self.api_key:
            raise _malformed("OPENAI_API_KEY", "a key as the provider shows it, without spaces or special characters")
        try:
            parts = urlsplit(self.url)
            usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
        except ValueError:
            usable = False
        if not usable:
            raise _malformed("OPENAI_BASE_URL", "an address such as http://localhost:11434/v1")
        if self.base_url and not self.model:
            raise LanguageModelError(
                "OPENAI_BASE_URL names a server, but OPENAI_MODEL is not set. Set it to a model of that server."
            )
        if self.job_dollars is not None and self.known_price is None and not self.is_router:
            raise LanguageModelError(
                f"HIRING_LLM_JOB_DOLLARS cannot be kept: the price of {self.model_name} is not known. Set "
                "HIRING_LLM_PRICE, or HIRING_LLM_JOB_TOKENS in place of the budget in dollars."
            )


def _number(given: Mapping[str, str], name: str, default: float, low: float, high: float) -> float:
    if name not in given:
        return default
    try:
        value = float(given[name])
    except ValueError:
        value = -1.0
    if not low <= value <= high:
        raise _malformed(name, f"a number from {_plain(low)} to {_plain(high)}")
    return value


def _whole(given: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    value = _number(given, name, default, low, high)
    if value != int(value):
        raise _malformed(name, f"a whole number from {low:,} to {high:,}")
    return int(value)


def _plain(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:g}"


def _price(given: Mapping[str, str], name: str) -> Price | None:
    if name not in given:
        return None
    try:
        full, cached, output = (float(part) for part in given[name].replace(",", " ").split())
    except ValueError:
        full = cached = output = -1.0
    if not all(0 <= part < 100_000 for part in (full, cached, output)):
        raise _malformed(name, "dollars per million tokens of input, cached input and output, such as 1.00 0.10 5.00")
    return full, cached, output


def _malformed(name: str, should_be: str) -> LanguageModelError:
    return LanguageModelError(f"{name} is not usable: it should be {should_be}.")
