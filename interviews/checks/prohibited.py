"""Questions that may not be put to a candidate, matched to the person asked and not to bare words.

The topics follow the United States EEOC's guidance on pre-employment inquiries and the acts it enforces; the first seven
block publishing for good, the others until a lawful ground is chosen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interviews.checks.words import Text
from interviews.drafts import Finding


@dataclass(frozen=True)
class Topic:
    """A prohibited topic: its code, its name in a sentence, what to ask instead, and how it sounds."""

    code: str
    name: str
    instead: str
    always: bool
    pattern: re.Pattern[str]


def _topic(code: str, name: str, instead: str, *patterns: str, always: bool = False) -> Topic:
    return Topic(code, name, instead, always, re.compile("|".join(patterns), re.I))


# "your" reaches the person within a few words: "your own and your partner's religion".
_YOUR = r"\b(?:your|you have|do you have|are you|were you|have you)\b(?:\W+\w+){0,3}?\W+"
_ASK = r"\b(?:do|did|does|are|were|have|will|would|can) you\b(?:\W+\w+){0,4}?\W+"

TOPICS = (
    _topic(
        "race", "race, colour or ethnicity", "",
        r"\byour (?:own )?(?:race|ethnicity|ethnic (?:origin|background|group)|skin colou?r|ancestry|tribe)\b(?! condition)",
        r"\bwhat (?:race|ethnicity) are you\b",
        r"\bare you (?:black|white|asian|hispanic|latin[oax]|arab|african|caucasian)\b",
        always=True,
    ),
    _topic(
        "religion", "religion or holidays observed", "State the schedule and ask whether it can be met.",
        r"\byour (?:own )?(?:religion|religious|faith|church|mosque|synagogue|temple|parish|denomination)\b",
        r"\bwhat (?:religion|church|faith)\b", r"\bdo you (?:pray|fast|keep the sabbath|attend (?:church|mosque|mass))\b",
        r"\breligious holidays? (?:do|will|would) you\b", r"\bwhich holidays (?:do|would|will) you (?:observe|celebrate)\b",
        r"\bare you (?:christian|muslim|jewish|hindu|buddhist|catholic|protestant|religious|an atheist)\b",
        always=True,
    ),
    _topic(
        "sex", "sex, gender identity or orientation", "",
        r"\byour (?:own )?(?:sex|gender(?: identity)?|sexual orientation|sexuality|sex life|pronouns?)\b(?! field)",
        r"\bare you (?:gay|straight|lesbian|bisexual|trans(?:gender)?|queer|a man|a woman|male|female)\b",
        r"\bas a (?:man|woman|mother|father|lady)\b.{0,40}\byou\b",
        always=True,
    ),
    _topic(
        "family", "pregnancy, children, marriage or childcare",
        "Can you work the stated hours or travel as the role requires?",
        r"\b(?:are|were) you (?:currently )?(?:pregnant|married|single|engaged|divorced|expecting)\b",
        r"\byour (?:own )?(?:husband|wife|spouse|partner's|marital status|pregnancy|maiden name|kids|"
        r"child ?care|family plans?|family situation)\b",
        r"\b(?:do|did|will|would) you (?:(?:plan|intend|want|hope) to )?(?:have|having|start|raise) "
        r"(?:any |a |more )?(?:children|kids|family|baby)\b",
        r"\byour (?:own )?children\b(?!'s (?:ward|services|books|library))",
        r"\bwho (?:will |would )?(?:looks?|cares?|takes? care) (?:after|for|of) your\b", r"\bmaternity leave\b.{0,30}\byou\b",
        always=True,
    ),
    _topic(
        "health", "disability, illness, medication or bodily measures",
        "Can you do these duties with or without reasonable accommodation?",
        r"\byour (?:own )?(?:disabilit\w+|health (?:condition|problems?|history|issues?)|medical (?:history|condition)|"
        r"illness(?:es)?|mental health|medication|height|weight|sick (?:days|leave)|therapy|diagnos[ie]s)\b",
        r"\b(?:do|did|have) you (?:have |had |suffer(?:ed)? from |ever had |ever been treated for )?(?:a |any )?"
        r"(?:disabilit(?:y|ies)|illness(?:es)?|mental illness|medical conditions?|health (?:problems?|conditions?))\b",
        r"\bare you (?:disabled|ill|sick|in good health|healthy|taking any medication|on (?:any )?medication)\b",
        r"\bhow many (?:sick days|days (?:were you|off) sick)\b", r"\bhow (?:tall are you|much do you weigh)\b",
        r"\bhow did you look after yourself\b",
        r"\b(?:have|did) you (?:ever )?(?:filed?|claimed?|received?) (?:for )?workers'? comp\w*\b",
        r"\bmedications? (?:do|are) you\b",
        always=True,
    ),
    _topic(
        "genetics", "genetics or family medical history", "",
        r"\byour (?:own )?(?:genetic|genes|family(?:'s)? (?:medical )?(?:health )?history|hereditary)\b",
        r"\b(?:runs?|conditions?|diseases?|cancer) in your family\b", r"\bgenetic tests? (?:have|did) you\b",
        always=True,
    ),
    _topic(
        "origin", "birthplace, nationality, native language or accent",
        "Are you authorised to work in this country? (Fluency only if the job needs it.)",
        r"\bwhere (?:were|are) you (?:born|(?:really |originally )?from)\b", r"\bwhere (?:do|did) your (?:parents|family) come from\b",
        r"\byour (?:own )?(?:nationality|birthplace|place of birth|country of (?:birth|origin)|national origin|native (?:language|"
        r"tongue)|mother tongue|first language|accent|citizenship|passport|immigration status)\b",
        r"\bare you (?:an? )?(?:native (?:english )?speaker|foreigner|immigrant|[a-z]+ citizen|citizen)\b",
        r"\bwhat (?:nationality|citizenship) are you\b",
        always=True,
    ),
    _topic(
        "age", "age, birth date or graduation year", "Are you at least 18? (Only where the law sets a minimum age.)",
        r"\bhow old are you\b", r"\byour (?:own )?(?:age|date of birth|birth ?date|birthday|year of birth|graduation year)\b",
        r"\b(?:what|which) year (?:were you born|did you (?:graduate|finish (?:high )?school))\b",
        r"\bwhen (?:were you born|did you (?:graduate|finish high school))\b",
        r"\b(?:when|how soon) (?:do|will) you (?:plan to |intend to )?retire\b",
        r"\byour retirement plans?\b", r"\bare you (?:over|under|older than|younger than) (?:[2-9]\d)\b",
    ),
    _topic(
        "arrests", "arrests or convictions", "Leave this to the lawful background-check stage.",
        r"\b(?:have|were|are) you (?:ever )?(?:been )?(?:arrested|convicted|charged with a crime|in prison|in jail)\b",
        r"\byour (?:own )?(?:criminal|arrest|police) (?:record|history|past)\b", r"\bdo you have a criminal record\b",
    ),
    _topic(
        "military", "military discharge", "Ask about relevant experience that was gained there.",
        r"\b(?:your|type of|kind of|honou?rable|dishonou?rable) (?:military )?discharge\b(?=.*\byou|\W*$)",
        r"\byou (?:were )?discharged from the (?:military|army|navy|forces)\b",
    ),
    _topic(
        "credit", "credit, or owning a home or car", "Do you have a reliable way to get to work?",
        r"\byour (?:own )?(?:credit (?:score|history|rating|report)|debts?|bankruptcy|mortgage)\b",
        r"\bdo you (?:own|rent) (?:a|your) (?:home|house|car|flat|apartment)\b", r"\bhave you (?:ever )?(?:been|gone|filed for) bankrupt",
    ),
    _topic(
        "affiliation", "clubs, unions or politics", "Ask about job-related professional bodies.",
        r"\byour (?:own )?(?:political (?:views?|party|affiliation|beliefs?|opinions?)|politics|union membership)\b",
        r"\b(?:are|were|have) you (?:been )?(?:a member of|in|active in) (?:a|any|the) (?:union|political party|club|society)\b",
        r"\bwho (?:did|do|will|would) you vote\b", r"\bdo you belong to (?:a|any) (?:union|club|party)\b",
        r"\byour (?:views?|opinion) (?:on|of|about) (?:trade |labou?r )?unions\b",
    ),
    _topic(
        "photograph", "a photograph", "Ask for one after an offer, if the work needs it.",
        r"\b(?:photo(?:graph)?|picture) of (?:yourself|you)\b", r"\b(?:send|attach|bring) (?:us )?your photo\b",
    ),
    _topic(
        "salary", "salary history", "What salary do you expect?",
        r"\byour (?:own )?(?:salary history|(?:current|previous|last|present) (?:salary|pay|wage|compensation|earnings))\b",
        r"\bhow much (?:did|do|were|are) you (?:earn|mak|paid|get(?:ting)? paid)\w*\b",
        r"\bwhat (?:did|do) you (?:earn|make) (?:at|in)\b",
    ),
)  # fmt: skip


def prohibited(text: Text) -> Iterator[Finding]:
    """A finding for each prohibited topic that a text puts to the candidate."""
    for topic in TOPICS:
        match = topic.pattern.search(text.words)
        if match:
            yield Finding(
                code=f"prohibited.{topic.code}",
                where=text.where,
                words=match.group(0).strip(),
                reason=f"This asks the candidate about {topic.name}, which an interview may not do.",
                suggestion=topic.instead,
                blocks="always" if topic.always else "ground",
            )
