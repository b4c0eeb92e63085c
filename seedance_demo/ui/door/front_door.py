"""ASGI middleware around all others: decides who is at home, and makes every answer safe."""

import logging
import re
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ...accounts import home

log = logging.getLogger(__name__)
MOST_DOUBTS = 20  # different ones in the log: a stranger may think of any number
NOT_BELIEVED = (
    "a request to this private page was not taken for its owner's, because %s. Your key and "
    "balance stay closed to it; to let those who come that way use them, set SEEDANCE_AUTH or "
    "SEEDANCE_DAILY_BUDGET"
)
ONE_ADDRESS = (
    "visitors come through a proxy whose word on their addresses is not believed, so all of them "
    "count as one: set FORWARDED_ALLOW_IPS to the proxy's address"
)
_ONE_RANGE = re.compile(rb"bytes=(?:(\d{1,18})-(\d{0,18})|-\d{1,18})")


class FrontDoor:
    """`public`: others than the owner can come in anyhow, so nobody is at home. On a Space the
    page is shown in a frame of huggingface.co, elsewhere in nobody's. `spends`: there is a key of
    the owner's, so the log tells to whom it stays closed."""

    def __init__(self, app: ASGIApp, *, public: bool, on_space: bool, spends: bool) -> None:
        self._app, self._public, self._on_space, self._spends = app, public, on_space, spends
        self._doubts: set[str] = set()
        framed_by = "'self' https://huggingface.co" if on_space else "'self'"
        self._said = {
            "Content-Security-Policy": f"frame-ancestors {framed_by}",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",  # with no-referrer, the login's Origin would be null
            "X-Process": secrets.token_hex(4),  # an open page sees when a proxy changes it
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope = {**scope, "headers": [each for each in scope["headers"] if _is_served(*each)]}
            home.mark(scope, self._why_not_home(scope))
            send = partial(self._send, send)
        await self._app(scope, receive, send)

    def _why_not_home(self, scope: Scope) -> str:
        if scope["method"] != "POST":
            return "it only reads"  # what may cost something is posted
        if self._public:
            self._look_for_proxies(scope)
            return "others can reach this page"
        if why_not := home.why_not(scope):
            self._doubt(NOT_BELIEVED, why_not)
        return why_not

    def _look_for_proxies(self, scope: Scope) -> None:
        """The server takes a visitor's address from a proxy that it was told to believe."""
        told, peer = Headers(scope=scope).get("x-forwarded-for"), scope["client"]
        if told and peer and peer[0] not in told and not self._on_space:
            self._doubt(ONE_ADDRESS)

    def _doubt(self, sentence: str, *why: str) -> None:
        doubt = sentence + "".join(why)
        if self._spends and doubt not in self._doubts and len(self._doubts) < MOST_DOUBTS:
            self._doubts.add(doubt)
            log.warning(sentence, *why)

    async def _send(self, send: Send, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(self._said)
            if headers.get("content-type", "").startswith("text/event-stream"):
                headers["X-Accel-Buffering"] = (
                    "no"  # nginx would collect progress and hand it out in lumps
                )
        await send(message)


def around_all(
    inside: Callable[[], AbstractAsyncContextManager[None]],
    *,
    public: bool,
    on_space: bool,
    spends: bool,
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """A lifespan for Gradio's app that puts the door around it. As a middleware it would be inside
    of Gradio's own, and their answers would go out without it.
    `inside` is entered for as long as the app lives."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        assert app.middleware_stack is not None  # built for the lifespan itself
        app.middleware_stack = FrontDoor(
            app.middleware_stack, public=public, on_space=on_space, spends=spends
        )
        async with inside():
            yield

    return lifespan


def _is_served(name: bytes, value: bytes) -> bool:
    """To several ranges, or none that can be read, Gradio answers with an error, or with a byte
    that nobody asked for: those files are served whole."""
    if name.lower() != b"range":
        return True
    asked = _ONE_RANGE.fullmatch(value.strip())
    return asked is not None and int(asked[1] or 0) <= int(asked[2] or 10**18)
