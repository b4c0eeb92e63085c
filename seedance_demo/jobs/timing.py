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

    poll: float = 1.0  # while a clip is due
    due: tuple[float, float] = (15, 300)  # after the paid POST, where no earlier clip tells
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

    def due_at(self, since: float, usual: float | None) -> tuple[float, float]:
        """The Unix times between which a clip is likely to come that was asked for at `since`:
        from half the seconds that such clips usually take to twice of them."""
        early, late = (usual / 2, usual * 2) if usual else self.due
        return since + early, since + late

    def polls(self, *, closely: bool, due: tuple[float, float] | None = None) -> Iterator[float]:
        """The pauses between questions until the deadline, which ends the watching and not the job;
        a single one, at once, when not `closely`. While a clip is due they are short, before and
        after ever longer. Without `due` it is an animatic."""
        if not closely:
            yield 0
            return
        early, late = due or (0, 0)
        deadline, wait = self.now() + self.deadline, self.poll
        while (now := self.now()) < deadline:
            wait = self.poll if early <= now <= late else wait
            left = early - now if now < early else wait
            yield min(wait, left) if due else self.poll_local
            wait = min(wait * self.poll_growth, self.poll_longest)

    def rest(self, looks: int) -> float:
        """How long a job rests after so many looks of the app's own: longer each time."""
        return self.rests[min(looks, len(self.rests) - 1)]


USUAL_TIMING = Timing()
