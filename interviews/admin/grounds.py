"""Lawful grounds, as people chose them and agreed to them."""

from django.contrib import admin

from interviews.admin.base import ReadOnly
from interviews.models import LawfulGround


@admin.register(LawfulGround)
class LawfulGroundAdmin(ReadOnly, admin.ModelAdmin):
    list_display = [
        "interview",
        "code",
        "ground",
        "chosen_name",
        "chosen_at",
        "agreed_name",
        "agreed_at",
        "withdrawn_at",
    ]
    list_filter = ["team", "ground", "code", "chosen_at"]
    search_fields = ["interview__name", "text", "note", "chosen_name", "agreed_name"]
    date_hierarchy = "chosen_at"
    list_select_related = ["interview"]
