"""A text as people paste it."""

import unicodedata
from typing import Any

from django import forms

from interviews.drafts import normalise
from interviews.edits.pasting import plain_text


class PlainText(forms.CharField):
    """A text that enters by `normalise`, pasted RTF and HTML by `plain_text` before. Blank counts as missing; space
    around it is kept unless `strip` is set.

    The widget says `dir="auto"`, so that Arabic and Hebrew read from their side. The longest length is checked here and
    never given to the browser, which would cut a pasted text silently."""

    def __init__(self, *, strip: bool = False, **options: Any) -> None:
        super().__init__(strip=strip, **options)

    def to_python(self, value: Any) -> Any:
        """The normalised text; blank becomes empty."""
        text = super().to_python(normalise(plain_text(str(value or "")))) or ""
        return text if text.strip() else ""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Leaves the limits to the server."""
        return {"dir": "auto"}


class NameText(PlainText):
    """A name in one line, without signs that nobody sees or that turn the text round."""

    def to_python(self, value: Any) -> Any:
        """The name as it is read."""
        text = super().to_python(value)
        seen = (sign if unicodedata.category(sign) not in {"Cf", "Cc"} else " " for sign in text)
        return " ".join("".join(seen).split())
