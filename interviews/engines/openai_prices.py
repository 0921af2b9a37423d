"""What a call costs: US dollars per million tokens, as OpenAI published them in October 2026. Check at each release."""

from interviews.drafts import Usage

#   model             input  cached  output
PRICES: dict[str, tuple[float, float, float]] = {
    "gpt-6.1-terra": (1.00, 0.05, 5.00),
    "gpt-6-luna":    (0.10, 0.01, 0.50),
    "gpt-6.1-sol":   (2.00, 0.10, 10.00),
    "gpt-6-sol":     (2.00, 0.20, 10.00),
    "gpt-6-astra":   (10.00, 1.00, 50.00),
}  # fmt: skip


def cost(model: str, usage: Usage) -> float | None:
    """What the tokens cost with a model, or None when its price is not known.

    Names may carry a provider before (`openai/gpt-6-luna`) or a date behind (`gpt-6-luna-2026-09-22`)."""
    name = model.rpartition("/")[2]
    known = [key for key in PRICES if name == key or name.startswith(f"{key}-20")]
    if not known:
        return None
    full, cached, output = PRICES[known[0]]
    fresh = max(0, usage.prompt_tokens - usage.cached_tokens)
    dollars = fresh * full + usage.cached_tokens * cached + usage.completion_tokens * output
    return round(dollars / 1_000_000, 8)


def added(first: Usage, second: Usage) -> Usage:
    """Both together. The cost of the whole is unknown when that of a part is."""
    known = first.cost_usd is not None and second.cost_usd is not None
    return Usage(
        prompt_tokens=first.prompt_tokens + second.prompt_tokens,
        cached_tokens=first.cached_tokens + second.cached_tokens,
        completion_tokens=first.completion_tokens + second.completion_tokens,
        cost_usd=(first.cost_usd or 0.0) + (second.cost_usd or 0.0) if known else None,
    )
