"""What a plan says of the team's answers: what is not asked since it can be learned, and which answer found nothing."""

from collections.abc import Iterator, Sequence

from interviews.checks.intake import about_the_work
from interviews.drafts import Brief, SkillDraft
from interviews.engines.library.index import index
from interviews.engines.library.language import foreign_language
from interviews.engines.library.names import sounds_alike
from interviews.engines.library.nearness import nearness
from interviews.engines.library.posting import Posting
from interviews.engines.library.search import opened, sought_for
from interviews.engines.library.told import ANSWERED, ANSWERS
from interviews.engines.library.words import stems

MOST = 6
CLEAR = 4.0
# A dash or "nothing" is no answer.
FEWEST_STEMS = 2


def not_asked(brief: Brief, skills: Sequence[SkillDraft]) -> list[str]:
    """What the description names and the team says can be learned on the job: not asked, or as a nice-to-have only."""
    posting = opened(brief)
    kept = [skill.name for skill in skills if posting.learned.is_named(skill.name, skill.reference)]
    lesser = [f'"{name}" is a nice-to-have: your team says that it can be learned on the job.' for name in kept]
    left_out: list[str] = []
    for name in (*posting.learned.names(brief.description), *_unchosen(posting, skills)):
        if not any(sounds_alike(name, other) for other in (*kept, *left_out)):
            left_out.append(name)
    said = [f'"{name}" is not asked: your team says that it can be learned on the job.' for name in left_out]
    return [*lesser, *_beside(posting, skills, kept), *said][:MOST]


def _beside(posting: Posting, skills: Sequence[SkillDraft], kept: Sequence[str]) -> Iterator[str]:
    """The skills that are no must because the description asks for them only where it names what can be learned."""
    for skill in skills:
        named = [
            posting.description[start:end]
            for start, end in posting.learned.stretches
            if any(quote.start <= start and end <= quote.end for quote in skill.evidence)
        ]
        if named and skill.name not in kept and skill.importance == "nice_to_have" and not _is_wish(posting, skill):
            yield (
                f'"{skill.name}" is a nice-to-have: it is asked for only where "{named[0]}" is named, and your team '
                "says that this can be learned on the job."
            )


def _is_wish(posting: Posting, skill: SkillDraft) -> bool:
    """Whether the description itself only wishes for a skill."""
    places = [quote.start for quote in skill.evidence]
    return any(
        line.clause.kind == "nice" and any(line.clause.start <= place < line.clause.end for place in places)
        for line in posting.lines
    )


def _unchosen(posting: Posting, skills: Sequence[SkillDraft]) -> Iterator[str]:
    """The competencies that can be learned, are asked for by the description, and stand in no skill."""
    for key in sorted(posting.learned.competencies - {skill.reference for skill in skills}):
        clearly = any(line.matches.get(key, 0.0) >= CLEAR for line in posting.lines)
        if clearly and nearness(key, posting, index()) > 0:
            yield index().competencies[key].competency.name


def unheard(brief: Brief, skills: Sequence[SkillDraft], families: list[str]) -> list[str]:
    """The answers by which the built-in engine found nothing to ask, each with what to do about it."""
    said = []
    intake = about_the_work(brief.intake)
    heard = {line.said for skill in skills for line in sought_for(brief, skill, "mid", families).lines}
    for name in ANSWERS:
        answer: str = getattr(intake, name)
        if len(stems(answer)) < FEWEST_STEMS or name in heard:
            continue
        reason = (
            f"The built-in engine reads English only, so your team's answer on {ANSWERED[name]} was not used."
            if foreign_language(answer)
            else f"The library has no question that speaks of your team's answer on {ANSWERED[name]}."
        )
        said.append(f"{reason} Look whether the plan asks for it, and add a question of your own.")
    return said
