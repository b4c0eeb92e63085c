"""How many paid POSTs an account may send in a minute, and how many it has sent.

The provider counts them whichever process they come from, so that several share this state
(`ledger/counts.py`). A place is taken before its POST leaves, and is free again by itself: who dies
on the way holds none for good.
"""

from contextlib import suppress
from dataclasses import dataclass, field

from ..ledger import DAY
from ..wavespeed.transport import PATIENT

SECONDS = 60.0  # in which the provider counts (its docs, account levels)
ON_THE_WAY = PATIENT.connect + PATIENT.submit  # seconds after which nobody waits for the answer
SEEN = 5.0  # seconds after which a process that has not looked again does not wait any more


@dataclass
class Window:
    """Of one account. Moments are seconds, by one clock for all who share it."""

    taken: list[float] = field(default_factory=list)  # when each place is free again
    found: int | None = None  # the pace that a refusal has shown
    closed_until: float = 0.0
    # By process: since when its first one waits, by its own clock, and when it looked.
    waiting: dict[str, tuple[float, float]] = field(default_factory=dict)

    def take(
        self,
        now: float,
        *,
        pace: int | None,
        process: str,
        since: float,
        on_the_way: float = ON_THE_WAY,
    ) -> float | None:
        """A place for the first POST of a process, which waits `since` a moment, if it may leave
        now. `pace` is how many the owner says that a minute may have, None when nobody did;
        `on_the_way` for how many seconds it is at most waited for."""
        self._forget(now)
        self.waiting.pop(process, None)
        earlier = sum(first < since for first, _ in self.waiting.values())
        if now < self.closed_until or self._free(pace) <= earlier:
            self.waiting[process] = since, now
            return None
        self.taken.append(place := now + on_the_way + SECONDS)
        return place

    def count(self, now: float, place: float) -> None:
        """It was answered, which is after the provider counted it. Those that were on the way
        beside the refused one belong to the pace that it has shown."""
        self.leave(now, place)
        self.taken.append(now + SECONDS)
        if self.found is not None and now < self.closed_until:
            self.found += 1

    def leave(self, now: float, place: float) -> None:  # noqa: ARG002
        """It never came there."""
        with suppress(ValueError):  # its time was over
            self.taken.remove(place)

    def learn(self, now: float, place: float) -> None:
        """It was turned down: the window is full, with as many as were answered in it."""
        self.leave(now, place)
        if now >= self.closed_until:
            self.found = sum(now < free <= now + SECONDS for free in self.taken)
        self.closed_until = now + SECONDS

    def _free(self, pace: int | None) -> float:
        paces = [each for each in (pace, self.found) if each is not None]
        return max(1, min(paces)) - len(self.taken) if paces else float("inf")

    def _forget(self, now: float) -> None:
        """What is over; a pace a day after the last refusal, for the account may have a larger one
        by then."""
        self.taken = [free for free in self.taken if free > now]
        self.waiting = {
            name: (since, seen) for name, (since, seen) in self.waiting.items() if seen > now - SEEN
        }
        if now > self.closed_until + DAY:
            self.found = None
