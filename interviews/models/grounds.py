"""Why a question on a protected topic may be asked after all: a lawful ground, and the second person who agrees."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.models.interviews import Interview
from interviews.models.teams import Team


class LawfulGround(models.Model):
    """A ground that a person chose for one finding: it holds for this code and this very text, nowhere else.

    In a team of two or more it counts once a second person has agreed. Nothing is deleted: what no longer holds is
    withdrawn."""

    team = models.ForeignKey(Team, models.CASCADE, related_name="grounds", verbose_name=_("team"))
    interview = models.ForeignKey(Interview, models.CASCADE, related_name="grounds", verbose_name=_("interview"))
    code = models.CharField(_("finding"), max_length=100)
    text = models.TextField(_("text that it is about"))
    ground = models.CharField(_("ground"), max_length=60)
    note = models.TextField(_("note"), default="", blank=True)
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("chosen by")
    )
    chosen_name = models.CharField(_("name of who chose it"), max_length=300)
    chosen_at = models.DateTimeField(_("chosen"), default=timezone.now)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("agreed by")
    )
    agreed_name = models.CharField(_("name of who agreed"), max_length=300, default="", blank=True)
    agreed_at = models.DateTimeField(_("agreed"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawn_name = models.CharField(_("name of who withdrew it"), max_length=300, default="", blank=True)

    class Meta:
        ordering = ["chosen_at"]
        verbose_name = _("lawful ground")
        verbose_name_plural = _("lawful grounds")
        indexes = [models.Index(fields=["interview", "code"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=models.F("chosen_by")),
                name="lawful_ground_agreed_by_a_second_person",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.ground}"
