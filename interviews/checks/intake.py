"""What the team said about the job, where it tells who somebody is and not what they do.

Such a sentence steers no plan: the engines read `about_the_work`, and a finding tells the person who wrote it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interviews.checks.prohibited import prohibited
from interviews.checks.unfilled import personal
from interviews.checks.words import MOST_QUOTED, Text, plain
from interviews.drafts import Finding, Intake, PlanDraft

ANSWERS = ("strong", "went_wrong", "learned")
SUGGESTION = "Say what was done or not done in the work; leave out who did it."

# Those who do or did the work, as answers name them; not those whom the work serves.
_WHO = (
    r"(?:\b(?:he|she|they|everyone|people|persons|ones|hires|candidates|applicants|employees|staff|colleagues|workers?|starters?|predecessors?|wom[ae]n|m[ae]n|"
    r"guys?|girls?|lad(?:s|ies|y)?|(?:someone|somebody|anyone|person|one|hire|candidate|applicant|employee|colleague)(?: who)?)|"
    r"\b(?:best|strong|strongest|good|top|successful|right|ideal|last|previous|former|new) (?:\w+ ){0,2}\w+)"
)
_BEING = r" (?:(?:all|mostly|usually|often|always|both|simply|just) )?(?:is|are|was|were|be|being|seems?|seemed|(?:(?:should|must|need(?:s)? to|has to|have to|had to) be))"
_FILLER = r"(?:(?!(?:to|with|for|the|of|in|on|at|by|about|from|when|that|who|if|not only)\b)[\w'-]+,? (?:and )?){0,3}?"
# The end of what is said of somebody: no noun follows that it would belong to.
_SAID = r"(?=\s*(?:$|[.,;:!?)]|and\b|or\b|but\b|so\b|enough\b|when\b|because\b|with\b|without\b|who\b|too\b))"
# Nothing is said that they do: they are what is looked for.
_ALONE = r"(?=\s*(?:$|[.,;:!]|with\b|without\b|who\b|like\b|only\b))"
_IS = rf"{_WHO}{_BEING} {_FILLER}"
_HAS = rf"{_WHO} (?:(?:all|mostly|usually|often|always|just) )?(?:has|have|had|suffers? from|suffered from) {_FILLER}"
_ORIGINS = (
    r"(?:foreign(?:ers?)?|immigrants?|migrants?|refugees|native|german|polish|romanian|bulgarian|turkish|turks?|indian|pakistani|arab|arabic|african|mexican|asian|chinese|"
    r"russian|ukrainian|syrian|american|british|english|french|italian|spanish|portuguese|greek|albanian|nigerian|black|white|hispanic|latin[oa])s?"
)
_FAITHS = r"(?:muslims?|christians?|catholics?|protestants?|jews?|jewish|hindus?|sikhs?|buddhists?|atheists?|religious|devout)"
_STAFF = r"(?:people|staff|workers?|employees?|colleagues?|hires?|candidates?|applicants?|team members?|starters?|drivers?|nurses?|teachers?|developers?|cooks?)"

_PATTERNS: dict[str, tuple[str, ...]] = {
    "age": (
        r"^\W*(?:young|younger|old|older|elderly) (?:wom[ae]n|m[ae]n|girls?|guys?|lads?|people|persons|ones|staff|workers?)\b" + _ALONE,
        rf"{_IS}(?:(?:too|very|rather|quite|so) )?(?:young|younger|youngish|old|older|oldish|elderly|middle-aged){_SAID}",
        rf"{_WHO}{_BEING} (?:already |only |about |over |under |above |below |past )?(?:1[6-9]|[2-7]\d)(?: years old)?{_SAID}",
        rf"\b(?:younger {_STAFF}|young {_STAFF} (?:are|is|do|learn|work|have|can|cannot|can't|want)|older (?:staff|workers?|employees?|colleagues?|hires?|candidates?|applicants?|starters?|drivers?|nurses?|teachers?|developers?|cooks?))\b",
        r"\bin (?:his|her|their) (?:early |mid |late |mid-)?(?:teens|twenties|thirties|forties|fifties|sixties|[1-7]0s)\b",
        r"\b(?:close|near|next|coming up) to retire(?:ment)?\b|\babout to retire\b|\btoo (?:old|young) (?:for (?:this|the|such)|to (?:do|learn|work|keep|change|lift))\b|\bdigital natives?\b",
        rf"\b(?:recent|fresh|new) (?:graduates|grads|school leavers)\b|{_WHO}{_BEING} (?:fresh|straight) out of (?:school|college|university)\b|\bage (?:limit|group|range)\b|\b(?:his|her) age\b",
    ),
    "sex or gender": (
        r"^\W*(?:an? )?(?:(?:young|younger|old|older|strong|single|married) )*(?:wom[ae]n|m[ae]n|girls?|guys?|lad(?:s|y|ies)|males?|females?)\b" + _ALONE,
        rf"{_IS}(?:a |an )?(?:m[ae]n|wom[ae]n|males?|females?|guys?|girls?|lads?|lady|ladies|boys?){_SAID}",
        r"(?<!the )(?<!of )(?<!for )(?<!with )\b(?:men|women|males|females|girls|guys|ladies|lads|boys) (?:are (?:better|stronger|worse|weaker|more|less|faster|calmer|too|not)|do (?:this|it|better|not)|don't|can't|cannot|can (?:do|lift|carry)|have more|work (?:better|harder)|handle|cope|stay longer|tend to)\b",
        r"\b(?:a|an) (?:man|woman|girl|lady)(?:'s)? (?:job|work|for this|who (?:can|is|does)|is better|would)\b|\b(?:only|just|hired?|want|need|prefer|took on|had) (?:a |an )?(?:young |old )?(?:m[ae]n|wom[ae]n|males?|females?|girls?|lads?)(?: only)?" + _SAID,
        rf"{_IS}(?:gay|lesbian|transgender|homosexual|heterosexual){_SAID}",
    ),
    "family": (
        r"\b(?:without|no) (?:small |young |little )?(?:kids|children|a family|family(?: ties| commitments| obligations)?)(?: at home| of (?:his|her|their) own)?" + _SAID,
        rf"{_HAS}(?:no |small |young |little |two |three |four )*(?:kids|children|a child|a baby|a family|family commitments|childcare \w+)(?: at home)?{_SAID}",
        rf"{_IS}(?:a )?(?:single|married|unmarried|divorced|widowed|pregnant|(?:single |young |new |working )?(?:mothers?|fathers?|mums?|moms?|dads?|parents?)){_SAID}",
        rf"{_WHO} (?:got|became|fell) pregnant\b|\b(?:went|goes|go|gone|going|left|leave|leaves|was|were|be|off|out) (?:on|for|into) (?:maternity|paternity|parental) leave\b|\b(?:mother|father) of (?:\w+)\b{_SAID}",
        rf"\bchildcare (?:problems?|issues?|troubles?|duties)\b|\b(?:his|her) (?:kids|children|husband|wife|boyfriend|girlfriend|pregnancy|marriage|divorce)\b|{_WHO}[^.;]{{0,40}}\btheir own (?:kids|children)\b",
    ),
    "health or disability": (
        rf"{_WHO} (?:was|were|is|are|got|fell|became|went|called in|reported)(?: (?:often|always|constantly|never|rarely|frequently|a lot|off))* (?:sick|ill|unwell|disabled|depressed|unfit|burn(?:ed|t) out|overweight|fat|healthy|physically fit|able-bodied){_SAID}",
        r"\b(?:do|does|did) not (?:get|fall|call in|become) (?:sick|ill)\b|\b(?:don't|doesn't|didn't) (?:get|fall|call in) (?:sick|ill)\b",
        r"\b(?:never|rarely|seldom|always|often|constantly|frequently|too often|not) (?:off )?(?:sick|ill)\b|\b(?:off|on) sick\b|\b(?:on|took|takes|much|many|of|long) (?:\w+ )?sick (?:leave|days|notes?)\b",
        rf"{_HAS}(?:a |an |some )*(?:bad back|back (?:pain|problems?|troubles?)|health (?:problems?|issues?|conditions?)|mental(?: health)? (?:problems?|issues?|illness)|depression|adhd|autism|disabilit(?:y|ies)|illness|bad knees?|epilepsy|diabetes|burnout|a burnout)\b",
        rf"\b(?:in|of) (?:good|perfect|poor|excellent) (?:physical )?health{_SAID}|{_IS}(?:autistic|dyslexic|epileptic|diabetic|colou?r[- ]?blind|deaf){_SAID}|{_WHO} (?:drank|drinks|drink)(?: too much| a lot| heavily)?{_SAID}",
    ),
    "religion": (
        rf"{_IS}(?:a |an )?{_FAITHS}{_SAID}|\b(?:no|only|just|not) {_FAITHS}{_SAID}",
        rf"{_WHO}[^.;]{{0,30}} (?:prayed|prays|fasted|fasts)\b|\b(?:wore|wears|wear|wearing|her|his) (?:a |the )?(?:headscarf|hijab|turban|kippah?|burqa)\b|\b(?:his|her) (?:faith|religion|church|mosque)\b",
    ),
    "origin": (
        rf"{_IS}(?:a |an |from )?{_ORIGINS}{_SAID}|^\W*(?:no |only |just |native )+{_ORIGINS}{_SAID}",
        r"\b(?:germans|poles|romanians|bulgarians|turks|indians|pakistanis|arabs|africans|mexicans|asians|russians|ukrainians|syrians|foreigners|immigrants|migrants|blacks|whites) (?:are|do|don't|work|have|can|cannot|can't|never|always|know|cause)\b",
        r"\bnative(?:[- ]level)? (?:\w+ )?speakers?\b(?! of\b)|\bmother tongue\b|\b(?:strong|heavy|thick|foreign|no|without an?|his|her) accents?\b|\b(?:his|her) (?:nationality|skin colou?r|race|ethnicity|background as an?)\b",
    ),
    "convictions, debts, unions or politics": (
        rf"{_HAS}(?:a |an |been )*(?:criminal records?|convictions?|debts?|been (?:convicted|arrested|in (?:prison|jail)))\b|{_IS}(?:an? )?(?:convicted|arrested|in (?:prison|jail|debt)|ex-con\w*|ex-offenders?)\b",
        rf"{_WHO} (?:was|were|is|are|joined|had joined|started)(?: (?:in|a|an|the|active|too))* (?:union(?:ised|ized)?(?: (?:members?|reps?|man|activists?))?|politically active|left[- ]wing|right[- ]wing){_SAID}",
    ),
}  # fmt: skip
_TOPICS = {topic: tuple(re.compile(one, re.I) for one in ways) for topic, ways in _PATTERNS.items()}
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")


@dataclass(frozen=True)
class _Told:
    """Words that say who somebody is, and of what they speak."""

    topic: str
    words: str


def of_intake(plan: PlanDraft) -> Iterator[Finding]:
    """A finding for each topic by which an answer says who somebody is, and for personal data in it."""
    for name in ANSWERS:
        answer, where = getattr(plan.intake, name), f"intake.{name}"
        told: dict[str, _Told] = {}
        for sentence in _SENTENCE.split(answer):
            for one in _told(sentence):
                told.setdefault(one.topic, one)
        for topic, found in told.items():
            reason = f"What your team said speaks of {topic}, not of the work: it steered nothing in the plan."
            yield Finding(code="intake.protected", where=where, words=found.words, reason=reason, suggestion=SUGGESTION)
        yield from personal(Text(where, "intake", answer))


def about_the_work(intake: Intake) -> Intake:
    """The answers without the sentences that say who somebody is. What is left keeps its words and lines."""
    return Intake(**{name: _about_the_work(getattr(intake, name)) for name in ANSWERS})


def _about_the_work(answer: str) -> str:
    kept, place = [], 0
    for end in [*(match.end() for match in _SENTENCE.finditer(answer)), len(answer)]:
        sentence = answer[place:end]
        kept += [] if any(_told(sentence)) else [sentence]
        place = end
    return "".join(kept)


def _told(sentence: str) -> Iterator[_Told]:
    words = plain(sentence)
    for topic, patterns in _TOPICS.items():
        match = next((match for pattern in patterns if (match := pattern.search(words))), None)
        if match:
            yield _Told(topic, match.group(0).strip()[:MOST_QUOTED])
    for finding in prohibited(Text("", "intake", sentence)):
        yield _Told("what an interview may not ask", finding.words)
