"""Who writes a team's new plans."""

from django import forms
from django.utils.translation import gettext_lazy as _

from interviews.models import Team


class EngineForm(forms.Form):
    """The choice between the language model and the built-in engine."""

    engine = forms.ChoiceField(
        label=_("Who writes new plans"),
        choices=Team.Engine.choices,
        help_text=_("Plans that are asked for by API follow this too. On the form for a new plan it can be changed."),
        error_messages={
            "required": _("Choose who writes new plans."),
            "invalid_choice": _("Choose who writes new plans from the list."),
        },
    )
