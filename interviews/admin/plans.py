"""Roles, interviews and what belongs to them."""

from typing import Any, cast

from django.contrib import admin
from django.http import HttpRequest

from interviews.admin.base import ReadOnly
from interviews.models import Interview, LibraryQuestion, Proposal, Question, Revision, Role, Skill, User


@admin.register(Role)
class RoleAdmin(admin.ModelAdmin):
    list_display = ["title", "team", "created_at"]
    list_filter = ["team"]
    search_fields = ["title"]
    autocomplete_fields = ["team"]


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


EXAMPLE = {
    "id": "team",
    "family": "team",
    "competency": "",
    "competency_name": "",
    "levels": ["entry", "mid", "senior", "lead"],
    "type": "situational",
    "minutes": 5,
    "prompt": "A delivery is two boxes short and the driver wants your signature. What do you do?",
    "why": "Goods that were signed for and never came are paid for by the house.",
    "follow_ups": [
        {"text": "What would you do after that?", "ask": "all"},
        {"text": "Whom would you talk to?", "ask": "if_needed"},
    ],
    "evaluation_criteria": [
        "Counts the boxes before signing the note",
        "Writes the difference on the note",
        "Tells the office before the driver leaves",
    ],
    "rating_scale": [
        {"score": 1, "anchor": "Signs because the driver is in a hurry, and tells nobody."},
        {"score": 3, "anchor": "Counts the boxes and writes the difference on the note before signing."},
        {"score": 5, "anchor": "Counts, writes the difference down and tells the office while the driver is there."},
    ],
    "red_flags": ["Signs for goods that were never seen"],
    "alternate": "Tell me about a delivery at home that was not complete.",
}


@admin.register(LibraryQuestion)
class LibraryQuestionAdmin(admin.ModelAdmin):
    list_display = ["skill_name", "team", "status", "created_by", "updated_at"]
    list_filter = ["status", "team"]
    search_fields = ["skill_name"]
    list_select_related = ["team", "created_by"]
    autocomplete_fields = ["team", "created_by"]
    readonly_fields = ["approved_by", "approved_name", "approved_at", "saved_from"]

    def save_model(self, request: HttpRequest, obj: LibraryQuestion, form: Any, change: bool) -> None:
        """What is approved here is approved by who is signed in."""
        super().save_model(request, obj, form, change)
        if obj.status == LibraryQuestion.Status.APPROVED and "status" in form.changed_data:
            obj.approve(cast("User", request.user))

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A question to overwrite, so that nobody has to guess the shape."""
        return {**super().get_changeform_initial_data(request), "entry": EXAMPLE}
