"""What settings mean, in a sentence beside the field: the cutoff, and the length against the plan as it stands."""

from typing import cast, get_args

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interviews.checks.language import is_foreign
from interviews.drafts import Language
from interviews.models import Interview
from interviews.pages.plan.reading import Reading


def cutoff_meaning(typed: object) -> str:
    """What a cutoff on the shown 0-10 scale asks of the 1-5 ratings; empty for what is none."""
    try:
        cutoff = float(str(typed).replace(",", "."))
    except ValueError:
        return ""
    if not 0 <= cutoff <= 10:
        return ""
    mean = _("%(cutoff)g stands for a weighted mean of %(mean)g.") % {"cutoff": cutoff, "mean": cutoff / 2}
    return f"{mean} {_against_the_bar(cutoff)} {_('Below it people discuss; nothing is rejected by itself.')}"


def _against_the_bar(cutoff: float) -> str:
    if cutoff <= 2:
        return _("Everybody reaches it: the lowest rating is 1.")
    if cutoff < 6:
        return _("That is less than meets the bar, which is 3.")
    if cutoff == 6:
        return _("That meets the bar: it is what the anchors of 3 describe.")
    if cutoff < 10:
        return _(
            "That is more than meets the bar, which is 3: answers between what the anchors of 3 and of 5 describe."
        )
    return _("Only answers as the anchors of 5 describe them, throughout, reach it.")


def language_meaning(interview: Interview, typed: object) -> str:
    """How many of a plan's questions are not written in a language; empty if all are, and for what is no language."""
    if typed not in get_args(Language):
        return ""
    language = cast(Language, typed)
    questions = [question for skill in interview.plan().skills for question in skill.questions]
    count = sum(is_foreign(question, language) for question in questions)
    if not count:
        return ""
    return ngettext(
        "%(count)d of %(all)d questions is not written in %(language)s. Translate it, or choose its language.",
        "%(count)d of %(all)d questions are not written in %(language)s. Translate them, or choose their language.",
        count,
    ) % {"count": count, "all": len(questions), "language": language}


def minutes_meaning(interview: Interview, typed: object) -> str:
    """How long the plan takes now, against a longest length in minutes; empty for what is no number."""
    try:
        longest = int(str(typed))
    except ValueError:
        return ""
    used = Reading(interview).minutes_used
    takes = ngettext(
        "The plan takes %(count)d minute now, with opening and closing:",
        "The plan takes %(count)d minutes now, with opening and closing:",
        used,
    ) % {"count": used}
    if used > longest:
        return f"{takes} {_('%(count)d over.') % {'count': used - longest}}"
    return f"{takes} {_('%(count)d left.') % {'count': longest - used} if used < longest else _('just that.')}"
