"""Asking for a new plan."""

import uuid
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from interviews.drafts import MOST_DESCRIPTION, MOST_ROLE
from interviews.forms.intake import IntakeForm
from interviews.forms.notifications import NotificationAddress
from interviews.forms.text import PlainText
from interviews.models import Interview, Team
from interviews.services.generation import Order, default_engine

# Scripts without spaces between words say much in one run of letters.
_ONE_WORD = 40
_FEWEST_MINUTES, _MOST_MINUTES = 15, 90


class NewInterviewForm(IntakeForm):
    """A role and a description, what the team knows beside them, and what a person may choose."""

    OPTIONS = ("minutes", "seniority", "question_count", "engine", "notification_url")

    role = PlainText(
        label=_("Role title"),
        max_length=MOST_ROLE,
        error_messages={
            "required": _("Enter the role, such as “Senior Python developer”."),
            "max_length": _("The role title is %(show_value)s characters long. Shorten it to %(limit_value)s."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    description = PlainText(
        label=_("Job description"),
        max_length=MOST_DESCRIPTION,
        help_text=_("Paste the posting as it is: duties, requirements, whatever it says. Line breaks are kept."),
        error_messages={
            "required": _("Paste the job description. Two or three sentences on the duties are enough to begin."),
            "max_length": _(
                "The description is %(show_value)s characters long. Shorten it to %(limit_value)s: leave out "
                "what is not about the job."
            ),
        },
        widget=forms.Textarea(attrs={"rows": 16, "data-count-words": "", "spellcheck": "true"}),
    )
    minutes = forms.IntegerField(
        label=_("Length in minutes"),
        required=False,
        help_text=_("15 to 90. Five of them are for opening and closing."),
        error_messages={"invalid": _("Enter the length as a whole number of minutes, such as 45.")},
        widget=forms.NumberInput(attrs={"min": _FEWEST_MINUTES, "max": _MOST_MINUTES}),
    )
    seniority = forms.ChoiceField(
        label=_("Seniority"),
        required=False,
        choices=[("", _("As the description says")), *Interview.Seniority.choices],
        error_messages={"invalid_choice": _("Choose a seniority from the list.")},
    )
    question_count = forms.IntegerField(
        label=_("Number of questions"),
        required=False,
        help_text=_("3 to 20. Left empty, as many as fit into the time."),
        error_messages={"invalid": _("Enter the number of questions as a whole number, such as 6.")},
        widget=forms.NumberInput(attrs={"min": 3, "max": 20}),
    )
    engine = forms.ChoiceField(
        label=_("Who writes the questions"),
        required=False,
        choices=Team.Engine.choices,
        error_messages={"invalid_choice": _("Choose who writes the questions from the list.")},
    )
    notification_url = NotificationAddress(
        required=False,
        help_text=_("Progress is posted there as JSON. Leave it empty if no program waits for it."),
    )
    field_order = ["role", "description"]
    token = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, team: Team, **options: Any) -> None:
        """`team` has the length and the engine that are taken where nothing is chosen."""
        super().__init__(*args, **options)
        self.fields["minutes"].widget.attrs["placeholder"] = str(team.general.duration.max)
        self._usual_engine = default_engine(team)
        self.fields["engine"].initial = self._usual_engine
        if not settings.LANGUAGE_MODEL.configured:
            del self.fields["engine"]

    @property
    def options_are_open(self) -> bool:
        """Whether the folded options hold something that the person should see."""
        shown = (name for name in self.OPTIONS if name in self.fields)
        return any(self._says_something(name) or self[name].errors for name in shown)

    def _says_something(self, name: str) -> bool:
        usual = self._usual_engine if name == "engine" else None
        return bool(self[name].value()) and self[name].value() != usual

    def clean_role(self) -> str:
        """The role in one line."""
        return " ".join(self.cleaned_data["role"].split())

    def clean_description(self) -> str:
        """The description, unless it is a single word."""
        text: str = self.cleaned_data["description"]
        if len(text.split()) == 1 and len(text.strip()) < _ONE_WORD:
            raise forms.ValidationError(
                _("One word is too little to plan from. Add two or three sentences on what the person will do.")
            )
        return text

    def clean_minutes(self) -> int | None:
        """A length that an interview can have."""
        minutes: int | None = self.cleaned_data["minutes"]
        if minutes is not None and not _FEWEST_MINUTES <= minutes <= _MOST_MINUTES:
            raise forms.ValidationError(_("Choose a length from 15 to 90 minutes."))
        return minutes

    def clean_question_count(self) -> int | None:
        """A number of questions that a plan can have."""
        count: int | None = self.cleaned_data["question_count"]
        if count is not None and not 3 <= count <= 20:
            raise forms.ValidationError(_("Choose from 3 to 20 questions."))
        return count

    def order(self) -> Order:
        """What the service is asked for."""
        chosen = self.cleaned_data
        return Order(
            role=chosen["role"],
            description=chosen["description"],
            seniority=chosen["seniority"] or None,
            minutes=chosen["minutes"],
            question_count=chosen["question_count"],
            engine=chosen.get("engine") or None,
            notification_url=chosen["notification_url"],
            intake=self.intake(),
        )
