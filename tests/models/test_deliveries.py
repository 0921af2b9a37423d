"""A delivery: to which receiver, tried sooner when somebody asks, and held up by what goes before it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from interviews.models import Delivery, receiver_of
from interviews.services.generation import Order, start_generation

HOUR = timedelta(hours=1)


@pytest.fixture
def waiting(team):
    """A notification whose next attempt is an hour away, and the one after it."""
    order = Order(role="Cook", description="You cook.", notification_url="https://example.org/hook")
    job = start_generation(team, order)
    job.say("first")
    job.say("second")
    first, second = Delivery.objects.order_by("id")
    change(first, next_attempt_at=timezone.now() + HOUR)
    return first, second


def change(delivery, **values):
    Delivery.objects.filter(pk=delivery.pk).update(**values)


def test_the_next_attempt_of_a_waiting_one_moves_to_now(waiting):
    first, _ = waiting
    assert first.try_now() is True
    assert list(Delivery.objects.due(timezone.now())) == [first]


def test_a_second_wish_moves_nothing(waiting):
    assert [waiting[0].try_now(), waiting[0].try_now()] == [True, False]


@pytest.mark.parametrize("status", ["delivered", "superseded", "failed"])
def test_what_is_at_an_end_is_not_tried(waiting, status):
    change(waiting[0], status=status)
    assert waiting[0].try_now() is False


def test_what_is_on_its_way_is_left_alone(waiting):
    change(waiting[0], lease_owner="other", lease_until=timezone.now() + timedelta(seconds=30))
    assert waiting[0].try_now() is False


def held_up() -> list[bool]:
    return list(Delivery.objects.with_order().order_by("id").values_list("is_held_up", flat=True))


def test_what_comes_after_a_waiting_one_is_held_up(waiting):
    assert held_up() == [False, True]


def test_nothing_is_held_up_by_what_was_delivered(waiting):
    change(waiting[0], status="delivered")
    assert held_up() == [False, False]


def test_what_somebody_asked_for_again_neither_holds_up_nor_is_held_up(waiting):
    change(waiting[0], asked_again_at=timezone.now())
    assert held_up() == [False, False]
    change(waiting[0], asked_again_at=None)
    change(waiting[1], asked_again_at=timezone.now())
    assert held_up() == [False, False]


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
