"""Plain text of RTF, as word processors put it on the clipboard. Follows the Rich Text Format specification 1.9.1."""

import codecs
import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-f]{2})|\\(?P<sign>[^a-z])|(?P<brace>[{}])|"
    r"[\r\n]+|(?P<text>[^\\{}\r\n]+)|\\",
    re.I | re.S,
)
_UNSEEN = frozenset(
    [
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf",
        "footer", "footerl", "footerr", "footerf", "footnote", "annotation", "generator", "listtable",
        "listoverridetable", "revtbl", "rsidtbl", "themedata", "colorschememapping", "latentstyles", "datastore",
        "xmlnstbl", "filetbl", "fldinst", "bkmkstart", "bkmkend", "pgdsctbl", "expandedcolortbl", "nonshppict",
        "shpinst",
    ]
)  # fmt: skip
_WRITES = {
    **dict.fromkeys(["par", "line", "row", "sect", "page"], "\n"),
    **dict.fromkeys(["emspace", "enspace", "qmspace"], " "),
    "tab": "\t",
    "cell": " | ",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
_SIGNS = {"~": " ", "_": "-", "-": "", "\n": "\n", "\r": "\n", "\\": "\\", "{": "{", "}": "}"}
_MARKERS = frozenset(["listtext", "pntext"])
_NUMBER = re.compile(r"\w{1,3}[.)]$")
MOST_DEPTH = 1_000


@dataclass(frozen=True)
class _Group:
    """What holds within a pair of braces: whether it is read, as a marker of a list, and how much follows a \\u."""

    is_seen: bool = True
    is_marker: bool = False
    fallback: int = 1


def from_rtf(markup: str) -> str:
    """The text with one line a paragraph and "- " before bullets; empty if there is none."""
    reader = _Reader()
    place = 0
    while match := _TOKEN.match(markup, place):
        place = match.end() + reader.read(match)
    lines = (re.sub(r"[ \t]+", " ", line).strip().removesuffix(" |") for line in reader.text().split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


class _Reader:
    def __init__(self) -> None:
        self._written: list[str] = []
        self._bytes = bytearray()
        self._marker: list[str] = []
        self._groups = [_Group()]
        self._page = "cp1252"
        self._skip = 0

    def text(self) -> str:
        """All that was read, halves of a letter joined."""
        self._decode()
        joined = "".join(self._written).encode("utf-16", "surrogatepass")
        return joined.decode("utf-16", "replace")

    def read(self, match: re.Match[str]) -> int:
        """Reads one token; how many further characters it swallows."""
        if match["byte"]:
            self._byte(int(match["byte"], 16))
            return 0
        if match["word"]:
            return self._word(match["word"].lower(), int(match["number"]) if match["number"] else None)
        if match["brace"]:
            self._brace(match["brace"])
        elif match["sign"]:
            self._sign(match["sign"])
        elif match["text"]:
            self._write(match["text"][self._skip :])
            self._skip = max(0, self._skip - len(match["text"]))
        return 0

    def _word(self, word: str, number: int | None) -> int:
        if word == "bin":
            return max(0, number or 0)
        if word == "u" and number is not None:
            self._write(chr(number % 65_536))
            self._skip = self._groups[-1].fallback
        elif word == "uc":
            self._change(fallback=max(0, min(number or 0, 10)))
        elif word == "ansicpg":
            self._page = _known(number)
        elif word in _MARKERS:
            self._change(is_marker=True)
        elif word in _UNSEEN:
            self._change(is_seen=False)
        elif word in _WRITES:
            self._write(_WRITES[word])
        return 0

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._change(is_seen=False)
        else:
            self._write(_SIGNS.get(sign, ""))

    def _brace(self, brace: str) -> None:
        self._decode()
        self._skip = 0
        if brace == "{" and len(self._groups) < MOST_DEPTH:
            self._groups.append(self._groups[-1])
        elif brace == "}" and len(self._groups) > 1:
            ended = self._groups.pop()
            if ended.is_marker and not self._groups[-1].is_marker:
                self._end_marker()

    def _end_marker(self) -> None:
        told = "".join(self._marker).strip()
        self._marker.clear()
        self._write(f"{told} " if _NUMBER.match(told) else "- ")

    def _byte(self, value: int) -> None:
        if self._skip:
            self._skip -= 1
        elif self._groups[-1].is_seen:
            self._bytes.append(value)

    def _write(self, words: str) -> None:
        self._decode()
        group = self._groups[-1]
        if group.is_seen:
            (self._marker if group.is_marker else self._written).append(words)

    def _decode(self) -> None:
        if self._bytes:
            words = self._bytes.decode(self._page, "replace")
            self._bytes.clear()
            (self._marker if self._groups[-1].is_marker else self._written).append(words)

    def _change(self, **changes: bool | int) -> None:
        last = self._groups[-1]
        values = {"is_seen": last.is_seen, "is_marker": last.is_marker, "fallback": last.fallback} | changes
        self._groups[-1] = _Group(bool(values["is_seen"]), bool(values["is_marker"]), int(values["fallback"]))


def _known(page: int | None) -> str:
    """The name of a code page, the western one if it is unknown."""
    try:
        codecs.lookup(f"cp{page}")
    except LookupError:
        return "cp1252"
    return f"cp{page}"
