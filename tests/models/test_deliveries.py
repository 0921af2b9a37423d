"""Which deliveries share a receiver."""

import pytest

from interviews.models import Delivery, receiver_of


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://Hooks.Example.ORG/in?token=1#y", "https://hooks.example.org:443"),
        ("http://example.org", "http://example.org:80"),
        ("HTTP://example.org:8080/a", "http://example.org:8080"),
        ("http://[2606:4700::1111]:9000/", "http://[2606:4700::1111]:9000"),
        ("nonsense", "nonsense"),
        ("", ""),
        ("x" * 400, "x" * 300),
        ("http://[::1", "http://[::1"),
        ("http://example.org:port/", "http://example.org:port/"),
    ],
)
def test_the_receiver_of_any_text(url, told):
    assert receiver_of(url) == told


def test_a_delivery_knows_its_receiver(team):
    assert Delivery.test(team, "https://example.org/hook?token=secret").receiver == "https://example.org:443"
