"""Checks the names and passwords of SEEDANCE_AUTH, ever more slowly for whoever guesses.

Nobody is locked out: a pause ends by itself, and guesses from one address do not slow another's
much. Behind a login is the owner's money. Several processes count together, so that a guess at one
is a guess at all.
"""

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from secrets import compare_digest
from typing import TypeVar

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from ...accounts.visitor import address_of
from ...config.settings import Logins
from ...errors import StorageError
from ...jobs.pools import counted
from ...ledger.counts import Counts
from .routes import route_of

log = logging.getLogger(__name__)
FREE_TRIES = 3
LONGEST_PAUSE = 8.0  # seconds, for an address; programs wait for a login not much longer
LONGEST_FOR_NAME = 1.0  # for a name, whoever tries it: it may be its owner
FORGOTTEN_AFTER = 900.0  # seconds without a failure
MOST_WAITING = 4  # tries of one address at one name at the same time
TOLD_AT = (5, 50, 500, 5000)  # failures, in the log
NOBODY = "Nobody can sign in for the moment. Try again in a minute."
SLOW_DOWN = "Too many tries. Wait a minute, then try again."
T = TypeVar("T")
_address: ContextVar[str] = ContextVar("address", default="")


@dataclass
class Failures:
    """Of one address, or at one name. Moments are seconds, by one clock for all who count."""

    count: int = 0
    last: float = 0.0

    def pause(self, now: float, longest: float) -> float:
        """Seconds before the next try; doubles with every failure, from a quarter on."""
        self._forget(now)
        over = min(self.count - FREE_TRIES, 16)
        return min(0.25 * 2**over, longest) if over >= 0 else 0.0

    def add(self, now: float) -> int:
        """One more; how many there are now."""
        self._forget(now)
        self.count, self.last = self.count + 1, now
        return self.count

    def _forget(self, now: float) -> None:
        if now - self.last >= FORGOTTEN_AFTER:
            self.count = 0


class LoginCheck:
    """`check` is for Gradio, and knows the address because this class is ASGI middleware, too."""

    def __init__(
        self,
        logins: Logins,
        failures: Counts[Failures],
        *,
        on_space: bool = False,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._logins, self._failures, self._on_space = dict(logins), failures, on_space
        self._sleep, self._clock = sleep, clock
        self._waiting: Counter[tuple[str, str]] = Counter()

    def middleware(self, app: ASGIApp) -> ASGIApp:
        """Notes the address of each request, which Gradio does not tell `check`."""

        async def noted(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] == "http" and route_of(scope).rstrip("/") == "/login":
                _address.set(address_of(scope, on_space=self._on_space))
            await app(scope, receive, send)

        return noted

    async def check(self, name: str, password: str) -> bool:
        """Whether they belong together. Raises `HTTPException` 429 for too many at once, and 503
        when nobody could count a failure."""
        try:
            return await self._check(name, password, _address.get())
        except StorageError:
            raise HTTPException(503, NOBODY, {"Retry-After": "60"}) from None

    async def _check(self, name: str, password: str, address: str) -> bool:
        await self._wait(address, name)
        known = self._logins.get(name)
        if known is not None and compare_digest(known.encode(), password.encode()):
            return True
        await self._note(f"from {address}")
        await self._note(f"as {name!r}" if known else "as nobody known here")
        return False

    async def _wait(self, address: str, name: str) -> None:
        pause = await self._pause(f"from {address}", LONGEST_PAUSE)
        if name in self._logins:  # others are not remembered: they may be long, or a password
            pause = max(pause, await self._pause(f"as {name!r}", LONGEST_FOR_NAME))
        if self._waiting[address, name] >= MOST_WAITING:
            raise HTTPException(429, SLOW_DOWN, {"Retry-After": "60"})
        self._waiting[address, name] += 1
        try:
            await self._sleep(pause)
        finally:
            self._waiting[address, name] -= 1
            self._waiting += Counter()  # drops what is zero

    async def _pause(self, whose: str, longest: float) -> float:
        return await self._changed(whose, partial(Failures.pause, longest=longest))

    async def _note(self, whose: str) -> None:
        if (count := await self._changed(whose, Failures.add)) in TOLD_AT:
            log.warning("%d failed logins %s", count, whose)

    async def _changed(self, whose: str, step: Callable[[Failures, float], T]) -> T:
        return await counted(self._failures, whose, step, self._clock())
