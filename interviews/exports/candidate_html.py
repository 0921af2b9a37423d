"""The candidate sheet as one HTML file that needs nothing beside it: to be attached, opened anywhere, printed."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from interviews.drafts import PlanDraft
from interviews.exports.candidate import CandidateSheet, Part, candidate_sheet
from interviews.exports.facts import Facts

_STYLE = Path(__file__).with_name("candidate.css")


def candidate_html(plan: PlanDraft, facts: Facts) -> bytes:
    """The sheet as an HTML file."""
    return "\n".join(_lines(candidate_sheet(plan, facts))).encode()


def _lines(sheet: CandidateSheet) -> Iterator[str]:
    title = escape(sheet.title)
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f"<title>{escape(sheet.kind)}: {title}</title>"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<style>\n{_STYLE.read_text('utf-8')}</style>\n</head>\n<body>\n<main>"
    yield f'<p class="kind">{escape(sheet.kind)}</p>\n<h1 lang="{sheet.language}" dir="auto">{title}</h1>'
    yield f'<p>{escape(sheet.lead)}</p>\n<dl class="blanks">'
    yield from (f"<div><dt>{escape(blank)}</dt><dd></dd></div>" for blank in sheet.blanks)
    yield "</dl>"
    for part in sheet.parts:
        yield from _part(part, sheet.language)
    yield f"<footer>{escape(sheet.footer)}</footer>\n</main>\n</body>\n</html>\n"


def _part(part: Part, language: str) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(part.heading)}</h2>"
    yield from (f"<p>{escape(sentence)}</p>" for sentence in part.sentences)
    if part.topics:
        yield f'<ul lang="{language}" dir="auto">'
        yield from (f"<li>{escape(topic)}</li>" for topic in part.topics)
        yield "</ul>"
    if part.items:
        yield "<ul>"
        yield from (f"<li>{escape(item)}</li>" for item in part.items)
        yield "</ul>"
    if part.last:
        yield f"<p>{escape(part.last)}</p>"
    yield "</section>"
