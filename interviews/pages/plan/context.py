"""What every part of the plan page is rendered with, whole page and fragment alike."""

from typing import Any

from django.http import HttpRequest

from interviews import access
from interviews.drafts import CLOSING_MINUTES, OPENING_MINUTES
from interviews.forms.phrase import PhraseForm
from interviews.models import Interview, Membership
from interviews.pages.plan.comments import open_comments
from interviews.pages.plan.reading import Reading
from interviews.pages.plan.writing import Writing


def plan_context(request: HttpRequest, interview: Interview) -> dict[str, Any]:
    """The context of a plan's templates. `interview` was read `with_plan()`.

    `may_edit` says whether this person may change this plan as it stands: not what is published or archived."""
    membership = Membership.objects.get(user=access.person(request), team=interview.team)
    return {
        "interview": interview,
        "reading": Reading(interview),
        "writing": Writing.of(interview),
        "team": interview.team,
        "membership": membership,
        "comments": open_comments(interview),
        "phrase": PhraseForm.of(interview),
        "may_edit": membership.may_edit and not interview.is_frozen,
        "opening_minutes": OPENING_MINUTES,
        "closing_minutes": CLOSING_MINUTES,
    }
