from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InterviewsConfig(AppConfig):
    """The application: interviews, the jobs that make them, and the teams that own them."""

    name = "interviews"
    verbose_name = _("Interviews")
