"""ASGI middleware: bounds what is read of a request before anything makes sense of it.

One body of 100 MB of brackets would take 9 GB of memory and a minute of everybody's time.
"""

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .routes import is_upload, route_of

SAID = 256 << 10  # bytes; the largest that the page sent when it was measured was 8.5 kB
SAID_BY_AGENTS = 16 << 20  # they put pictures into their words
LONG_AT_ONCE = 8  # of those
MOST_PARTS = 10_000  # of their JSON: what is long in it is a picture, which has none
UNREADABLE = 10**19
TOO_MANY = (
    "Many send pictures at this moment. Send their https addresses, or try again in a minute."
)
TOO_LARGE = (
    "This is more than the page takes at once. Upload pictures before, with handle_file(path) or "
    "POST /gradio_api/upload, or send their https addresses."
)


class BodyLimits:
    """Uploads pass: they go to the disk as they come, and are counted elsewhere. `agents`: there
    are tools for them."""

    def __init__(self, app: ASGIApp, *, agents: bool = False) -> None:
        self._app, self._agents = app, agents
        self._long = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD") or is_upload(scope):
            await self._app(scope, receive, send)
        elif self._agents and _is_agents(scope) and _told_length(scope) > SAID:
            await self._long_one(scope, receive, send)
        else:
            await self._bounded(SAID, scope, receive, send)

    async def _long_one(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A few at once, because until it is answered each takes several times its size."""
        if self._long >= LONG_AT_ONCE:
            await JSONResponse({"detail": TOO_MANY}, 429)(scope, receive, send)
            return
        self._long += 1
        try:
            await self._bounded(SAID_BY_AGENTS, scope, receive, send)
        finally:
            self._long -= 1

    async def _bounded(self, most: int, scope: Scope, receive: Receive, send: Send) -> None:
        read = await _read(scope, receive, most)
        answer = _refusal(scope) if read is None else self._app
        await answer(scope, _again(read or [], receive), send)


def _is_agents(scope: Scope) -> bool:
    return route_of(scope).rstrip("/") == "/gradio_api/mcp"


def _told_length(scope: Scope) -> int:
    """The length that is told of the body, 0 without one; one that cannot be read is no less than
    any limit."""
    told = Headers(scope=scope).get("content-length", "0")
    return int(told) if told.isdecimal() and len(told) < 19 else UNREADABLE


async def _read(scope: Scope, receive: Receive, most: int) -> list[Message] | None:
    """The whole body as it came, None when it is too large; a length that is told is not read."""
    if _told_length(scope) > most:
        return None
    read: list[Message] = []
    while not read or read[-1].get("more_body"):
        read.append(await receive())
        size = sum(len(each.get("body", b"")) for each in read)
        if size > most:
            return None
    return read if size <= SAID or _parts(read) <= MOST_PARTS else None


def _parts(read: list[Message]) -> int:
    """How many lists, objects and members there may be, if it is JSON."""
    return sum(each.get("body", b"").count(mark) for each in read for mark in (b"[", b"{", b","))


def _refusal(scope: Scope) -> JSONResponse:
    """A sentence where it is shown: by Gradio's page as the detail of a status, by its clients for
    programs, of a press, as a validator's verdict and in no other way."""
    if Headers(scope=scope).get("x-gradio-user") != "api":
        return JSONResponse({"detail": TOO_LARGE}, 413)
    verdict = {"__type__": "validate", "is_valid": False, "parameter_name": "images"}
    return JSONResponse({"detail": [verdict | {"message": TOO_LARGE}]}, 422)


def _again(read: list[Message], receive: Receive) -> Receive:
    """Hands out what was read, then what comes after it."""
    rest = iter(read)

    async def receive_again() -> Message:
        return next(rest, None) or await receive()

    return receive_again
