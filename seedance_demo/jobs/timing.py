"""Intervals and deadlines of a job, in seconds, so that tests can use shorter ones; and the clock
itself, so that they can let a day pass."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass

from ..wavespeed.transport import PATIENT, Patience

KEPT_BY_PROVIDER = 7 * 24 * 3600.0  # seconds: inputs and outputs lie that long at the provider


@dataclass(frozen=True)
class Timing:
    """Seconds; `http` are those of single calls."""

    poll: float = 2.0
    poll_growth: float = 1.25
    poll_longest: float = 10.0
    poll_local: float = 0.5  # an animatic's frames are counted; its end is told at once
    deadline: float = 30 * 60.0
    look_again: tuple[float, ...] = (1, 4, 10, 20, 30)  # for a task whose answer was lost
    fetch_again: tuple[float, ...] = (1, 3, 10, 20, 30, 60, 120, 240)  # a clip that does not come
    write_again: tuple[float, ...] = (1, 2, 5, 10, 20, 30, 60, 120, 300)  # a request id
    rests: tuple[float, ...] = (60, 120, 300, 600, 1800, 3600)  # between looks; the last for good
    still_there: float = 15.0  # how often one who follows is asked, while nothing changes
    http: Patience = PATIENT
    now: Callable[[], float] = time.time  # Unix time
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep

    def polls(self, *, local: bool, closely: bool) -> Iterator[float]:
        """2 s growing to 10 s until the deadline, which ends the watching and not the job; a single
        poll, at once, when not `closely`."""
        if not closely:
            yield 0
            return
        deadline = self.now() + self.deadline
        wait = self.poll_local if local else self.poll
        while self.now() < deadline:
            yield wait
            wait = wait if local else min(wait * self.poll_growth, self.poll_longest)

    def rest(self, looks: int) -> float:
        """How long a job rests after so many looks of the app's own: longer each time."""
        return self.rests[min(looks, len(self.rests) - 1)]


USUAL_TIMING = Timing()
