"""Roles, interviews and what belongs to them."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from interviews.admin.base import ReadOnly
from interviews.models import Interview, LibraryQuestion, Proposal, Question, Revision, Role, Skill, User


@admin.register(Role)
class RoleAdmin(admin.ModelAdmin):
    list_display = ["title", "team", "created_at"]
    list_filter = ["team"]
    search_fields = ["title"]
    autocomplete_fields = ["team"]


def _place(request: HttpRequest) -> str:
    match = request.resolver_match
    return (match.url_name or "") if match else ""


def _is_page_of(request: HttpRequest, *names: str) -> bool:
    return _place(request).startswith(tuple(f"interviews_{name}_" for name in names))


class OfThePlan(ReadOnly, admin.ModelAdmin):
    """What stands in a plan: read here, changed on the page of the plan alone.

    A form of the admin saves all fields over what others saved since it was opened, without the checks, the weights
    and the locks of a plan; no entry in the history would bring that back. Rows go along with their interview only."""

    def view_on_site(self, row: Any) -> str:
        """The way to the plan."""
        interview = row if isinstance(row, Interview) else getattr(row, "skill", row).interview
        return reverse("interview", args=[interview.pk])

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody takes a part out by hand; to delete the interview is to delete its parts."""
        return not _is_page_of(request, "skill", "question")


class SkillInline(ReadOnly, admin.TabularInline):
    model = Skill
    extra = 0
    can_delete = False
    fields = ["position", "name", "importance", "weight"]
    show_change_link = True


@admin.register(Interview)
class InterviewAdmin(OfThePlan):
    list_display = ["name", "role", "team", "status", "seniority", "engine", "version", "author", "updated_at"]
    list_filter = ["status", "seniority", "engine", "team", "created_at"]
    search_fields = ["name", "role__title", "description", "author"]
    date_hierarchy = "created_at"
    list_select_related = ["role", "team"]
    inlines = [SkillInline]


class QuestionInline(ReadOnly, admin.TabularInline):
    model = Question
    extra = 0
    can_delete = False
    fields = ["position", "prompt", "type", "difficulty", "minutes"]
    show_change_link = True


@admin.register(Skill)
class SkillAdmin(OfThePlan):
    list_display = ["name", "interview", "importance", "weight", "position"]
    list_filter = ["importance", "interview__team"]
    search_fields = ["name", "interview__name"]
    list_select_related = ["interview"]
    inlines = [QuestionInline]


@admin.register(Question)
class QuestionAdmin(OfThePlan):
    list_display = ["prompt", "skill", "type", "difficulty", "minutes", "locked"]
    list_filter = ["type", "difficulty", "locked", "skill__interview__team"]
    search_fields = ["prompt", "skill__name", "skill__interview__name"]
    list_select_related = ["skill"]


@admin.register(Revision)
class RevisionAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["interview", "number", "began", "kind", "team", "author", "why", "updated_at"]
    list_filter = ["kind", "team", "created_at"]
    search_fields = ["interview__name", "author", "why"]
    list_select_related = ["interview", "team"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        """The list does without the snapshots, each of which is a whole plan."""
        rows = super().get_queryset(request)
        return rows.defer("snapshot", "changes") if _place(request).endswith("_changelist") else rows

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The history goes along with its interview only."""
        return not _is_page_of(request, "revision")


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
