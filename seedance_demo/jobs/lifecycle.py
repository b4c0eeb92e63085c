"""The steps of one job: the paid request, the wait, and the clip on disk.

    preparing -> uploading -> submitting -> created -> processing -> saving -> completed

or `failed`, when nothing was created or the provider ended the task; or `unconfirmed`, when the
answer to the paid POST was lost and the task was not found again.

A job that does not get on after the POST rests, and is looked at again by itself, ever more rarely,
for as long as the provider keeps its clip. To look is free, and nothing else happens then.
"""

import logging
from contextlib import suppress
from typing import Any

from ..errors import (
    BadKey,
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
from ..orders.order import pictures_in, with_urls
from ..wavespeed.answers import Prediction, Status
from ..wavespeed.api_errors import no_file, task_failure
from . import recovery
from .background import aside
from .fetching import bring_home
from .provider import ProviderCalls
from .timing import KEPT_BY_PROVIDER, Timing

log = logging.getLogger(__name__)
MOST_EMPTY_HANDED = 5  # looks at a finished task that says why it has no file
BEFORE_THE_POST = (Phase.PREPARING, Phase.UPLOADING)
MINUTE = 60


class JobLife:
    """One job while this process works on it or will look at it again, with the key that pays.

    `frames` are an animatic's frames, done and all; `trouble` is why the job does not get on at the
    moment, or what could not be written down; `next_look` is the Unix time at which a job that
    rests is looked at again. All are known to this process alone.
    """

    def __init__(
        self, job_id: str, key: str, ledger: Ledger, provider: ProviderCalls, timing: Timing
    ) -> None:
        self.job_id, self.key = job_id, key
        self._ledger, self._provider, self._timing = ledger, provider, timing
        self.running = False
        self.frames: tuple[int, int] | None = None
        self.trouble: SeedanceError | None = None
        self.next_look: float | None = None
        self._looks = 0  # by itself, since the job last moved

    async def run(self) -> None:
        """Take the job on from the phase that the ledger shows, to its end or to where it rests."""
        self.next_look = None
        try:
            await self._steps()
        except SeedanceError as error:
            await aside(self.settle, error)
        except Exception:
            log.exception("job %s", self.job_id)
            await aside(self.settle, SeedanceError("Something went wrong in the app."))
        finally:
            self.frames = None
        self.next_look = await aside(self._plan)
        if not self.next_look:
            self.key = ""

    async def rest(self) -> None:
        """Sleep until the next look, in short sleeps: a laptop's lid stops the clock they go by."""
        while (moment := self.next_look) and (left := moment - self._timing.now()) > 0:
            await self._timing.sleep(min(left, MINUTE))
        self._looks += 1

    async def _steps(self) -> None:
        job = await aside(self._row)
        if job.phase in BEFORE_THE_POST and self._closely:  # only a press may pay
            job = await self._pay(job)
        if job.phase in (Phase.SUBMITTING, Phase.UNCONFIRMED):
            job = await self._find(job)
        if job.phase in (Phase.CREATED, Phase.PROCESSING):
            job = await self._watch(job)
        if job.phase is Phase.SAVING:
            await self._keep(job)

    @property
    def _closely(self) -> bool:
        """Whether somebody has just asked for it, or it has just moved; else one look will do."""
        return self._looks == 0

    async def _pay(self, job: Job) -> Job:
        """Bring the pictures, then send the paid POST: once, and the only one of this job."""
        client = await aside(self._provider.client, job, self.key)
        await aside(client.check_road)
        if job.phase is Phase.PREPARING:  # else an earlier press came no further
            job = await aside(self._ledger.advance, job.id, Phase.UPLOADING)
        names = pictures_in(job.body)
        urls = {name: await aside(self._provider.upload, client, name) for name in names}
        # The gate: the ledger lets a job through once, whoever else may be running it.
        sent = {"uploads": list(urls.values())}
        job = await aside(self._ledger.advance, job.id, Phase.SUBMITTING, **sent)
        try:
            task = await aside(client.submit, job.endpoint, with_urls(job.body, urls))
        except Unconfirmed:
            return job  # still `submitting`: the next step looks for the task
        except (Refused, Unreachable) as no:  # nothing was created
            said = {"error_code": no.code, "error": no.sentence}
            return await self._advance(job, Phase.FAILED, **said)
        if await aside(self._has_another_job, task.id):
            return job  # an older answer, out of somebody's cache
        # Before anything else is asked: the id is worth the price of the clip.
        job = await self._advance(job, Phase.CREATED, request_id=task.id)
        return await self._follow(job, task)

    async def _find(self, job: Job) -> Job:
        """The answer to the POST is lost; the task may exist and cost money. Look for it among the
        account's recent ones, and adopt it if it can be nobody else's. Never send again."""
        client = await aside(self._provider.client, job, self.key)
        waits = self._timing.look_again if self._closely else (0,)
        task = await recovery.find(job, client, self._ledger, waits)
        return await self._advance(job, Phase.CREATED, request_id=task.id)

    async def _watch(self, job: Job) -> Job:
        """Ask until the task has ended. Only asking is repeated, and asking is free."""
        client = await aside(self._provider.client, job, self.key)
        local, empty_handed = job.payer is Payer.NOBODY, 0
        for wait in self._timing.polls(local=local, closely=self._closely):
            await self._timing.sleep(wait)
            try:
                task = await aside(client.result, job.request_id)
            except BadKey:
                raise
            except ProviderError as trouble:  # the task goes on whether or not we can see it
                self.trouble = trouble
                continue
            self.trouble = None
            job = await self._follow(job, task)
            if job.phase is Phase.SAVING:
                return job
            if task.status is Status.COMPLETED:  # and no file, which may come a moment later
                empty_handed += 1
                self.trouble = no_file(task)
                if task.useless or (task.error and empty_handed == MOST_EMPTY_HANDED):
                    raise self.trouble
        last, self.trouble = self.trouble, None
        raise last or StillRunning("The clip takes longer than expected.")

    async def _follow(self, job: Job, task: Prediction) -> Job:
        """Take a job to where its task stands. Raises `TaskFailed`."""
        if task.frames:
            self.frames = task.frames
        if task.status is Status.COMPLETED and task.outputs:
            facts = {"url": task.outputs[0], "inference_ms": task.inference_ms}
            return await self._advance(job, Phase.SAVING, nsfw=task.nsfw, **facts)
        if task.status.ended and task.status is not Status.COMPLETED:
            raise task_failure(task)
        going_on = task.status in (Status.PROCESSING, Status.UNKNOWN)
        if going_on and job.phase is Phase.CREATED:
            job = await self._advance(job, Phase.PROCESSING)
        return job

    async def _keep(self, job: Job) -> None:
        name = await bring_home(
            job, self.key, self._provider, self._timing, closely=self._closely, tell=self._tell
        )
        job = await self._advance(job, Phase.COMPLETED, clip=name)
        if bill := await aside(self._provider.bill, job, self.key):
            await aside(self._ledger.charge, job.id, bill)

    def _tell(self, trouble: SeedanceError) -> None:
        self.trouble = trouble

    async def _advance(self, job: Job, phase: Phase, **facts: Any) -> Job:
        """A step after the POST. What is known now is paid for, so a full disk or a locked ledger
        is waited for, with the facts in memory, in the log and on the page."""
        self._looks = 0
        log.info("job %s is %s %s", job.id, phase, facts.get("request_id", ""))
        for wait in self._timing.write_again:
            try:
                return await aside(self._write, job, phase, **facts)
            except StorageError as error:
                error.request_id = facts.get("request_id", job.request_id)
                log.error("job %s, request %s: %s", job.id, error.request_id, error)
                self.trouble = error
                await self._timing.sleep(wait)
        return await aside(self._write, job, phase, **facts)

    def settle(self, error: SeedanceError) -> None:
        """What an error means for the job, and so for the money.

        Before the POST it is the end, and nothing was charged. Once the POST has left, only the
        provider's own end of the task is an end; anything else leaves the money reserved, and the
        job rests, with the reason, until somebody checks again.
        """
        said = {"error_code": error.code, "error": error.sentence}
        try:
            job = self._row()
            if job.phase in BEFORE_THE_POST or isinstance(error, TaskFailed):
                self._ledger.advance(self.job_id, Phase.FAILED, **said)
            elif job.phase is Phase.SUBMITTING:
                self._ledger.advance(self.job_id, Phase.UNCONFIRMED, **said)
            elif not job.phase.ended:
                self._ledger.note(self.job_id, error.code, error.sentence)
            self.trouble = None
        except StorageError as disk:
            log.error("job %s: %s (%s)", self.job_id, error, disk)
            self.trouble = self.trouble or error

    def _has_another_job(self, request_id: str) -> bool:
        with suppress(StorageError):  # then the id is written as soon as that can be done
            return self._ledger.owns(request_id)
        return False

    def _plan(self) -> float | None:
        """When to look by itself, if at all: not before the POST, and only as long as there is a
        key to ask with, or an address to fetch from, and a clip that the provider still keeps."""
        moment = self._timing.now() + self._timing.rest(self._looks)
        with suppress(StorageError):  # a ledger that cannot be read is no reason to give up
            job = self._row()
            over = job.phase.ended or moment > job.changed_at + KEPT_BY_PROVIDER
            at_hand = self.key or job.payer is Payer.NOBODY or job.phase is Phase.SAVING
            if over or not at_hand or job.phase in BEFORE_THE_POST:
                return None
        return moment

    def _row(self) -> Job:
        job = self._ledger.job(self.job_id)
        if job is None:
            raise StorageError("This job is not in the ledger.")
        return job

    def _write(self, job: Job, phase: Phase, **facts: Any) -> Job:
        row = self._row()
        if row.phase is not phase and not row.phase.ended:  # else it was written after all
            row = self._ledger.advance(job.id, phase, **facts)
        self.trouble = None
        return row
