"""The headers that let a receiver check a notification: Standard Webhooks, https://www.standardwebhooks.com."""

from collections.abc import Iterable
from datetime import datetime

from standardwebhooks import Webhook


def signed_headers(event_id: str, at: datetime, body: str, secrets: Iterable[str]) -> dict[str, str]:
    """`webhook-id`, `webhook-timestamp` (Unix seconds of this attempt) and `webhook-signature`: one signature for each
    secret in use, separated by spaces. `at` is in UTC."""
    signatures = [Webhook(secret).sign(event_id, at, body) for secret in secrets]
    return {
        "webhook-id": event_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
