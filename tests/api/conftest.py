"""A program that talks to the API."""

import json

import pytest


class Program:
    """Sends JSON with an API key and gives back status and body."""

    def __init__(self, client, key):
        self.client, self.key = client, key

    def get(self, path, **headers):
        """A GET under /api/v2/."""
        return self._answer(self.client.get(f"/api/v2/{path}", headers={"apiKey": self.key, **headers}))

    def send(self, method, path, body, content_type="application/json", **headers):
        """A POST or PUT under /api/v2/ with a JSON value, or with raw bytes."""
        data = body if isinstance(body, bytes | str) else json.dumps(body)
        headers = {"apiKey": self.key, **headers}
        return self._answer(
            self.client.generic(method, f"/api/v2/{path}", data, content_type=content_type, headers=headers)
        )

    def post(self, path, body, **options):
        """A POST."""
        return self.send("POST", path, body, **options)

    def put(self, path, body, **options):
        """A PUT."""
        return self.send("PUT", path, body, **options)

    def _answer(self, response):
        assert response["Content-Type"].startswith("application/json"), response.content
        return response.status_code, response.json()


@pytest.fixture
def program(client, key):
    return Program(client, key)


@pytest.fixture
def reader(client, team):
    """A program whose key may only read."""
    from interviews.models import ApiKey

    return Program(client, ApiKey.issue(team, "Reader", read_only=True)[1])


@pytest.fixture
def foreigner(client, other_team):
    """A program of another team."""
    from interviews.models import ApiKey

    return Program(client, ApiKey.issue(other_team, "Theirs")[1])
