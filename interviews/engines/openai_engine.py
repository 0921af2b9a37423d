"""The engine that asks a language model: any server that speaks OpenAI's Chat Completions."""

import json
import os
from collections.abc import Mapping
from functools import lru_cache

from interviews.drafts import Analysis, Brief, Call, LibraryEntry, QuestionDraft, SkillDraft, Wanted
from interviews.engines.library.engine import skill_count
from interviews.engines.library.index import index
from interviews.engines.library.slots import filled
from interviews.engines.openai_patience import Pace
from interviews.engines.openai_prompts import messages
from interviews.engines.openai_reading import read as read_analysis
from interviews.engines.openai_settings import OpenAISettings
from interviews.engines.openai_shapes import Found, Written
from interviews.engines.openai_talk import Question, Talk
from interviews.engines.openai_wire import Server
from interviews.engines.openai_writing import read as read_questions

# Thinking counts as part of an answer, so these are several times what the JSON itself needs.
ANALYSIS_TOKENS = 6_000
SKILL_TOKENS, QUESTION_TOKENS = 3_000, 2_000
MOST_MATERIAL = 6


@lru_cache(maxsize=8)
def _server(settings: OpenAISettings) -> Server:
    """One server and one pool of connections for all jobs with the same settings."""
    return Server(settings)


class OpenAIEngine:
    """Asks the server that the environment names when it is asked, or that of `settings`."""

    def __init__(
        self,
        settings: OpenAISettings | None = None,
        *,
        environ: Mapping[str, str] = os.environ,
        pace: Pace | None = None,
    ) -> None:
        self._settings, self._environ, self._pace = settings, environ, pace or Pace()

    @property
    def settings(self) -> OpenAISettings:
        """What is configured now. Raises EngineError for a malformed variable."""
        return self._settings or OpenAISettings.from_environment(self._environ)

    def analyse(self, brief: Brief, call: Call) -> Analysis:
        """What the description asks for, with evidence that stands in it. Raises EngineError."""
        most = skill_count(brief)
        asked = messages(
            "analyse",
            brief,
            level=f"it is {brief.seniority}" if brief.seniority else "entry, mid, senior or lead",
            most=str(most),
            families=", ".join(index().families),
            language=brief.general.language,
        )
        return self._talk(call).ask(
            Question(asked, Found, ANALYSIS_TOKENS, lambda found: read_analysis(found, brief, most))
        )

    def questions(self, brief: Brief, skill: SkillDraft, wanted: Wanted, call: Call) -> list[QuestionDraft]:
        """At most `wanted.count` new questions for a skill, best first. Raises EngineError."""
        asked = messages("questions", brief, **_wishes(skill, wanted))
        tokens = SKILL_TOKENS + QUESTION_TOKENS * wanted.count
        return self._talk(call).ask(Question(asked, Written, tokens, lambda written: read_questions(written, wanted)))

    def _talk(self, call: Call) -> Talk:
        return Talk(_server(self.settings), call, self._pace)


def _wishes(skill: SkillDraft, wanted: Wanted) -> dict[str, str]:
    taken = [question.prompt for question in wanted.keep] + wanted.avoid
    material = [entry.model_copy(update={"prompt": filled(entry.prompt)}) for entry in wanted.material[:MOST_MATERIAL]]
    return {
        "skill": skill.name,
        "importance": skill.importance,
        "evidence": " / ".join(" ".join(slice.quote.split()) for slice in skill.evidence) or "nothing",
        "level": wanted.seniority,
        "language": wanted.language,
        "minutes": str(wanted.minutes),
        "count": f"{wanted.count} question{'' if wanted.count == 1 else 's'}",
        "types": _types(wanted),
        "material": "\n".join(json.dumps(_shown(entry), ensure_ascii=False) for entry in material) or "none",
        "taken": "\n".join(f"- {prompt}" for prompt in taken) or "none",
        "instruction": wanted.instruction or "none",
    }


def _types(wanted: Wanted) -> str:
    if not wanted.types:
        return "as fits the skill."
    first = [wanted.types[place % len(wanted.types)] for place in range(wanted.count)]
    return f"{', '.join(first)}. If one cannot be asked of this skill, take another of: {', '.join(wanted.types)}."


def _shown(entry: LibraryEntry) -> dict[str, object]:
    """What the model is shown of a library question."""
    return {
        "id": entry.id,
        "approved": entry.status == "approved",
        "type": entry.type,
        "levels": entry.levels,
        "prompt": entry.prompt,
        "criteria": entry.evaluation_criteria,
    }
