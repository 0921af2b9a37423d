"""Where notifications go."""

import re
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from interviews.forms.text import PlainText
from interviews.notify.addresses import AddressError, check_url


class NotificationAddress(PlainText):
    """A URL that notifications may go to, as far as it can be told without resolving its name."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off", "placeholder": "https://"})
        usual: dict[str, Any] = {"strip": True, "label": _("Notification address"), "widget": widget}
        super().__init__(**usual | options)

    def validate(self, value: Any) -> None:
        """Says in words for people why an address is refused."""
        super().validate(value)
        try:
            if value:
                check_url(value, settings.NOTIFY_ALLOW)
        except AddressError as error:
            raise forms.ValidationError(_for_people(str(error))) from error


def _for_people(sentence: str) -> str:
    return re.sub(r"^notification_url\b", str(_("The notification address")), sentence).rstrip(".") + "."


class SendTestForm(forms.Form):
    """Where a test is sent."""

    url = NotificationAddress(
        help_text=_("A signed notification is posted there once. It says that it is a test."),
        error_messages={"required": _("Enter the address that the test is sent to, such as https://example.org/hook.")},
    )
