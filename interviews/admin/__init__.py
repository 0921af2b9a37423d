"""The Django admin: every noun, with lists that answer questions."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from interviews.admin import clusters, deliveries, grounds, jobs, operations, people, plans, reviews

__all__ = ["clusters", "deliveries", "grounds", "jobs", "operations", "people", "plans", "reviews"]

admin.site.site_title = admin.site.site_header = _("Hiring administration")
