"""The first owner's e-mail and password."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class FirstRunForm(forms.Form):
    """What the first owner will sign in with."""

    email = forms.EmailField(
        label=_("E-mail"),
        error_messages={
            "required": _("Enter the e-mail that you will sign in with."),
            "invalid": _("Enter an e-mail such as name@example.org."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=1_000,
        help_text=_("At least 8 characters. Three or four words in a row are easy to keep in mind."),
        error_messages={"required": _("Choose a password.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def refuse(self, error: ValidationError) -> None:
        """Puts what the service refused beside its field."""
        if hasattr(error, "error_dict"):
            self.add_error(None, error)
        else:
            self.add_error("password", error)
