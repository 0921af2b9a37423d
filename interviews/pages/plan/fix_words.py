"""What a fix does, in words: on its button before, in the toast afterwards."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interviews.drafts import Fix, Replacement

_PLACE = re.compile(r"(?:skills\.\d+\.)?(?:(questions)\.\d+(?:\.)?)?([a-z_]*)(?:\.\d+)?")


def on_button(fix: Fix) -> str:
    """What pressing the button does."""
    return _words(fix)[0]


def when_done(fix: Fix) -> str:
    """What was done."""
    return _words(fix)[1]


def _words(fix: Fix) -> tuple[str, str]:
    parts = [_part(one) for one in fix.replacements]
    gone = sum(part == "question" for part in parts)
    if gone and "screen_first" in parts:
        return _("Move to screen first"), _("Moved to screen first. The question is removed.")
    if gone:
        return (
            ngettext("Remove this question", "Remove these questions", gone),
            ngettext("Question removed.", "%(count)d questions removed.", gone) % {"count": gone},
        )
    if any(one.was is None for one in fix.replacements):
        return _("Make the second a probe"), _("The second ask is a probe now.")
    if parts[0] == "minutes":
        return _("Plan %(count)s minutes") % {"count": fix.replacements[0].becomes}, _("Minutes changed.")
    return _changed().get(parts[0]) or _left_out(fix.replacements[0], parts[0])


def _part(one: Replacement) -> str:
    """`question` for a whole one, else the field."""
    found = _PLACE.fullmatch(one.where)
    return (found[2] or "question") if found else ""


def _changed() -> dict[str, tuple[str, str]]:
    return {
        "weight": (_("Balance the weights"), _("Weights balanced.")),
        "importance": (_("Make it a nice-to-have"), _("It is a nice-to-have now.")),
        "samples": (_("Remove sample answers"), _("Sample answers removed.")),
    }


def _left_out(one: Replacement, part: str) -> tuple[str, str]:
    if one.becomes:
        return _("Take this wording"), _("Wording taken.")
    return {
        "follow_ups": (_("Remove this probe"), _("Probe removed.")),
        "evaluation_criteria": (_("Remove this criterion"), _("Criterion removed.")),
        "red_flags": (_("Remove this red flag"), _("Red flag removed.")),
        "screen_first": (_("Remove this line"), _("Line removed.")),
        "assess_elsewhere": (_("Remove this line"), _("Line removed.")),
        "alternate": (_("Remove the alternate"), _("Alternate removed.")),
    }.get(part, (_("Leave these words out"), _("Words left out.")))
