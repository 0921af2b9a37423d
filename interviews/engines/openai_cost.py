"""What tokens cost with the model that is set up."""

from interviews.drafts import LanguageModel, Usage
from interviews.drafts.prices import CACHE_WRITING


def cost(settings: LanguageModel, usage: Usage, written_to_cache: int = 0) -> float | None:
    """What tokens cost in dollars, or None when the price is not known. Writing the cache costs a quarter on top."""
    if settings.known_price is None:
        return None
    full, cached, output = settings.known_price
    fresh = max(0, usage.prompt_tokens - usage.cached_tokens)
    read = (fresh + CACHE_WRITING * written_to_cache) * full + usage.cached_tokens * cached
    return round((read + usage.completion_tokens * output) / 1_000_000, 8)
