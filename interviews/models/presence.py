"""Who else is at a plan right now."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.models.interviews import Interview

# A page tells of itself about every ten seconds.
HERE_FOR = timedelta(seconds=35)


class Presence(models.Model):
    """A person at a plan: `place` is the id of the part of the page that they edit, empty while they read."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="presences", verbose_name=_("interview"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    place = models.CharField(_("place"), max_length=60, default="", blank=True)
    seen_at = models.DateTimeField(_("seen"), default=timezone.now)

    class Meta:
        ordering = ["seen_at"]
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [models.UniqueConstraint(fields=["interview", "user"], name="presence_once_per_interview")]

    def __str__(self) -> str:
        return f"{self.user} at {self.interview}"
