"""Words that judge the person instead of the work."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interviews.checks.sieve import Sieve
from interviews.checks.words import ASKED, RATED, Text, found, spoken
from interviews.drafts import Finding

# The candidate is who acts in a line of a rating: at its beginning, after a comma or after "and"; not "the child avoids".
_CLAUSE = r"(?:^|[,;.] |\band |\bor |\b(?:candidate|applicant|interviewee) )"
_SHOWS = (
    r"(?:(?:always|hardly|never|seldom|barely) )?(?:shows?|showing|displays?|exudes?|projects?|radiates?|lacks?|lacking|has|with|"
    r"brings?|demonstrates?|(?:speaks?|answers?|presents?|talks?|comes across|carries (?:him|her|them)sel(?:f|ves)) with)"
)
_DEGREE = r"(?:(?:an?|the|no|little|much|great|more|enough|some|clear|real|genuine|natural|quiet|visible|good|high|low|strong) ){0,2}"
_STARTS = rf"{_CLAUSE}{_SHOWS} {_DEGREE}"
_KINDS = r"(?:good|positive|right|great|can-do|winning|bad|poor|negative|friendly|humble|wrong)"

_ANYWHERE = {
    r"\b(?:culture|cultural|team) fit\b|\bfits? (?:in |into |with )?(?:our|the) (?:company |team )?culture\b|\bbeer test\b":
        "Name the habits that the work needs, as acts.",
    r"\b(?:executive|commanding|strong|physical) presence\b|\bpolish(?:ed)? and presence\b|\bpresence and polish\b|\b(?:professional|personal) polish\b|"
    r"\bpolished (?:manner|appearance|speaker|presence|demeanou?r|communicator|personality)\b|\b(?:lacks?|shows?|has) (?:real |some |little )?polish\b":
        "Say what the person explains or shows, and to whom.",
    r"\bcharisma(?:tic)?\b|\blik(?:e)?ab(?:le|ility)\b|\b(?:good|positive|right|bad|high[- ]?) (?:energy|vibes?) (?:person|candidate|in the room)\b|"
    r"\bgood vibes?\b|\bgut feeling about the (?:candidate|person)\b|\bwell[- ]groomed\b|\bfirm handshake\b|\bwell[- ]spoken\b":
        "Leave it out: the work does not show in it.",
}  # fmt: skip
_IN_ASKS = {
    r"\byour (?:personality|charm|charisma|attitude(?! (?:to|towards?)\b)|appearance|looks|self-confidence|confidence(?! (?:interval|level|limit|score|in\b))|"
    r"body language|smile)\b": "Ask what the person did in one moment of the work.",
    r"\bare you (?:an? )?(?:self-)?(?:confident|outgoing|charming|passionate|enthusiastic|positive person|people person)\b|"
    r"\bhow confident are you (?:in your|with|speaking|as)\b|\bpassionate about\b[^.?!]{0,30}\byou\b|\byou (?:most )?(?:passionate|enthusiastic)\b|"
    r"\byour passions?\b|\bmake you an? (?:good|great|perfect) fit\b": "Ask what the person did in one moment of the work.",
}  # fmt: skip
_IN_RATINGS = {
    rf"{_STARTS}(?:self-)?confiden(?:ce|t)\b(?! (?:interval|level|limit|score|that|in (?:the|a|an)\b))|\bself-confiden(?:ce|t)\b|\band confident(?= ?[.,;]|$)|"
    rf"{_CLAUSE}(?:is|seems|appears|sounds|looks|comes across as) (?:very |quite |not |un|less |too )?(?:self-)?confident\b(?! that)|"
    r"\bconfident (?:manner|tone|voice|speaker|communicator|personality|appearance|bearing|demeanou?r|attitude|delivery)\b|"
    rf"{_CLAUSE}(?:speaks|answers|presents|talks|communicates) confidently\b": "Say what is decided or explained, and on what ground.",
    rf"{_CLAUSE}(?:\w+ )?(?:makes?|maintains?|keeps?|holds?|avoids?|lacks?|good|poor|steady|no|little|has) (?:\w+ )?eye contact(?= ?[.,;]|$| with the (?:interviewer|panel)| "
    r"(?:throughout|during|in the interview|while answering))": "Leave it out: eye contact differs by culture and by disability.",
    rf"{_STARTS}(?:heavy |thick |foreign |strong |slight |noticeable |neutral |regional )?accent\b(?! (?:lights?|lighting|walls?|colou?rs?|pieces?))|"
    r"\b(?:heavy|thick|foreign|noticeable|neutral) accent(?= ?[.,;]|$)": "If the job needs it: is understood by those whom the work serves.",
    rf"\b{_KINDS} (?:attitude|personality|energy)\b(?! (?:balance|source|supply|use|rating|density|survey|scale|test|disorder|price|market))|"
    r"\b(?:bubbly|outgoing|charming|warm|likeable|strong) personality\b|\bpersonality fit\b|"
    rf"{_STARTS}(?:personality|attitude|energy|charm|drive|presence|maturity|passion|enthusiasm)(?= ?[.,;]|$| and| for| about)|"
    rf"{_CLAUSE}(?:is|seems|appears|sounds) (?:very |really |not |truly )?(?:passionate|enthusiastic|immature|charming|energetic|likeable)\b":
        "Name the act that this would show in.",
    r"\b(?:neat|tidy|professional|smart|untidy) appearance\b|\b(?:open|confident|closed|good|nervous) body language\b|"
    r"\bpleasant (?:voice|manner|appearance)\b|\bgood sense of humou?r\b|\bgood fit (?:for|with) (?:us|the team|our)\b|\bfits? in (?:well )?with (?:our|the) (?:team|crew)\b|"
    r"\b(?:with |shows )?poise and polish\b|\bcharming (?:manner|person|smile|personality)\b|^high[- ]energy(?= ?[.,;]|$)":
        "Leave it out: the work does not show in it.",
}  # fmt: skip
_BARE = {
    r"^(?:(?:self-)?confidence|personality|attitude|charm|enthusiasm|passion|maturity|poise|eye contact|body language|appearance)"
    r"(?= ?[.,;:]|$| and | in (?:the )?(?:room|talk|manner|interview))|^(?:polish|presence|accent)(?= ?[.,;:]|$)":
        "Name what the person does in the work.",
}  # fmt: skip
_IN_NAMES = {r"^(?:energy|sense of humou?r)$|^passion for\b": "Name what the person does in the work."}


@dataclass(frozen=True)
class _Words:
    """Patterns, and what to write instead of what each of them finds."""

    sieve: Sieve
    instead: tuple[str, ...]


def _of(*tables: dict[str, str]) -> _Words:
    every = [item for table in tables for item in table.items()]
    return _Words(Sieve(re.compile(pattern, re.I) for pattern, _ in every), tuple(instead for _, instead in every))


_ASKING = _of(_ANYWHERE, _IN_ASKS)
_RATING = _of(_ANYWHERE, _IN_RATINGS, _BARE)
_NAMING = _of(_ANYWHERE, _IN_RATINGS, _BARE, _IN_NAMES)


def judging(text: Text) -> Iterator[Finding]:
    """A finding for words that judge the person; "confidence interval", "floor polish" and a shy patient are no such words."""
    judged = _ASKING if text.part in ASKED else _RATING if text.part in RATED else _NAMING
    words = spoken(text.words)
    for number, match in judged.sieve.matches(words):
        matched, instead = match.group(0).strip(" ,;."), judged.instead[number]
        yield found(text, "wording.judges", matched, "This judges the person, not the work.", instead)
        return
