"""Checks the names and passwords of SEEDANCE_AUTH, ever more slowly for whoever guesses.

Nobody is locked out: a pause ends by itself, and guesses from one address do not slow another's
much. Behind a login is the owner's money.
"""

import asyncio
import logging
import time
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass
from secrets import compare_digest

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from ...accounts.visitor import address_of
from ...config.settings import Logins
from .routes import route_of

log = logging.getLogger(__name__)
FREE_TRIES = 3
LONGEST_PAUSE = 8.0  # seconds, for an address; programs wait for a login not much longer
LONGEST_FOR_NAME = 1.0  # for a name, whoever tries it: it may be its owner
FORGOTTEN_AFTER = 900.0  # seconds without a failure
MOST_WAITING = 4  # tries of one address at one name at the same time
MOST_REMEMBERED = 10_000
TOLD_AT = (5, 50, 500, 5000)  # failures, in the log
SLOW_DOWN = "Too many tries. Wait a minute, then try again."
_address: ContextVar[str] = ContextVar("address", default="")


@dataclass
class _Failures:
    count: int = 0
    last: float = 0.0

    def pause(self, longest: float) -> float:
        """Doubles with every failure, from a quarter of a second on."""
        over = min(self.count - FREE_TRIES, 16)
        return min(0.25 * 2**over, longest) if over >= 0 else 0.0


class LoginCheck:
    """`check` is for Gradio, and knows the address because this class is ASGI middleware, too."""

    def __init__(
        self,
        logins: Logins,
        *,
        on_space: bool = False,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._logins, self._on_space, self._sleep, self._clock = (
            dict(logins),
            on_space,
            sleep,
            clock,
        )
        self._failed: OrderedDict[str, _Failures] = OrderedDict()
        self._waiting: Counter[tuple[str, str]] = Counter()

    def middleware(self, app: ASGIApp) -> ASGIApp:
        """Notes the address of each request, which Gradio does not tell `check`."""

        async def noted(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] == "http" and route_of(scope).rstrip("/") == "/login":
                _address.set(address_of(scope, on_space=self._on_space))
            await app(scope, receive, send)

        return noted

    async def check(self, name: str, password: str) -> bool:
        """Whether they belong together. Raises `HTTPException` 429 for too many at once."""
        address = _address.get()
        await self._wait(address, name)
        known = self._logins.get(name)
        if known is not None and compare_digest(known.encode(), password.encode()):
            return True
        self._note(f"from {address}")
        self._note(f"as {name!r}" if known else "as nobody known here")
        return False

    async def _wait(self, address: str, name: str) -> None:
        pauses = (
            self._of(f"from {address}").pause(LONGEST_PAUSE),
            self._of(f"as {name!r}").pause(LONGEST_FOR_NAME),
        )
        if self._waiting[address, name] >= MOST_WAITING:
            raise HTTPException(429, SLOW_DOWN, {"Retry-After": "60"})
        self._waiting[address, name] += 1
        try:
            await self._sleep(max(pauses))
        finally:
            self._waiting[address, name] -= 1
            self._waiting += Counter()  # drops what is zero

    def _of(self, whose: str) -> _Failures:
        failed = self._failed.get(whose, _Failures())
        return failed if self._clock() - failed.last < FORGOTTEN_AFTER else _Failures()

    def _note(self, whose: str) -> None:
        failed = self._of(whose)
        self._failed.pop(whose, None)
        self._failed[whose] = _Failures(failed.count + 1, self._clock())
        if len(self._failed) > MOST_REMEMBERED:
            self._failed.popitem(last=False)
        if failed.count + 1 in TOLD_AT:
            log.warning("%d failed logins %s", failed.count + 1, whose)
