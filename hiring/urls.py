"""Every address of the product."""

from django.contrib import admin
from django.urls import path

from interviews.api.routes import api

urlpatterns = [path("admin/", admin.site.urls), path("api/v2/", api.urls)]
