"""When a process takes another for dead. What it does then is in `tests/faults/test_several.py`."""

from seedance_demo.jobs.neighbours import Hearing
from seedance_demo.ledger.leases import BEAT, STALLED


def test_nobody_is_taken_for_dead_by_who_heard_nothing_itself() -> None:
    hearing, beats = Hearing(), [n * BEAT for n in range(1, 9)]
    sure = [hearing.is_sure(moment) for moment in beats]
    assert sure == [moment - beats[0] > STALLED for moment in beats], "first it listens for a while"
    back = beats[-1] + STALLED + 1  # the database was away, or this process stood still
    again = [hearing.is_sure(back + moment) for moment in (0.0, *beats)]
    assert again == [moment > STALLED for moment in (0.0, *beats)]
