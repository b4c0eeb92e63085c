"""Runs jobs in the background of the process.

A browser only *follows* a job: closing the tab stops nothing, and whatever the ledger shows,
starting again does the right thing. The steps themselves are in `lifecycle`.
"""

import asyncio
import contextlib
import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from ..accounts.guard import Payment
from ..config.settings import Settings
from ..errors import ProviderError, SeedanceError, StorageError, TaskFailed
from ..ledger import Job, Ledger, Payer
from ..orders.order import Order
from . import pools
from .background import Background
from .lifecycle import JobLife
from .line import Lines
from .pools import LEDGER
from .provider import ProviderCalls
from .record import BEFORE_THE_POST
from .snapshot import Known, read_known
from .standing import Standing
from .timing import USUAL_TIMING, Timing
from .turns import Turns
from .window import Window

# As many animatics as the local API draws at once, each on two cores, and the one that is next.
ANIMATICS_AT_ONCE = max(1, (os.cpu_count() or 2) // 2) + 1


class JobRunner:
    """Runs the jobs. `local` starts the local API when first called: its base URL and key."""

    def __init__(
        self,
        settings: Settings,
        ledger: Ledger,
        local: Callable[[], tuple[str, str]],
        timing: Timing = USUAL_TIMING,
    ) -> None:
        self.ledger, self.settings, self.timing = ledger, settings, timing
        self._provider = ProviderCalls(settings, local, timing.http)
        # Those that run or will be looked at again, and those that could not be written.
        self._lives: dict[str, JobLife] = {}
        self._lock = threading.Lock()
        self._background = Background("jobs")
        windows = ledger.counts("posts", Window)
        self._lines = Lines(settings, timing, lambda names: ledger.changes.tell(*names), windows)
        self._turns = Turns(ANIMATICS_AT_ONCE, lambda names: ledger.changes.tell(*names))
        standing = Standing(ledger, timing, self._known)
        self.snapshot, self.follow = standing.snapshot, standing.follow

    def submit_all(
        self, order: Order, clips: int, visitor: str, payment: Payment, watched: str = ""
    ) -> list[Job]:
        """Open the jobs of a press for so many clips and set them going; those of the same brief
        that run are followed."""
        payer, terms = payment.payer, payment.terms
        jobs = self.ledger.open_all(order, clips, visitor, payer, terms, watched)
        for job in jobs:
            self._start(job, payment.key)
        return jobs

    def submit(self, order: Order, visitor: str, payment: Payment, watched: str = "") -> Job:
        """The same for one clip."""
        return self.submit_all(order, 1, visitor, payment, watched)[0]

    def analyse_early(self, pictures: Iterable[Path]) -> None:
        """Show pictures to the local API before the press: it learns them while the prompt is
        written, and an animatic starts at once. Blocks; nothing leaves this machine."""
        with contextlib.suppress(SeedanceError, OSError):  # the press will say what is wrong
            self._provider.analyse_early(pictures)

    def check_again(self, job_id: str, key: str) -> None:
        """Take up a job that rests, at once: one unconfirmed, no longer watched, or without its
        clip. Without a `key` it is the one in memory, if there is one. Only a press pays."""
        job = self.ledger.job(job_id)
        if job and not job.phase.ended and job.phase not in BEFORE_THE_POST:
            self._start(job, self._key_of(job, key))

    def start(self, job: Job) -> None:
        """Go on with a job that needs no visitor's key."""
        self._start(job, self._key_of(job))

    def end(self, job: Job, error: SeedanceError) -> None:
        """Write down how a job ended that nobody works on."""
        life = self._lives[job.id] = self._life(job, "")
        life.record.settle(error)
        self._lay_down(life)
        self._give_back(job.id)

    def known_here(self) -> dict[str, Known]:
        """What only this process knows of the jobs that it works on, or will look at again."""
        with self._lock:
            names = list(self._lives)
        return {name: known for name in names if (known := self._known(name))}

    def _known(self, job_id: str) -> Known | None:
        with self._lock:
            life = self._lives.get(job_id)
            return life.known() if life else None

    async def cancel(self, job_id: str) -> bool:
        """End an animatic now, or the wait of a job that was not sent yet. A paid one that was sent
        cannot be ended: the provider has no such call."""
        job, life = await pools.PAGE.run(self.ledger.job, job_id), self._lives.get(job_id)
        if job is None:
            return False
        if life and life.ahead is not None:
            self._background.start(life.give_up())
            return True
        if job.payer is not Payer.NOBODY:
            return False
        if self.ledger.leases.shared and not (life and life.running):
            await pools.PAGE.run(self._stop_elsewhere, job)
            return True
        if not job.request_id:
            return False
        with contextlib.suppress(ProviderError):  # it ended by itself in the meantime
            await pools.of(job).ask.run(self._provider.cancel, job)
        return True

    def cancel_soon(self, job_id: str) -> None:
        """The same, from any thread, without waiting for it."""
        self._background.start(self.cancel(job_id))

    def _stop_elsewhere(self, job: Job) -> None:
        """An animatic that is not drawn here: whoever draws it is asked; else it is at its end."""
        if self.ledger.leases.take(job.id):
            self.end(job, TaskFailed("Stopped before it was begun.", code="cancelled"))
        else:
            self.ledger.leases.stop(job.id)

    def _key_of(self, job: Job, key: str = "") -> str:
        return self.settings.api_key if job.payer is Payer.OWNER else key

    def _start(self, job: Job, key: str) -> None:
        if job.payer is not Payer.NOBODY and not self._takes(job):
            return  # another process works on it
        with self._lock:
            last = self._lives.get(job.id)
            if last and last.running:
                return
            life = self._life(job, key or (last.key if last else ""))
            if last:  # it rests, and finds that it is not wanted any more
                last.key, last.next_look = "", None
            self._lives[job.id] = life
            life.running = True
        self._changed(job.id)
        self._background.start(self._run(life, job))

    async def _run(self, life: JobLife, job: Job) -> None:
        """Work on a job, and again after each rest. At rest it costs a timer and nothing else."""
        while True:
            try:
                await (self._in_turn(life, job) if job.payer is Payer.NOBODY else life.run())
            finally:
                self._lay_down(life)
            if not life.next_look:
                await LEDGER.run(self._give_back, job.id)
                return
            await life.rest()
            if not self._rouse(life, await LEDGER.run(self._holds, job.id)):
                return

    async def _in_turn(self, life: JobLife, job: Job) -> None:
        """An animatic costs nothing but this machine's time, which everybody gets in turn."""
        try:
            async with self._turns.turn(job.account or job.visitor, job.id):
                if await LEDGER.run(self.ledger.leases.take, job.id):
                    await life.run()
        except asyncio.CancelledError:
            await LEDGER.run(self._stop_elsewhere, job)

    def _takes(self, job: Job) -> bool:
        """Also from a process where it only rests: somebody asks for it here."""
        leases = self.ledger.leases
        with contextlib.suppress(StorageError):  # else it waits with the job, which is sent once
            if leases.take(job.id):
                return True
            return not read_known(leases.told(job.id)).live and leases.take(job.id, anyway=True)
        return True

    def _give_back(self, job_id: str) -> None:
        with contextlib.suppress(StorageError):  # then others take it when this process has ended
            self.ledger.leases.give_back(job_id)
            self._changed(job_id)

    def _holds(self, job_id: str) -> bool:
        """Whether it is this process's still, which may have stood still for long."""
        with contextlib.suppress(StorageError):
            return self.ledger.leases.take(job_id)
        return True  # to look is free

    def _rouse(self, life: JobLife, held: bool) -> bool:
        """Whether this life is still the job's: Check again may have begun another, here or
        elsewhere."""
        with self._lock:
            is_this = self._lives.get(life.job_id) is life
            life.running = is_this and held
            if is_this and not held:
                del self._lives[life.job_id]
        self._changed(life.job_id)
        return life.running

    def _lay_down(self, life: JobLife) -> None:
        """What will be looked at again stays, and what could not be written down, to be shown."""
        with self._lock:
            life.running = False
            if not life.record.trouble and not life.next_look:
                self._lives.pop(life.job_id, None)
        self._changed(life.job_id)

    def _changed(self, job_id: str) -> None:
        self.ledger.changes.tell(job_id)

    def _life(self, job: Job, key: str) -> JobLife:
        waits_in = self._turns if job.payer is Payer.NOBODY else self._lines.of(key)
        return JobLife(job.id, key, self.ledger, self._provider, self.timing, waits_in)
