"""A description cut into clauses, with the exact place of each. Every step takes time linear in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from interviews.engines.library.data import words_of

_BREAK = "\n"
_BLANK = "\x1f"
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,14})\b[^<>]{0,300}>|<!--.{0,300}?-->|&(?:nbsp|amp|lt|gt|quot|#\d{1,5});")
_INLINE = frozenset(["a", "b", "i", "em", "strong", "span", "u", "font", "code", "small", "sup", "sub"])
_PRIVATE = re.compile(
    r"(?:https?://|www\.)\S{1,500}|#(?:URL|EMAIL|PHONE)_\w{1,80}#?|<[A-Z_]{3,20}>"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
    r"|(?<![\w.])\+?\(?\d[\d() .-]{8,18}\d(?!\w)"
    r"|[$£€¥]\s?\d[\d,.]*(?:\s?[kK]\b)?\s?(?:-|–|to)\s?[$£€¥]?\s?\d[\d,.]*(?:\s?[kK]\b)?"
    r"(?:\s?(?:/|per |an? |p\.?)\s?\w{1,6})?"
    r"|[$£€¥]\s?\d[\d,.]*(?:\s?[kK]\b)?\s?(?:/\s?|per |an? |p\.?)(?:hr|hour|year|yr|annum|month|week|a|h)\b"
    r"|[$£€¥]\s?\d{1,3}(?:\.\d\d)?\b(?![\d,.]|\s?(?:[kKmM]|bn|million|billion)\b)|[$£€¥]\s?\d{2,3},\d{3}\b"
    r"|(?:linkedin|facebook|instagram|x|twitter)\.com/\S{1,100}|(?<![\w@])@[A-Za-z]\w{2,30}"
    r"|\b(?:[Ss]kype|[Tt]elegram|WhatsApp|[Ee]xtension|[Ee]xt\.?)[: ]{1,2}[\w.+-]*\d[\w.+-]{1,30}"
    r"|\b[Bb]orn (?:on )?\d[\d./-]{3,10}"
    r"|\b\d{1,5}[A-Za-z]? [A-Z][a-z]{2,20} (?:Street|Road|Avenue|Lane|Drive|Boulevard)\b"
    r"|\b\d{2,3},\d{3}\s?(?:USD|EUR|GBP|dollars|euros|pounds)\b"
    r"|\b(?:Mr|Mrs|Ms|Dr|Prof|Professor)\.? [A-Z]\w{1,30}(?: [A-Z]\w{1,30})?"
    r"|\{[{%].{0,200}?[%}]\}|\$\{.{0,200}?\}|<%.{0,200}?%>|\{\w{1,40}\|[^{}]{0,100}\}"
)
_NAME = re.compile(
    r"\b(?P<given>[A-ZÀ-Ž][a-zà-ž]{1,14}|[A-Z]{3,15})(?: [A-Z]\.)?"
    r" (?:(?:van|von|de|da|del|al|bin|el|la|le|Ní|Ó|Mac|der|den) ){0,2}[A-ZÀ-Ž][\w’'-]{1,25}\b"
)
_SCRIPT = re.compile(r"<(script|style)\b[^>]{0,300}>.*?(?:</\1\s*>|\Z)", re.I | re.S)
_CAPITAL = re.compile(r"\b[A-ZÀ-Ž][\w]{1,14}\b")
_MAKERS = (
    "Carl Zeiss", "Kelly Services", "Robert Half", "Mary Kay", "Martin Guitars", "Julia Language", "Adam Optical",
    "John Deere", "James Hardie", "Max Planck", "Louis Vuitton", "Hugo Boss", "Philip Morris",
)  # fmt: skip
_BOUNDARY = re.compile(
    r"\n|[|\t;•●▪▫◦‣■□◆►➢➤✓✔✦★·\uf0b7\uf0a7]"
    r"|(?<=\s)[*–—-]\s+(?=[A-Z*])"
    r"|(?<=[a-z\d)][.!?])[\"'”’)\]]{0,3}(?:\s+(?=[\"'“‘(]?[A-Z\d])|(?=[A-Z][a-z]))"
    r"|(?<=[A-Z][A-Z][.!?])\s+(?=[A-Z])"
    r"|(?<=[!?])[!?]*(?=[A-Z])"
    r"|\s(?=\(?\d{1,2}[.)]\s+[A-Z])"
    r"|(?<=[a-z]),(?=[A-Z][a-z])"
)
_SHORT = re.compile(
    r"\b(?:e\.?g|i\.?e|etc|vs|incl|approx|min|max|no|nos|st|mr|mrs|ms|dr|inc|ltd|co|corp|dept|sr|jr|u\.s)\.$", re.I
)
_LEAD = re.compile(r"(?:[\s\x1f*#>_~=–—+-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)](?=\s)|\[[ xX]?\])+")
_MARKS = "*-–—+•[("
_GLYPHS = frozenset("|•●▪▫◦‣■□◆►➢➤✓✔✦★·\uf0b7\uf0a7*–—-")
_TAIL = re.compile(r"[\s\x1f*#_~=,.;:–—-]+$")


@dataclass(frozen=True)
class Piece:
    """A stretch of the description between two boundaries, trimmed.

    `opens_line` if nothing stands before it on its line or in its cell; `stopped` if it ends like a sentence; `marked`
    if a bullet, a number or the edge of a cell stands before it; `later` if it shares its line with a piece before."""

    start: int
    end: int
    text: str
    opens_line: bool
    colon: bool
    stopped: bool = False
    marked: bool = False
    later: bool = False


def masked(description: str) -> str:
    """The description in the same length; mark-up personal data (addresses, numbers, pay,
    names) and marks of templates are blank."""
    text = _SCRIPT.sub(lambda match: " " * len(match.group()), description) if "<" in description else description
    text = _TAG.sub(_without_tag, text)
    text = _PRIVATE.sub(lambda match: _BLANK * len(match.group()), text)
    return _without_names(text)


def _without_names(text: str) -> str:
    """Blanks for each given name and what follows it in capitals: "Report to Anna Kowalski"."""
    kept, place = [], 0
    for word in _CAPITAL.finditer(text):
        match = _NAME.match(text, word.start()) if word.start() >= place and _is_given(word.group()) else None
        if match and match.group() not in _MAKERS:
            kept += [text[place : match.start()], _BLANK * len(match.group())]
            place = match.end()
    return "".join([*kept, text[place:]])


def _is_given(word: str) -> bool:
    return (word.capitalize() if word.isupper() else word) in given_names()


@cache
def given_names() -> frozenset[str]:
    """Common given names that are no ordinary words, places or products."""
    return frozenset(words_of("names.txt"))


def _without_tag(match: re.Match[str]) -> str:
    whole, name = match.group(), (match.group(1) or "").lower()
    if whole.startswith("&"):
        return ("&" if whole == "&amp;" else " ") + " " * (len(whole) - 1)
    if not name and not whole.startswith("<!"):
        return whole
    if whole.strip("<>").isupper() and "_" not in whole and len(name) > 3:
        return whole
    return (" " if name in _INLINE else _BREAK) + " " * (len(whole) - 1)


def pieces(description: str) -> Iterator[Piece]:
    """The pieces of a description in order. `description[piece.start:piece.end]` is where each one stands."""
    text = masked(description)
    start, opens_line, marked, later = 0, True, False, False
    for match in _BOUNDARY.finditer(text):
        if _SHORT.search(text, max(start, match.start() - 8), match.start()):
            continue
        yield from _trimmed(text, (start, match.start()), opens_line, marked, later)
        said, mark = text[start : match.start()].strip(), match.group()[:1]
        opens_line = mark in ("\n", "|") or (opens_line and not said)
        marked, later = mark in _GLYPHS, mark != "\n" and (later or bool(said))
        start = match.end()
    yield from _trimmed(text, (start, len(text)), opens_line, marked, later)


def _trimmed(text: str, place: tuple[int, int], opens_line: bool, marked: bool, later: bool) -> Iterator[Piece]:
    start, end = place
    lead = _LEAD.match(text, start, end)
    marked |= lead is not None and any(letter in _MARKS or letter.isdigit() for letter in lead.group())
    start = lead.end() if lead else start
    tail = _TAIL.search(text[start:end][-200:])
    colon = tail is not None and ":" in tail.group()
    end = end - len(tail.group()) if tail else end
    if any(letter.isalpha() for letter in text[start:end]):
        stopped = tail is not None and "." in tail.group()
        stopped |= text[end - 1] in "!?"
        yield Piece(start, end, text[start:end], opens_line, colon, stopped, marked, later)
