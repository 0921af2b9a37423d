"""Sets a document in a process of its own: `python typesetting.py TEMPLATE`, data as JSON on standard input, PDF on
standard output. So the product's processes carry no typesetter, and a document that takes too long can be ended.

Characters that no font of the machine has are replaced, and the document says so."""

import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

import typst

INSTEAD = "[?]"
_UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_TRIES = 5
_SCRIPTS = {"HANGUL": "Korean", "ARABIC": "Arabic", "HEBREW": "Hebrew", "CJK": "Chinese", "HIRAGANA": "Japanese",
            "KATAKANA": "Japanese", "DEVANAGARI": "Hindi", "THAI": "Thai"}  # fmt: skip
_OTHERS = "symbols such as emoji"


def typeset(template: str, data: dict[str, Any]) -> bytes:
    """The document as tagged PDF. `data["unshown"]` is the sentence that stands in it when characters had to be
    replaced, with `{scripts}` for which, and empty in the document when there was no need."""
    sentence, data["unshown"] = data["unshown"], ""
    fonts = typst.Fonts()
    unshown: set[str] = set()
    for _try in range(_TRIES):
        try:
            return _compiled(template, data, fonts, ["ua-1"])
        except typst.TypstError as error:
            found = {_plain(text) for text in _UNSHOWN.findall(error.diagnostic)}
            if not found:
                raise
            unshown |= found
            data = _each(data, _replacing(found)) | {"unshown": sentence.format(scripts=_scripts(unshown))}
    return _compiled(template, data, fonts, [])


def _compiled(template: str, data: dict[str, Any], fonts: typst.Fonts, standards: list[Any]) -> bytes:
    inputs = {"data": json.dumps(data)}
    return typst.compile(template, font_paths=fonts, sys_inputs=inputs, format="pdf", pdf_standards=standards)


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _replacing(texts: Iterable[str]) -> Callable[[str], str]:
    longest_first = sorted(texts, key=len, reverse=True)
    found = re.compile("(?:" + "|".join(map(re.escape, longest_first)) + ")+")
    return lambda text: found.sub(INSTEAD, text)


def _each(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_each(item, change) for item in value]
    return {name: _each(item, change) for name, item in value.items()} if isinstance(value, dict) else value


def _scripts(texts: Iterable[str]) -> str:
    first_words = {unicodedata.name(letter, "").partition(" ")[0] for text in texts for letter in text}
    return ", ".join(sorted({_SCRIPTS.get(word, _OTHERS) for word in first_words}))


if __name__ == "__main__":
    sys.stdout.buffer.write(typeset(sys.argv[1], json.load(sys.stdin.buffer)))
