"""What a team is called."""

from django import forms
from django.utils.translation import gettext_lazy as _

from interviews.forms.text import NameText


class TeamForm(forms.Form):
    """The name of a team."""

    name = NameText(
        label=_("Name of the team"),
        max_length=100,
        strip=True,
        help_text=_("Candidates read it on their sheet, and reviewers on their page: take the name of your company."),
        error_messages={
            "required": _("Enter a name: candidates read it on their sheet."),
            "max_length": _("The name is %(show_value)s characters long. Shorten it to %(limit_value)s."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
