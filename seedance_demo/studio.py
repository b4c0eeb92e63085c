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
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from . import clips
from .answers import Prediction, Status, moment
from .brief import Brief
from .catalog import BY_ID
from .config import Settings
from .errors import (
    BadKey,
    NotFound,
    ProviderError,
    Refused,
    SeedanceError,
    StillRunning,
    TaskFailed,
    Unconfirmed,
    Unreachable,
)
from .guard import Payment
from .ledger import Job, Ledger, Payer, Phase
from .refusals import task_failure
from .wavespeed import Client

log = logging.getLogger(__name__)
_BEFORE_THE_POST = (Phase.PREPARING, Phase.UPLOADING)


@dataclass(frozen=True)
class Pace:
    """Every wait of a job's life, in seconds."""

    poll: float = 2.0
    poll_growth: float = 1.25
    poll_longest: float = 10.0
    poll_local: float = 0.25  # an animatic is done in seconds
    deadline: float = 30 * 60.0
    look_again: tuple[float, ...] = (1, 4, 10, 20, 30)  # for a task whose answer was lost
    tick: float = 0.25  # how often a follower looks up


@dataclass(frozen=True)
class Snapshot:
    """What a follower sees: the ledger's row, and what only this process knows."""

    job: Job
    live: bool  # somebody works on it at this moment
    frames: tuple[int, int] | None = None  # an animatic's frames, done and all


