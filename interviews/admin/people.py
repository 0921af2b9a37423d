"""People, teams and the keys of their programs."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from interviews.admin.base import ReadOnly
from interviews.models import ApiKey, ConnectionTest, FirstRunLink, Membership, Team, User


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


@admin.register(ConnectionTest)
class ConnectionTestAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["team", "succeeded", "model", "seconds", "message", "asked_by", "created_at"]
    list_filter = ["succeeded", "team", "created_at"]
    search_fields = ["team__name", "message", "model"]
    list_select_related = ["team", "asked_by"]


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
