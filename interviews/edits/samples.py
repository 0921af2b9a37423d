"""Sample answers and the wording that they were written for: reworded without them, a question remembers it."""

from interviews.drafts import QuestionDraft


def remembered(before: QuestionDraft, after: QuestionDraft) -> QuestionDraft:
    """The changed question, which knows for what its sample answers were written if that is not what it asks now."""
    wording = ""
    if after.samples and after.samples == before.samples:
        wording = before.source.samples_for or before.prompt
    wording = "" if wording == after.prompt else wording
    if wording == after.source.samples_for:
        return after
    return after.model_copy(update={"source": after.source.model_copy(update={"samples_for": wording})})
