"""What the page does when somebody presses, types or comes back.

Every check is made here, on the server: a hand-made request meets the same ones as the button. A
job is known by its unguessable id; what changes or lists jobs also asks whose they are.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.processing_utils import save_file_to_cache
from gradio.utils import get_upload_folder
from PIL import Image

from . import brief, guard, status
from .catalog import BY_ID
from .config import Settings
from .errors import BadBrief, SeedanceError
from .ledger import Job, Payer
from .studio import Studio

Pictures = list[tuple[str, str | None]] | None  # path and caption; None when the gallery is empty
Shown = tuple[str | None, str, dict[str, Any]]  # video, status, details
Restored = tuple[Any, ...]  # pictures, prompt, duration, model, and then as `Shown`
RECENT = 3600  # seconds
UNTOUCHED: Restored = (gr.skip(),) * 7
STOPPED = (
    "Stopped watching. What was sent goes on and is charged, and its clip will be kept: press "
    "Check again, or find it in the history."
)


class Page:
    """The functions behind the components; `public` when others than the owner can come in."""

    def __init__(self, studio: Studio, settings: Settings, *, public: bool) -> None:
        self._studio, self._ledger = studio, studio.ledger
        self._settings, self._public = settings, public

    @property
    def owner_pays(self) -> bool:
        return bool(self._settings.api_key) and not self._public

    async def generate(
        self,
        images: Pictures,
        prompt: str,
        duration: int,
        model: str,
        api_key: str = "",
        visitor: str = "",
        request: gr.Request | None = None,
    ) -> AsyncIterator[Shown]:
        """Make a clip from 1 to 4 pictures and a prompt; yields until it is there."""
        yield None, "Preparing", {}
        try:
            asked = await asyncio.to_thread(self._brief, images, prompt, duration, model)
            payment = guard.payment_for(asked.model, api_key, self._settings, public=self._public)
            who = visitor or f"session {request.session_hash if request else ''}"
            job = await asyncio.to_thread(self._studio.press, asked, who, payment)
        except SeedanceError as error:
            yield None, escape(str(error)), status.refusal_details(error, model, duration)
            return
        async for shown in self.follow(job.id):
            yield shown

    async def follow(self, job: str) -> AsyncIterator[Shown]:
        """A job by its id, running or ended, until it ends or rests."""
        found = False
        async for snapshot in self._studio.follow(job):
            found = True
            clip = snapshot.job.clip and self._served("clips", snapshot.job.clip)
            yield clip or None, escape(status.sentence(snapshot)), status.details(snapshot)
        if not found:
            yield None, "There is no such job here.", {}

    async def come_back(self, visitor: str) -> AsyncIterator[Restored]:
        """After a reload: the visitor's last job with its pictures and words, followed again if it
        still runs. One that ended long ago is left to the history."""
        yield UNTOUCHED  # a generator that yields nothing empties its outputs
        jobs = await asyncio.to_thread(self._ledger.of_visitor, visitor, 1)
        if jobs and (not jobs[0].ended_at or time.time() - jobs[0].ended_at < RECENT):
            async for restored in self._reopened(jobs[0]):
                yield restored

    async def reopen(self, visitor: str, chosen: gr.SelectData) -> AsyncIterator[Restored]:
        """A job of the history, with everything it was made from."""
        yield UNTOUCHED
        jobs = await asyncio.to_thread(self._ledger.of_visitor, visitor)
        if chosen.index < len(jobs):
            async for restored in self._reopened(jobs[chosen.index]):
                yield restored

    async def check_again(
        self, details: dict[str, Any], api_key: str, visitor: str
    ) -> AsyncIterator[Shown]:
        """Take up a job that rests; looking costs nothing."""
        job = await asyncio.to_thread(self._owned, details, visitor)
        if job is None:
            yield None, "There is no job of yours to look for.", {}
            return
        key = self._settings.api_key if job.payer is Payer.OWNER else api_key.strip()
        await asyncio.to_thread(self._studio.check_again, job.id, key)
        async for shown in self.follow(job.id):
            yield shown

    async def resume(
        self, request_id: str, model: str, api_key: str, visitor: str
    ) -> AsyncIterator[Shown]:
        """Watch a request made elsewhere with the same key."""
        try:
            job, key = await asyncio.to_thread(self._adopt, request_id, model, api_key, visitor)
        except SeedanceError as error:
            yield None, escape(str(error)), status.refusal_details(error, model, 0)
            return
        await asyncio.to_thread(self._studio.check_again, job.id, key)
        async for shown in self.follow(job.id):
            yield shown

    async def stop(self, details: dict[str, Any] | None) -> str:
        """End an animatic; of a paid job, stop watching and say what that means."""
        job = str((details or {}).get("job") or "")
        if not job:
            return "Nothing is running."
        return "The animatic was cancelled." if await self._studio.cancel(job) else STOPPED

    def delete(self, details: dict[str, Any], visitor: str) -> Shown:
        """Remove this machine's copy of a clip; what was paid stays in the ledger."""
        job = self._owned(details, visitor)
        if job is None or not job.clip:
            return None, "There is no clip of yours to delete.", details
        (self._settings.data_dir / "clips" / job.clip).unlink(missing_ok=True)
        self._ledger.forget_clip(job.id)
        return None, "The clip was deleted from this machine.", {}

    def history(self, visitor: str) -> list[tuple[Any, str]]:
        """The visitor's jobs, newest first: first picture and a caption."""
        jobs = self._ledger.of_visitor(visitor)
        return [(self._picture(job), status.caption(job)) for job in jobs]

    async def _reopened(self, job: Job) -> AsyncIterator[Restored]:
        pictures = filter(None, (self._served("pictures", name) for name in job.images))
        asked = (list(pictures), job.prompt, job.duration or gr.skip(), job.model)
        async for shown in self.follow(job.id):
            yield *asked, *shown
            asked = (gr.skip(),) * 4  # once: the form belongs to the person again

    def _adopt(self, request_id: str, model: str, api_key: str, visitor: str) -> tuple[Job, str]:
        payment = guard.payment_for(BY_ID[model], api_key, self._settings, public=self._public)
        request = brief.check_request_id(request_id)
        job = self._ledger.adopt(request, model, visitor, payment.payer)
        if job.visitor != visitor and self._public:
            raise BadBrief("request-id", "Another visitor watches this request.")
        return job, payment.key

    def _owned(self, details: dict[str, Any] | None, visitor: str) -> Job | None:
        job = self._ledger.job(str((details or {}).get("job") or ""))
        return job if job and job.visitor == visitor else None

    def _brief(self, images: Pictures, prompt: str, duration: int, model: str) -> brief.Brief:
        return brief.read_brief(
            [path for path, _ in images or ()],
            prompt,
            duration,
            model,
            uploads=Path(get_upload_folder()),
            pictures=self._settings.data_dir / "pictures",
        )

    def _picture(self, job: Job) -> Any:
        first = self._served("pictures", job.images[0]) if job.images else None
        return first or Image.new("RGB", (160, 90), "gray")

    def _served(self, folder: str, name: str) -> str | None:
        """A copy in Gradio's cache, under an unguessable address: the file route serves nothing
        else, so that nobody reads the data folder through it."""
        path = self._settings.data_dir / folder / name
        return save_file_to_cache(path, get_upload_folder()) if path.is_file() else None
