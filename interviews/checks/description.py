"""Wording of the description that keeps able people from applying, each with other words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.checks.fixing.neutral import neutral
from interviews.checks.sieve import Sieve
from interviews.checks.words import MOST_QUOTED, plain
from interviews.drafts import Finding, PlanDraft

_SERVED = (
    r"(?: (?:people|persons?|adults?|offenders?|learners?|children|child|carers?|patients?|readers?|audiences?|visitors?|drivers|women|men|mothers|"
    r"parents|musicians|athletes|artists|scientists|trees|plants|animals|cattle|stock|talents?|families|minds|voices|enterprise\w*|researchers?))"
)
_STAFF = (
    r"(?:(?:,|and|&) ?)?(?: ?(?:dynamic|energetic|motivated|hungry|fresh|ambitious|vibrant|fun|growing|creative|international|enthusiastic|passionate),?"
    r"(?: and)?){0,3} (?:team|crew|company|professionals?|candidates?|staff|colleagues|workforce|graduates?|talent|office|start-?up|environment)"
)

_LANGUAGES = r"(?:english|german|french|spanish|italian|dutch|portuguese|polish|arabic|chinese|mandarin|japanese|korean|russian|turkish|hebrew)"
_QUALITY = r"(?:presence|gravitas|charm|charisma|drive|poise|confidence|warmth|wit|tact|discretion|professionalism|energy|maturity|diplomacy)"
_PERSON = (
    r"(?:person|people|persons|individuals?|professionals?|candidates?|applicants?|staff|colleagues?|receptionists?|hosts?|assistants?|waiters?|drivers?|consultants?|"
    r"advisors?|advisers?|representatives?|communicators?|presenters?|speakers?|concierge|man|woman|lady)\b"
)

# What is wrong in the wording -> what to write instead (empty: leave it out).
_WORDING = {
    r"\brock ?-?stars?\b|\bninjas?\b(?! (?:turtles?|framework|warrior|build|files?))|\bgurus?\b|\bsuper ?hero(?:es)?\b(?! (?:films?|movies?|comics?|games?))|\bjedi\b(?! (?:python|library))|\bunicorns?\b(?= (?:developer|designer|candidate|wanted))|"
    r"\bwizards?\b(?= (?:wanted|who|to join|in our team))|\b(?:coding|sales|marketing|excel|data) wizard\b": "expert",
    rf"\b(?:native|mother[- ]tongue) (?:{_LANGUAGES} )?speakers?\b(?! of\b)|\b{_LANGUAGES} native speakers?\b|\bas (?:an? )?native language\b|\bmother tongue\b|"
    rf"\bnative[- ]level\b|\bnative {_LANGUAGES}\b": "fluent in the language the job needs",
    r"\b(?:without|no) (?:an? )?(?:foreign |strong )?accent\b|\baccent-free\b": "is understood by those whom the work serves",
    rf"\byoung(?!{_SERVED})(?={_STAFF})|\byouthful\b(?! offenders?)|\byoung(?: and|,)(?: \w+)? (?:dynamic|energetic|hungry)\b|\byoung at heart\b|"
    r"\b(?:are|be|is|for|seeking|want|hire) (?:an? )?young(?= (?:person|people|lady|man|woman|men|women)\b(?= (?:who|to join|with|wanted|for this|for our)))":
        "",
    r"\bdigital natives?\b": "at home with the programs that the job uses",
    r"\b(?:recent|new|fresh) (?:college |university )?(?:graduates?|grads?)(?: only)?\b(?! (?:programmes?|programs?|scheme|are (?:also )?welcome|welcome|students?|training|"
    r"and experienced))|\bfreshers?\b(?! (?:week|fair|fayre))": "entry level; open to everyone with the skills named",
    r"(?<!people )(?<!persons )(?<!adults )(?<!children )(?<!pupils )(?<!students )(?<!learners )(?<!offenders )(?<!youth )(?<!clients )\b(?:aged?|ages)(?: between| from)? (?!1[0-7]\b)\d\d ?(?:-|–|to|and|through) ?\d\d\b(?! (?:months|weeks|days))(?=[^.;]{0,40}(?:$|[.;,)]|candidate|applicant|apply|preferred|only))|"
    r"\b(?:under|below|not older than|no older than|maximum age(?: of)?|max\.? age) (?:the age of )?(?:[3-6]\d)(?: years(?: old| of age)?)?\b(?! (?:minutes|seconds|%|percent|degrees|"
    r"k|kg|lbs|hours|days|mph|months|people|pounds|ms|,?\d))|\bage limit\b|\bage ?: ?\d\d ?(?:-|–|to)|\bbetween \d\d and \d\d years (?:old|of age)\b(?! (?:who|with|in))|\b(?:millennials?|gen[- ]?z)(?= (?:wanted|only|preferred))": "the skills named; a minimum age only where the law sets one",
    r"\b(?:he|she) ?/ ?(?:she|he)\b|\b\(s\)he\b|\bs/he\b|\bhis ?/ ?hers?\b|\bher ?/ ?his\b|\bhim ?/ ?her\b|\bhe or she\b|\bhis or her\b|\bhim or her\b":
        "they, their or you",
    r"\b(?:the (?:ideal |successful |right |selected )?(?:candidate|applicant|person|incumbent|employee|manager)|he) (?:\w+ ){0,6}?(?:he|his|him|himself)\b|"
    r"\b(?:employee|salesperson|manager|worker|teacher|nurse|driver|engineer|applicant|candidate|technician) (?:must|will|should) (?:\w+ ){0,4}?(?:his|her)\b|"
    r"(?:^|[.;:!?] |\b(?:and|that|if|when) )(?:he|she) (?:will|must|should|has to|is expected|is responsible)\b": "they, their or you",
    r"\bsales(?:man|men|woman|girl|lady)\b": "salesperson",
    r"\bchair(?:man|men)\b(?! of the)": "chair",
    r"\bfore(?:man|men)\b": "supervisor",
    r"\bhandy(?:man|men)\b": "maintenance worker",
    r"\bman ?power\b": "staff",
    r"\bcrafts(?:man|men)\b": "craftsperson",
    r"\b(?:waitress(?:es)?|stewardess(?:es)?|hostess(?:es)?|seamstress|barmaid|barman|cameraman|draughtsman|draftsman|repairman|serviceman|deliveryman|doorman|"
    r"watchman|policeman|fireman|postman|mailman|businessman|businessmen|tradesman|tradesmen|journeyman|linemen|lineman|cleaning lady|maid(?! (?:service|of))|housewife|housewives|"
    r"office girl|girl friday|male nurse|matron|workman|workmen|fisherman|anchorman|weatherman|middleman|cowboy|headmaster|headmistress|"
    r"spokesman|congressman|ombudsman|housemaid|chambermaid)\b(?! (?:role in|of the bride))": "a title without a gender",
    r"\bstrong (?:man|men|lad|lads|boys?)\b|\b(?:lads?|gentlem[ae]n|young lady|young man) (?:wanted|needed|to join|who)\b|\b(?:males?|females?|men|women) only\b|"
    r"\b(?:ladies|gentlemen|girls|boys) only\b|\b(?:male|female) \w+ (?:wanted|needed|required|preferred)\b|"
    r"\b(?:male|female) (?:candidates?|applicants?|preferred)\b(?! and (?:male|female))": "the task itself, such as the load to be lifted and how often",
    r"\bable[- ]bodied\b(?! seam[ae]n)|\bphysically fit\b|\b(?:perfect|excellent|good) (?:physical )?health\b(?= (?:is|required|and fitness|condition|needed|a must))|"
    r"\bno (?:health|medical) (?:problems|issues|restrictions)\b": "able to do the listed duties, with or without reasonable accommodation",
    r"\b(?:culture|cultural) fit\b|\bfit(?:s)? (?:in |into )?our culture\b": "the values and habits that the work needs",
    r"\bwork hard,?(?: and)? play hard\b|\bplay hard\b": "what the hours and the pace really are",
    r"\b(?:an?|be|are|is|being|highly|very|and|young,?) energetic\b(?! (?:materials?|particles?|efficiency|renovation|compounds?|ions|electrons?|play))|"
    r"\benergetic (?:people|person|team|candidates?|individuals?|self-starter|professionals?|and (?:motivated|enthusiastic|dynamic|driven))\b|\bhigh[- ]energy\b"
    r"(?! (?:physics|particles?|lasers?|density|beams?|astro|radiation|efficien|materials?|consum))": "the pace of the work, in its own terms",
    r"\bmature (?:person|candidate|individual|lady|woman|man|applicant|personality|minded|attitude)s?\b|\b(?:a|be|are) mature(?=[,.;]| and (?:responsible|reliable))":
        "the judgement that the work needs, in one example",
    r"\bover ?qualified\b": "the level and the pay of the job",
    r"\b(?:no|without) (?:family|children|kids|family (?:ties|commitments|obligations))\b(?! (?:support|history|is|allowed|member))|\b(?:single|unmarried) (?:person|candidate|woman|man)s?\b"
    r"|\bunmarried\b": "the hours and the travel",
    # In lower case: not the Polish language; beside a quality or a person: not polish for floors or for the copy.
    rf"\bgravitas\b(?! (?:group|recruitment|ltd|plc|inc))|\b{_QUALITY}(?:,| and|, and) (?-i:polish)\b(?=[.,;]|$| and)|\b(?-i:polish)(?:,| and) {_QUALITY}\b(?! (?:units?|systems?|trains?|shafts?))|"
    rf"\b(?:you|who|must|should) (?:will )?(?:have|has|bring|show|need) (?:real |some )?(?-i:polish)(?=[.,;]|$)|\b(?:personal|executive|professional|social) (?-i:polish)\b|"
    rf"\b(?:someone|somebody|{_PERSON}) with (?-i:polish)\b(?=[.,;]|$| and| who)|\bpolished(?:(?:,| and|, and) \w+)? (?:{_PERSON}|manner\b|appearance|presence|personality|demeanou?r)|"
    r"\byou (?:are|must be|should be) polished(?=[.,;]|$| and)": "what the person explains or shows, and to whom",
    r"\b(?:no|without|free (?:from|of)|not (?:have|suffer from)(?: any)?) colou?r[- ]?blindness\b(?! (?:tests?|checks?|simulat))|"
    r"\b(?:(?:are|is|must|may|should) not|cannot|can't|mustn't)(?: be)? colou?r[- ]?blind\b(?![- ](?:friendly|safe|proof|users?|readers?|people))|"
    r"\bnot colou?r[- ]?blind(?=[.,;]|$)|\b(?:candidates|applicants|people) with colou?r[- ]?blindness (?:cannot|need not|may not|will not)\b|"
    r"\bcolou?r[- ]?blind (?:candidates|applicants|people|persons) (?:cannot|can't|can not|may not|must not|need not|should not|are not|will not)\b|"
    r"\b(?:normal|full|perfect|good) colou?r (?:vision|perception) (?:is )?(?:required|needed|essential|necessary|a must)\b|"
    r"\b(?:must|you) have (?:normal|full|perfect|good) colou?r vision\b": "the task in which colours must be told apart",
    r"\b(?:you|who|candidates?|applicants?|staff) (?:are|is|(?:must|should|will|need to|have to) be) (?:\w+,? (?:and )?){0,3}?well[- ]presented\b(?! (?:with|by|as)\b)|"
    r"(?:^|[.;:!?•*-] )(?:(?:must|should) be (?:\w+,? (?:and )?){0,3}?)?well[- ]presented(?=[.,;]|$| and \w+(?:[.,;]|$))|"
    rf"\bwell[- ]presented,? (?:and )?(?:\w+,? (?:and )?){{0,2}}?(?:{_PERSON}|appearance\b)|\b(?:someone|somebody) well[- ]presented\b|"
    r"\b(?:punctual|friendly|polite|honest|reliable|articulate|well[- ]spoken|professional|confident|outgoing)(?:,| and|, and) well[- ]presented(?=[.,;]|$| and)|"
    r"\bclean[- ](?:shaven|cut)\b|\bwell[- ]groomed\b|\bgood[- ]looking\b|\battractive (?:appearance|person|lady|woman)\b|\bpleasant appearance\b|"
    r"\bpleasing personality\b": "the work clothes or the hygiene rule, if there is one",
    r"\b(?:send|include|attach|with|enclose) (?:us )?(?:an? |your )?(?:recent |passport |current )?(?:photo(?:graph)?)\b(?= (?:with|of yourself|to your|and)|[.,;]|$)":
        "",
    r"\bindians only\b|\b(?:whites?|locals|nationals|citizens) only\b|\b(?:us|u\.s\.) citizens only\b":
        "authorised to work in this country",
    r"\b(?:hey|hi|hello),? guys\b|\bguys (?:who|wanted)\b": "people",
    r"\b(?:christians?|muslims?|hindus?|catholics?|jewish) (?:candidates? |applicants? )?(?:preferred|only)\b": "",
}  # fmt: skip
# Those whom the person is to teach or lead: the duty asks nobody to be one of them.
_TAUGHT = re.compile(
    r"\b(?:precept|teach|train|mentor|onboard|on-board|supervis|coach|tutor|instruct|induct|guid)(?:es|e|s|ing|ion)?"
    r"(?: (?!(?:for|with|in|at|by|as|from|on|who|is|are)\b)[\w'-]+,?){0,5}? (?P<taught>"
    r"(?:recent|new|fresh) (?:college |university )?(?:graduates?|grads?)|freshers?|young(?= (?:professionals?|staff|colleagues?|talents?)\b))"
    r"(?! only)\b",
    re.I,
)
_SIEVE = Sieve(re.compile(pattern, re.I) for pattern in _WORDING)
_INSTEAD = tuple(_WORDING.values())
_REASON = "This wording in the description keeps able people from applying."


def biased(plan: PlanDraft) -> Iterator[Finding]:
    """A finding for each kind of biased wording; those whom the work serves, and materials, may be young or energetic."""
    for finding in _of(plan.description):
        yield finding.model_copy()


@lru_cache(16)
def _of(description: str) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            code="wording.biased_description",
            where="description",
            words=match.group(0).strip(" .,;:!?")[:MOST_QUOTED],
            reason=_REASON,
            suggestion=_INSTEAD[number] or "Leave it out.",
            fix=neutral(description, _SIEVE.patterns[number]),
        )
        for number, match in _SIEVE.matches(_TAUGHT.sub(_without_taught, plain(description)))
    )


def _without_taught(match: re.Match[str]) -> str:
    """The same number of letters, so that what stands behind keeps its place."""
    return match.group(0)[: match.start("taught") - match.start()] + "_" * len(match["taught"])
