"""The Django admin: every noun, with lists that answer questions."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from interviews.models import (
    Answer,
    ApiKey,
    Delivery,
    DeliveryAttempt,
    FirstRunLink,
    Interview,
    Job,
    LibraryQuestion,
    LogEntry,
    Membership,
    Proposal,
    Question,
    Revision,
    Role,
    Skill,
    Team,
    Unit,
    User,
)

admin.site.site_title = admin.site.site_header = _("Hiring administration")


class ReadOnly:
    """Rows that the product writes and people only read."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody adds one by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes one by hand."""
        return False


class MembershipInline(admin.TabularInline):
    model = Membership
    extra = 0
    autocomplete_fields = ["user", "team"]


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    ordering = ["email"]
    list_display = ["email", "name", "is_active", "is_staff", "last_login", "date_joined"]
    list_filter = ["is_active", "is_staff", "is_superuser", "memberships__team"]
    search_fields = ["email", "name"]
    readonly_fields = ["last_login", "date_joined"]
    inlines = [MembershipInline]
    fieldsets = [
        (None, {"fields": ["email", "password"]}),
        (_("Person"), {"fields": ["name", "time_zone", "language"]}),
        (_("May"), {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]}),
        (_("Dates"), {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [(None, {"classes": ["wide"], "fields": ["email", "usable_password", "password1", "password2"]})]


@admin.register(Team)
class TeamAdmin(admin.ModelAdmin):
    list_display = ["name", "slug", "members", "interviews", "created_at"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [MembershipInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Team]:
        """Teams with their counts."""
        return Team.objects.annotate(
            member_count=Count("memberships", distinct=True), interview_count=Count("interviews", distinct=True)
        )

    @admin.display(description=_("members"), ordering="member_count")
    def members(self, team: Any) -> int:
        """How many people belong to it."""
        return int(team.member_count)

    @admin.display(description=_("interviews"), ordering="interview_count")
    def interviews(self, team: Any) -> int:
        """How many interviews it has."""
        return int(team.interview_count)


@admin.register(Membership)
class MembershipAdmin(admin.ModelAdmin):
    list_display = ["user", "team", "level", "created_at"]
    list_filter = ["level", "team"]
    search_fields = ["user__email", "user__name", "team__name"]
    autocomplete_fields = ["user", "team"]


@admin.register(FirstRunLink)
class FirstRunLinkAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["team", "user", "created_at", "expires_at", "spent_at"]
    list_filter = ["team"]
    search_fields = ["team__name", "user__email"]
    exclude = ["digest"]


@admin.register(ApiKey)
class ApiKeyAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["name", "team", "prefix", "read_only", "last_used_at", "expires_at", "revoked_at"]
    list_filter = ["team", "read_only", "revoked_at"]
    search_fields = ["name", "prefix", "team__name"]
    exclude = ["digest"]
    actions = ["revoke"]

    @admin.action(description=_("Revoke the chosen keys"), permissions=["delete"])
    def revoke(self, request: HttpRequest, keys: QuerySet[ApiKey]) -> None:
        """Ends keys for good."""
        live = list(keys.filter(revoked_at=None))
        for key in live:
            key.revoke()
        said = ngettext("%d key was revoked.", "%d keys were revoked.", len(live)) % len(live)
        self.message_user(request, said)


@admin.register(Role)
class RoleAdmin(admin.ModelAdmin):
    list_display = ["title", "team", "created_at"]
    list_filter = ["team"]
    search_fields = ["title"]
    autocomplete_fields = ["team"]


class LogInline(ReadOnly, admin.TabularInline):
    model = LogEntry
    extra = 0
    fields = ["created_at", "message"]
    readonly_fields = ["created_at", "message"]


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
        "lease_until",
        "created_at",
        "error",
    ]
    list_filter = ["status", "type", "team", "created_at"]
    search_fields = ["id", "role__title", "error"]
    date_hierarchy = "created_at"
    list_select_related = ["role", "team"]
    inlines = [UnitInline, LogInline]
    actions = ["retry", "cancel"]

    @admin.action(description=_("Retry the chosen failed jobs"), permissions=["delete"])
    def retry(self, request: HttpRequest, jobs: QuerySet[Job]) -> None:
        """Puts failed jobs back to work where they stopped."""
        count = sum(job.retry() for job in jobs)
        self.message_user(request, ngettext("%d job was retried.", "%d jobs were retried.", count) % count)

    @admin.action(description=_("Cancel the chosen jobs"), permissions=["delete"])
    def cancel(self, request: HttpRequest, jobs: QuerySet[Job]) -> None:
        """Asks for the end of unfinished jobs."""
        count = sum(job.cancel() for job in jobs)
        self.message_user(request, ngettext("%d job was cancelled.", "%d jobs were cancelled.", count) % count)


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
    list_display = ["job", "unit_key", "call_number", "prompt_version", "created_at"]
    list_filter = ["prompt_version", "created_at"]
    search_fields = ["job__id", "unit_key"]
    list_select_related = ["job__role"]


class SkillInline(admin.TabularInline):
    model = Skill
    extra = 0
    fields = ["position", "name", "importance", "weight"]
    show_change_link = True


@admin.register(Interview)
class InterviewAdmin(admin.ModelAdmin):
    list_display = ["name", "role", "team", "status", "seniority", "engine", "version", "author", "updated_at"]
    list_filter = ["status", "seniority", "engine", "team", "created_at"]
    search_fields = ["name", "role__title", "description", "author"]
    date_hierarchy = "created_at"
    list_select_related = ["role", "team"]
    autocomplete_fields = ["team", "role", "created_by", "published_revision"]
    readonly_fields = ["version", "created_at", "updated_at"]
    inlines = [SkillInline]


class QuestionInline(admin.TabularInline):
    model = Question
    extra = 0
    fields = ["position", "prompt", "type", "difficulty", "minutes"]
    show_change_link = True


@admin.register(Skill)
class SkillAdmin(admin.ModelAdmin):
    list_display = ["name", "interview", "importance", "weight", "position"]
    list_filter = ["importance", "interview__team"]
    search_fields = ["name", "interview__name"]
    list_select_related = ["interview"]
    autocomplete_fields = ["interview"]
    inlines = [QuestionInline]


@admin.register(Question)
class QuestionAdmin(admin.ModelAdmin):
    list_display = ["prompt", "skill", "type", "difficulty", "minutes", "locked"]
    list_filter = ["type", "difficulty", "locked", "skill__interview__team"]
    search_fields = ["prompt", "skill__name", "skill__interview__name"]
    list_select_related = ["skill"]
    autocomplete_fields = ["skill"]


@admin.register(Revision)
class RevisionAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["interview", "number", "team", "created_by", "why", "created_at"]
    list_filter = ["team", "created_at"]
    search_fields = ["interview__name", "why"]
    list_select_related = ["interview", "team", "created_by"]


@admin.register(Proposal)
class ProposalAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["interview", "team", "status", "based_on_version", "decided_by", "created_at"]
    list_filter = ["status", "team", "created_at"]
    search_fields = ["interview__name"]
    list_select_related = ["interview", "team", "decided_by"]


@admin.register(LibraryQuestion)
class LibraryQuestionAdmin(admin.ModelAdmin):
    list_display = ["skill_name", "team", "status", "created_by", "updated_at"]
    list_filter = ["status", "team"]
    search_fields = ["skill_name"]
    list_select_related = ["team", "created_by"]
    autocomplete_fields = ["team", "created_by"]


class DeliveryAttemptInline(ReadOnly, admin.TabularInline):
    model = DeliveryAttempt
    extra = 0
    fields = ["number", "started_at", "seconds", "answer_status", "answer_excerpt", "error"]
    readonly_fields = ["number", "started_at", "seconds", "answer_status", "answer_excerpt", "error"]


@admin.register(Delivery)
class DeliveryAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["event_id", "kind", "status", "url", "attempts", "answer_status", "next_attempt_at", "created_at"]
    list_filter = ["status", "kind", "team", "created_at"]
    search_fields = ["url", "event_id", "job__id"]
    date_hierarchy = "created_at"
    inlines = [DeliveryAttemptInline]


@admin.register(DeliveryAttempt)
class DeliveryAttemptAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["delivery", "number", "started_at", "seconds", "answer_status", "error"]
    list_filter = ["answer_status", "started_at"]
    search_fields = ["delivery__url", "delivery__event_id"]
    list_select_related = ["delivery"]
