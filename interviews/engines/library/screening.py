"""What the interview does not ask: lawful conditions to settle first, and what a certificate or a test shows better."""

import re
from dataclasses import replace

from interviews.drafts import Evidence
from interviews.engines.library.conditions import is_screening, plain, rules, unnegated
from interviews.engines.library.grammar import grammar
from interviews.engines.library.posting import Line, Posting
from interviews.engines.library.quoting import evidence

_LANGUAGES = re.compile(
    r"\b(English|Spanish|French|German|Italian|Portuguese|Dutch|Polish|Russian|Turkish|Arabic|Hebrew|Hindi|Mandarin|Cantonese|Chinese"
    r"|Japanese|Korean|Vietnamese|Tagalog|Swedish|Danish|Norwegian|Finnish|Czech|Greek|Ukrainian|Urdu|Farsi|Armenian"
    r"|Sign Language)\b"
)
_DRIVING = re.compile(r"^CDL$|driv\w*.{0,3} licen[cs]e", re.I)
_SPOKEN = re.compile(r"\b(fluen|bilingual|speak|spoken|languages?\b|proficien|native|written|oral|verbal|c1|b2)", re.I)
_FIELD = re.compile(
    r"(?:\bdegree|\bmajor|\bdiploma|\bBachelor'?s?|\bMaster'?s?|\bPh\.?D\.?|\bB\.?S\.?c?|\bMBA)(?: degree)? in "
    r"(?:an? )?([^;.()]{3,160})"
)
_FIELD_END = re.compile(
    r",? (?:or (?:a )?(?:related|similar|equivalent|closely)|and |with |from |which|plus|required|preferred|;).*|,.*"
)
LENGTH = "Length of experience"
_LENGTH = re.compile(
    r"\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|ten)\b.{0,20}\b(?:years?|yrs?|months?)\b"
    r".{0,60}\b(?:experience|as an?)\b"
    r"|\bexperience\b.{0,30}\b(?:years?|yrs?)\b",
    re.I,
)


NEVER = ("noise", "heading")
# A wish is no knock-out; and what stands among benefits or about the house is no demand, hours and papers excepted.
ONLY_FIRST = {"screen_first": ("nice",), "assess_elsewhere": ("benefit", "about")}


def screen_first(posting: Posting) -> list[str]:
    """Lawful conditions that the description names, as neutral sentences, each once."""
    return [f'{label}: {action} ("{quote}").' for label, quote, action in _found(posting, "screen_first")]


def _found(posting: Posting, name: str) -> list[tuple[str, str, str]]:
    found: dict[str, tuple[str, str, str]] = {}
    for clause in posting.clauses:
        if clause.kind in NEVER or (clause.kind in ONLY_FIRST[name]):
            continue
        for label, pattern, action in rules()[name]:
            match = pattern.search(plain(clause))
            if match and posting.learned.touches(clause.start + match.start(), clause.start + match.end()):
                continue
            if match and label not in found and unnegated(clause, match.start()):
                quote = _shortened(evidence(clause, posting.description, clause.start + match.start()).quote)
                if quote not in {known for _, known, _ in found.values()}:
                    found[label] = (label, quote, action)
    return list(found.values())


def _shortened(quote: str, most: int = 16) -> str:
    tokens = quote.split()
    return " ".join(tokens) if len(tokens) <= most else " ".join(tokens[:most]).rstrip(",;:") + " …"


def assess_elsewhere(posting: Posting) -> list[str]:
    """What a certificate, a test or a reference shows better than an interview."""
    found = []
    for label, quote, action in _found(posting, "assess_elsewhere"):
        fields = _fields(posting) if label == "Degree" else ""
        found.append(f"{label} in {fields}: {action}." if fields else f'{label}: {action} ("{quote}").')
    found += [f'{LENGTH}: read it in the application ("{quote}").' for quote in _lengths(posting)]
    found += [f"{name}: check the certificate." for name in _certificates(posting)]
    found += [
        f"{language}: use a short language test, as far as the work needs it." for language in _languages(posting)
    ]
    return found


def beyond_condition(line: Line, description: str) -> list[Evidence]:
    """The work that a line asks for beside a condition: "take part in the on-call rota and lead incident reviews"."""
    found = []
    for action in line.actions if line.clause.kind == "duty" else ():
        start, end = action.verb_word.start, action.objects[-1].end
        here = line.clause.text[start - line.clause.start : end - line.clause.start]
        if action.verb not in grammar()["light"] and not is_screening(replace(line.clause, text=here)):
            found.append(Evidence(quote=description[start:end], start=start, end=end))
    return found


def _fields(posting: Posting) -> str:
    for clause in posting.clauses:
        match = _FIELD.search(clause.text) if clause.kind not in ("noise", "benefit") else None
        if match:
            field = _FIELD_END.sub("", match.group(1).split("\x1f")[0]).strip()
            if 1 <= len(field.split()) <= 5:
                return field
    return ""


def _lengths(posting: Posting) -> list[str]:
    """The first clause that asks for years in the work."""
    for clause in posting.clauses:
        match = _LENGTH.search(clause.text) if clause.kind == "requirement" else None
        if match and unnegated(clause, match.start()):
            return [_shortened(evidence(clause, posting.description, clause.start + match.start()).quote)]
    return []


def _certificates(posting: Posting) -> list[str]:
    names = [
        mention.term.name for line in posting.lines for mention in line.mentions if mention.term.kind == "certificate"
    ]
    settled = " ".join(screen_first(posting)).lower()
    licence = "driving licence" in settled
    return [
        name for name in dict.fromkeys(names) if name.lower() not in settled and not (licence and _DRIVING.search(name))
    ]


def _languages(posting: Posting) -> list[str]:
    names: list[str] = []
    for clause in posting.clauses:
        if clause.kind in ("requirement", "nice", "duty", "procedure") and _SPOKEN.search(clause.text):
            names += [m.group(1) for m in _LANGUAGES.finditer(clause.text) if unnegated(clause, m.start())]
    return list(dict.fromkeys(names))
