"""What a call costs: US dollars per million tokens, as OpenAI published them in November 2026. Check at each release.

A server of one's own, or a model that is not listed: HIRING_LLM_PRICE."""

# Input, cached input, output.
Price = tuple[float, float, float]

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


def listed(model: str) -> Price | None:
    """The price of a model by its name, which may carry a provider before (`openai/gpt-6-luna`) or a date behind
    (`gpt-6-luna-2026-09-22`); None when it is not listed."""
    name = model.rpartition("/")[2]
    return next((PRICES[key] for key in PRICES if name == key or name.startswith(f"{key}-20")), None)
