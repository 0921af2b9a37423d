"""The job description of a plan, edited afterwards."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interviews.drafts import MOST_DESCRIPTION
from interviews.edits.fields import digest
from interviews.forms.text import PlainText


class DescriptionForm(forms.Form):
    """The whole description, with a digest of what the person saw."""

    description = PlainText(
        label=_("Job description"),
        max_length=MOST_DESCRIPTION,
        help_text=_("Evidence stays with its words wherever they move. What you delete or reword is evidence no more."),
        error_messages={
            "required": _("The plan needs its job description: paste it, or go back to leave it as it was."),
            "max_length": _(
                "The description is %(show_value)s characters long. Shorten it to %(limit_value)s: leave out "
                "what is not about the job."
            ),
        },
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "true"}),
    )
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    @classmethod
    def of(cls, description: str, data: Any = None) -> "DescriptionForm":
        """The form filled from the description, or from what was sent."""
        return cls(data, initial={"description": description, "seen": digest(description)})
