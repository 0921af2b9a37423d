"""The link that `manage.py up` prints: the first owner sets e-mail and password."""

from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from interviews.forms import FirstRunForm
from interviews.models import FirstRunLink
from interviews.services.first_run import open_first_run

BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_http_methods(["GET", "POST"])
@never_cache
@sensitive_post_parameters("password")
def first_run(request: HttpRequest, secret: str) -> HttpResponse:
    """Asks for the owner's e-mail and password, spends the link and signs in."""
    link = FirstRunLink.find(secret)
    if link is None:
        return render(request, "interviews/first_run_over.html", status=404)
    if request.method == "GET":
        return render(request, "interviews/first_run.html", {"form": FirstRunForm(), "team": link.team})
    form = FirstRunForm(request.POST)
    if form.is_valid():
        try:
            user = open_first_run(link, form.cleaned_data["email"], form.cleaned_data["password"])
        except ValidationError as error:
            form.refuse(error)
        else:
            if user is None:
                return render(request, "interviews/first_run_over.html", status=404)
            login(request, user, backend=BACKEND)
            return redirect("interviews")
    return render(request, "interviews/first_run.html", {"form": form, "team": link.team}, status=422)
