"""What an edit of the description touched, shown to who made it until it is settled or dismissed."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from interviews import access
from interviews.drafts import Evidence
from interviews.edits.description import Reworded, Touched
from interviews.edits.fields import digest
from interviews.models import Interview
from interviews.pages.guard import signed_in, wants_fragment
from interviews.services.editing import Edited

_KEPT = "touched"
_MOST_PLANS, _MOST_LINES = 5, 40


def keep_touched(request: HttpRequest, edited: Edited, touched: Touched) -> None:
    """Keeps what an edit of the description touched, beside what is left of earlier ones."""
    plan, before = edited.plan, digest(edited.before.description)
    kept, key = request.session.get(_KEPT) or {}, str(edited.interview.pk)
    left = kept.pop(key, None)
    if left is None or left["before"] == before:
        left = {"before": before}
    skills = {str(one.id): len(one.evidence) for one in plan.skills if one.id in touched.skills}
    asked = {one.id: one for skill in plan.skills for one in skill.questions}
    questions = {str(one): _as_asked(asked[one]) for one in touched.questions}
    written = [*left.get("written", []), *touched.written]
    kept[key] = {
        "before": left["before"],
        "skills": left.get("skills", {}) | skills,
        "questions": left.get("questions", {}) | questions,
        "reworded": [*left.get("reworded", []), *map(asdict, touched.reworded)],
        "written": list(dict.fromkeys(written))[:_MOST_LINES],
    }
    request.session[_KEPT] = dict(list(kept.items())[-_MOST_PLANS:])


def touched_left(request: HttpRequest, interview: Interview) -> Touched | None:
    """What of it is still to be looked at; None when nothing is, or the description is again what it was before.

    A skill is settled by new evidence, a question by a change, words by being evidence, not covered, or gone."""
    left = (request.session.get(_KEPT) or {}).get(str(interview.pk))
    if not left or digest(interview.description) == left["before"]:
        return None
    skills = {str(skill.pk): skill for skill in interview.skills.all()}
    asked = {str(one.pk): one for skill in skills.values() for one in skill.questions.all()}
    marked = [*interview.gaps, *(span for skill in skills.values() for span in skill.evidence)]
    reworded = [
        found
        for one in left["reworded"]
        if str(one["skill"]) in skills
        and (found := _standing(interview, one, skills[str(one["skill"])].evidence)) is not None
    ]
    return Touched(
        tuple(int(key) for key, had in left["skills"].items() if key in skills and len(skills[key].evidence) <= had),
        tuple(int(key) for key, was in left["questions"].items() if key in asked and _as_asked(asked[key]) == was),
        tuple(dict.fromkeys(reworded)),
        tuple(one for one in left["written"] if _standing(interview, {"words": one, "skill": 0}, marked)),
    )


@require_POST
@signed_in
def dismiss_touched(request: HttpRequest, identifier: int) -> HttpResponse:
    """The person has looked at all of it."""
    found = access.interview(request, identifier, change=True)
    kept = request.session.get(_KEPT) or {}
    if kept.pop(str(found.pk), None) is not None:
        request.session[_KEPT] = kept
    if wants_fragment(request):
        return HttpResponse("")
    return redirect(reverse("interview", args=[found.pk]) + "#description")


def _as_asked(question: Any) -> str:
    """Changes when what is asked, why, or the clause that it serves does."""
    serves = question.source.serves
    return digest([question.prompt, question.why, serves.quote if serves else ""])


def _standing(interview: Interview, one: dict[str, Any], marked: list[Evidence]) -> Reworded | None:
    """Words at their place in the description as it is now, unless they are gone or touch what is marked."""
    words, start = one["words"], one.get("start", -1)
    if not interview.description.startswith(words, max(start, 0)) or start < 0:
        start = interview.description.find(words)
    end = start + len(words)
    if start < 0 or any(span.start < end and start < span.end for span in marked):
        return None
    return Reworded(one["skill"], start, end, words)
