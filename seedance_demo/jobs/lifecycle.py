"""The steps of one job: the paid request, the wait, and the clip on disk.

    preparing -> uploading -> submitting -> created -> processing -> saving -> completed

or `failed`, when nothing was created or the provider ended the task; or `unconfirmed`, when the
answer to the paid POST was lost and the task was not found again.

A job that does not get on after the POST rests, and is looked at again by itself, ever more rarely,
for as long as the provider keeps its clip. To look is free, and nothing else happens then.
"""

import asyncio
import logging
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from functools import partial

from ..errors import (
    BadKey,
    ProviderError,
    Refused,
    SeedanceError,
    StillRunning,
    StorageError,
    Unconfirmed,
    Unreachable,
)
from ..ledger import Job, Ledger, Payer, Phase
from ..orders.order import pictures_in, with_urls
from ..wavespeed import Client
from ..wavespeed.answers import Prediction, Status
from ..wavespeed.api_errors import no_file, task_failure
from . import pools, recovery
from .fetching import bring_home
from .line import Line
from .pools import LEDGER
from .provider import ProviderCalls
from .record import BEFORE_THE_POST, Record
from .snapshot import Known
from .timing import KEPT_BY_PROVIDER, Timing
from .turns import Turns

log = logging.getLogger(__name__)
MOST_EMPTY_HANDED = 5  # looks at a finished task that says why it has no file
MINUTE = 60


