"""Sets right in an imported plan what a person cannot be asked to: where the quotes stand in the description."""

from interviews.drafts import Evidence, PlanDraft

_MOST_TOLD = 10
_SHOWN = 80


def anchored(plan: PlanDraft) -> tuple[PlanDraft, list[str]]:
    """The plan with every quote where it stands in the description, and in sentences which stand nowhere."""
    anchor = _Anchor(plan.description)
    for skill in plan.skills:
        skill.evidence = anchor.all(skill.evidence)
        for question in skill.questions:
            if question.source.serves is not None:
                question.source.serves = anchor.one(question.source.serves)
    plan.gaps = anchor.all(plan.gaps)
    return plan, anchor.notices()


class _Anchor:
    """Finds quotes in a description, and keeps account of those that are not there."""

    def __init__(self, description: str) -> None:
        self.description = description
        self.lost: list[str] = []

    def all(self, passages: list[Evidence]) -> list[Evidence]:
        return [found for passage in passages if (found := self.one(passage)) is not None]

    def one(self, passage: Evidence) -> Evidence | None:
        """The passage where its quote stands, nearest to where it was; None when it stands nowhere."""
        quote = passage.quote
        if quote and self.description[passage.start : passage.end] == quote:
            return passage
        before = self.description.rfind(quote, 0, passage.start + len(quote)) if quote.strip() else -1
        after = self.description.find(quote, passage.start) if quote.strip() else -1
        places = [place for place in (before, after) if place >= 0]
        if not places:
            self.lost.append(quote)
            return None
        start = min(places, key=lambda place: abs(place - passage.start))
        return Evidence(quote=quote, start=start, end=start + len(quote))

    def notices(self) -> list[str]:
        """One sentence for each lost quote; above ten, how many more there are."""
        told = [f"“{_short(quote)}” is not in the description, so it was left out." for quote in self.lost]
        if len(told) > _MOST_TOLD:
            told = [*told[:_MOST_TOLD], f"{len(told) - _MOST_TOLD} more passages were left out for the same reason."]
        return told


def _short(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
