"""All clips of a visitor as one file, with a list of what was made and paid.

It is a download of the browser's own, which knows no more than an address. The visitor's id is a
secret and belongs into none: a ticket stands for it, which is good once and for a moment.
"""

import asyncio
import io
import logging
import secrets
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ...accounts.visitor import Visitor, known_id
from ...clips.archive import Member, archive
from ...config.settings import Settings
from ...errors import ClipUnavailable, NotAllowed, SeedanceError, StorageError
from ...jobs.background import Pool
from ...jobs.files import clips_of
from ...jobs.pools import PAGE, counted
from ...ledger import Job, Ledger, Phase
from . import clip_list

log = logging.getLogger(__name__)
MOMENT = 60.0  # seconds in which a ticket is used
PATIENCE = 60.0  # seconds in which a browser takes a part; one that sleeps holds a place no longer
AT_ONCE = 8  # of all visitors; each holds a thread and an open file
NOTHING = "There are no clips of yours to download yet."
OVER = "This download has ended. Press Download all again on the page."
ONE_AT_A_TIME = (
    "Your clips are on their way already, to this browser or another at your address. Wait until "
    "they are there."
)
FULL = "Many download their clips at this moment. Try again in a few minutes."


@dataclass
class Ticket:
    """As the ledger counts: read and changed in one step, by all processes."""

    visitor: str = ""
    account: str = ""
    until: float = 0.0

    def give(self, now: float, visitor: str, account: str) -> None:
        self.visitor, self.account, self.until = visitor, account, now + MOMENT

    def take(self, now: float) -> "Ticket | None":
        """What was given, once."""
        taken = Ticket(**vars(self)) if now < self.until else None
        self.visitor, self.account, self.until = "", "", 0.0
        return taken


class AllClips:
    """An ASGI app, at `route`. `patience` is in seconds."""

    def __init__(self, ledger: Ledger, settings: Settings, patience: float = PATIENCE) -> None:
        self._ledger, self._files = ledger, clips_of(settings)
        self._tickets = ledger.counts("downloads", Ticket)
        self._patience, self._sending = patience, set[str]()
        self._threads = Pool("archive", AT_ONCE)
        self.route = Route("/downloads/{ticket}", self)

    async def address(self, who: Visitor) -> str:
        """Where the browser finds the file, relative to the page. Raises `ClipUnavailable` when
        there is nothing in it, `NotAllowed` while it is sent already, and `StorageError`."""
        if not known_id(who.id) or not await PAGE.run(self._ledger.ids_of_visitor, who.id):
            raise ClipUnavailable(NOTHING)
        self._check_place(who.account)
        ticket = secrets.token_urlsafe(32)
        give = partial(Ticket.give, visitor=who.id, account=who.account)
        await counted(self._tickets, ticket, give, time.time())
        return f"downloads/{ticket}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        ticket = await self._taken(request) if request.method == "GET" else None
        if ticket is None:
            await PlainTextResponse(OVER, 404)(scope, receive, send)
            return
        try:
            with self._place(ticket.account):
                await self._send(ticket.visitor)(scope, receive, self._in_time(send))
        except NotAllowed as error:
            await PlainTextResponse(str(error), 429)(scope, receive, send)
        # The browser sees that it is not whole. Some servers have Starlette name what went wrong.
        except (OSError, ClientDisconnect, SeedanceError) as error:
            log.warning("clips were not sent to the end: %s", str(error) or type(error).__name__)

    async def _taken(self, request: Request) -> Ticket | None:
        name = str(request.path_params["ticket"])
        return await counted(self._tickets, name, Ticket.take, time.time())

    def _check_place(self, account: str) -> None:
        if account in self._sending:
            raise NotAllowed(ONE_AT_A_TIME)
        if len(self._sending) >= AT_ONCE:
            raise NotAllowed(FULL)

    @contextmanager
    def _place(self, account: str) -> Iterator[None]:
        self._check_place(account)
        self._sending.add(account)
        try:
            yield
        finally:
            self._sending.remove(account)

    def _in_time(self, send: Send) -> Send:
        async def send_in_time(message: Message) -> None:
            async with asyncio.timeout(self._patience):
                await send(message)

        return send_in_time

    def _send(self, visitor: str) -> ASGIApp:
        name = f"seedance-clips-{time.strftime('%Y-%m-%d', time.gmtime())}.zip"
        headers = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
            "X-Accel-Buffering": "no",  # nginx would put what waits on its disk
        }
        return StreamingResponse(self._parts(visitor), 200, headers, "application/zip")

    async def _parts(self, visitor: str) -> AsyncIterator[bytes]:
        parts = archive(self._members(visitor))
        while (part := await self._threads.run(next, parts, None)) is not None:
            yield part

    def _members(self, visitor: str) -> Iterator[Member]:
        """A visitor's clips, each looked for when its turn comes, and the list of what they are."""
        rows = []
        for job in map(self._ledger.job, self._ledger.ids_of_visitor(visitor)):
            if job is None:
                continue
            clip, why = self._clip(job)
            rows.append(clip_list.row(job, job.clip if clip else "", why))
            if clip:
                yield _member(job.clip, job.ended_at or job.changed_at, clip)
        yield _member(clip_list.FILE, time.time(), io.BytesIO(clip_list.table(rows)))

    def _clip(self, job: Job) -> tuple[BinaryIO | None, str]:
        """The file of a clip that is there and not covered; and why it cannot be read."""
        if job.phase is not Phase.COMPLETED or job.deleted_at or job.nsfw:
            return None, ""
        try:
            return self._files.get(job.clip).open("rb"), ""
        except OSError:
            return None, clip_list.GONE
        except StorageError as error:
            return None, str(error)


def _member(name: str, moment: float, file: BinaryIO) -> Member:
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    return Member(name, moment, file, size)
