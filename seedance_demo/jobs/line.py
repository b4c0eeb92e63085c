"""The line before an account's paid POSTs.

The provider takes only so many clips of an account in a minute and turns the next one down. Where
the owner says how many, or a POST has met that refusal, those after it wait here before theirs,
in fair turns: nothing is sent and nothing charged, and whoever waits can be given up. Until then
nobody waits.
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from hashlib import sha256

from ..config.settings import Settings
from ..errors import Busy, Refused, Unreachable
from .timing import Timing
from .turns import Rotation

WINDOW = 60.0  # seconds in which the provider counts (its docs, account levels)
KNOWN = 1000  # accounts
LOOK = 1.0  # seconds between two looks while somebody waits
JOIN = (
    "The provider takes no more clips of this account for the moment. Press Generate again to wait "
    "in line: it is sent as the account may, and nothing is charged before."
)


class Line:
    """`pace` is how many POSTs a window may have, as the owner says; None when nobody did. For use
    in one event loop; `ahead` from any thread. `moved` hears the names of all who wait."""

    def __init__(
        self, pace: int | None, timing: Timing, moved: Callable[[list[str]], None] = lambda _: None
    ) -> None:
        self._said, self._timing, self._moved = pace, timing, moved
        self._found: int | None = None  # the pace that a refusal has shown
        self._waiting = Rotation()
        self.ahead, self.give_up = self._waiting.ahead, self._waiting.give_up
        self._on_the_way = 0
        self._taken: deque[float] = deque()  # when each was answered, which is after it was counted
        self._closed_until = 0.0
        self._alarm: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def place(self, whose: str, name: str) -> AsyncIterator[None]:
        """The place of a POST, when its turn has come; the POST is made inside. Raises `Refused`
        when it was given up before, and `Busy` when it met the limit itself."""
        await self._turn(whose, name)
        try:
            yield
            self._count()
        except Busy:
            self._learn()
            raise Busy(JOIN) from None
        except Unreachable:  # it never came there
            raise
        except BaseException:
            self._count()
            raise
        finally:
            self._on_the_way -= 1
            self._go_on()

    async def _turn(self, whose: str, name: str) -> None:
        turn = self._waiting.join(whose, name)
        self._go_on()
        try:
            await turn.begun
        except asyncio.CancelledError:
            self._waiting.leave(turn)
            self._moved(self._waiting.order())
            raise Refused("Given up before it was sent.", code="given_up") from None

    def _go_on(self) -> None:
        while self._is_open() and self._waiting.begin_next():
            self._on_the_way += 1
        waiting = self._waiting.order()
        if waiting and self._alarm is None:
            self._alarm = asyncio.ensure_future(self._look_again())
        self._moved(waiting)

    async def _look_again(self) -> None:
        await self._timing.sleep(LOOK)
        self._alarm = None
        self._go_on()

    def _is_open(self) -> bool:
        now = self._timing.now()
        while self._taken and self._taken[0] <= now - WINDOW:
            self._taken.popleft()
        paces = [pace for pace in (self._said, self._found) if pace is not None]
        has_room = not paces or self._on_the_way + len(self._taken) < max(1, min(paces))
        return has_room and not self._is_closed

    @property
    def _is_closed(self) -> bool:
        return self._timing.now() < self._closed_until

    def _count(self) -> None:
        """One more that was taken. Those that were on the way beside the refused one belong to the
        pace that it has shown."""
        self._taken.append(self._timing.now())
        if self._found is not None and self._is_closed:
            self._found += 1

    def _learn(self) -> None:
        """One was turned down: the window is full, with as many as were taken in it."""
        if not self._is_closed:
            since = self._timing.now() - WINDOW
            self._found = sum(moment > since for moment in self._taken)
        self._closed_until = self._timing.now() + WINDOW


class Lines:
    """The line of each account, known by its key."""

    def __init__(
        self, settings: Settings, timing: Timing, moved: Callable[[list[str]], None]
    ) -> None:
        self._settings, self._timing, self._moved = settings, timing, moved
        self._lines: OrderedDict[str, Line] = OrderedDict()

    def of(self, key: str) -> Line:
        """The line of this key's account. Those that nobody has asked for longest are forgotten."""
        name = sha256(key.encode()).hexdigest()  # a visitor's key is not kept
        is_owners = bool(key) and key == self._settings.api_key
        pace = self._settings.clips_per_minute if is_owners else None
        line = self._lines.setdefault(name, Line(pace, self._timing, self._moved))
        self._lines.move_to_end(name)
        if len(self._lines) > KNOWN:
            self._lines.popitem(last=False)
        return line
