"""Jobs: what they did, said and used."""

from django.contrib import admin, messages
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from interviews.admin.base import ReadOnly
from interviews.drafts import Usage, nothing_used
from interviews.models import Answer, Job, LogEntry, Unit, used_by_step
from interviews.models.steps import STEP_NAMES


class LogInline(ReadOnly, admin.TabularInline):
    model = LogEntry
    extra = 0
    fields = ["created_at", "message"]
    readonly_fields = ["created_at", "message"]


class AnswerInline(ReadOnly, admin.TabularInline):
    model = Answer
    extra = 0
    fields = ["step", "unit_key", "call_number", "model", "prompt_version", "usage", "created_at"]
    readonly_fields = ["step", "unit_key", "call_number", "model", "prompt_version", "usage", "created_at"]


class UnitInline(ReadOnly, admin.TabularInline):
    model = Unit
    extra = 0
    fields = ["step", "key", "seconds", "usage", "created_at"]
    readonly_fields = ["step", "key", "seconds", "usage", "created_at"]


@admin.register(Job)
class JobAdmin(ReadOnly, admin.ModelAdmin):
    list_display = [
        "id",
        "role",
        "team",
        "type",
        "status",
        "step_name",
        "attempt",
        "tokens",
        "cost",
        "lease_until",
        "created_at",
        "error",
    ]
    list_filter = ["status", "type", "team", "created_at"]
    search_fields = ["id", "role__title", "error"]
    date_hierarchy = "created_at"
    list_select_related = ["role", "team"]
    inlines = [UnitInline, AnswerInline, LogInline]
    readonly_fields = ["used"]
    actions = ["retry", "cancel"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Job]:
        """Jobs with what they have used, in one more query for the whole list."""
        answers = Answer.objects.only("job", "step", "usage", "model")
        return super().get_queryset(request).prefetch_related(Prefetch("answers", answers))

    @admin.display(description=_("tokens"))
    def tokens(self, job: Job) -> int:
        """All tokens, retries included."""
        return _used(job).tokens

    @admin.display(description=_("cost in dollars"))
    def cost(self, job: Job) -> str:
        """What they cost, empty when the price is not known."""
        cost = _used(job).cost_usd
        return "" if cost is None else f"{cost:.4f}"

    @admin.display(description=_("used by step"))
    def used(self, job: Job) -> str:
        """Tokens and cost of each step."""
        rows, model = used_by_step(job)
        lines = [f"{STEP_NAMES[job.type][step]}: {usage.in_words()}" for step, usage in sorted(rows.items())]
        return "; ".join([*lines, model]) if lines else "-"

    @admin.action(description=_("Retry the chosen failed jobs"), permissions=["delete"])
    def retry(self, request: HttpRequest, jobs: QuerySet[Job]) -> None:
        """Puts failed jobs back to work where they stopped."""
        chosen = list(jobs)
        count = sum(job.retry() for job in chosen)
        self.message_user(request, ngettext("%d job was retried.", "%d jobs were retried.", count) % count)
        if left := len(chosen) - count:
            said = ngettext("%d was left as it is: it has not failed.", "%d were left: they have not failed.", left)
            self.message_user(request, said % left, messages.WARNING)

    @admin.action(description=_("Cancel the chosen jobs"), permissions=["delete"])
    def cancel(self, request: HttpRequest, jobs: QuerySet[Job]) -> None:
        """Asks for the end of unfinished jobs."""
        count = sum(job.cancel() for job in jobs)
        self.message_user(request, ngettext("%d job was cancelled.", "%d jobs were cancelled.", count) % count)


def _used(job: Job) -> Usage:
    return sum((answer.usage for answer in job.answers.all()), nothing_used())


@admin.register(LogEntry)
class LogEntryAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["created_at", "job", "message"]
    search_fields = ["message", "job__id"]
    list_filter = ["created_at"]
    list_select_related = ["job__role"]


@admin.register(Unit)
class UnitAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["job", "step", "key", "seconds", "created_at"]
    list_filter = ["step", "created_at"]
    search_fields = ["job__id", "key"]
    list_select_related = ["job__role"]


@admin.register(Answer)
class AnswerAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["job", "step", "unit_key", "call_number", "model", "prompt_version", "usage", "created_at"]
    list_filter = ["model", "prompt_version", "created_at"]
    search_fields = ["job__id", "unit_key"]
    list_select_related = ["job__role"]
