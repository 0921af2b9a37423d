"""Makes plain text of what a clipboard held, where it held markup; ordinary text stays as it is."""

import re

from interviews.edits.pasted_html import from_html
from interviews.edits.pasted_rtf import from_rtf

# What is longer than any description is no paste of ours; it is left as it is.
MOST_LETTERS = 600_000

_BLOCKS = r"html|body|p|div|span|b|i|u|em|strong|a|font|h[1-6]|ul|ol|li|table|blockquote|pre|section|article|center"
_CLIPBOARD = re.compile(r"\s*Version:\d\.\d\s+(?:StartHTML|EndHTML|StartFragment|EndFragment|SourceURL):")
_OPENS = re.compile(rf"\s*<(?:!doctype\b|!--|meta\b|link\b|style\b|(?P<tag>{_BLOCKS})(?=[\s>]))", re.I)
_CLOSES_ANY = re.compile(rf"</(?:{_BLOCKS})\s*>", re.I)
_RTF = re.compile(r"\s*\{\\rtf\d?\\?")


def plain_text(pasted: str) -> str:
    """The text of pasted RTF or HTML with its paragraphs and bullets; anything else exactly as it came.

    Markup is what begins with `{\\rtf`, or what begins with a tag of a text, closes it again and ends with a tag:
    "if a < b", "List<String>", "{name}" and "What does <div> do?" are no markup. What holds no text stays too."""
    if len(pasted) > MOST_LETTERS:
        return pasted
    if _RTF.match(pasted):
        return from_rtf(pasted) or pasted
    return (from_html(pasted) or pasted) if _is_html(pasted) else pasted


def _is_html(pasted: str) -> bool:
    if _CLIPBOARD.match(pasted) and "<" in pasted:
        return True
    opens = _OPENS.match(pasted)
    if not opens or not pasted.rstrip().endswith(">"):
        return False
    tag = opens["tag"]
    return bool(re.search(rf"</{tag}\s*>", pasted, re.I) if tag else _CLOSES_ANY.search(pasted))
