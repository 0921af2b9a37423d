"""The budget of a job: looked at before each request, for the job as a whole and not for the step at work."""

from interviews.drafts import Call, LanguageModel, Usage
from interviews.engines.base import OverBudget
from interviews.engines.openai_cost import cost

# For what is under way: about four characters a token, and an answer of ordinary length.
CHARACTERS_A_TOKEN, USUAL_ANSWER = 4, 1_000


def expected(settings: LanguageModel, characters: int) -> Usage:
    """What a request of that many characters will probably use."""
    usage = Usage(prompt_tokens=characters // CHARACTERS_A_TOKEN, completion_tokens=USUAL_ANSWER)
    usage.cost_usd = cost(settings, usage)
    return usage


def is_within(settings: LanguageModel, used: Usage) -> bool:
    """Whether something is left of the budget after that much."""
    if settings.job_tokens is not None and used.tokens >= settings.job_tokens:
        return False
    return settings.job_dollars is None or used.cost_usd is None or used.cost_usd < settings.job_dollars


def look_at_budget(settings: LanguageModel, call: Call) -> None:
    """Raises OverBudget when the job has used what it may."""
    spent = call.spent()
    if is_within(settings, spent):
        return
    if settings.job_tokens is not None and spent.tokens >= settings.job_tokens:
        raise OverBudget(
            f"The language model has used {spent.tokens:,} tokens for this job, and HIRING_LLM_JOB_TOKENS allows "
            f"{settings.job_tokens:,}. Raise it and try again, or choose the built-in engine."
        )
    raise OverBudget(
        f"The language model has cost ${spent.cost_usd:.4f} for this job, and HIRING_LLM_JOB_DOLLARS allows "
        f"${settings.job_dollars:g}. Raise it and try again, or set a cheaper OPENAI_MODEL."
    )
