"""How a prompt is made: one ask, open, neutral, about the work, short enough to be spoken."""

import re
from collections.abc import Iterator

from interviews.checks.parting import parted
from interviews.checks.rewrites import opened
from interviews.checks.sieve import Sieve
from interviews.checks.words import Text, found, sentences, unquoted
from interviews.drafts import Finding

MOST_WORDS = 40

_AUXILIARY = r"(?:do|does|did|is|are|was|were|have|has|had|can|could|will|would|should|may|might)(?:n't)?"
_SUBJECT = r"(?:you|your|it|there|this|that|these|those|they|he|she|we|the|an?|any|anyone|anybody|somebody|someone)"
_CLOSED = re.compile(rf"^(?:(?:and|so|but|then|now|if so)[, ]+)?({_AUXILIARY} {_SUBJECT})\b", re.I)
_CLOSED_LATER = re.compile(rf"^[^?]{{3,200}}, (?:then )?({_AUXILIARY} you)\b[^?]{{0,200}}\?", re.I)
_CLOSED_TOLD = re.compile(r"^(?:please )?(?:tell me|say) (?:if|whether) you\b", re.I)
_OPEN = re.compile(r"\b(?:what|how|which|who|whom|whose|why|where)\b", re.I)
_LEADING = re.compile(
    r"\b(?:don't|wouldn't|didn't|won't) you (?:think|agree|say|find|feel)\b|\b(?:isn't|wasn't|wouldn't) it (?:true|better|best|safer|right|"
    r"important)\b|\b(?:isn't|doesn't|don't|aren't|wouldn't|haven't|won't) (?:it|you|they|that) ?\?|\bsurely you\b|\byou (?:would|will|do) agree\b|"
    r", (?:right|correct|yes|no) ?\?|\bof course you\b|\b(?:i|we) (?:assume|trust|take it) (?:that )?you\b|\bas (?:we all|everyone|everybody) knows?\b|"
    r"\bobviously\b|\byou (?:surely|certainly|obviously) \w+",
    re.I,
)
_BRAINTEASER = re.compile(
    r"\bhow many (?:golf balls|(?:ping[- ]pong|tennis|bouncy|table tennis) balls|marbles|jelly ?beans|coins|pennies|piano tuners|barbers|"
    r"(?:petrol|gas) stations|traffic lights|manholes?|dogs|pizzas|haircuts|cups of coffee|windows)\b(?! (?:do|did|have|would) you\b)|"
    r"\bhow many [a-z ]{1,30} (?:are there|are sold|fit) in (?:the world|the country|this country|america|new york|london|manhattan|chicago|"
    r"this room|an? (?:school bus|boeing|jumbo jet|limousine|swimming pool))\b|\bmanhole covers? round\b|\bwhy are manhole covers\b|"
    r"\bif you (?:were|could be) an? (?:animal|tree|fruit|vegetable|colou?r|superhero|kitchen|car|insect|biscuit|song|building|book|brand|"
    r"dinosaur)\b|\bif you could be any\b|\b(?:what|which) (?:kind of )?(?:animal|superpower|superhero|tree|colou?r) (?:would you|are you|best)\b|"
    r"\bspirit animal\b|\bwhich superpower\b|\bsell me this (?:pen|pencil)\b|\byour (?:biggest|greatest|three|main) (?:weakness|weaknesses|strengths)\b|"
    r"\bwhere do you see yourself\b|\bwhy should we (?:hire|choose|take) you\b|\b(?:three|five|one) words? (?:that )?(?:best )?describe you|"
    r"\bdescribe yourself in\b|\bdesert island\b|\bwon the lottery\b|\bdinner with (?:any|anyone|three)\b|\bmove mount (?:fuji|everest)\b|"
    r"\btennis balls? (?:is |are )?fuzzy\b|\bclock'?s? hands\b[^.?]{0,30}\boverlap|\b(?:three|five|3|5)[- ](?:litre|liter|gallon) (?:jug|jar|bucket)|"
    r"\bthe fox, the (?:chicken|goose)|\b(?:eight|nine|twelve|8|9|12) (?:identical )?(?:balls|coins)\b[^.?]{0,60}\b(?:scales?|balance|heavier)\b|"
    r"\btwo (?:doors|guards)\b[^.?]{0,60}\b(?:lies|liar|truth)\b",
    re.I,
)
_LEADS, _TEASES = Sieve([_LEADING]), Sieve([_BRAINTEASER])


def asks(text: Text) -> Iterator[Finding]:
    """What is wrong with how a prompt or an alternate asks."""
    words = unquoted(text.words)
    count = len(words.split())
    if count > MOST_WORDS:
        reason = f"This has {count} words; a question that is spoken has at most {MOST_WORDS}."
        yield found(text, "craft.long", f"{count} words", reason)
    two = parted(text.words)
    if two:
        yield found(text, "craft.two_tasks", two.second, "This asks two things at once; ask one.", two.first)
    closed = _closed(words)
    if closed:
        reason = "This can be answered by yes or no; begin with what, how, or tell me about."
        yield found(text, "craft.closed", closed, reason, opened(text.words))
    yield from neutral(text)


def neutral(text: Text) -> Iterator[Finding]:
    """What leads to an answer, or has nothing to do with the work; of probes too."""
    words = unquoted(text.words)
    leading = _LEADS.first(words)
    if leading:
        yield found(text, "craft.leading", leading.group(0), "This leads the candidate to the answer.")
    teaser = _TEASES.first(words)
    if teaser:
        reason = "This says nothing about the work; ask about a real moment."
        yield found(text, "craft.brainteaser", teaser.group(0), reason)


def _closed(words: str) -> str:
    """The words by which a prompt can be answered by yes or no: at its beginning, or where it asks after a scene."""
    told = _CLOSED_TOLD.match(words)
    if told:
        return told.group(0)
    every = sentences(words)
    asking = [sentence for sentence in every if sentence.rstrip("\"')").endswith("?")]
    for sentence in [*every[:1], *asking[-1:]]:
        begins = _CLOSED.match(sentence)
        if begins and (sentence.endswith("?") or len(every) == 1):
            return begins.group(1)
        later = _CLOSED_LATER.match(sentence)
        if later and not _OPEN.search(sentence):
            return later.group(1)
    return ""
