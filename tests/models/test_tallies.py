"""Counting over threads and processes."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from interviews.models import Tally

LONG = 3_600_000  # seconds: a stretch that no test outlives


def _count(_time: int) -> int:
    try:
        return Tally.one_more("shared", LONG)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_no_two_that_come_at_once_take_the_same_place():
    with ThreadPoolExecutor(8) as pool:
        seen = sorted(pool.map(_count, range(24)))
    assert Tally.objects.get().count == 24
    assert all(count >= place for place, count in enumerate(seen, 1))


@pytest.mark.django_db
def test_each_name_has_its_own_count_and_what_has_ended_is_forgotten():
    Tally.objects.create(name="old", count=3, ends_at=timezone.now() - timedelta(days=3_650))
    assert [Tally.one_more(name, LONG) for name in ("a", "b", "a")] == [1, 1, 2]
    assert not Tally.objects.filter(name="old").exists()
