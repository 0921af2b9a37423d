"""What people said about plans, and who is at one: kept, so to read only."""

from django.contrib import admin

from interviews.admin.base import ReadOnly
from interviews.models import Approval, Comment, Presence, ReviewLink, Tally


@admin.register(ReviewLink)
class ReviewLinkAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["interview", "recipient", "created_by", "created_at", "expires_at", "revoked_at", "opened_at"]
    list_filter = ["team", "created_at"]
    search_fields = ["interview__name", "recipient"]
    list_select_related = ["interview", "created_by"]
    exclude = ["digest"]


@admin.register(Comment)
class CommentAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["interview", "name", "about", "version", "created_at", "resolved_at"]
    list_filter = ["team", "created_at"]
    search_fields = ["interview__name", "name", "text"]
    list_select_related = ["interview"]


@admin.register(Approval)
class ApprovalAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["interview", "name", "decision", "version", "created_at"]
    list_filter = ["decision", "team"]
    search_fields = ["interview__name", "name", "note"]
    list_select_related = ["interview"]


@admin.register(Presence)
class PresenceAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["interview", "user", "place", "seen_at"]
    search_fields = ["interview__name", "user__email"]
    list_select_related = ["interview", "user"]


@admin.register(Tally)
class TallyAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["name", "count", "ends_at"]
    search_fields = ["name"]
