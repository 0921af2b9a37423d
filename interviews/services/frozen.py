"""Why a plan stays as it is, and what to do about it."""

from django.utils.translation import gettext as _

from interviews.edits.refusals import EditRefused
from interviews.models import Interview


def frozen(interview: Interview) -> EditRefused | None:
    """The refusal of any edit of a plan that is published or archived; None while it may be changed."""
    if interview.status == Interview.Status.PUBLISHED:
        return EditRefused(
            _(
                "The plan is published: everybody is asked the same questions in the same order, so it stays as it "
                "is. Choose “Edit as a new draft” on its page to change it."
            )
        )
    if interview.status == Interview.Status.ARCHIVED:
        return EditRefused(_("The interview is archived, so it stays as it is. Bring it back to change it."))
    return None
