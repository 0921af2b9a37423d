"""Reads JSON and remembers where each value stands, so that a mistake can be told by its line and column.

Stricter than `json.loads`: a key that stands twice, NaN, a number that no column holds and a nesting that nobody means
are errors. No package was taken for it: those that keep positions (json-source-map, json-cfg) are unmaintained, and
none of them bounds depth or size."""

import re
from dataclasses import dataclass, field
from json import JSONDecodeError, JSONDecoder
from typing import Any

from interviews.drafts import normalise

Path = tuple[str | int, ...]

MOST_DEEP = 32
MOST_VALUES = 150_000
_MOST_DIGITS = 15

_DECODER = JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WORDS = {"true": True, "false": False, "null": None}
_WORD = re.compile(r"[-+]?[A-Za-z_$][\w$]*")
_STRING_ERRORS = {
    "Unterminated string": "this text has no closing quotation mark",
    "Invalid control character": "a line break or control character stands inside a text; write a line break as \\n",
    "Invalid \\": "a backslash stands before something that it cannot stand before; write a backslash as \\\\",
}


@dataclass(frozen=True)
class Spot:
    """Where something stands: line and column, both counted from 1."""

    line: int
    column: int


class MalformedError(ValueError):
    """The text is no JSON, or none that is read here. The message says why, in plain words."""

    def __init__(self, reason: str, spot: Spot) -> None:
        super().__init__(reason)
        self.spot = spot


@dataclass
class Located:
    """A JSON value with the place of each value in it. Texts are normalised."""

    value: Any
    _text: str
    _places: dict[Path, int] = field(default_factory=dict)

    def spot(self, path: Path) -> Spot:
        """Where the value at a path stands; of what is missing, where the thing stands that misses it."""
        while path not in self._places and path:
            path = path[:-1]
        return _spot(self._text, self._places.get(path, 0))


def located(text: str) -> Located:
    """Reads a JSON text. Raises MalformedError at the first thing that is wrong."""
    reader = _Reader(text)
    value, end = reader.value(reader.skip(0), ())
    end = reader.skip(end)
    if end != len(text):
        raise reader.wrong("something follows after the end of the JSON", end)
    return Located(value, text, reader.places)


def _spot(text: str, position: int) -> Spot:
    before = text.count("\n", 0, position)
    return Spot(before + 1, position - (text.rfind("\n", 0, position) + 1) + 1)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.places: dict[Path, int] = {}

    def wrong(self, reason: str, position: int) -> MalformedError:
        return MalformedError(reason, _spot(self.text, position))

    def skip(self, position: int) -> int:
        found = _SPACE.match(self.text, position)
        return found.end() if found else position

    def value(self, at: int, path: Path) -> tuple[Any, int]:
        if len(path) > MOST_DEEP:
            raise self.wrong(f"this is nested more than {MOST_DEEP} deep", at)
        if len(self.places) >= MOST_VALUES:
            raise self.wrong(f"the file holds more than {MOST_VALUES:,} values", at)
        self.places[path] = at
        match self.text[at : at + 1]:
            case "{":
                return self._object(at, path)
            case "[":
                return self._list(at, path)
            case '"':
                return self._string(at)
            case "":
                raise self.wrong("the JSON ends too early", at)
        return self._plain(at)

    def _object(self, at: int, path: Path) -> tuple[dict[str, Any], int]:
        made: dict[str, Any] = {}
        position = self.skip(at + 1)
        while self.text[position : position + 1] != "}" or made:
            if self.text[position : position + 1] != '"':
                raise self.wrong("a name in double quotation marks is missing here", position)
            name, after = self._string(position)
            if name in made:
                raise self.wrong(f"the name {name[:60]} stands here for the second time", position)
            after = self.skip(after)
            if self.text[after : after + 1] != ":":
                raise self.wrong("a colon is missing here", after)
            made[name], position = self.value(self.skip(after + 1), (*path, name))
            position, ended = self._next(position, "}")
            if ended:
                return made, position
        return made, position + 1

    def _list(self, at: int, path: Path) -> tuple[list[Any], int]:
        made: list[Any] = []
        position = self.skip(at + 1)
        while self.text[position : position + 1] != "]" or made:
            item, position = self.value(position, (*path, len(made)))
            made.append(item)
            position, ended = self._next(position, "]")
            if ended:
                return made, position
        return made, position + 1

    def _next(self, position: int, closing: str) -> tuple[int, bool]:
        """Past the comma, or past the closing bracket and True."""
        position = self.skip(position)
        letter = self.text[position : position + 1]
        if letter == closing:
            return position + 1, True
        if letter != ",":
            raise self.wrong(f"a comma or {closing} is missing here" if letter else "the JSON ends too early", position)
        after = self.skip(position + 1)
        if self.text[after : after + 1] == closing:
            raise self.wrong("a comma stands before the closing bracket; remove it", position)
        return after, False

    def _string(self, at: int) -> tuple[str, int]:
        try:
            text, end = _DECODER.raw_decode(self.text, at)
        except JSONDecodeError as error:
            reason = next((words for begin, words in _STRING_ERRORS.items() if error.msg.startswith(begin)), error.msg)
            raise self.wrong(reason, error.pos) from None
        return normalise(text), end

    def _plain(self, at: int) -> tuple[Any, int]:
        found = _NUMBER.match(self.text, at)
        if found:
            return self._number(found, at), found.end()
        word = _WORD.match(self.text, at)
        if word and word.group() in _WORDS:
            return _WORDS[word.group()], word.end()
        what = word.group()[:20] if word else self.text[at]
        raise self.wrong(f"{what} is no value of JSON", at)

    def _number(self, found: re.Match[str], at: int) -> int | float:
        whole, fraction, power = found.groups()
        if len(whole.lstrip("-")) > _MOST_DIGITS or len(power or "") > 4 or len(fraction or "") > 20:
            raise self.wrong("this number is too large or too long", at)
        if fraction is None and power is None:
            return int(whole)
        value = float(found.group())
        if abs(value) > 10**_MOST_DIGITS:
            raise self.wrong("this number is too large or too long", at)
        return value
