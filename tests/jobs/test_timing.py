"""When a running clip is asked for: often while it is due, rarely before and after."""

from itertools import pairwise, takewhile

from seedance_demo.jobs.timing import Timing


def asked(usual: float | None, until: float) -> list[float]:
    """The seconds after the paid POST at which a job that never ends is asked for."""
    clock = [0.0]
    timing = Timing(now=lambda: clock[0])

    def moments() -> list[float]:
        found = []
        for pause in timing.polls(closely=True, due=timing.due_at(0.0, usual)):
            clock[0] += pause
            found.append(clock[0])
        return found

    return list(takewhile(lambda moment: moment <= until, moments()))


def test_a_clip_that_usually_takes_three_minutes_is_asked_for_each_second_around_then() -> None:
    moments = asked(180, 600)
    assert len([each for each in moments if each < 90]) < 20
    due = [each for each in moments if 90 <= each <= 360]
    assert due[0] == 90
    assert {round(b - a, 6) for a, b in pairwise(due)} == {1}
    late = [each for each in moments if each > 370]
    assert late[-1] - late[-2] == 10


def test_where_no_earlier_clip_tells_it_is_asked_for_each_second_from_a_quarter_minute_on() -> None:
    moments = asked(None, 290)
    assert len([each for each in moments if each < 15]) < 8
    assert len([each for each in moments if each >= 15]) == 276
