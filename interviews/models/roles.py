"""What is hired for."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from interviews.models.teams import Team


class Role(models.Model):
    """A role of a team, by its title; jobs and interviews for the same title share it."""

    team = models.ForeignKey(Team, models.CASCADE, related_name="roles", verbose_name=_("team"))
    title = models.CharField(_("title"), max_length=200)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        ordering = ["title"]
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [models.UniqueConstraint(fields=["team", "title"], name="role_title_once_per_team")]

    def __str__(self) -> str:
        return self.title
