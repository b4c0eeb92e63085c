"""A job's life, from the press to the clip on disk.

    preparing -> uploading -> submitting -> created -> processing -> saving -> completed

or `failed`, when nothing was created or the provider ended the task; or `unconfirmed`, when the
answer to the paid POST was lost and the task was not found again.

Jobs run in a background loop that belongs to the process. A browser only *follows* them: closing
the tab stops nothing, and whatever the ledger shows, starting again does the right thing.
"""

import asyncio
import contextlib
import logging
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..accounts.guard import Payment
from ..config import Settings
from ..errors import (
    BadKey,
    ClipUnavailable,
    ProviderError,
    Refused,
    SeedanceError,
    StillRunning,
    StorageError,
    TaskFailed,
    Unconfirmed,
    Unreachable,
)
from ..ledger import Job, Ledger, Payer, Phase
from ..orders.order import Order, addressed, pictures_in
from ..wavespeed.answers import Status
from ..wavespeed.api_errors import task_failure
from . import recovery
from .background import Background, aside
from .provider import NEEDS_KEY, ProviderCalls
from .timing import USUAL_TIMING, Timing

log = logging.getLogger(__name__)
_BEFORE_THE_POST = (Phase.PREPARING, Phase.UPLOADING)


@dataclass(frozen=True)
class Snapshot:
    """What a follower sees: the ledger's row, and what only this process knows."""

    job: Job
    live: bool  # somebody works on it at this moment
    frames: tuple[int, int] | None = None  # an animatic's frames, done and all
    trouble: str = ""  # why a live job does not get on at the moment


