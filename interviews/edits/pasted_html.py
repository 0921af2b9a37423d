"""Plain text of HTML as word processors and browsers put it on the clipboard."""

import re
from html.parser import HTMLParser

_SPACED = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre"])
_LINES = frozenset(["div", "tr", "li", "section", "article", "header", "footer", "dt", "dd", "body"])
_UNSEEN = frozenset(["head", "style", "script", "title", "xml", "template", "noscript"])
_NUMBER = re.compile(r"\w{1,3}[.)]$")
_MARKER = re.compile(r"\s*(?:-|\d+\.) $")


def from_html(markup: str) -> str:
    """Paragraphs with an empty line between them, bullets with "- ", numbers, table cells with " | "; empty if none."""
    reader = _Reader()
    reader.feed(_without_declarations(markup))
    reader.close()
    return reader.text()


def _without_declarations(markup: str) -> str:
    """Without comments, conditional ones of a word processor included, and without what a clipboard puts before."""
    kept, place = [], max(0, markup.find("<"))
    while (start := markup.find("<!", place)) >= 0:
        closing = "-->" if markup.startswith("<!--", start) else ">"
        end = markup.find(closing, start)
        kept.append(markup[place:start])
        place = len(markup) if end < 0 else end + len(closing)
    return "".join([*kept, markup[place:]])


class _Reader(HTMLParser):
    """Writes line after line; `_gap` asks for an empty one before the next."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line = ""
        self._gap = False
        self._unseen = 0
        self._lists: list[int | None] = []
        self._spans: list[bool] = []
        self._marker: str | None = None
        self._was_listed = False

    def text(self) -> str:
        """All that was read."""
        self._end_line()
        return "\n".join(self._lines).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins a line where the tag does."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "br":
            self._gap = self._gap or not self._line.strip()
            self._end_line()
        elif tag == "span":
            self._begin_span(dict(attrs).get("style") or "")
        elif tag in ("ul", "ol"):
            self._end_line(gap=not self._lists)
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._begin_item()
        elif tag in ("td", "th"):
            self._line += " | " if self._line.strip() else ""
        else:
            self._begin_block(tag, dict(attrs).get("class") or "")

    def handle_endtag(self, tag: str) -> None:
        """Ends a line where the tag does."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "span" and self._spans:
            self._end_span(is_marker=self._spans.pop())
        elif tag in ("ul", "ol"):
            self._lists = self._lists[:-1]
            self._end_line(gap=not self._lists)
        elif tag in _SPACED:
            self._end_line(gap=not self._lists)
        elif tag in _LINES:
            self._end_line()

    def handle_data(self, data: str) -> None:
        """Adds words to the line."""
        if self._unseen:
            return
        words = re.sub(r"\s+", " ", data)
        if self._marker is not None:
            self._marker += words
        else:
            self._line += words if self._line.strip() else words.lstrip()

    def _begin_block(self, tag: str, styled: str) -> None:
        is_listed = styled.lower().startswith("msolist")
        if _MARKER.fullmatch(self._line):
            return
        if tag in _SPACED:
            self._end_line(gap=not self._lists)
            self._gap = self._gap and not (is_listed and self._was_listed)
            self._was_listed = is_listed
        elif tag in _LINES:
            self._end_line()

    def _begin_item(self) -> None:
        self._end_line()
        indent = "  " * max(0, len(self._lists) - 1)
        number = self._lists[-1] if self._lists else None
        if number is not None:
            self._lists[-1] = number + 1
        self._line = f"{indent}- " if number is None else f"{indent}{number + 1}. "

    def _begin_span(self, style: str) -> None:
        is_marker = "mso-list:ignore" in style.lower().replace(" ", "") and self._marker is None
        self._spans.append(is_marker)
        if is_marker:
            self._marker = ""

    def _end_span(self, *, is_marker: bool) -> None:
        if is_marker and self._marker is not None:
            told = self._marker.strip()
            self._line = f"{told} " if _NUMBER.match(told) else "- "
            self._marker = None

    def _end_line(self, *, gap: bool = False) -> None:
        line = re.sub(r"(?<=\S) +", " ", self._line).rstrip()
        if line and not _MARKER.fullmatch(f"{line} "):
            if self._gap and self._lines:
                self._lines.append("")
            self._lines.append(line)
            self._gap = False
        self._line = ""
        self._gap = self._gap or gap
