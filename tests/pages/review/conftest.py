"""A link that somebody got, and its address."""

import pytest

from interviews.models import ReviewLink


@pytest.fixture
def shared(interview, owner):
    """The link and its address."""
    link, secret = ReviewLink.issue(interview, "Helen Marsh", by=owner)
    return link, f"/review/{secret}/"


@pytest.fixture
def link(shared):
    return shared[0]


@pytest.fixture
def url(shared):
    return shared[1]
