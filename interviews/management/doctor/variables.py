"""Environment variables that nobody reads, most of them misspelt."""

import os
from collections.abc import Iterable
from difflib import get_close_matches

from interviews.management.doctor.findings import Findings, ok, warning

READ = frozenset(
    {
        "DATABASE_URL",
        "HIRING_BEHIND_PROXY",
        "HIRING_DATA_DIR",
        "HIRING_DB_POOL",
        "HIRING_HOSTS",
        "HIRING_LLM_CALL_SECONDS",
        "HIRING_LLM_CONCURRENCY",
        "HIRING_LLM_JOB_DOLLARS",
        "HIRING_LLM_JOB_SECONDS",
        "HIRING_LLM_JOB_TOKENS",
        "HIRING_LLM_PRICE",
        "HIRING_LOG_FORMAT",
        "HIRING_LOG_LEVEL",
        "HIRING_NOTIFY_ALLOW",
        "HIRING_SECRET_KEY",
        "HIRING_URL",
        "HIRING_WORKERS",
        "HIRING_WORKER_MEMORY",
        "OPENAI_API_KEY",
        "OPENAI_BASE_URL",
        "OPENAI_MODEL",
    }
)
# Set by `up` for its processes, read by the tests, or read by OpenAI's own client.
ALSO_KNOWN = frozenset(
    {
        "HIRING_PARENT",
        "HIRING_RUN",
        "HIRING_TEST_BROWSER",
        "OPENAI_LOG",
        "OPENAI_ORG_ID",
        "OPENAI_PROJECT_ID",
        "OPENAI_WEBHOOK_SECRET",
    }
)
NEAR = 0.86


def check_variables(names: Iterable[str] | None = None) -> Findings:
    """Those that begin as ours do, and those that look like one of ours."""
    unknown = sorted(set(os.environ if names is None else names) - READ - ALSO_KNOWN)
    misspelt = 0
    for name in unknown:
        near = get_close_matches(name.upper(), READ, 1, NEAR)
        if near:
            yield warning("environment", f"{name} is set, and nothing reads it.", f"Did you mean {near[0]}?")
        elif name.startswith("HIRING_"):
            yield warning("environment", f"{name} is set, and nothing reads it.", "Unset it; README.md lists them all.")
        misspelt += bool(near) or name.startswith("HIRING_")
    if not misspelt:
        yield ok("environment", "no variable is misspelt")
