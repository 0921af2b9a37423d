"""Words of a job description, marked or pasted."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interviews.drafts import Evidence
from interviews.edits.evidence import found, marked
from interviews.edits.refusals import EditRefused
from interviews.forms.text import PlainText
from interviews.models import Interview


class PhraseForm(forms.Form):
    """The words, where they were marked (code points; missing when they were pasted), and whose evidence they are."""

    words = PlainText(
        label=_("Words of the description"),
        max_length=4_000,
        help_text=_("Paste them as they stand there."),
        error_messages={
            "required": _("Enter the words that you want to mark."),
            "max_length": _("Mark a shorter phrase, of at most 2000 characters."),
        },
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    start = forms.IntegerField(required=False, min_value=0, max_value=1_000_000, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=0, max_value=1_000_000, widget=forms.HiddenInput)
    skill = forms.ChoiceField(label=_("Evidence of"), required=False)

    def __init__(self, description: str, skills: Any, data: Any = None, **options: Any) -> None:
        """`skills`: pairs of an id and a name."""
        super().__init__(data, auto_id="phrase-%s", **options)
        self._description = description
        self.fields["skill"].choices = [("", _("Choose a skill")), *skills]  # type: ignore[attr-defined]
        self.span: Evidence | None = None

    @classmethod
    def of(cls, interview: Interview, data: Any = None) -> "PhraseForm":
        """The form for an interview that was read with its plan, empty or with what was sent."""
        return cls(interview.description, [(str(skill.pk), skill.name) for skill in interview.skills.all()], data)

    def clean(self) -> dict[str, Any]:
        """The words are in the description; `span` says where."""
        chosen = self.cleaned_data
        if "words" not in chosen:
            return chosen
        start, end = chosen.get("start"), chosen.get("end")
        try:
            if start is None or end is None:
                self.span = found(self._description, chosen["words"])
            else:
                self.span = marked(self._description, start, end, chosen["words"])
        except EditRefused as error:
            self.add_error("words", str(error))
        return chosen
