"""Every address of the product."""

from allauth.account import views as accounts
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from interviews.admin.operations import operations
from interviews.api.routes import api

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="interviews"), name="start"),
    path("", include("interviews.urls")),
    path("accounts/login/", accounts.login, name="account_login"),
    path("accounts/logout/", accounts.logout, name="account_logout"),
    path("accounts/inactive/", accounts.account_inactive, name="account_inactive"),
    path("admin/operations/", operations, name="admin_operations"),
    path("admin/", admin.site.urls),
    path("api/v2/", api.urls),
]
