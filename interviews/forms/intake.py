"""The three questions about a job that no posting answers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interviews.drafts import MOST_ANSWER, Intake
from interviews.forms.text import PlainText

ANSWERS = ("strong", "went_wrong", "learned")


class Answer(PlainText):
    """An optional answer of a few lines. `too_long` says by how much, with `show_value` and `limit_value`."""

    def __init__(self, *, too_long: Any, **options: Any) -> None:
        super().__init__(
            required=False,
            max_length=MOST_ANSWER,
            error_messages={"max_length": too_long},
            widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "true"}),
            **options,
        )


class IntakeForm(forms.Form):
    """The answers as fields, for forms that ask for them beside other things."""

    strong = Answer(
        label=_("What do strong people in this job do differently?"),
        too_long=_(
            "Your answer on what strong people do is %(show_value)s characters long. Shorten it to %(limit_value)s."
        ),
        help_text=_(
            "What they do, not who they are. For example: They phone the site before they load, and they count "
            "before they sign."
        ),
    )
    went_wrong = Answer(
        label=_("What went wrong last time?"),
        too_long=_("Your answer on what went wrong is %(show_value)s characters long. Shorten it to %(limit_value)s."),
        help_text=_(
            "In the work, whoever did it. For example: Changes reached the customer without a test, and nobody "
            "had a way back."
        ),
    )
    learned = Answer(
        label=_("What can be learned on the job?"),
        too_long=_(
            "Your answer on what can be learned is %(show_value)s characters long. Shorten it to %(limit_value)s."
        ),
        help_text=_(
            "It is left out or becomes a nice-to-have. For example: Our booking system; the house forms; the "
            "forklift licence."
        ),
    )

    @property
    def intake_is_open(self) -> bool:
        """Whether the folded questions hold something that the person should see."""
        return any(self[name].value() or self[name].errors for name in ANSWERS)

    def intake(self) -> Intake:
        """The answers of a valid form."""
        return Intake(**{name: self.cleaned_data[name] for name in ANSWERS})
