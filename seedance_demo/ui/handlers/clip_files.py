"""Makes files of a visitor's clips when they are asked for: pictures, and a film of several."""

import secrets
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from gradio.utils import get_upload_folder

from ...accounts.visitor import Visitor
from ...clips.exports import EXPORTS, LAST_FRAME, export
from ...errors import ClipUnavailable, StorageError
from ...jobs.clips import joined_name, joined_tags
from ...jobs.files import arriving
from ...jobs.runner import JobRunner
from ...jobs.storage import check_ready
from ...ledger import Job
from ...orders.images import read_picture
from . import job_files
from .fair_work import FairWork
from .job_files import JobFiles

T = TypeVar("T")
JOINED = "joined"  # the name of the film of a chain, beside those of `EXPORTS`
GONE = "There is no clip of yours to make this of."


class ClipFiles:
    """It takes seconds of a processor, so that visitors take turns. Each method raises
    `SeedanceError`; what is made anew of the same clips is the same file."""

    def __init__(self, runner: JobRunner, files: JobFiles) -> None:
        self._ledger, self._settings, self._files = runner.ledger, runner.settings, files
        self._cutting = FairWork("cut")

    async def make(self, kind: str, job: Job | None, visitor: Visitor) -> str:
        """Where the file of this kind is served from."""
        if job is None or kind not in (JOINED, *EXPORTS):
            raise ClipUnavailable(GONE)
        make = self._joined if kind == JOINED else partial(self._exported, kind)
        return await self._cutting.run(visitor, partial(self._made, job, make))

    async def last_frame(self, job: Job, visitor: Visitor) -> str:
        """The last frame of a clip among the uploads, to go on from. What begins with it is known
        to go on from there."""
        frame = await self.make(LAST_FRAME, job, visitor)
        await self._cutting.run(visitor, partial(self._note, job, frame))
        return frame

    def _note(self, job: Job, frame: str) -> None:
        uploads, pictures = Path(get_upload_folder()), self._settings.pictures
        self._ledger.note_last_frame(job, read_picture(frame, uploads, pictures, 1).name)

    def _made(self, job: Job, make: Callable[[Job], str]) -> str:
        """Not of a clip that is deleted, also not of one that is deleted meanwhile."""
        check_ready(self._settings, Path(get_upload_folder()))
        self._check_there(job)
        try:
            made = make(job)
        except OSError as error:
            raise StorageError(f"The file could not be written ({error.strerror}).") from None
        self._check_there(job)
        return made

    def _check_there(self, job: Job) -> None:
        now = self._ledger.job(job.id)
        if now is None or not now.clip or now.deleted_at:
            self._files.forget(job)
            raise ClipUnavailable(GONE)

    def _exported(self, kind: str, job: Job) -> str:
        folder = job_files.made_of_clips(job_files.EXPORTS)
        made = str(export(self._files.clips.get(job.clip), kind, folder))
        self._files.keep_for_a_day(made)
        return made

    def _joined(self, job: Job) -> str:
        chain = self._ledger.chain(job)
        if len(chain) < 2:
            raise ClipUnavailable("There is no clip that this one goes on from.")
        name = joined_name(chain)
        if not self._files.clips.has(name):
            self._join(chain, name)
        if copy := self._files.joined(name):
            return copy
        raise ClipUnavailable(GONE)

    def _join(self, chain: tuple[Job, ...], name: str) -> None:
        """The film is known before it is there: it goes with whichever of its clips goes first."""
        from ...clips.joining import join  # brings OpenCV, for which no start should wait

        self._ledger.note_joined(name, chain)
        work = arriving(self._settings) / f".{secrets.token_hex(8)}.{JOINED}.mp4"
        try:
            join([self._files.clips.get(each.clip) for each in chain], work, joined_tags(chain))
            self._files.clips.put(work, name)
        finally:
            work.unlink(missing_ok=True)
        if self._ledger.chain(chain[-1]) != chain:
            self._files.clips.delete(name)
