"""What many templates need: icons, times and lengths of time, the team menu."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.template.context import Context
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timesince import timesince, timeuntil
from django.utils.translation import gettext as _

from interviews.drafts import Usage
from interviews.models import Membership, Question
from interviews.pages.typed import sign_of

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """A picture of the sprite beside a word that says the same."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("images/icons.svg"),
        name,
    )


@register.filter
def kind_words(value: str) -> str:
    """A type or a difficulty of a question in words."""
    return str({**dict(Question.Type.choices), **dict(Question.Difficulty.choices)}.get(value, value))


@register.filter
def at(mapping: Mapping[Any, Any], key: Any) -> Any:
    """What a mapping holds under a key, None if nothing."""
    return mapping.get(key)


@register.simple_tag(takes_context=True)
def keeper(context: Context) -> str:
    """The sign by which what is typed into a form is kept for who has the page."""
    return sign_of(context["request"].user.pk)


@register.simple_tag
def ago(moment: datetime) -> SafeString:
    """A time as people say it, the exact one on hover, in the reader's zone."""
    return _time(moment, _since(moment))


@register.simple_tag
def ahead(moment: datetime) -> SafeString:
    """A time to come, as people say it, the exact one on hover, in the reader's zone."""
    return _time(moment, _until(moment))


def _time(moment: datetime, words: str) -> SafeString:
    local = timezone.localtime(moment)
    exact = f"{date_format(local, 'j F Y, H:i:s')} {local.tzname()}"
    return format_html('<time datetime="{}" title="{}">{}</time>', moment.isoformat(), exact, words)


def _until(moment: datetime) -> str:
    seconds = int((moment - timezone.now()).total_seconds())
    if seconds < 1:
        return _("now")
    if seconds < 60:
        return _("in %(seconds)d s") % {"seconds": seconds}
    return _("in %(time)s") % {"time": timeuntil(moment, depth=1)}


def _since(moment: datetime) -> str:
    seconds = int((timezone.now() - moment).total_seconds())
    if seconds < 5:
        return _("just now")
    if seconds < 60:
        return _("%(seconds)d s ago") % {"seconds": seconds}
    return _("%(time)s ago") % {"time": timesince(moment, depth=1)}


@register.filter
def counted(counts: dict[int, int], identifier: int) -> int:
    """How many there are of the row with this id."""
    return counts.get(identifier, 0)


@register.filter
def clock(length: timedelta) -> str:
    """A length of time as on a stopwatch: 0:07, 12:40, 1:02:03."""
    seconds = int(length.total_seconds())
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@register.filter
def dollars(amount: float) -> str:
    """An amount of money to the cent, or as it is where that would say nothing."""
    return f"${amount:.2f}" if amount >= 0.01 else f"${amount:g}"


@register.filter
def used(usage: Usage) -> str:
    """Tokens as people read them, and about what they cost if that is known: "4,210, about $0.02"."""
    if usage.cost_usd is None:
        return intcomma(usage.tokens)
    cost = _("less than $0.01") if usage.cost_usd < 0.01 else _("about $%(cost).2f") % {"cost": usage.cost_usd}
    return f"{intcomma(usage.tokens)}, {cost}"


@register.inclusion_tag("parts/team_menu.html", takes_context=True)
def team_menu(context: Context) -> dict[str, Any]:
    """The team of the page, and the person's other teams to change to."""
    request = context["request"]
    places = Membership.objects.filter(user=request.user).select_related("team").order_by("pk")
    teams = [place.team for place in places]
    chosen = request.session.get("team")
    current = context.get("team") or next((team for team in teams if team.pk == chosen), teams[0] if teams else None)
    return {
        "current": current,
        "others": [team for team in teams if team != current],
        "csrf_token": context.get("csrf_token"),
    }