class JobRunner:
    """Runs the jobs. `local` starts the local API when first called: its base URL and key."""

    def __init__(
        self,
        settings: Settings,
        ledger: Ledger,
        local: Callable[[], tuple[str, str]],
        timing: Timing = USUAL_TIMING,
    ) -> None:
        self.ledger, self.settings, self._timing = ledger, settings, timing
        self._provider = ProviderCalls(settings, local, timing.http)
        self._live: set[str] = set()
        self._frames: dict[str, tuple[int, int]] = {}
        self._trouble: dict[str, SeedanceError] = {}  # what could not be written down, or passes
        self._lock = threading.Lock()
        self._background = Background("studio")

    # What the page calls ----------------------------------------------------------------------

    def submit(self, order: Order, visitor: str, payment: Payment, watched: str = "") -> Job:
        """Open the job of this press and set it going; the same running brief is followed."""
        job = self.ledger.open(order, visitor, payment.payer, payment.terms, watched)
        self._start(job.id, payment.key)
        return job

    def look_ahead(self, pictures: Iterable[Path]) -> None:
        """Show pictures to the local API before the press: it learns them while the prompt is
        written, and an animatic starts at once. Blocks; nothing leaves this machine."""
        with contextlib.suppress(SeedanceError, OSError):  # the press will say what is wrong
            self._provider.look_ahead(pictures)

    def check_again(self, job_id: str, key: str) -> None:
        """Take up a job that rests: one unconfirmed, no longer watched, or without its clip."""
        job = self.ledger.job(job_id)
        if job and not job.phase.ended:
            self._start(job.id, self.settings.api_key if job.payer is Payer.OWNER else key)

    def pick_up(self) -> None:
        """After a start: go on with every job that the last process left. A visitor's own key was
        never stored, so a job paid with it waits for that key."""
        for job in self.ledger.unfinished():
            if job.phase in _BEFORE_THE_POST:
                self._settle(
                    job.id, Refused("The app stopped before this was sent.", code="stopped")
                )
            elif job.payer is Payer.NOBODY:
                self._settle(job.id, TaskFailed("The app stopped while it was drawing this."))
            elif job.payer is Payer.OWNER or job.phase is Phase.SAVING:  # fetching needs no key
                self._start(job.id, self.settings.api_key)
            else:
                self.ledger.note(job.id, "needs_key", NEEDS_KEY)

    def snapshot(self, job_id: str) -> Snapshot | None:
        live = job_id in self._live  # asked first: a job that ends in between shows its end
        job, trouble = self.ledger.job(job_id), self._trouble.get(job_id)
        if job and trouble:
            known = job.request_id or trouble.request_id
            job = replace(job, request_id=known, error_code=trouble.code, error=trouble.sentence)
        told = trouble.sentence if trouble else ""
        return Snapshot(job, live, self._frames.get(job_id), told) if job else None

    async def follow(
        self, job_id: str, wanted: Callable[[], bool] = lambda: True
    ) -> AsyncIterator[Snapshot]:
        """Snapshots as they change, at least one a second for the clock, until the job rests or
        nobody wants them any more."""
        last: tuple[Any, ...] = ()
        while (snapshot := await asyncio.to_thread(self.snapshot, job_id)) and wanted():
            seen = (snapshot, int(time.time() - snapshot.job.opened_at))
            if seen != last:
                yield snapshot
            if not snapshot.live:
                return
            last = seen
            await asyncio.sleep(self._timing.tick)

    async def cancel(self, job_id: str) -> bool:
        """End an animatic now. A paid job cannot be ended: the provider has no such call."""
        job = await asyncio.to_thread(self.ledger.job, job_id)
        if not job or job.payer is not Payer.NOBODY or not job.request_id:
            return False
        with contextlib.suppress(ProviderError):  # it ended by itself in the meantime
            await asyncio.to_thread(self._provider.client(job, "").cancel, job.request_id)
        return True

    # A job's life ------------------------------------------------------------------------------

    def _start(self, job_id: str, key: str) -> None:
        with self._lock:
            if job_id not in self._live:
                self._live.add(job_id)
                self._background.start(self._live_through(job_id, key))

    async def _live_through(self, job_id: str, key: str) -> None:
        self._trouble.pop(job_id, None)
        try:
            job = await aside(self._row, job_id)
            if job.phase in _BEFORE_THE_POST:
                job = await self._pay(job, key)
            if job.phase in (Phase.SUBMITTING, Phase.UNCONFIRMED):
                job = await self._find(job, key)
            if job.phase in (Phase.CREATED, Phase.PROCESSING):
                job = await self._watch(job, key)
            if job.phase is Phase.SAVING:
                await self._keep(job, key)
        except SeedanceError as error:
            await aside(self._settle, job_id, error)
        except Exception:
            log.exception("job %s", job_id)
            await aside(self._settle, job_id, SeedanceError("Something went wrong in the app."))
        finally:
            self._frames.pop(job_id, None)
            self._live.discard(job_id)

    async def _pay(self, job: Job, key: str) -> Job:
        """Bring the pictures, then send the paid POST: once, and the only one of this job."""
        client = await aside(self._provider.client, job, key)
        if job.phase is Phase.PREPARING:  # else an earlier press came no further
            job = await aside(self.ledger.advance, job.id, Phase.UPLOADING)
        names = pictures_in(job.body)
        urls = {name: await aside(self._provider.upload, client, name) for name in names}
        # The gate: the ledger lets a job through once, whoever else may be running it.
        sent = {"uploads": list(urls.values())}
        job = await aside(self.ledger.advance, job.id, Phase.SUBMITTING, **sent)
        try:
            task = await aside(client.submit, job.endpoint, addressed(job.body, urls))
        except Unconfirmed:
            return job  # still `submitting`: the next step looks for the task
        except (Refused, Unreachable) as no:  # nothing was created
            said = {"error_code": no.code, "error": no.sentence}
            return await self._advance(job, Phase.FAILED, **said)
        # Before anything else is asked: the id is worth the price of the clip.
        return await self._advance(job, Phase.CREATED, request_id=task.id)

    async def _find(self, job: Job, key: str) -> Job:
        """The answer to the POST is lost; the task may exist and cost money. Look for it among the
        account's recent ones, and adopt it if it can be nobody else's. Never send again."""
        client = await aside(self._provider.client, job, key)
        task = await recovery.find(job, client, self.ledger, self._timing.look_again)
        return await self._advance(job, Phase.CREATED, request_id=task.id)

    async def _watch(self, job: Job, key: str) -> Job:
        """Ask until the task has ended. Only asking is repeated, and asking is free."""
        client = await aside(self._provider.client, job, key)
        for wait in self._timing.polls(local=job.payer is Payer.NOBODY):
            await asyncio.sleep(wait)
            try:
                task = await aside(client.result, job.request_id)
            except BadKey:
                raise
            except ProviderError as trouble:  # the task goes on whether or not we can see it
                self._trouble[job.id] = trouble
                continue
            self._trouble.pop(job.id, None)
            if task.frames:
                self._frames[job.id] = task.frames
            if task.status is Status.COMPLETED and task.outputs:
                facts = {"url": task.outputs[0], "inference_ms": task.inference_ms}
                nsfw = any(task.has_nsfw_contents)
                return await self._advance(job, Phase.SAVING, nsfw=nsfw, **facts)
            if task.status is Status.COMPLETED:
                self._trouble[job.id] = ClipUnavailable(
                    "The provider has no file for the clip yet."
                )
            elif task.status.ended:
                raise task_failure(task)
            elif task.status is not Status.CREATED and job.phase is Phase.CREATED:
                job = await self._advance(job, Phase.PROCESSING)
        raise self._trouble.pop(job.id, StillRunning("The clip takes longer than expected."))

    async def _keep(self, job: Job, key: str) -> None:
        """Bring the clip home at once: its address expires. An expired one is asked for anew."""
        try:
            name = await aside(self._provider.fetch, job, job.url)
        except ClipUnavailable:
            fresh = await aside(self._provider.address, job, key)
            if fresh == job.url:
                raise
            name = await aside(self._provider.fetch, job, fresh)
        job = await self._advance(job, Phase.COMPLETED, clip=name)
        if bill := await aside(self._provider.bill, job, key):
            await aside(self.ledger.charge, job.id, bill)

    async def _advance(self, job: Job, phase: Phase, **facts: Any) -> Job:
        """A step after the POST. What is known now is paid for, so a full disk or a locked ledger
        is waited for, with the facts in memory, in the log and on the page."""
        log.info("job %s is %s %s", job.id, phase, facts.get("request_id", ""))
        for wait in self._timing.write_again:
            try:
                return await aside(self._write, job, phase, **facts)
            except StorageError as error:
                error.request_id = facts.get("request_id", job.request_id)
                log.error("job %s, request %s: %s", job.id, error.request_id, error)
                self._trouble[job.id] = error
                await asyncio.sleep(wait)
        return await aside(self._write, job, phase, **facts)

    def _settle(self, job_id: str, error: SeedanceError) -> None:
        """What an error means for the job, and so for the money.

        Before the POST it is the end, and nothing was charged. Once the POST has left, only the
        provider's own end of the task is an end; anything else leaves the money reserved, and the
        job rests, with the reason, until somebody checks again.
        """
        said = {"error_code": error.code, "error": error.sentence}
        try:
            job = self._row(job_id)
            if job.phase in _BEFORE_THE_POST or isinstance(error, TaskFailed):
                self.ledger.advance(job_id, Phase.FAILED, **said)
            elif job.phase is Phase.SUBMITTING:
                self.ledger.advance(job_id, Phase.UNCONFIRMED, **said)
            elif not job.phase.ended:
                self.ledger.note(job_id, error.code, error.sentence)
            self._trouble.pop(job_id, None)
        except StorageError as disk:
            log.error("job %s: %s (%s)", job_id, error, disk)
            self._trouble.setdefault(job_id, error)

    # The ledger, carefully ---------------------------------------------------------------------

    def _row(self, job_id: str) -> Job:
        job = self.ledger.job(job_id)
        if job is None:
            raise StorageError("This job is not in the ledger.")
        return job

    def _write(self, job: Job, phase: Phase, **facts: Any) -> Job:
        row = self._row(job.id)
        if row.phase is not phase and not row.phase.ended:  # else it was written after all
            row = self.ledger.advance(job.id, phase, **facts)
        self._trouble.pop(job.id, None)
        return row
