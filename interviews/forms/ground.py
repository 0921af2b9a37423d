"""The lawful ground on which a question about a protected topic may be asked after all."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interviews.checks.grounds import Ground
from interviews.forms.text import PlainText
from interviews.services.grounds import FEWEST_LETTERS, MOST_LETTERS


class GroundForm(forms.Form):
    """One of the grounds for a topic, and what it rests on."""

    ground = forms.ChoiceField(
        label=_("Ground"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose the ground that holds."),
            "invalid_choice": _("Choose one of the grounds of the list."),
        },
    )
    note = PlainText(
        label=_("What it rests on"),
        strip=True,
        min_length=FEWEST_LETTERS,
        max_length=MOST_LETTERS,
        help_text=_("Name the law or the duty, so that somebody else can judge it. It is kept with your name."),
        error_messages={
            "required": _("Say what the ground rests on: name the law or the duty."),
            "min_length": _("Say in a few words what the ground rests on: name the law or the duty."),
            "max_length": _("The note is %(show_value)s characters long. Shorten it to %(limit_value)s."),
        },
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, key: str, grounds: tuple[Ground, ...], data: Any = None) -> None:
        """`key`: of the finding; `grounds`: those that may be chosen for it."""
        super().__init__(data, auto_id=f"ground-{key}-%s")
        self.grounds = grounds
        self.fields["ground"].choices = [(one.code, one.label) for one in grounds]  # type: ignore[attr-defined]

    @property
    def choices(self) -> list[tuple[Ground, str, bool]]:
        """Each ground with the id of its button and whether it is chosen."""
        chosen = self["ground"].value()
        return [(one, str(self.auto_id) % one.code, one.code == chosen) for one in self.grounds]
