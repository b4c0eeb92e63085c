"""ASGI middleware: the answer to `GET /`, finished here, and kept for a minute.

Gradio copies the whole page and writes it anew for every request, and packs it: 15 ms of the event
loop and of everybody who waits there. But it depends on no more than the address that a request
came by and who is logged in. Where nobody logs in, it is made once for each address.
"""

import asyncio
import gzip
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .routes import root_of, route_of

KEPT = 60.0  # seconds; what Gradio may change of a running page, such as its share link, is seen
MOST_ADDRESSES = 16  # 200 kB each; a stranger may call the page anything
# Read in the browser alone. Others change the page, or a Gradio of tomorrow may read them.
_NOT_READ = {"__theme", "__lang", "__sign"}
_OF_THE_BODY = b"content-length", b"vary"
Finish = Callable[[str, str], str]  # the page's HTML and the address that it was asked under
Address = tuple[str, str, str]


Told = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class _Page:
    """`told` are the answer's own headers, without those of its body."""

    status: int
    told: Told
    body: bytes
    packed: bytes
    made_at: float

    @property
    def is_anybodys(self) -> bool:
        """Nothing in it was given to one visitor."""
        return self.status == 200 and b"set-cookie" not in dict(self.told)

    def answer(self, *, packed: bool) -> Response:
        """A new one each time: what is around writes headers of its request into it."""
        told = Response(self.packed if packed else self.body, self.status)
        told.raw_headers += [*self.told, (b"vary", b"Accept-Encoding")]
        if packed:
            told.headers["content-encoding"] = "gzip"
        return told


class FirstPage:
    """`is_same_for_all`: nobody logs in."""

    def __init__(self, app: ASGIApp, *, finish: Finish, is_same_for_all: bool) -> None:
        self._app, self._finish, self._is_same_for_all = app, finish, is_same_for_all
        self._kept: OrderedDict[Address, _Page] = OrderedDict()
        self._making = asyncio.Lock()  # many come at once; one makes the page for all

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or route_of(scope) not in ("", "/"):
            await self._app(scope, receive, send)
            return
        page = await self._page(scope, receive)
        packed = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        await page.answer(packed=packed)(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive) -> _Page:
        asked = {name for name, _ in parse_qsl(scope["query_string"].decode("latin-1"), True)}
        if not self._is_same_for_all or asked - _NOT_READ:
            return await self._made(scope, receive)
        address = root_of(scope), str(scope["path"]), str(scope.get("root_path", ""))
        async with self._making:
            page = self._kept.pop(address, None)
            if page is None or time.monotonic() - page.made_at > KEPT:
                page = await self._made(scope, receive)
            if page.is_anybodys:
                self._kept[address] = page
            if len(self._kept) > MOST_ADDRESSES:
                self._kept.popitem(last=False)
        return page

    async def _made(self, scope: Scope, receive: Receive) -> _Page:
        """As Gradio answers it, finished."""
        plain = [each for each in scope["headers"] if each[0].lower() != b"accept-encoding"]
        start, body = await _answer(self._app, {**scope, "headers": plain}, receive)
        told = [each for each in start["headers"] if each[0].lower() not in _OF_THE_BODY]
        if start["status"] == 200:
            body = self._finish(body.decode(), root_of(scope)).encode()
        return _Page(start["status"], told, body, gzip.compress(body), time.monotonic())


async def _answer(app: ASGIApp, scope: Scope, receive: Receive) -> tuple[Message, bytes]:
    """How the answer starts, and its whole body."""
    said: list[Message] = []

    async def take(message: Message) -> None:
        said.append(message)

    await app(scope, receive, take)
    return said[0], b"".join(each.get("body", b"") for each in said)
