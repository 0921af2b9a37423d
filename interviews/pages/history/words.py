"""The words for what can change in a plan: those of the plan page and of the settings forms."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interviews.forms import PROCTORING_COSTS, GeneralForm, ProctoringForm
from interviews.models import Interview, Question, Skill

LABELS: dict[str, Any] = {
    "name": gettext_lazy("Name"),
    "seniority": gettext_lazy("Seniority"),
    "summary": gettext_lazy("Summary"),
    "description": gettext_lazy("Job description"),
    "opening": gettext_lazy("Opening"),
    "closing": gettext_lazy("Closing"),
    "protected_note": gettext_lazy("If something protected is volunteered"),
    "screen_first": gettext_lazy("Screen first"),
    "assess_elsewhere": gettext_lazy("Assess elsewhere"),
    "gaps": gettext_lazy("Not covered"),
    "notices": gettext_lazy("Notes on how the plan was made"),
    "intake.strong": gettext_lazy("What strong people in this job do differently"),
    "intake.went_wrong": gettext_lazy("What went wrong last time"),
    "intake.learned": gettext_lazy("What can be learned on the job"),
    "importance": gettext_lazy("Importance"),
    "kind": gettext_lazy("Kind of skill"),
    "weight": gettext_lazy("Weight"),
    "evidence": gettext_lazy("Evidence"),
    "locked": gettext_lazy("Locked"),
    "prompt": gettext_lazy("Question"),
    "type": gettext_lazy("Type"),
    "difficulty": gettext_lazy("Difficulty"),
    "minutes": gettext_lazy("Minutes"),
    "drop_first": gettext_lazy("Dropped first when late"),
    "why": gettext_lazy("Why we ask"),
    "follow_ups": gettext_lazy("Probes"),
    "alternate": gettext_lazy("Without the experience"),
    "evaluation_criteria": gettext_lazy("Look for"),
    "rating_scale": gettext_lazy("Scale"),
    "red_flags": gettext_lazy("Red flags"),
    "samples": gettext_lazy("Sample answers"),
    "source.engine": gettext_lazy("Source"),
    "general.cutoff": GeneralForm.base_fields["cutoff"].label,
    "general.duration.min": GeneralForm.base_fields["shortest"].label,
    "general.duration.max": GeneralForm.base_fields["longest"].label,
    "general.mobile_friendly": GeneralForm.base_fields["mobile_friendly"].label,
    "general.voice": GeneralForm.base_fields["voice"].label,
    "general.language": GeneralForm.base_fields["language"].label,
    "proctoring.preset": gettext_lazy("Proctoring preset"),
    **{f"proctoring.{name}": label for name, (label, _cost, _warning) in PROCTORING_COSTS.items()},
    **{
        f"proctoring.{name}": ProctoringForm.base_fields[name].label
        for name in ("max_tab_switches", "tab_switch_action", "retention_days")
    },
}

_CHOICES: dict[str, dict[str, Any]] = {
    "seniority": dict(Interview.Seniority.choices),
    "importance": dict(Skill.Importance.choices),
    "type": dict(Question.Type.choices),
    "difficulty": dict(Question.Difficulty.choices),
    "kind": {
        "hard": gettext_lazy("skill"),
        "duty": gettext_lazy("duty"),
        "behaviour": gettext_lazy("behaviour"),
    },
    "source.engine": {
        "library": gettext_lazy("built-in library"),
        "openai": gettext_lazy("language model"),
        "team": gettext_lazy("your team's library"),
        "person": gettext_lazy("written by a person"),
    },
    "general.voice": dict(GeneralForm.base_fields["voice"].choices),  # type: ignore[attr-defined]
    "proctoring.tab_switch_action": dict(ProctoringForm.base_fields["tab_switch_action"].choices),  # type: ignore[attr-defined]
    "proctoring.preset": {
        "off": gettext_lazy("Off"),
        "light": gettext_lazy("Light"),
        "standard": gettext_lazy("Standard"),
        "custom": gettext_lazy("Set by hand"),
    },
    "follow_ups": {"all": gettext_lazy("ask all"), "if_needed": gettext_lazy("if needed")},
}


def said(field: str, value: Any) -> str:
    """A value of a field as the pages say it."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        value = " ".join(map(str, value))
    if isinstance(value, float):
        value = f"{value:g}"
    if field == "weight":
        return f"{value} %"
    if value in (None, ""):
        return _("nothing")
    return str(_CHOICES.get(field, {}).get(value, value))


def label_of_entry(field: str, label: str) -> str:
    """What stands beside an entry of a list: a score as it is, when a probe is asked in words."""
    return str(_CHOICES.get(field, {}).get(label, label))
