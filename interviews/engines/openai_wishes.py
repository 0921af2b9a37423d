"""What is wanted for one skill, as the words that fill the prompt's template."""

import json

from interviews.drafts import LibraryEntry, QuestionDraft, SkillDraft, Wanted
from interviews.engines.openai_prompts import filled_in
from interviews.library.slots import filled

MOST_MATERIAL = 6
NO_WISH = "none; ask about another moment of the work"


def wishes(skill: SkillDraft, wanted: Wanted) -> dict[str, str]:
    """The values for the template `questions`."""
    taken = [question.prompt for question in wanted.keep] + wanted.avoid
    return {
        "skill": skill.name,
        "importance": skill.importance,
        "evidence": " / ".join(" ".join(slice.quote.split()) for slice in skill.evidence) or "nothing",
        "level": wanted.seniority,
        "language": wanted.language,
        "minutes": str(wanted.minutes),
        "count": "one question"
        if wanted.count == 1
        else f"{wanted.count} questions on different moments of the work, best first",
        "types": _types(wanted),
        "others": ", ".join(wanted.others) or "nothing",
        "material": _lines([_material(entry) for entry in wanted.material[:MOST_MATERIAL]]),
        "taken": "\n".join(f"- {prompt}" for prompt in taken) or "none",
        "again": _again(wanted),
    }


def _again(wanted: Wanted) -> str:
    if not wanted.replaces and not wanted.instruction:
        return ""
    if not wanted.replaces:
        return f"\n{filled_in('wish', instruction=wanted.instruction)}"
    replaces = _lines([_replaced(question) for question in wanted.replaces])
    return f"\n{filled_in('again', replaces=replaces, instruction=wanted.instruction or NO_WISH)}"


def _types(wanted: Wanted) -> str:
    if not wanted.types:
        return "as fits the skill."
    first = [wanted.types[place % len(wanted.types)] for place in range(wanted.count)]
    others = [kind for kind in dict.fromkeys(wanted.types) if kind not in first]
    fallback = f" If one fits this skill badly, take another of: {', '.join(others)}." if others else ""
    return f"{', '.join(first)}.{fallback}"


def _lines(values: list[dict[str, object]]) -> str:
    return "\n".join(json.dumps(value, ensure_ascii=False) for value in values) or "none"


def _material(entry: LibraryEntry) -> dict[str, object]:
    """What the model is shown of a library question."""
    return {
        "id": entry.id,
        "approved": entry.status == "approved",
        "type": entry.type,
        "levels": entry.levels,
        "prompt": filled(entry.prompt),
        "criteria": entry.evaluation_criteria,
    }


def _replaced(question: QuestionDraft) -> dict[str, object]:
    """What the model is shown of a question that is to be written again, under the names that it answers with."""
    anchors = {anchor.score: anchor.anchor for anchor in question.rating_scale}
    probes = [probe.text for probe in question.follow_ups]
    return {
        "type": question.type,
        "minutes": question.minutes,
        "prompt": question.prompt,
        "probes": probes,
        "criteria": question.evaluation_criteria,
        "one": anchors.get(1, ""),
        "three": anchors.get(3, ""),
        "five": anchors.get(5, ""),
        "red_flags": question.red_flags,
        "alternate": question.alternate,
    }
