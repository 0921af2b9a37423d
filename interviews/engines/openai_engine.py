"""The engine that asks a language model: any server that speaks OpenAI's Chat Completions."""

import os
from collections.abc import Mapping
from functools import lru_cache

from interviews.drafts import (
    CLOSING_MINUTES,
    OPENING_MINUTES,
    Analysis,
    Brief,
    Call,
    LanguageModel,
    LanguageModelError,
    QuestionDraft,
    SkillDraft,
    Wanted,
)
from interviews.engines.base import EngineError
from interviews.engines.library.engine import skill_count
from interviews.engines.library.index import index
from interviews.engines.openai_patience import Pace
from interviews.engines.openai_prompts import has_answers, messages
from interviews.engines.openai_reading import read as read_analysis
from interviews.engines.openai_shapes import Found, Written
from interviews.engines.openai_talk import Question, Talk
from interviews.engines.openai_trying import Connected, try_out
from interviews.engines.openai_wire import Server
from interviews.engines.openai_wishes import wishes
from interviews.engines.openai_writing import Drafts, reusable

# Thinking counts as part of an answer, so these are several times what the JSON itself needs.
ANALYSIS_TOKENS = 6_000
SKILL_TOKENS, QUESTION_TOKENS = 3_000, 2_000
SHOWN_BY_POSTING = "A skill that the posting does not show is not listed."
SHOWN_BY_EITHER = "A skill that neither the posting nor the team's answers show is not listed."
FEWEST_SKILLS, MINUTES_A_QUESTION = 2, 5


@lru_cache(maxsize=8)
def _server(settings: LanguageModel) -> Server:
    """One server and one pool of connections for all jobs with the same settings."""
    return Server(settings)


class OpenAIEngine:
    """Asks the server that the environment names when it is asked, or that of `settings`."""

    def __init__(
        self,
        settings: LanguageModel | None = None,
        *,
        environ: Mapping[str, str] = os.environ,
        pace: Pace | None = None,
    ) -> None:
        self._settings, self._environ, self._pace = settings, environ, pace or Pace()

    @property
    def settings(self) -> LanguageModel:
        """What is configured now. Raises EngineError when nothing can be asked with it."""
        try:
            settings = self._settings or LanguageModel.from_environment(self._environ)
            settings.complain()
        except LanguageModelError as error:
            raise EngineError(str(error), permanent=True) from None
        return settings

    def analyse(self, brief: Brief, call: Call) -> Analysis:
        """What the description asks for, with evidence that stands in it. Raises EngineError."""
        most = _most_skills(brief)
        asked = messages(
            "analyse",
            brief,
            level=f"it is {brief.seniority}" if brief.seniority else "entry, mid, senior or lead",
            most=str(most),
            families=", ".join(index().families),
            language=brief.general.language,
            unshown=SHOWN_BY_EITHER if has_answers(brief) else SHOWN_BY_POSTING,
        )
        return self._talk(call).ask(
            Question(asked, Found, ANALYSIS_TOKENS, lambda found: read_analysis(found, brief, most))
        )

    def questions(self, brief: Brief, skill: SkillDraft, wanted: Wanted, call: Call) -> list[QuestionDraft]:
        """At most `wanted.count` questions for a skill: those of the team that fit as they are, then new ones.

        Raises EngineError."""
        reused = reusable(skill, wanted)
        if len(reused) >= wanted.count:
            return reused
        order = _without(wanted, reused)
        asked = messages("questions", brief, **wishes(skill, order))
        tokens = SKILL_TOKENS + QUESTION_TOKENS * order.count
        question = Question(asked, Written, tokens, lambda written: Drafts(brief, skill, order).read(written))
        return [*reused, *self._talk(call).ask(question)]

    def try_out(self, call: Call) -> Connected:
        """Whether the server answers, as which model and how fast. Raises EngineError."""
        return try_out(_server(self.settings), call)

    def _talk(self, call: Call) -> Talk:
        return Talk(_server(self.settings), call, self._pace)


def _most_skills(brief: Brief) -> int:
    """One for each question that there is time for, if nobody said how many questions."""
    if brief.question_count:
        return skill_count(brief)
    minutes = brief.general.duration.max - OPENING_MINUTES - CLOSING_MINUTES
    return max(FEWEST_SKILLS, min(skill_count(brief), minutes // MINUTES_A_QUESTION))


def _without(wanted: Wanted, reused: list[QuestionDraft]) -> Wanted:
    """What is left to write beside the questions that are taken over."""
    types = list(wanted.types)
    for question in reused:
        if question.type in types:
            types.remove(question.type)
            types.append(question.type)
    keep = [*wanted.keep, *reused]
    return wanted.model_copy(update={"count": wanted.count - len(reused), "types": types, "keep": keep})
