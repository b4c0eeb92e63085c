"""The page for one clip and the clip's own files, for whoever has the link that its maker gave.

They are open behind a login, too: the link is handed to people who have none. Each address has the
whole token in it, and each request asks the ledger whether it still holds.
"""

import logging
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from PIL import Image
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Route

from ..accounts.visitor import Visitor
from ..clips.exports import POSTER, export
from ..errors import SeedanceError, StorageError
from ..jobs.pools import PAGE
from ..ledger import Job, Ledger
from ..orders.family import model_of
from . import languages
from .components.clip_page import FILM, PLACE, STILL, SharedClip, clip_page, words_page
from .door.routes import root_of
from .handlers import job_files
from .handlers.fair_work import FairWork
from .handlers.job_files import JobFiles
from .redacted import Redacted, places_of

log = logging.getLogger(__name__)
# Off is off: no browser, proxy or search engine keeps any of it. Its words are the browser's own.
HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex", "Vary": "Accept-Language"}
GONE = (
    "This clip is not shared",
    "Whoever made it has switched its link off or deleted it, or some of the link is missing.",
)
NOT_NOW = "The clip cannot be shown at the moment", "Try again in a minute."
Answer = Callable[[Request, Job, Path], Awaitable[Response]]


class SharedClips:
    """`routes` are for the app, outside of its login."""

    def __init__(self, ledger: Ledger, files: JobFiles) -> None:
        self._ledger, self._files = ledger, files
        self._drawing = FairWork("poster")
        route, page = self._route, "/" + PLACE.format("{token}")
        self.routes = [
            route(page + FILM, self._film),
            route(page + STILL, self._still),
            route(page, self._page),
        ]

    def _route(self, path: str, answer: Answer) -> Route:
        """What is off, deleted or never was gets one and the same answer."""

        async def endpoint(request: Request) -> Response:
            try:
                found = await PAGE.run(self._found, request.path_params["token"])
                return await answer(request, *found) if found else _words(request, GONE, 404)
            except (StorageError, OSError) as error:
                log.warning("a shared clip could not be shown: %s", error)
                return _words(request, NOT_NOW, 503)

        return Route(path, endpoint)

    def _found(self, token: str) -> tuple[Job, Path] | None:
        """The clip with this token, and where its file lies."""
        job = self._ledger.shared(token)
        clip = self._files.clips.get(job.clip) if job else None
        return (job, clip) if job and clip and clip.is_file() else None

    async def _page(self, request: Request, job: Job, clip: Path) -> Response:
        still = await self._drawn(job, clip)
        shown = SharedClip(
            token=job.shared,
            prompt=job.prompt if job.duration else "",  # else it was found by its request's id
            model=model_of(job.model).title,
            is_animatic=model_of(job.model).free,
            size=await PAGE.run(_size, still) if still else None,
        )
        page = clip_page(shown, root_of(request.scope), languages.wished(request))
        return HTMLResponse(page, headers=HEADERS)

    async def _film(self, _: Request, job: Job, clip: Path) -> Response:
        places = await PAGE.run(places_of, job.request_id, clip)
        return Redacted(clip, places, len(job.request_id), HEADERS)

    async def _still(self, request: Request, job: Job, clip: Path) -> Response:
        still = await self._drawn(job, clip)
        return FileResponse(still, headers=HEADERS) if still else _words(request, GONE, 404)

    async def _drawn(self, job: Job, clip: Path) -> Path | None:
        """The clip's poster, drawn once in a day, and in its maker's turn, whoever looks at it."""
        folder, whose = job_files.made_of_clips(job_files.EXPORTS), job.account or job.visitor
        draw = partial(export, clip, POSTER, folder)
        try:
            still = await self._drawing.run(Visitor(job.visitor, whose), draw)
        except (SeedanceError, OSError) as error:
            log.warning("a shared clip has no poster: %s", error)
            return None
        self._files.keep_for_a_day(str(still))
        return still


def _size(still: Path) -> tuple[int, int]:
    with Image.open(still) as picture:
        return picture.size


def _words(request: Request, told: tuple[str, str], status: int) -> Response:
    page = words_page(*told, language=languages.wished(request))
    return HTMLResponse(page, status, headers=HEADERS)
