"""Taking the suggestion that stands beside a finding, with one click."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from interviews import access
from interviews.checks import check
from interviews.drafts import Outdated, PlanDraft
from interviews.edits.fixes import take_fix
from interviews.edits.found import with_key
from interviews.edits.refusals import EditRefused
from interviews.pages.guard import signed_in
from interviews.pages.plan.answers import answer_edit
from interviews.pages.plan.fix_words import when_done
from interviews.pages.plan.found import goal_of
from interviews.pages.plan.refusing import refuse
from interviews.services.editing import by_person, edit
from interviews.services.frozen import frozen


@require_POST
@signed_in
def fix(request: HttpRequest, identifier: int) -> HttpResponse:
    """Does what is suggested about the finding whose key is sent, if that is still what is found there."""
    found = access.interview(request, identifier, change=True)
    refusal = frozen(found)
    if refusal is not None:
        return refuse(request, found, refusal)
    key, places, said = request.POST.get("finding", ""), list[str](), list[str]()

    def act(plan: PlanDraft) -> PlanDraft:
        finding = with_key(plan, check(plan), key)
        places.append(goal_of(plan, finding))
        fixed = take_fix(plan, finding)
        said.append(when_done(finding.fix) if finding.fix else "")
        return fixed

    try:
        edited = edit(found, act, by=by_person(access.person(request)))
    except EditRefused as error:
        return refuse(request, found, error)
    except Outdated as error:
        return refuse(request, found, EditRefused(str(error)))
    return answer_edit(request, edited, said[0], anchor=places[0])
