"""Taking an exported plan in: a file, or its text."""

import hashlib
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interviews.drafts import normalise
from interviews.exports.incoming import MOST_BYTES
from interviews.forms.text import PlainText

# A larger text in a field makes a browser slow; who has such a file mends it in an editor.
MOST_SHOWN = 300_000


def _digest(text: str) -> str:
    return hashlib.sha256(text.strip().encode()).hexdigest()


class ImportForm(forms.Form):
    """One of the two. `content` and `name` are what was given, once the form is valid; `name` is empty for a text."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        allow_empty_file=True,
        max_length=255,
        help_text=_("The JSON that Export, Plan as JSON gives, of at most 2 MB."),
        error_messages={"max_length": _("The name of the file is too long. Shorten it.")},
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )
    text = PlainText(
        label=_("Or its text"),
        required=False,
        help_text=_("Paste what stands in the file."),
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "class": "code", "autocomplete": "off"}),
    )

    shown = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    @classmethod
    def to_mend(cls, earlier: "ImportForm") -> "ImportForm":
        """An empty form that shows what was refused, as text. A new file then counts more than that text."""
        text = earlier.mendable
        return cls(initial={"text": text, "shown": _digest(text) if earlier.name else ""})

    def clean(self) -> dict[str, Any]:
        """Takes the file or the text, not both and not neither."""
        given: dict[str, Any] = super().clean() or {}
        file, text = given.get("file"), given.get("text")
        if file is not None and text and _digest(text) == given.get("shown"):
            text = ""
        if file is not None and text:
            raise forms.ValidationError(_("You gave both a file and a text. Choose the file again or keep the text."))
        if file is None and not text and not self.errors:
            raise forms.ValidationError(_("Choose a file, or paste its text."))
        self.name: str = file.name if file is not None else ""
        self.content: bytes = (file.read(MOST_BYTES + 1) if file is not None else (text or "").encode()) or b""
        return given

    @property
    def mendable(self) -> str:
        """The text of what was given, to be mended in the field; empty where it is no text or too long for that."""
        if len(self.content) > MOST_SHOWN:
            return ""
        try:
            return normalise(self.content.decode("utf-8-sig"))
        except UnicodeDecodeError:
            return ""
