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
    """A finding at each question of another language than the plan's, or one for the plan where that is all of them."""
    language = plan.general.language
    if language == "English":
        return
    asked = [
        (f"skills.{number}.questions.{place}.prompt", question)
        for number, skill in enumerate(plan.skills)
        for place, question in enumerate(skill.questions)
    ]
    foreign = [(where, question) for where, question in asked if is_foreign(question, language)]
    if len(foreign) == len(asked) > 1:
        reason = f"The settings say that the interview is held in {language}; its questions are written in English."
        suggestion = "Choose English in the settings, or translate the questions."
        yield Finding(code="plan.language", words="", reason=reason, suggestion=suggestion)
        return
    for where, question in foreign:
        reason = f"This is written in English; the plan is in {language}. Translate it, or have it written again."
        yield Finding(code="plan.language", where=where, words=question.prompt[:200], reason=reason)
