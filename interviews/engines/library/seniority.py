"""The level of a role, from its title and the years it asks for."""

import re

from interviews.drafts import Seniority

_TITLES: list[tuple[Seniority, re.Pattern[str]]] = [
    ("lead", re.compile(r"\b(director|head|chief|c[etiof]o|vp|vice president|president|manager|supervisor|superintendent|captain|lieutenant"
                        r"|sergeant|foreman|forewoman|co-?founder|principal|dean|registrar|(team|tech|technical|shift|crew) lead(er)?|lead|matron)\b")),
    ("senior", re.compile(r"\b(senior|sr|staff|expert|architect|master|iii|iv|specialist iii)\b")),
    ("entry", re.compile(r"\b(intern|internship|trainee|apprentice|graduate|junior|jr|entry|assistant|aide|helper|attendant|cashier|dishwasher|host"
                         r"|hostess|labou?rer|porter|clerk|cleaner|kitchen hand|packer|picker|unloader|crew member|scribe)\b")),
]  # fmt: skip
_NOT_LEAD = re.compile(r"\b(account|project|product|program|programme|case|office|community|category|relationship|data|content|property"
                       r"|social media|customer success) manager\b|\bassistant (manager|director)\b|\bassistant to\b|\blead generation\b|\bexecutive assistant\b")  # fmt: skip
_ASSISTANT = re.compile(
    r"\b(executive|personal|legal|research|physician|teaching|medical) assistant\b|\bassistant to\b|\bassistant (manager|director|professor)\b"
)
_YEARS = re.compile(
    r"\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s*(?:\(\d+\)\s*)?\+?\s*(?:(?:-|–|to)\s*(?:\d{1,2}|\w+)\s*\+?\s*)?(?:or more )?(?:years?|yrs?)\b"
)
_WORDS = {word: number for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}


def seniority(role: str, text: str) -> Seniority:
    """entry, mid, senior or lead: the title decides, the years asked for settle what it leaves open."""
    title = role.lower()
    named = next((level for level, pattern in _TITLES if pattern.search(title) and not _excepted(level, title)), None)
    if named:
        return named
    years = _years(text.lower())
    if years is None:
        return "entry" if re.search(r"\bno (prior |previous )?experience\b|\bentry[- ]level\b", text.lower()) else "mid"
    return "senior" if years >= 5 else "mid"


def _excepted(level: Seniority, title: str) -> bool:
    if level == "lead":
        above = re.search(r"\b(senior manager|head|director|chief|vp)\b", title) and not re.search(
            r"\bassistant (to|director)\b", title
        )
        return bool(_NOT_LEAD.search(title)) and not above
    return level == "entry" and bool(_ASSISTANT.search(title))


def _years(text: str) -> int | None:
    found = [
        _number(match.group(1))
        for match in _YEARS.finditer(text)
        if "experience" in text[match.start() : match.end() + 120]
    ]
    sensible = [years for years in found if years <= 15]
    return min(sensible) if sensible else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS[word]
