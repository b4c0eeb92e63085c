"""The line before an account's paid POSTs.

The provider takes only so many clips of an account in a minute and turns the next one down. Where
the owner says how many, or a POST has met that refusal, those after it wait here before theirs,
in fair turns: nothing is sent and nothing charged, and whoever waits can be given up. Until then
nobody waits. Several processes have a line each, and share the account's `Window`.
"""

import asyncio
import math
import secrets
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from hashlib import sha256
from typing import TypeVar

from ..config.settings import Settings
from ..errors import Busy, Refused, StorageError, Unreachable
from ..ledger.counts import Counts
from . import pools
from .timing import Timing
from .turns import Rotation
from .window import ON_THE_WAY, Window

T = TypeVar("T")
KNOWN = 1000  # accounts
LOOK = 1.0  # seconds between two looks while somebody waits
JOIN = (
    "The provider takes no more clips of this account for the moment. Press Generate again to wait "
    "in line: it is sent as the account may, and nothing is charged before."
)


class Line:
    """`pace` is how many POSTs a window may have, as the owner says; None when nobody did. For use
    in one event loop; `ahead` from any thread. `moved` hears the names of all who wait; `account`
    is the window's name among the `windows`."""

    def __init__(
        self,
        pace: int | None,
        timing: Timing,
        moved: Callable[[list[str]], None] = lambda _: None,
        windows: Counts[Window] | None = None,
        account: str = "",
    ) -> None:
        self._pace, self._timing, self._moved = pace, timing, moved
        self._windows, self._account = windows or Counts(Window), account
        self.shared = self._windows.shared  # then others wait, too, in lines of other processes
        self._me = secrets.token_hex(4)
        self._waiting = Rotation(timing.now)
        self.ahead, self.give_up = self._waiting.ahead, self._waiting.give_up
        self._places: deque[float] = deque()  # of those that have just begun
        self._serving: asyncio.Future[None] | None = None
        self._noting: set[asyncio.Future[None]] = set()
        self.trouble: StorageError | None = None  # why nobody's turn comes at the moment

    @asynccontextmanager
    async def place(self, whose: str, name: str) -> AsyncIterator[None]:
        """The place of a POST, when its turn has come; the POST is made inside. Raises `Refused`
        when it was given up before, and `Busy` when it met the limit itself."""
        place, became = await self._turn(whose, name), Window.count
        try:
            yield
        except Busy:
            became = Window.learn
            raise Busy(JOIN) from None
        except Unreachable:  # it never came there
            became = Window.leave
            raise
        finally:
            self._note(partial(became, place=place))

    async def _turn(self, whose: str, name: str) -> float:
        turn = self._waiting.join(whose, name)
        if self._serving is None or self._serving.done():
            self._serving = asyncio.ensure_future(self._serve())
        else:
            self._moved(self._waiting.order())
        try:
            await turn.begun
        except asyncio.CancelledError:
            self._waiting.leave(turn)
            self._moved(self._waiting.order())
            raise Refused("Given up before it was sent.", code="given_up") from None
        return self._places.popleft()

    async def _serve(self) -> None:
        """Let those who wait begin as the account may, until nobody waits."""
        is_told = False  # who begins at once is told of no place
        while (since := self._waiting.since()) is not None:
            if (place := await self._take(since)) is None:
                if not is_told:
                    self._moved(self._waiting.order())
                is_told = True
                await self._timing.sleep(LOOK)
                continue
            self._places.append(place)
            if not self._waiting.begin_next():  # it was given up in the meantime
                self._note(partial(Window.leave, place=self._places.pop()))
            self._moved(self._waiting.order())

    async def _take(self, since: float) -> float | None:
        wanted = partial(
            Window.take,
            pace=self._pace,
            process=self._me,
            since=since,
            on_the_way=ON_THE_WAY if self.shared else math.inf,  # who is alone knows its end
        )
        trouble, self.trouble = self.trouble, None
        try:
            return await self._changed(wanted)
        except StorageError as error:  # then it may not be sent either
            self.trouble = error
        if trouble is None:  # who waits has something to tell
            self._moved(self._waiting.order())
        return None

    def _note(self, step: Callable[[Window, float], None]) -> None:
        """Without waiting for it: the request id comes first. What cannot be written is taken for
        a POST that is still on the way."""

        async def noted() -> None:
            with suppress(StorageError):
                await self._changed(step)

        self._noting.add(noting := asyncio.ensure_future(noted()))
        noting.add_done_callback(self._noting.discard)

    async def _changed(self, step: Callable[[Window, float], T]) -> T:
        return await pools.counted(self._windows, self._account, step, self._timing.now())


class Lines:
    """The line of each account, known by its key."""

    def __init__(
        self,
        settings: Settings,
        timing: Timing,
        moved: Callable[[list[str]], None],
        windows: Counts[Window],
    ) -> None:
        self._settings, self._timing, self._moved = settings, timing, moved
        self._windows = windows
        self._lines: OrderedDict[str, Line] = OrderedDict()

    def of(self, key: str) -> Line:
        """The line of this key's account. Those that nobody has asked for longest are forgotten."""
        name = sha256(key.encode()).hexdigest()  # a visitor's key is not kept
        is_owners = bool(key) and key == self._settings.api_key
        pace = self._settings.clips_per_minute if is_owners else None
        new = Line(pace, self._timing, self._moved, self._windows, name)
        line = self._lines.setdefault(name, new)
        self._lines.move_to_end(name)
        if len(self._lines) > KNOWN:
            self._lines.popitem(last=False)
        return line
