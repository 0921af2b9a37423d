"""Errors, in the same style and with a way on."""

import pytest
from django.core.exceptions import SuspiciousOperation
from django.shortcuts import render
from django.test import Client, override_settings
from django.urls import include, path


def broken(request):
    raise RuntimeError("on purpose")


def suspicious(request):
    raise SuspiciousOperation


def too_many(request):
    return render(request, "429.html", status=429)


urlpatterns = [
    path("", include("hiring.urls")),
    path("broken/", broken),
    path("suspicious/", suspicious),
    path("too-many/", too_many),
]


@pytest.mark.parametrize(
    ("address", "status", "heading"),
    [
        ("/nowhere/", 404, "Nothing is here"),
        ("/suspicious/", 400, "The request cannot be read"),
        ("/too-many/", 429, "Too many tries"),
        ("/broken/", 500, "Something failed here"),
    ],
)
@override_settings(ROOT_URLCONF="tests.pages.test_errors")
def test_an_error_has_a_page_with_a_way_on(db, address, status, heading):
    answer = Client(raise_request_exception=False).get(address)
    assert answer.status_code == status
    assert heading in answer.content.decode()
    assert '<p class="actions"><a class="button"' in answer.content.decode()
