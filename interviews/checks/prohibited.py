"""Questions that may not be put to a candidate, matched to the person asked and not to bare words.

The topics follow the United States EEOC's guidance on pre-employment inquiries and the acts it enforces; the first seven
block publishing for good, the others until a lawful ground is chosen."""

from collections.abc import Iterator

from interviews.checks.abroad import abroad
from interviews.checks.topics_always import ALWAYS
from interviews.checks.topics_with_ground import WITH_GROUND
from interviews.checks.words import Text, found, spoken
from interviews.drafts import Finding, Language

TOPICS = ALWAYS + WITH_GROUND


def prohibited(text: Text, language: Language = "English") -> Iterator[Finding]:
    """A finding for each prohibited topic that a text puts to the candidate, in English or in the plan's language.

    What others say in the text does not count."""
    words = spoken(text.words)
    elsewhere = abroad(language)
    for topic in TOPICS:
        matched = topic.found(words) or (topic.code in elsewhere and elsewhere[topic.code].found(words))
        if matched:
            yield found(
                text,
                f"prohibited.{topic.code}",
                matched,
                f"This asks the candidate about {topic.name}, which an interview may not do.",
                suggestion=topic.instead,
            ).model_copy(update={"blocks": "always" if topic.always else "ground"})
