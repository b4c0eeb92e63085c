"""Fair turns at what this machine can do only a few times at once.

Whoever waits is served in rotation, one turn each, and in the order of their own requests: nine
films of one visitor delay the film of another by the one that is being drawn.
"""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass(eq=False)
class Turn:
    """One request's wait for its place. `name` is whatever it is looked up by."""

    whose: str
    name: str
    begun: asyncio.Future[None] = field(default_factory=asyncio.Future)


class Turns:
    """`places` requests at the same time. For use in one event loop; `ahead` from any thread.
    `moved` hears the names of those whose place may be another one now."""

    def __init__(self, places: int, moved: Callable[[list[str]], None] = lambda _: None) -> None:
        self._free, self._moved = places, moved
        self._waiting: OrderedDict[str, list[Turn]] = OrderedDict()  # the next one's first

    @asynccontextmanager
    async def turn(self, whose: str, name: str = "") -> AsyncIterator[None]:
        """A place, when it is this one's turn."""
        turn = Turn(whose, name)
        self._waiting.setdefault(whose, []).append(turn)
        self._go_on()
        try:
            await turn.begun
            yield
        finally:
            self._end(turn)
            self._go_on()

    def ahead(self, name: str) -> int | None:
        """How many turns come before the one of this name; None when it does not wait."""
        order = [turn.name for turn in self._order()]
        return order.index(name) if name in order else None

    def give_up(self, name: str) -> bool:
        """End the wait of this name, with `CancelledError` for who waits; False when none does."""
        waits = [turn for turn in self._order() if turn.name == name and turn.begun.cancel()]
        return bool(waits)

    def _order(self) -> list[Turn]:
        """All that wait, in the order in which they will be served as it stands."""
        lines = [list(line) for line in list(self._waiting.values())]
        longest = max(map(len, lines), default=0)
        return [line[at] for at in range(longest) for line in lines if at < len(line)]

    def _go_on(self) -> None:
        waited = [turn.name for turn in self._order()]
        self._serve()
        self._moved(waited)

    def _serve(self) -> None:
        while self._free and self._waiting:
            whose, line = self._waiting.popitem(last=False)
            turn = line.pop(0)
            if line:
                self._waiting[whose] = line  # behind everybody else
            if not turn.begun.done():
                turn.begun.set_result(None)
                self._free -= 1

    def _end(self, turn: Turn) -> None:
        if turn.begun.done() and not turn.begun.cancelled():
            self._free += 1
        elif turn in self._waiting.get(turn.whose, ()):
            self._waiting[turn.whose].remove(turn)
            if not self._waiting[turn.whose]:
                del self._waiting[turn.whose]
