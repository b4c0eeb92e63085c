"""The rules by which several processes share an account's POSTs. That they share them is in
`tests/faults/test_shared_line.py`."""

from seedance_demo.jobs.window import ON_THE_WAY, SECONDS, SEEN, Window
from seedance_demo.ledger import DAY

NOW = 1_000_000.0


def take(
    window: Window, process: str, now: float = NOW, *, since: float = 0, pace: int = 2
) -> bool:
    return window.take(now, pace=pace, process=process, since=since) is not None


def test_a_minute_has_as_many_places_however_many_ask() -> None:
    window = Window()
    assert [take(window, name) for name in ("a", "b", "c", "a")] == [True, True, False, False]


def test_without_a_pace_all_may_leave_until_one_is_turned_down() -> None:
    window = Window()
    places = [window.take(NOW, pace=None, process=f"{n}", since=0) for n in range(9)]
    assert all(places)
    for place in places[:3]:
        window.count(NOW, place or 0)
    window.learn(NOW, places[3] or 0)
    window.count(NOW + 1, places[4] or 0)  # it was on the way, and is taken
    for place in places[5:]:
        window.leave(NOW, place or 0)
    assert window.found == 4
    assert window.take(NOW + SECONDS - 1, pace=None, process="other", since=0) is None
    later = NOW + SECONDS + 2
    assert [take(window, f"{n}", later, pace=9) for n in range(5)] == [True] * 4 + [False]


def test_who_dies_on_the_way_holds_no_place_for_good() -> None:
    window = Window()
    assert take(window, "dead", pace=1)
    assert not take(window, "a", NOW + ON_THE_WAY, pace=1), "the provider may have counted it"
    assert take(window, "a", NOW + ON_THE_WAY + SECONDS, pace=1)


def test_a_pace_that_was_found_is_tried_again_a_day_later() -> None:
    window = Window()
    window.learn(NOW, 0)
    assert window.found == 0
    assert [take(window, name, NOW + SECONDS, pace=2) for name in "ab"] == [True, False]
    assert [take(window, name, NOW + 2 * DAY, pace=2) for name in "abc"] == [True, True, False]


def test_a_free_place_is_for_who_waits_longest_in_whichever_process() -> None:
    window = Window()
    assert take(window, "a", pace=1)
    assert not take(window, "a", since=3, pace=1)
    assert not take(window, "b", since=2, pace=1)
    window.taken.clear()
    assert not take(window, "a", since=3, pace=1)
    assert take(window, "b", since=2, pace=1)
    window.taken.clear()
    assert take(window, "a", since=3, pace=1), "nobody waits before it any more"


def test_who_has_places_enough_waits_for_no_other() -> None:
    window = Window()
    window.waiting["b"] = (2, NOW)
    assert take(window, "a", since=3, pace=2)
    assert not take(window, "a", since=4, pace=2), "the last one is b's"
    assert take(window, "b", since=2, pace=2)


def test_a_process_that_looks_no_more_is_not_waited_for() -> None:
    window = Window()
    window.waiting["dead"] = (1, NOW)
    assert not take(window, "a", NOW + SEEN - 1, since=2, pace=1)
    assert take(window, "a", NOW + SEEN, since=2, pace=1)
