"""What every part of the plan page is rendered with, whole page and fragment alike."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from interviews import access
from interviews.drafts import CLOSING_MINUTES, OPENING_MINUTES, Finding
from interviews.edits.burden import burden
from interviews.edits.dropping import can_shorten
from interviews.edits.gauges import gauges
from interviews.forms.phrase import PhraseForm
from interviews.models import Interview, Membership
from interviews.pages.plan.comments import open_comments
from interviews.pages.plan.found import Findings
from interviews.pages.plan.reading import Reading
from interviews.pages.plan.writing import Writing


def plan_context(request: HttpRequest, interview: Interview, findings: list[Finding] | None = None) -> dict[str, Any]:
    """The context of a plan's templates. `interview` was read `with_plan()`; `findings`: what was just found of it.

    `may_edit` says whether this person may change this plan as it stands: not what is published or archived."""
    plan = interview.plan()
    found = Findings(interview, plan, findings)
    person = access.person(request)
    membership = Membership.objects.get(user=person, team=interview.team)
    return {
        "interview": interview,
        "reading": Reading(interview, found),
        "found": found,
        "fix_url": reverse("fix", args=[interview.pk]),
        "gauges": gauges(plan),
        "can_shorten": can_shorten(plan),
        "burden": burden(plan.proctoring),
        "writing": Writing.of(interview),
        "team": interview.team,
        "membership": membership,
        "comments": open_comments(interview),
        "phrase": PhraseForm.of(interview),
        "person": person,
        "may_edit": membership.may_edit and not interview.is_frozen,
        "opening_minutes": OPENING_MINUTES,
        "closing_minutes": CLOSING_MINUTES,
    }
