"""What a rule that fixes is given, and what it makes of it."""

from dataclasses import dataclass

from interviews.checks.looking import in_text
from interviews.checks.words import Text
from interviews.drafts import Finding, Fix, Language, QuestionDraft, Replacement

_NAMES = {
    "prompt": "question",
    "criterion": "criterion",
    "red flag": "red flag",
    "screening": "line",
    "elsewhere": "line",
}


@dataclass(frozen=True)
class Spot:
    """A finding with the text that it is about, and the question if it is in one."""

    finding: Finding
    text: Text
    question: QuestionDraft | None
    language: Language

    def is_found_in(self, words: str) -> bool:
        """Whether other words in the same place would be found for the same reason."""
        text = Text(self.text.where, self.text.part, words)
        return any(finding.code == self.finding.code for finding in in_text(text, self.language))

    def rewritten(self, words: str) -> Fix:
        """The fix that writes other words in the place of this text."""
        says = f'Write "{words}" instead.' if words else f"Leave this {self._name} out."
        return Fix(
            says=says, replacements=[Replacement(where=self.text.where, was=self.text.words, becomes=words or "")]
        )

    def left_out(self) -> Fix:
        """The fix that takes this item out of its list."""
        return Fix(
            says=f"Leave this {self._name} out.",
            replacements=[Replacement(where=self.text.where, was=self.text.words, becomes=None)],
        )

    @property
    def _name(self) -> str:
        return _NAMES.get(self.text.part, self.text.part)
