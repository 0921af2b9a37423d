"""What a button on the plan does: it happens and is answered with what changed, or it is said why it cannot be."""

from django.http import HttpRequest, HttpResponse

from interviews import access
from interviews.edits.refusals import EditRefused
from interviews.models import Interview
from interviews.pages.plan.answers import answer_edit
from interviews.pages.plan.refusing import refuse
from interviews.services.editing import Act, by_person, edit


def act_on(request: HttpRequest, interview: Interview, act: Act, said: str, anchor: str) -> HttpResponse:
    """Does something to a plan. `said` tells what was done, with Undo beside it; `anchor` is where the page opens."""
    try:
        edited = edit(interview, act, by=by_person(access.person(request)))
    except EditRefused as error:
        return refuse(request, interview, error)
    return answer_edit(request, edited, said, anchor=anchor)
