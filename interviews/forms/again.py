"""How something is to be written again."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from interviews.drafts import MOST_INSTRUCTION
from interviews.forms.numbers import whole
from interviews.forms.text import PlainText
from interviews.models import Interview, Team
from interviews.services.generation import default_engine
from interviews.services.regeneration import Again

_KINDS = {
    "question": _("Write this question again"),
    "skill": _("Write the questions of this skill again"),
    "questions": _("Write these questions again"),
    "interview": _("Write all that is not locked again"),
    "new": _("Have a question written"),
}


class AgainForm(forms.Form):
    """An instruction, if there is one, and who writes; what it is about stands beside it."""

    kind = forms.ChoiceField(choices=list(_KINDS.items()), widget=forms.HiddenInput)
    identifier = forms.IntegerField(required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput)
    instruction = PlainText(
        label=_("How, if you have a wish"),
        required=False,
        max_length=MOST_INSTRUCTION,
        help_text=_(
            "For example: shorter, for a night shift, about a customer who complains. Leave it empty for another one."
        ),
        error_messages={
            "max_length": _("The instruction is %(show_value)s characters long. Shorten it to %(limit_value)s.")
        },
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    engine = forms.ChoiceField(
        label=_("Who writes"),
        required=False,
        choices=Team.Engine.choices,
        help_text=_(
            "The built-in engine chooses another question of its library; only the language model follows a wish."
        ),
        error_messages={"invalid_choice": _("Choose who writes from the list.")},
    )

    @classmethod
    def about(cls, interview: Interview, query: QueryDict, *, sent: bool = False) -> "AgainForm":
        """The form for what an address or a sent form names; without anything, for all that is not locked."""
        kind = query.get("kind", "interview")
        initial = {"kind": kind, "identifier": query.get("identifier"), "engine": default_engine(interview.team)}
        data: Any = query if sent else None
        place = f"{kind}-{query.get('identifier', '')}"
        form = cls(data, initial=initial, auto_id=f"again-{place}-%s")
        form.chosen = [whole(one) for one in query.getlist("question") if whole(one)]
        if not settings.LANGUAGE_MODEL.configured:
            del form.fields["engine"], form.fields["instruction"]
        return form

    chosen: list[int]

    @property
    def title(self) -> Any:
        """What it is about, as a heading and on the button."""
        return _KINDS.get(str(self["kind"].value()), _KINDS["interview"])

    @property
    def element(self) -> str:
        """The id of the element that shows the form in the plan."""
        kind, identifier = self["kind"].value(), self["identifier"].value()
        if kind == "new":
            return f"skill-{identifier}-proposal"
        return f"question-{identifier}-proposal" if kind == "question" else f"skill-{identifier}-again"

    @property
    def is_new(self) -> bool:
        """Whether a question is written that was not there."""
        return str(self["kind"].value()) == "new"

    @property
    def begun(self) -> str:
        """What is said when a worker was asked."""
        if self.is_new:
            return str(_("A question is being written. What is proposed will stand under its skill."))
        return str(_("It is being written again. The proposal will stand beside the old text."))

    @property
    def shown_at(self) -> int | None:
        """The skill where it was asked for, if it was at one."""
        return self.cleaned_data["identifier"] if self.cleaned_data["kind"] == "skill" else None

    def clean(self) -> dict[str, Any]:
        """A question or a skill is named where one is meant."""
        sent = self.cleaned_data
        if sent.get("kind") in {"question", "skill", "new"} and not sent.get("identifier"):
            raise forms.ValidationError(_("Say which one: open the plan and choose “Write again” beside it."))
        if sent.get("kind") == "questions" and not self.chosen:
            raise forms.ValidationError(_("Choose at least one question."))
        return sent

    def again(self) -> Again:
        """What the service is asked for."""
        sent = self.cleaned_data
        return Again(
            sent["kind"],
            sent["identifier"],
            sent.get("instruction", ""),
            questions=tuple(self.chosen),
            engine=sent.get("engine") or None,
        )
