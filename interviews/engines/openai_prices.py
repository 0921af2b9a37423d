"""What a call costs: US dollars per million tokens, as OpenAI published them in November 2026. Check at each release.

A server of one's own, or a model that is not listed: HIRING_LLM_PRICE."""

from interviews.drafts import LanguageModel, Usage
from interviews.drafts.language_model import Price

#   model             input  cached  output
PRICES: dict[str, Price] = {
    "gpt-6.1-terra": (1.00, 0.05, 5.00),
    "gpt-6-luna":    (0.10, 0.01, 0.50),
    "gpt-6.1-sol":   (2.00, 0.10, 10.00),
    "gpt-6.2-sol":   (2.00, 0.10, 10.00),
    "gpt-6-sol":     (2.00, 0.20, 10.00),
    "gpt-6-astra":   (10.00, 1.00, 50.00),
}  # fmt: skip
# From GPT-5.6 on a token that is written to the cache costs 1.25 times an ordinary one.
CACHE_WRITING = 0.25


def price(settings: LanguageModel) -> Price | None:
    """What a million tokens cost: what the settings say, else what the table says, else None.

    Names may carry a provider before (`openai/gpt-6-luna`) or a date behind (`gpt-6-luna-2026-09-22`)."""
    if settings.price is not None:
        return settings.price
    name = settings.model_name.rpartition("/")[2]
    return next((PRICES[key] for key in PRICES if name == key or name.startswith(f"{key}-20")), None)


def cost(settings: LanguageModel, usage: Usage, written_to_cache: int = 0) -> float | None:
    """What tokens cost in dollars, or None when the price is not known. Writing the cache costs a quarter on top."""
    known = price(settings)
    if known is None:
        return None
    full, cached, output = known
    fresh = max(0, usage.prompt_tokens - usage.cached_tokens)
    read = (fresh + CACHE_WRITING * written_to_cache) * full + usage.cached_tokens * cached
    return round((read + usage.completion_tokens * output) / 1_000_000, 8)
