"""Notifications and their attempts."""

from django.contrib import admin

from interviews.admin.base import ReadOnly
from interviews.models import Delivery, DeliveryAttempt, IdempotencyKey, SigningSecret


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


@admin.register(SigningSecret)
class SigningSecretAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["team", "created_at", "expires_at"]
    list_filter = ["team"]
    search_fields = ["team__name"]
    list_select_related = ["team"]
    exclude = ["secret"]


@admin.register(IdempotencyKey)
class IdempotencyKeyAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["key", "team", "job", "created_at"]
    list_filter = ["team", "created_at"]
    search_fields = ["key", "job__id"]
    list_select_related = ["team", "job__role"]