class JobLife:
    """One job while this process works on it or will look at it again, with the key that pays.

    `record` is what is known of it; `waits_in` is where it waits for its turn: an animatic at this
    machine, what is paid before its POST;
    `next_look` is the Unix time at which one that rests is looked at again.
    """

    def __init__(
        self,
        job_id: str,
        key: str,
        ledger: Ledger,
        provider: ProviderCalls,
        timing: Timing,
        waits_in: Line | Turns,
    ) -> None:
        self.job_id, self.key, self._waits_in = job_id, key, waits_in
        self._ledger, self._provider, self._timing = ledger, provider, timing
        self.record = Record(job_id, ledger, timing)
        self.running = False
        self.next_look: float | None = None

    @property
    def ahead(self) -> int | None:
        """How many come before it; None when it does not wait."""
        return self._waits_in.ahead(self.job_id)

    async def give_up(self) -> None:
        """Wait no longer."""
        self._waits_in.give_up(self.job_id)

    def known(self) -> Known:
        """What is known of the job here alone."""
        record, ahead, place = self.record, self.ahead, self._waits_in
        line = place if isinstance(place, Line) and ahead is not None else None
        known = Known(
            live=self.running,
            frames=record.frames,
            still=record.still,
            ahead=ahead,
            others=bool(line and line.shared),
            next_look=None if self.running else self.next_look,
        )
        return known.with_trouble(record.trouble or (line.trouble if line else None))

    async def run(self) -> None:
        """Take the job on from the phase that the ledger shows, to its end or to where it rests."""
        self.next_look = None
        try:
            await self._steps()
        except SeedanceError as error:
            await LEDGER.run(self.record.settle, error)
        except Exception:
            log.exception("job %s", self.job_id)
            await LEDGER.run(self.record.settle, SeedanceError("Something went wrong in the app."))
        finally:
            self.record.frames, self.record.still = None, ""
        self.next_look = await LEDGER.run(self._plan)
        if not self.next_look:
            self.key = ""

    async def rest(self) -> None:
        """Sleep until the next look, in short sleeps: a laptop's lid stops the clock they go by."""
        while (moment := self.next_look) and (left := moment - self._timing.now()) > 0:
            await self._timing.sleep(min(left, MINUTE))
        self.record.looks += 1

    async def _steps(self) -> None:
        job = await self.record.patiently(LEDGER, self.record.row)
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
        return self.record.looks == 0

    async def _pay(self, job: Job) -> Job:
        """Bring the pictures, then send the paid POST: once, and the only one of this job."""
        send = pools.of(job).send
        client = await send.run(self._provider.client, job, self.key)
        await send.run(client.check_road)
        if job.phase is Phase.PREPARING:  # else an earlier press came no further
            job = await self.record.advance(job, Phase.UPLOADING)
        names = pictures_in(job.body)
        uploads = (send.run(self._provider.upload, client, job, name) for name in names)
        urls = dict(zip(names, await asyncio.gather(*uploads), strict=True))
        try:
            async with self._place(job):
                send_once = partial(self._send, job, client, urls)
                job, task = await self.record.patiently(pools.of(job).pay, send_once)
        except (Refused, Unreachable) as no:  # nothing was created
            said = {"error_code": no.code, "error": no.sentence}
            return await self.record.advance(job, Phase.FAILED, **said)
        if task is None or await LEDGER.run(self.record.has_another_job, task.id):
            return job  # lost, or out of somebody's cache: the next step looks for the task
        # Before anything else is asked: the id is worth the price of the clip.
        job = await self.record.advance(job, Phase.CREATED, request_id=task.id)
        await LEDGER.run(self._hold, job)
        return await self._follow(job, task)

    def _hold(self, job: Job) -> None:
        """Another may have taken it while this process stood still, and was not let through."""
        with suppress(StorageError):
            self._ledger.leases.take(job.id, anyway=True)

    def _place(self, job: Job) -> AbstractAsyncContextManager[None]:
        """Where the POST is made; an animatic has its turn already."""
        if isinstance(self._waits_in, Line):
            return self._waits_in.place(job.account or job.visitor, job.id)
        return nullcontext()

    def _send(
        self, job: Job, client: Client, urls: Mapping[str, str]
    ) -> tuple[Job, Prediction | None]:
        """The gate, and the paid POST at once behind it. The ledger lets a job through once,
        whoever else may be running it. Without a task: the answer was lost."""
        job = self._ledger.advance(job.id, Phase.SUBMITTING, uploads=list(urls.values()))
        with suppress(Unconfirmed):
            return job, client.submit(job.endpoint, with_urls(job.body, urls))
        return job, None

    async def _find(self, job: Job) -> Job:
        """The answer to the POST is lost; the task may exist and cost money. Look for it among the
        account's recent ones, and adopt it if it can be nobody else's. Never send again."""
        client = await pools.of(job).ask.run(self._provider.client, job, self.key)
        waits = self._timing.look_again if self._closely else (0,)
        task = await recovery.find(job, client, self._ledger, waits)
        return await self.record.advance(job, Phase.CREATED, request_id=task.id)

    async def _watch(self, job: Job) -> Job:
        """Ask until the task has ended. Only asking is repeated, and asking is free."""
        client = await pools.of(job).ask.run(self._provider.client, job, self.key)
        local, empty_handed = job.payer is Payer.NOBODY, 0
        told = local  # an animatic that gets on tells by itself, and needs no pause
        due = None if local else await self.record.patiently(LEDGER, partial(self._due, job))
        for wait in self._timing.polls(closely=self._closely, due=due):
            await self._timing.sleep(0 if told else wait)
            try:
                task = await pools.of(job).ask.run(
                    client.result, job.request_id, wait if local else 0
                )
            except BadKey:
                raise
            except ProviderError as trouble:  # the task goes on whether or not we can see it
                self.record.trouble, told = trouble, False
                continue
            self.record.trouble, told = None, local and task.frames != self.record.frames
            job = await self._follow(job, task)
            if job.phase is Phase.SAVING:
                return job
            if task.status is Status.COMPLETED:  # and no file, which may come a moment later
                empty_handed += 1
                self.record.trouble = no_file(task)
                if task.useless or (task.error and empty_handed == MOST_EMPTY_HANDED):
                    raise self.record.trouble
        last, self.record.trouble = self.record.trouble, None
        raise last or StillRunning("The clip takes longer than expected.")

    def _due(self, job: Job) -> tuple[float, float]:
        since = self._ledger.began(job.id).get(Phase.CREATED, job.opened_at)
        return self._timing.due_at(since, self._ledger.usual_seconds(job.model, job.duration))

    async def _follow(self, job: Job, task: Prediction) -> Job:
        """Take a job to where its task stands. Raises `TaskFailed`."""
        if task.frames:
            self.record.still, self.record.frames = task.still, task.frames
        if task.status is Status.COMPLETED and task.outputs:
            facts = {"url": task.outputs[0], "inference_ms": task.inference_ms}
            return await self.record.advance(job, Phase.SAVING, nsfw=task.nsfw, **facts)
        if task.status.ended and task.status is not Status.COMPLETED:
            raise task_failure(task)
        going_on = task.status in (Status.PROCESSING, Status.UNKNOWN)
        if going_on and job.phase is Phase.CREATED:
            job = await self.record.advance(job, Phase.PROCESSING)
        return job

    async def _keep(self, job: Job) -> None:
        name = await bring_home(
            job, self.key, self._provider, self._timing, self.record, closely=self._closely
        )
        job = await self.record.advance(job, Phase.COMPLETED, clip=name)
        if bill := await pools.of(job).ask.run(self._provider.bill, job, self.key):
            await self.record.patiently(LEDGER, partial(self._ledger.charge, job.id, bill))

    def _plan(self) -> float | None:
        """When to look by itself, if at all: not before the POST, and only as long as there is a
        key to ask with, or an address to fetch from, and a clip that the provider still keeps."""
        moment = self._timing.now() + self._timing.rest(self.record.looks)
        with suppress(StorageError):  # a ledger that cannot be read is no reason to give up
            job = self.record.row()
            over = job.phase.ended or moment > job.changed_at + KEPT_BY_PROVIDER
            at_hand = self.key or job.payer is Payer.NOBODY or job.phase is Phase.SAVING
            if over or not at_hand or job.phase in BEFORE_THE_POST:
                return None
        return moment
