"""The lawful grounds on which a question about a protected topic may be asked after all.

The first seven topics have none. What law grants a ground differs by country: a person names it in a note."""

from dataclasses import dataclass

from interviews.checks.prohibited import TOPICS

PREFIX = "prohibited."


@dataclass(frozen=True)
class Ground:
    """A ground: its code, what it is called, what a person has to note with it, and the topics it may lift."""

    code: str
    label: str
    note: str
    topics: frozenset[str]


def _ground(code: str, label: str, note: str, *topics: str) -> Ground:
    return Ground(code, label, note, frozenset(topics))


GROUNDS: tuple[Ground, ...] = (
    _ground("minimum_age", "Legal minimum age for this work", "Name the law and the age that it sets.", "age"),
    _ground("age_limit", "Age limit that the law sets for this post", "Name the law and the limit.", "age"),
    _ground(
        "licence",
        "Licence or registration required by law",
        "Name the licence, and the law or the authority that asks about this.",
        "age",
        "arrests",
        "credit",
        "military",
    ),
    _ground(
        "background_check",
        "Background check required by law for work with children or adults at risk",
        "Name the law, and the duty that brings the person together with them.",
        "arrests",
    ),
    _ground(
        "security_vetting",
        "Security vetting required by law",
        "Name the law and the level of vetting.",
        "arrests",
        "credit",
        "affiliation",
        "military",
    ),
    _ground(
        "regulated_finance",
        "Fitness for a regulated financial duty",
        "Name the rule and the duty, such as holding clients' money.",
        "arrests",
        "credit",
    ),
    _ground(
        "own_vehicle",
        "An own vehicle is a stated condition of the work",
        "Name the duty that needs it, and why no other way of travel serves.",
        "credit",
    ),
    _ground(
        "veterans",
        "Preference for former members of the forces that the law grants",
        "Name the law and the discharge that it counts.",
        "military",
    ),
    _ground(
        "neutrality",
        "Political neutrality or a declaration of interests required by law",
        "Name the law and what has to be declared.",
        "affiliation",
    ),
    _ground(
        "aims_of_employer",
        "The employer is a union, a party or a body whose aims the law protects",
        "Name the law and why this post needs the membership.",
        "affiliation",
    ),
    _ground(
        "identity_pass",
        "Photograph required by law before a pass or a licence",
        "Name the law, and why it cannot wait until after an offer.",
        "photograph",
    ),
    _ground(
        "pay_scale",
        "Pay scale set by law or collective agreement that counts earlier service",
        "Name the law or the agreement.",
        "salary",
    ),
    _ground(
        "occupational_requirement",
        "Genuine occupational requirement under a named law",
        "Name the law, the duty, and why no less intrusive question serves.",
        "age",
        "military",
        "affiliation",
        "photograph",
    ),
)
BY_CODE = {ground.code: ground for ground in GROUNDS}


def topic_of(finding_code: str) -> str:
    """The topic of a finding's code, empty if it is about none."""
    return finding_code.removeprefix(PREFIX) if finding_code.startswith(PREFIX) else ""


def grounds_for(finding_code: str) -> tuple[Ground, ...]:
    """The grounds that may be chosen for a finding of this code; none for the topics that always block."""
    return tuple(ground for ground in GROUNDS if topic_of(finding_code) in ground.topics)


def topic_name(finding_code: str) -> str:
    """What the topic of a finding is called within a sentence, empty if it is about none."""
    return next((topic.name for topic in TOPICS if topic.code == topic_of(finding_code)), "")


def label_of(ground: str) -> str:
    """What a ground is called; its code if it is none of ours any more."""
    return BY_CODE[ground].label if ground in BY_CODE else ground
