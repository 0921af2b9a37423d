"""Skills that a role usually asks for, where its description says too little."""

from interviews.drafts import Seniority, SkillDraft
from interviews.engines.library.fields import known_title
from interviews.engines.library.fit import Sought, fitness
from interviews.engines.library.index import Index
from interviews.engines.library.posting import Posting
from interviews.engines.library.quoting import evidence
from interviews.engines.library.words import stems

SPEAKS, TITLED, SHOWN = 1.5, 0.3, 3
STAPLES = ("general.planning", "general.departments", "general.accuracy", "general.learning")


def from_title(posting: Posting, library: Index, level: Seniority) -> list[SkillDraft]:
    """What a role of this title usually asks for, for a description that says too little: what its family and
    every trade ask, first what the title speaks for and what has questions that fit the little it says."""
    if not posting.families or (posting.unsure and not known_title(posting.role, library)):
        return []
    titled = library.matches(stems(posting.role))[0]
    own = [competency.id for competency in library.families[posting.families[0]].competencies]
    leads = level in ("senior", "lead")
    own = [key for key in own if key not in posting.learned.competencies]
    fitting = [key for key in own if leads or stems(library.competencies[key].competency.name)[:1] != ["lead"]]
    every = [*fitting, *(key for key in STAPLES if key in library.competencies)]
    worth = {key: _worth(key, posting, library, level) + (TITLED if key in titled else 0.0) for key in every}
    return [_by_name(key, posting, library) for key in sorted(every, key=lambda key: (-worth[key], key))]


def _worth(key: str, posting: Posting, library: Index, level: Seniority) -> float:
    """How well the best question of a competency fits the posting as a whole."""
    name = library.competencies[key].competency.name
    sought = Sought(posting, name, key, "duty", level, tuple(posting.families), tuple(posting.every_line))
    return max(fitness(entry, sought, library) for entry in library.of(key))


def _by_name(key: str, posting: Posting, library: Index) -> SkillDraft:
    """A competency under its own name, with the lines that speak for it, if any do."""
    speaking = [line for line in posting.lines if line.matches.get(key, 0.0) >= SPEAKS and not line.screening]
    shown = sorted(speaking, key=lambda line: -line.matches[key])[:SHOWN]
    return SkillDraft(
        name=library.competencies[key].competency.name,
        kind="duty",
        evidence=[evidence(line.clause, posting.description, line.focus(key)) for line in shown],
        reference=key,
    )
