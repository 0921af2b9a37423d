"""Trying out the language model: asked for on a page, done by a worker, since a web process talks to no server."""

from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.models.queue import wake
from interviews.models.teams import Team


class ConnectionTest(models.Model):
    """One try: unfinished until a worker has its answer; `message` says in plain words how it went."""

    # A worker that died leaves a try without an end; after this long nobody waits for it any more.
    GIVEN_UP_AFTER = timedelta(minutes=3)

    team = models.ForeignKey(Team, models.CASCADE, related_name="connection_tests", verbose_name=_("team"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("asked for by")
    )
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    succeeded = models.BooleanField(_("succeeded"), default=False)
    message = models.TextField(_("message"), default="", blank=True)
    model = models.CharField(_("model"), max_length=200, default="", blank=True)
    seconds = models.FloatField(_("seconds"), null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("connection test")
        verbose_name_plural = _("connection tests")
        indexes = [models.Index(fields=["team", "-created_at"])]

    def __str__(self) -> str:
        return self.message or str(_("under way"))

    @classmethod
    def latest(cls, team: Team) -> "ConnectionTest | None":
        """The team's last try."""
        return cls.objects.filter(team=team).first()

    @classmethod
    def start(cls, team: Team, person: models.Model) -> "ConnectionTest":
        """Asks a worker to try; one that is under way already is not asked twice."""
        with transaction.atomic():
            Team.objects.select_for_update().get(pk=team.pk)
            earlier = cls.latest(team)
            if earlier is not None and earlier.is_under_way:
                return earlier
            test = cls.objects.create(team=team, asked_by=person)
            wake("connection", str(test.pk))
        return test

    @property
    def is_under_way(self) -> bool:
        """Whether an answer can still be hoped for."""
        return self.finished_at is None and timezone.now() - self.created_at < self.GIVEN_UP_AFTER

    def finish(self, *, succeeded: bool, message: str, model: str = "", seconds: float | None = None) -> None:
        """Writes down how it went."""
        self.finished_at, self.succeeded = timezone.now(), succeeded
        self.message, self.model, self.seconds = message, model, seconds
        self.save(update_fields=["finished_at", "succeeded", "message", "model", "seconds"])