class Studio:
    """Runs the jobs. `local` starts the local API when first called: its base URL and key."""

    def __init__(
        self,
        settings: Settings,
        ledger: Ledger,
        local: Callable[[], tuple[str, str]],
        pace: Pace = Pace(),  # frozen
    ) -> None:
        self.ledger, self.settings, self._local, self._pace = ledger, settings, local, pace
        self._live: set[str] = set()
        self._frames: dict[str, tuple[int, int]] = {}
        self._lock = threading.Lock()
        self._loop = asyncio.new_event_loop()
        self._loop.set_default_executor(ThreadPoolExecutor(64, "studio"))
        threading.Thread(target=self._loop.run_forever, name="studio", daemon=True).start()

    # What the page calls ----------------------------------------------------------------------

    def press(self, brief: Brief, visitor: str, payment: Payment) -> Job:
        """Open the job of this press and set it going; the same running brief is followed."""
        job = self.ledger.open(brief, visitor, payment.payer)
        self._start(job, payment.key)
        return job

    def check_again(self, job_id: str, key: str) -> None:
        """Take up a job that rests: one unconfirmed, no longer watched, or without its clip."""
        job = self.ledger.job(job_id)
        if job and not job.phase.ended:
            self._start(job, key)

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
            elif job.payer is Payer.OWNER and self.settings.api_key:
                self._start(job, self.settings.api_key)
            else:
                self.ledger.note(job.id, "needs_key", "Enter your key and press Check again.")

    def snapshot(self, job_id: str) -> Snapshot | None:
        live = job_id in self._live  # asked first: a job that ends in between shows its end
        job = self.ledger.job(job_id)
        return Snapshot(job, live, self._frames.get(job_id)) if job else None

    async def follow(self, job_id: str) -> AsyncIterator[Snapshot]:
        """Snapshots as they change, at least one a second for the clock, until the job rests."""
        last: tuple[Any, ...] = ()
        while snapshot := await asyncio.to_thread(self.snapshot, job_id):
            seen = (snapshot, int(time.time() - snapshot.job.opened_at))
            if seen != last:
                yield snapshot
            if not snapshot.live:
                return
            last = seen
            await asyncio.sleep(self._pace.tick)

    async def cancel(self, job_id: str) -> bool:
        """End an animatic now. A paid job cannot be ended: the provider has no such call."""
        job = await asyncio.to_thread(self.ledger.job, job_id)
        if not job or job.payer is not Payer.NOBODY or not job.request_id:
            return False
        with contextlib.suppress(ProviderError):  # it ended by itself in the meantime
            await asyncio.to_thread(self._client(job, "").cancel, job.request_id)
        return True

    # A job's life ------------------------------------------------------------------------------

    def _start(self, job: Job, key: str) -> None:
        with self._lock:
            if job.id not in self._live:
                self._live.add(job.id)
                asyncio.run_coroutine_threadsafe(self._live_through(job, key), self._loop)

    async def _live_through(self, job: Job, key: str) -> None:
        try:
            client = await asyncio.to_thread(self._client, job, key)
            if job.phase in _BEFORE_THE_POST:
                job = await self._pay(job, client)
            if job.phase in (Phase.SUBMITTING, Phase.UNCONFIRMED):
                job = await self._find(job, client)
            if job.phase in (Phase.CREATED, Phase.PROCESSING):
                job = await self._watch(job, client)
            await self._keep(job)
        except SeedanceError as error:
            self._settle(job.id, error)
        except Exception:
            log.exception("job %s", job.id)
            self._settle(job.id, SeedanceError("Something went wrong inside the app."))
        finally:
            self._frames.pop(job.id, None)
            self._live.discard(job.id)

    async def _pay(self, job: Job, client: Client) -> Job:
        """Bring the pictures, then send the paid POST: once, and the only one of this job."""
        job = self.ledger.advance(job.id, Phase.UPLOADING)
        pictures = [self.settings.data_dir / "pictures" / name for name in job.images]
        urls = [await asyncio.to_thread(client.upload, picture) for picture in pictures]
        body = BY_ID[job.model].body(urls, job.prompt, job.duration)
        job = self.ledger.advance(job.id, Phase.SUBMITTING)
        try:
            prediction = await asyncio.to_thread(client.submit, job.model, body)
        except Unconfirmed:
            return job  # still `submitting`: the next step looks for the task
        return self._created(job, prediction)

    def _created(self, job: Job, prediction: Prediction) -> Job:
        """Write the request id down before anything else is asked of the provider."""
        log.info("job %s is request %s", job.id, prediction.id)
        return self.ledger.advance(job.id, Phase.CREATED, request_id=prediction.id)

    async def _find(self, job: Job, client: Client) -> Job:
        """The answer to the POST is lost; the task may exist and cost money. Look for it among the
        account's recent ones, and adopt it if it is the only one that fits. Never send again."""
        for wait in self._pace.look_again:
            await asyncio.sleep(wait)
            with contextlib.suppress(Unreachable, Refused):
                fitting = await asyncio.to_thread(self._candidates, job, client)
                if len(fitting) == 1:
                    return self._created(job, fitting[0])
        raise Unconfirmed(
            "The request was sent, but its answer was lost, and the task is not in your account's "
            "recent list. It may still have been charged: look at wavespeed.ai before pressing "
            "Generate again. Check again asks once more and costs nothing."
        )

    def _candidates(self, job: Job, client: Client) -> list[Prediction]:
        """Recent tasks that can only be this job's: same model and inputs, created when the POST
        was sent (a minute's grace for two clocks), and nobody else's."""
        sent = job.submitted_at or job.opened_at
        listed = client.recent(job.model, sent - 60, sent + 180)
        return [
            task
            for task, inputs in listed
            if task.id
            and sent - 60 <= moment(task, sent) <= sent + 180
            and (not isinstance(inputs, dict) or inputs.get("prompt") == job.prompt)
            and not self.ledger.owns(task.id)
        ]

    async def _watch(self, job: Job, client: Client) -> Job:
        """Ask until the task has ended. Only asking is repeated, and asking is free."""
        for wait in self._waits(job):
            await asyncio.sleep(wait)
            try:
                task = await asyncio.to_thread(client.result, job.request_id)
            except (Unreachable, Refused) as trouble:
                if isinstance(trouble, BadKey) or (
                    isinstance(trouble, NotFound) and job.payer is Payer.NOBODY
                ):
                    raise
                continue  # the task goes on whether or not we can see it
            if task.frames:
                self._frames[job.id] = task.frames
            if task.status is Status.COMPLETED and task.outputs:
                return self.ledger.advance(
                    job.id,
                    Phase.SAVING,
                    url=task.outputs[0],
                    inference_ms=task.inference_ms,
                    nsfw=any(task.has_nsfw_contents),
                )
            if task.status.ended:
                raise task_failure(task)
            if task.status is not Status.CREATED and job.phase is Phase.CREATED:
                job = self.ledger.advance(job.id, Phase.PROCESSING)
        raise StillRunning(
            "The clip takes longer than expected. It goes on at the provider and is not lost: "
            "press Check again later."
        )

    def _waits(self, job: Job) -> Iterator[float]:
        """2 s growing to 10 s until the deadline, which ends the watching and not the job."""
        free, deadline = job.payer is Payer.NOBODY, time.monotonic() + self._pace.deadline
        wait = self._pace.poll_local if free else self._pace.poll
        while time.monotonic() < deadline:
            yield wait
            wait = wait if free else min(wait * self._pace.poll_growth, self._pace.poll_longest)

    async def _keep(self, job: Job) -> None:
        """Bring the clip home at once: its URL expires."""
        kind = "animatic" if job.payer is Payer.NOBODY else "seedance"
        name = clips.clip_name(job.prompt, job.opened_at, job.id, kind)
        target, own_api = self.settings.data_dir / "clips" / name, self._endpoint(job, "")[0]
        await asyncio.to_thread(clips.keep, job.url, target, _tags(job), own_api=own_api)
        self.ledger.advance(job.id, Phase.COMPLETED, clip=name)

    def _settle(self, job_id: str, error: SeedanceError) -> None:
        """What an error means for the job, and so for the money.

        Before a task exists it is the end, and nothing was charged. Once the POST has left, only
        the provider's own no is an end; anything else leaves the money reserved. A task that
        exists is never given up: the job rests, with the reason, until somebody checks again.
        """
        job = self.ledger.job(job_id)
        if job is None or job.phase.ended:
            return
        if job.phase in _BEFORE_THE_POST or isinstance(error, TaskFailed):
            self.ledger.advance(job_id, Phase.FAILED)
        elif job.phase is Phase.SUBMITTING:
            said_no = isinstance(error, (Refused, Unreachable))
            self.ledger.advance(job_id, Phase.FAILED if said_no else Phase.UNCONFIRMED)
        self.ledger.note(job_id, error.code, error.sentence)

    def _client(self, job: Job, key: str) -> Client:
        return Client(*self._endpoint(job, key))

    def _endpoint(self, job: Job, key: str) -> tuple[str, str]:
        """Base URL and key. The animatic is no special case: the same API at another address."""
        return self._local() if job.payer is Payer.NOBODY else (self.settings.base_url, key)


def _tags(job: Job) -> dict[str, str]:
    """What the file says of itself, so that it can be traced once it has left this folder."""
    made_by = "a local animatic, not made by Seedance" if job.payer is Payer.NOBODY else job.model
    return {
        "title": job.prompt[:80],
        "description": job.prompt,
        "artist": made_by,
        "comment": f"{made_by}; request {job.request_id}",
        "date": datetime.fromtimestamp(job.opened_at, UTC).isoformat(timespec="seconds"),
    }
