"""A team's notifications: tests that people send, and the change to a new signing secret."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from interviews.models import Delivery, SigningSecret, Team

# Between two tests of a team, so that nobody makes this product knock at a door all day.
PAUSE = timedelta(seconds=5)


class TooSoon(Exception):
    """A test was sent a moment ago. `seconds` is how long to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds = seconds


def latest_test(team: Team) -> Delivery | None:
    """The test that the team sent last."""
    return Delivery.objects.filter(team=team, job=None, kind=Delivery.Kind.TEST).order_by("-id").first()


def send_test(team: Team, url: str) -> Delivery:
    """Puts a test into the outbox, to be tried once. Raises TooSoon within `PAUSE` of the one before."""
    with transaction.atomic():
        Team.objects.select_for_update().get(pk=team.pk)
        earlier = latest_test(team)
        left = earlier.created_at + PAUSE - timezone.now() if earlier is not None else timedelta()
        if left > timedelta():
            raise TooSoon(int(left.total_seconds()) + 1)
        return Delivery.test(team, url)


def last_url(team: Team) -> str:
    """The URL that the team's newest notification went to, empty when there was none."""
    return Delivery.objects.filter(team=team).order_by("-id").values_list("url", flat=True).first() or ""


def rotate_secret(team: Team, seen: str) -> bool:
    """Makes a new signing secret, unless `seen` (its id as text) is not the current one any more: somebody was faster.

    The old one signs beside it for `SigningSecret.OVERLAP`."""
    with transaction.atomic():
        Team.objects.select_for_update().get(pk=team.pk)
        if str(SigningSecret.of(team)[0].pk) != seen:
            return False
        SigningSecret.rotate(team)
    return True
