"""The REST API, version 2: its address tree."""

from ninja import NinjaAPI

from interviews.api import exchange, generation, interviews, jobs, reviews, settings
from interviews.api.auth import KeyAuth
from interviews.api.errors import add_handlers

api = NinjaAPI(
    title="Hiring",
    version="2",
    description="Plans for structured interviews, made from a job role and a description.",
    auth=KeyAuth(),
    urls_namespace="api",
)
add_handlers(api)
api.add_router("/ai-interviews", generation.router)
api.add_router("/ai-interviews", interviews.router)
api.add_router("/ai-interviews", reviews.router)
api.add_router("/ai-interviews", exchange.router)
api.add_router("/ai-interviews/settings", settings.router)
api.add_router("/task-executions", jobs.router)
