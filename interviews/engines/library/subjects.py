"""Fields of knowledge that the tagger finds and no lexicon names, as terms that may be skills."""

from collections.abc import Iterator

from interviews.engines.library.grammar import grammar, lemma
from interviews.engines.library.heads import heads
from interviews.engines.library.lexicon import Mention, Term
from interviews.engines.library.reading import Clause
from interviews.engines.library.tagger import Span
from interviews.engines.library.words import Word, common, stem, words

SURE, VERY_SURE = 0.75, 0.93
MOST_WORDS = 4
LEAST_LETTERS, SPECIAL = 5, 3
TAGGED = "tagged"


def subjects(clause: Clause, spans: list[Span], named: list[Mention]) -> Iterator[Mention]:
    """The knowledge spans of a clause that read as the name of a field, where the lexicon names nothing."""
    for span in spans:
        if (
            span.kind != "knowledge"
            or span.confidence < SURE
            or not clause.start <= span.start < span.end <= clause.end
        ):
            continue
        if any(mention.start < span.end and span.start < mention.end for mention in named):
            continue
        found = words(clause.text[span.start - clause.start : span.end - clause.start], span.start)
        if found and _is_field(found, clause) and (span.confidence >= VERY_SURE or _names_work(found[-1].lower)):
            name = " ".join(word.text if word.text[1:] != word.lower[1:] else word.lower for word in found)
            yield Mention(Term(name, TAGGED), span.start, span.end)


def _is_field(found: list[Word], clause: Clause) -> bool:
    rules = grammar()
    head = found[-1].lower
    if head in rules["no_subject_head"] and len(found) < SPECIAL:
        return False
    if len(found) > MOST_WORDS or any(word.lower in rules["never_named"] | rules["not_head"] for word in found):
        return False
    if any(word.lower in rules["function"] or not _plain(word) for word in found):
        return False
    first = found[0].lower
    if lemma(first) is not None and first.endswith("s") and len(found) > 1:
        return False
    if len(found) == 1:
        named = found[0].text[0].isupper() and found[0].start != clause.start
        return (
            len(head) >= LEAST_LETTERS and stem(head) not in common() and head not in rules["weak_head"] and not named
        )
    return head not in rules["weak_head"] or head in rules["work_head"]


def _names_work(head: str) -> bool:
    known = heads()["subject"] | heads()["activity"] | grammar()["work_head"]
    return head in known or head.endswith(("tion", "ing", "sis", "logy", "graphy", "ics", "istry"))


def _plain(word: Word) -> bool:
    return all(letter.isalpha() or letter in "-’'&/" for letter in word.text)
