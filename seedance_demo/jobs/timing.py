"""Intervals and deadlines of a job, in seconds, so that tests can use shorter ones."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from ..wavespeed.transport import PATIENT, Patience


@dataclass(frozen=True)
class Timing:
    """Seconds; `http` are those of single calls."""

    poll: float = 2.0
    poll_growth: float = 1.25
    poll_longest: float = 10.0
    poll_local: float = 0.25  # an animatic is done in seconds
    deadline: float = 30 * 60.0
    look_again: tuple[float, ...] = (1, 4, 10, 20, 30)  # for a task whose answer was lost
    write_again: tuple[float, ...] = (1, 2, 5, 10, 20, 30, 60, 120, 300)  # a request id
    tick: float = 0.25  # how often a follower looks up
    http: Patience = PATIENT

    def polls(self, *, local: bool) -> Iterator[float]:
        """2 s growing to 10 s until the deadline, which ends the watching and not the job."""
        deadline = time.monotonic() + self.deadline
        wait = self.poll_local if local else self.poll
        while time.monotonic() < deadline:
            yield wait
            wait = wait if local else min(wait * self.poll_growth, self.poll_longest)


USUAL_TIMING = Timing()
