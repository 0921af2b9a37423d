"""What people say about a plan, by a link or as members, and for whom a link is made."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interviews.forms.text import NameText, PlainText
from interviews.models import Approval

LONGEST = 4_000
_TOO_LONG = _("This is %(show_value)s characters long. Shorten it to %(limit_value)s.")


def _text(rows: int, **more: Any) -> PlainText:
    return PlainText(
        max_length=LONGEST,
        strip=True,
        error_messages={"max_length": _TOO_LONG, "required": _("Write the comment first, then send it.")},
        widget=forms.Textarea(attrs={"rows": rows}),
        **more,
    )


class ReviewForm(forms.Form):
    """All that can be said on the page of a link: a comment on each part, and a word on the whole.

    A button sends the comment beside it (`send` names the part); a decision sends every comment that was typed."""

    name = NameText(
        label=_("Your name"),
        max_length=200,
        strip=True,
        help_text=_("Your comments are signed with it."),
        error_messages={
            "required": _("Enter your name, so that the team knows who says it."),
            "max_length": _("The name is %(show_value)s characters long. Shorten it to %(limit_value)s."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    version = forms.IntegerField(min_value=1, max_value=2_000_000_000, widget=forms.HiddenInput)
    send = forms.CharField(required=False, max_length=40)
    decision = forms.ChoiceField(required=False, choices=Approval.Decision.choices)

    def __init__(self, keys: Iterable[str], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.keys = list(keys)
        for key in self.keys:
            self.fields[_field(key)] = _text(3, required=False)
        self.fields["note"] = _text(4, required=False, label=_("Note to the team"))

    def talk(self, key: str) -> Any:
        """The field for a comment on a part."""
        return self[_field(key)]

    def clean(self) -> dict[str, Any]:
        """What the pressed button sends is there."""
        pressed, decision = self.cleaned_data.get("send", ""), self.cleaned_data.get("decision", "")
        if decision == Approval.Decision.CHANGES and self._is_missing("note"):
            self.add_error("note", _("Write what should change, so that the team can act on it."))
        if not decision and "decision" not in self.errors:
            place = _field(pressed if pressed in self.keys else self.keys[0])
            if self._is_missing(place):
                self.add_error(place, _("Write the comment first, then send it."))
        return self.cleaned_data

    def _is_missing(self, name: str) -> bool:
        return name not in self.errors and not self.cleaned_data.get(name)

    def sent(self) -> dict[str, str]:
        """The comments that were sent, by key: the one beside the button, with a decision all that were typed."""
        chosen = self.cleaned_data
        typed = {key: chosen[_field(key)] for key in self.keys if chosen.get(_field(key))}
        if chosen["decision"]:
            return typed
        return {key: text for key, text in typed.items() if key == chosen["send"]}

    def kept(self) -> dict[str, str]:
        """What was typed and not sent, by field."""
        sent = {_field(key) for key in self.sent()} | ({"note"} if self.cleaned_data["decision"] else set())
        names = [*(_field(key) for key in self.keys), "note"]
        return {name: self.cleaned_data[name] for name in names if name not in sent and self.cleaned_data.get(name)}


def _field(key: str) -> str:
    return f"on-{key}"


class LinkForm(forms.Form):
    """For whom a link is made."""

    recipient = NameText(
        label=_("For whom"),
        max_length=200,
        strip=True,
        help_text=_("A name, such as Helen Marsh. Make one link for each person, so that you can tell who said what."),
        error_messages={
            "required": _("Enter for whom the link is."),
            "max_length": _("The name is %(show_value)s characters long. Shorten it to %(limit_value)s."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class CommentForm(forms.Form):
    """A comment of a member of the team, and what it is about."""

    about = forms.ChoiceField(
        label=_("About"),
        error_messages={"invalid_choice": _("This is not in the plan any more. Choose again what it is about.")},
    )
    text = _text(4, label=_("Comment"))

    def __init__(self, choices: list[tuple[str, str]], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["about"]
        field.choices = choices


class AnswerForm(forms.Form):
    """The team's answer to a comment."""

    text = _text(3, label=_("Answer"))
