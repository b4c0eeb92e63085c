"""Fair turns at what this machine can do only a few times at once.

Whoever waits is served in rotation, one turn each, and in the order of their own requests: nine
films of one visitor delay the film of another by the one that is being drawn.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass(eq=False)
class Turn:
    """One request's wait for its place. `name` is whatever it is looked up by; `since` is when it
    joined, or when the one of the same person before it began."""

    whose: str
    name: str
    since: float
    begun: asyncio.Future[None] = field(default_factory=asyncio.Future)


class Rotation:
    """Who waits, and in which order. For use in one event loop; `order` and `ahead` from any
    thread."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._lines: OrderedDict[str, list[Turn]] = OrderedDict()  # the next one's first
        self._version = 0
        self._places: tuple[int, dict[str, int]] = (0, {})  # as they were at a version

    def join(self, whose: str, name: str) -> Turn:
        turn = Turn(whose, name, self._now())
        self._lines.setdefault(whose, []).append(turn)
        self._version += 1
        return turn

    def begin_next(self) -> bool:
        """Let the next one begin, and put who else waits for the same person behind everybody;
        False when nobody waits."""
        while self._lines:
            whose, line = self._lines.popitem(last=False)
            turn = line.pop(0)
            if line:
                line[0].since = self._now()
                self._lines[whose] = line
            self._version += 1
            if not turn.begun.done():
                turn.begun.set_result(None)
                return True
        return False

    def since(self) -> float | None:
        """Since when the one that is next waits; None when nobody does."""
        first = next(iter(self._lines.values()), None)
        return first[0].since if first else None

    def leave(self, turn: Turn) -> None:
        """Wait no longer, if it did."""
        if turn in self._lines.get(turn.whose, ()):
            self._lines[turn.whose].remove(turn)
            if not self._lines[turn.whose]:
                del self._lines[turn.whose]
            self._version += 1

    def order(self) -> list[str]:
        """The names of all that wait, as they will be served as it stands."""
        return [turn.name for turn in self._order()]

    def ahead(self, name: str) -> int | None:
        """How many turns come before the one of this name; None when it does not wait. All who
        wait ask it whenever one of them is served, so that it is worked out once for all."""
        if self._places[0] != (version := self._version):
            self._places = version, {name: place for place, name in enumerate(self.order())}
        return self._places[1].get(name)

    def give_up(self, name: str) -> bool:
        """End the wait of this name, with `CancelledError` for who waits; False when none does."""
        waits = [turn for turn in self._order() if turn.name == name and turn.begun.cancel()]
        return bool(waits)

    def _order(self) -> list[Turn]:
        lines = [list(line) for line in list(self._lines.values())]
        longest = max(map(len, lines), default=0)
        return [line[at] for at in range(longest) for line in lines if at < len(line)]


class Turns:
    """`places` requests at the same time. For use in one event loop; `ahead` from any thread.
    `moved` hears the names of those whose place may be another one now."""

    def __init__(self, places: int, moved: Callable[[list[str]], None] = lambda _: None) -> None:
        self._free, self._moved = places, moved
        self._waiting = Rotation()
        self.ahead, self.give_up = self._waiting.ahead, self._waiting.give_up

    @asynccontextmanager
    async def turn(self, whose: str, name: str = "") -> AsyncIterator[None]:
        """A place, when it is this one's turn."""
        turn = self._waiting.join(whose, name)
        self._go_on()
        try:
            await turn.begun
            yield
        finally:
            if turn.begun.done() and not turn.begun.cancelled():
                self._free += 1
            self._waiting.leave(turn)
            self._go_on()

    def _go_on(self) -> None:
        waited = self._waiting.order()
        while self._free and self._waiting.begin_next():
            self._free -= 1
        self._moved(waited)
