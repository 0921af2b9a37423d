"""Whether a question is written in the language of its plan, as far as the commonest English words tell."""

from collections.abc import Iterator

from interviews.checks.stems import reads_english
from interviews.drafts import Finding, Language, PlanDraft, QuestionDraft


def told(question: QuestionDraft) -> list[str]:
    """The texts of a question that tell its language: those that are long enough and in nobody else's words."""
    return [question.prompt, *question.evaluation_criteria, *(anchor.anchor for anchor in question.rating_scale)]


def is_foreign(question: QuestionDraft, language: Language) -> bool:
    """Whether a question reads as English in a plan of another language, or as anything else in an English one."""
    texts = told(question)
    if language == "English":
        return not reads_english(*texts) and not any(map(reads_english, texts))
    return reads_english(*texts)


def of_language(plan: PlanDraft) -> Iterator[Finding]:
    """A finding at each question of another language. A plan of the built-in engine is English and says so itself."""
    language = plan.general.language
    if plan.engine == "library" or language == "English":
        return
    for number, skill in enumerate(plan.skills):
        for place, question in enumerate(skill.questions):
            if is_foreign(question, language):
                where = f"skills.{number}.questions.{place}.prompt"
                reason = (
                    f"This is written in English; the plan is in {language}. Translate it, or have it written again."
                )
                yield Finding(code="plan.language", where=where, words=question.prompt[:200], reason=reason)
