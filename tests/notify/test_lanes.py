"""Many receivers share the places: a slow one takes few of them, however much waits for it."""

from interviews.notify.lanes import EACH, MOST, SLOW_SHARE, Lanes


def test_a_receiver_gets_a_few_places_and_not_more():
    lanes = Lanes()
    assert [lanes.admit("a") for _ in range(EACH + 1)] == [True] * EACH + [False]
    assert lanes.full() == ["a"]
    assert lanes.admit("b")
    lanes.leave("a")
    assert lanes.full() == []
    assert lanes.admit("a")


def test_one_that_failed_or_was_slow_gets_one_until_it_is_well_again():
    lanes = Lanes()
    for delivered, seconds in ((False, 0.1), (True, 9.0)):
        lanes.learn("a", delivered=delivered, seconds=seconds)
        assert [lanes.admit("a") for _ in range(2)] == [True, False]
        lanes.leave("a")
    lanes.learn("a", delivered=True, seconds=0.1)
    assert [lanes.admit("a") for _ in range(2)] == [True, True]


def test_slow_ones_together_leave_room_for_the_others():
    lanes = Lanes()
    slow = [f"slow {number}" for number in range(MOST)]
    for receiver in slow:
        lanes.learn(receiver, delivered=False, seconds=10)
    assert sum(lanes.admit(receiver) for receiver in slow) == SLOW_SHARE
    assert set(lanes.full()) == set(slow)
    quick = sum(lanes.admit(f"quick {number}") for number in range(MOST))
    assert quick == MOST - SLOW_SHARE
    assert lanes.room == 0
