"""The budget of a job: looked at before each request, for the job as a whole and not for the step at work."""

from interviews.drafts import Call, LanguageModel
from interviews.engines.base import Stopped
from interviews.engines.openai_prices import price


def look_at_budget(settings: LanguageModel, call: Call) -> None:
    """Raises Stopped when the job has used what it may. Requests under way are not counted before they are answered."""
    spent = call.spent()
    if settings.job_tokens is not None and spent.tokens >= settings.job_tokens:
        raise Stopped(
            f"The language model has used {spent.tokens:,} tokens for this job, and HIRING_LLM_JOB_TOKENS allows "
            f"{settings.job_tokens:,}. Raise it and retry (what was answered is kept), or choose the built-in engine."
        )
    if settings.job_dollars is None:
        return
    told = settings.is_router or price(settings) is not None
    if not told or spent.cost_usd is None:
        raise Stopped(
            f"HIRING_LLM_JOB_DOLLARS cannot be kept: the price of {settings.model_name} is not known. "
            "Set HIRING_LLM_PRICE, or HIRING_LLM_JOB_TOKENS in place of the budget in dollars."
        )
    if spent.cost_usd >= settings.job_dollars:
        raise Stopped(
            f"The language model has cost ${spent.cost_usd:.4f} for this job, and HIRING_LLM_JOB_DOLLARS allows "
            f"${settings.job_dollars:g}. Raise it and retry (what was answered is kept), or set a cheaper OPENAI_MODEL."
        )
