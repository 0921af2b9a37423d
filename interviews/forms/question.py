"""Editing a question where it stands."""

import hashlib
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interviews.forms.text import PlainText
from interviews.models import Question


def as_seen(question: Question) -> str:
    """A digest of what the form edits: equal as long as nobody else changed it."""
    return hashlib.sha256(f"{question.minutes} {question.prompt}".encode()).hexdigest()


class QuestionForm(forms.Form):
    """A question's prompt and minutes, with the version of the interview that the person saw."""

    prompt = PlainText(
        label=_("Question"),
        max_length=5_000,
        strip=True,
        error_messages={
            "required": _("Enter the question as you would say it aloud."),
            "max_length": _("The question is %(show_value)s characters long. Shorten it to %(limit_value)s."),
        },
        widget=forms.Textarea(attrs={"rows": 4, "autofocus": True}),
    )
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=1,
        max_value=30,
        help_text=_("With its probes."),
        error_messages={
            "required": _("Enter how many minutes the question takes."),
            "invalid": _("Enter the minutes as a whole number, such as 5."),
            "min_value": _("Choose from 1 to 30 minutes."),
            "max_value": _("Choose from 1 to 30 minutes."),
        },
    )
    version = forms.IntegerField(min_value=1, max_value=2_000_000_000, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    @classmethod
    def of(cls, question: Question, data: Any = None) -> "QuestionForm":
        """The form of a question, filled from it or from what was sent."""
        initial = {
            "prompt": question.prompt,
            "minutes": question.minutes,
            "version": question.skill.interview.version,
            "seen": as_seen(question),
        }
        return cls(data, initial=initial, auto_id=f"question-{question.pk}-%s")
