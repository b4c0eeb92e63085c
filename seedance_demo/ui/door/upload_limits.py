"""ASGI middleware: bounds uploads, which go to the disk as they come.

At most so much of one address in a day, and none at all when one of the disks is nearly full. The
owner at home is bounded by the machine alone.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gradio import route_utils
from starlette.formparsers import MultiPartException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ...accounts import home
from ...accounts.visitor import address_of
from ...ledger import DAY
from .routes import is_upload

AT_ONCE = 128 << 20  # bytes of one request: four of the largest pictures
FILES_AT_ONCE = 16
DAILY_BYTES = 4 << 30  # of one address; a household's photographs of a day are a tenth of it
DAILY_UPLOADS = 2000
MOST_ADDRESSES = 10_000  # that are counted; the one that was silent longest is forgotten
FULL = "The server's disk is nearly full: it takes no pictures at the moment."
TOO_MUCH = "Too many pictures came from your address today. There is room again tomorrow."


@dataclass
class _Day:
    """What one address has uploaded since a moment."""

    since: float
    bytes: int = 0
    uploads: int = 0

    @property
    def is_full(self) -> bool:
        return self.bytes > DAILY_BYTES or self.uploads > DAILY_UPLOADS


class UploadLimits:
    """`has_room` says whether the disks take more."""

    def __init__(self, app: ASGIApp, has_room: Callable[[], bool], *, on_space: bool) -> None:
        self._app, self._has_room, self._on_space = app, has_room, on_space
        self._days: OrderedDict[str, _Day] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not is_upload(scope):
            await self._app(scope, receive, send)
            return
        day = self._day(scope)
        answer: ASGIApp = self._app
        if not self._has_room():
            answer = PlainTextResponse(FULL, 507)
        elif day.is_full:
            answer = PlainTextResponse(TOO_MUCH, 429)
        await answer(scope, _counted(receive, day), send)

    def _day(self, scope: Scope) -> _Day:
        now = time.time()
        if not home.decided(scope):
            return _Day(now)  # counted nowhere
        whose = address_of(scope, on_space=self._on_space)
        day = self._days.pop(whose, _Day(now))
        day = self._days[whose] = day if now - day.since < DAY else _Day(now)
        day.uploads += 1
        if len(self._days) > MOST_ADDRESSES:
            self._days.popitem(last=False)
        return day


def _counted(receive: Receive, day: _Day) -> Receive:
    """What Gradio's parser is told as its own kind of error, it cleans up after."""
    came = 0

    async def receive_counted() -> Message:
        nonlocal came
        message = await receive()
        if message["type"] == "http.disconnect":
            raise MultiPartException("The upload broke off.")
        came += len(message.get("body", b""))
        day.bytes += len(message.get("body", b""))
        if came > AT_ONCE or day.is_full:
            raise MultiPartException("These files are more than the maximum allowed size.")
        return message

    return receive_counted


class FewFiles(route_utils.GradioMultiPartParser):
    """Gradio's own takes a thousand files, and as many fields into memory; nobody sends fields."""

    def __init__(self, *args: Any, **options: Any) -> None:
        bounded = options | {"max_files": FILES_AT_ONCE, "max_fields": 0}
        super().__init__(*args, **bounded)


route_utils.GradioMultiPartParser = FewFiles  # type: ignore[misc]
