"""A question of the library, as a question of a plan."""

from interviews.drafts import Difficulty, LibraryEntry, QuestionDraft, Seniority, Source
from interviews.library.slots import filled

DIFFICULTY: dict[Seniority, Difficulty] = {
    "entry": "entry",
    "mid": "intermediate",
    "senior": "advanced",
    "lead": "advanced",
}


def question_of(entry: LibraryEntry, seniority: Seniority, phrase: str | None = None) -> QuestionDraft:
    """A library entry as a question for a level, its slot filled with a phrase or with its default.

    The source names the entry: `team.7` for a team's own, else the id of the built-in one."""
    return QuestionDraft(
        prompt=filled(entry.prompt, phrase),
        type=entry.type,
        difficulty=DIFFICULTY[seniority],
        minutes=entry.minutes,
        why=entry.why,
        follow_ups=entry.follow_ups,
        alternate=filled(entry.alternate),
        evaluation_criteria=entry.evaluation_criteria,
        rating_scale=entry.rating_scale,
        red_flags=entry.red_flags,
        samples=entry.samples,
        source=Source(
            engine="team" if entry.family == "team" else "library",
            reference=entry.id,
            note=f"Filled with: {phrase}" if phrase else "",
        ),
    )
