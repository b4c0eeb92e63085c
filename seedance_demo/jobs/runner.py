"""Runs jobs in the background of the process, and tells how they stand.

A browser only *follows* a job: closing the tab stops nothing, and whatever the ledger shows,
starting again does the right thing. The steps themselves are in `lifecycle`.
"""

import asyncio
import contextlib
import os
import threading
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from ..accounts.guard import Payment
from ..config import Settings
from ..errors import ProviderError, Refused, SeedanceError, TaskFailed
from ..ledger import Job, Ledger, Payer, Phase
from ..orders.order import Order
from . import pools
from .background import Background
from .lifecycle import JobLife
from .line import Line, Lines
from .provider import NEEDS_KEY, ProviderCalls
from .record import BEFORE_THE_POST
from .timing import USUAL_TIMING, Timing
from .turns import Turns

# As many animatics as the local API draws at once, each on two cores, and the one that is next.
ANIMATICS_AT_ONCE = max(1, (os.cpu_count() or 2) // 2) + 1


@dataclass(frozen=True)
class Snapshot:
    """What a follower sees: the ledger's row, and what only this process knows."""

    job: Job
    live: bool  # somebody works on it at this moment
    frames: tuple[int, int] | None = None  # an animatic's frames, done and all
    trouble: str = ""  # why a live job does not get on at the moment
    ahead: int | None = None  # jobs of its kind before this one; None when it waits for no turn
    next_look: float | None = None  # Unix time at which one that rests is looked at by itself
    animatic: Job | None = None  # of a paid job's brief, while there is no clip
    still: str = ""  # an animatic's latest frame that is to be seen, as `Prediction` has it

    def looks_like(self, other: "Snapshot") -> bool:
        """Whether there is nothing new to see. That work on a job has ended is not, once the job
        itself has: its last word is said once."""
        done = self.job.phase.ended and replace(other, live=self.live) == self
        return self == other or done


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
        # Those that run or will be looked at again, and those that could not be written.
        self._lives: dict[str, JobLife] = {}
        self._lock = threading.Lock()
        self._background = Background("jobs")
        self._lines = Lines(settings, timing, lambda names: ledger.changes.tell(*names))
        self._turns = Turns(ANIMATICS_AT_ONCE, lambda names: ledger.changes.tell(*names))

    def submit(self, order: Order, visitor: str, payment: Payment, watched: str = "") -> Job:
        """Open the job of this press and set it going; the same running brief is followed."""
        job = self.ledger.open(order, visitor, payment.payer, payment.terms, watched)
        self._start(job, payment.key)
        return job

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

    def pick_up(self) -> None:
        """After a start: go on with every job that the last process left. A visitor's own key was
        never stored, so a job paid with it waits for that key."""
        for job in self.ledger.unfinished():
            if job.phase in BEFORE_THE_POST:
                self._end(job, Refused("The app stopped before this was sent.", code="stopped"))
            elif job.payer is Payer.NOBODY:
                self._end(job, TaskFailed("The app stopped while it was drawing this."))
            elif job.payer is Payer.OWNER or job.phase is Phase.SAVING:  # fetching needs no key
                self._start(job, self._key_of(job))
            else:
                self.ledger.note(job.id, "needs_key", NEEDS_KEY)

    def snapshot(self, job_id: str) -> Snapshot | None:
        """How a job stands now; None when there is no such job."""
        with self._lock:  # before the row: a job that ends then shows its end
            life = self._lives.get(job_id)
            live = bool(life and life.running)
            next_look = life.next_look if life and not live else None
        job = self.ledger.job(job_id)
        if job is None:
            return None
        twin = (
            None if job.payer is Payer.NOBODY or job.phase.ended else self.ledger.animatic_of(job)
        )
        trouble, frames = (life.record.trouble, life.record.frames) if life else (None, None)
        if trouble:
            known = job.request_id or trouble.request_id
            job = replace(job, request_id=known, error_code=trouble.code, error=trouble.sentence)
        said, ahead = trouble.sentence if trouble else "", self._ahead(job)
        live = live and job.phase is not Phase.FAILED  # after which nothing is done any more
        still = life.record.still if life else ""
        return Snapshot(job, live, frames, said, ahead, next_look, twin, still)

    async def follow(
        self,
        job_id: str,
        wanted: Callable[[], bool] = lambda: True,
        *,
        through_rests: bool = False,
        known: Snapshot | None = None,
    ) -> AsyncIterator[Snapshot]:
        """Snapshots as they change, until the job rests or nobody wants them any more;
        `through_rests`, until nobody will look at it by itself. While nothing changes it costs no
        more than a timer: the same one comes again, now and then, for whoever has gone unnoticed.
        The first is one that is not `known`.
        """
        job = known.job if known else await pools.PAGE.run(self.ledger.job, job_id)
        if job is None:
            return
        with self.ledger.changes.heard(job.id, job.brief) as news:
            last = known
            while (snapshot := await pools.PAGE.run(self.snapshot, job_id)) and wanted():
                if last is None or not snapshot.looks_like(last):
                    yield (last := snapshot)
                if not snapshot.live and not (through_rests and snapshot.next_look):
                    return
                while not await news.come(self._timing.still_there):
                    yield snapshot if last is None else last

    async def cancel(self, job_id: str) -> bool:
        """End an animatic now, or the wait of a job that was not sent yet. A paid one that was sent
        cannot be ended: the provider has no such call."""
        job = await pools.PAGE.run(self.ledger.job, job_id)
        if job is None:
            return False
        if self._ahead(job) is not None:
            self._background.start(self._give_up(job))
            return True
        if job.payer is not Payer.NOBODY or not job.request_id:
            return False
        with contextlib.suppress(ProviderError):  # it ended by itself in the meantime
            await pools.of(job).ask.run(self._cancel, job)
        return True

    def _cancel(self, job: Job) -> None:
        self._provider.client(job, "").cancel(job.request_id)

    async def _give_up(self, job: Job) -> None:
        if line := self._waits_in(job):
            line.give_up(job.id)

    def _ahead(self, job: Job) -> int | None:
        line = self._waits_in(job)
        return line.ahead(job.id) if line else None

    def _waits_in(self, job: Job) -> Turns | Line | None:
        """An animatic for its turn at this machine, what is paid for its account's."""
        if job.payer is Payer.NOBODY:
            return self._turns
        life = self._lives.get(job.id)
        return life.line if life else None

    def _key_of(self, job: Job, key: str = "") -> str:
        return self.settings.api_key if job.payer is Payer.OWNER else key

    def _start(self, job: Job, key: str) -> None:
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
                return
            await life.rest()
            if not self._rouse(life):
                return

    async def _in_turn(self, life: JobLife, job: Job) -> None:
        """An animatic costs nothing but this machine's time, which everybody gets in turn."""
        try:
            async with self._turns.turn(job.account or job.visitor, job.id):
                await life.run()
        except asyncio.CancelledError:
            await pools.LEDGER.run(
                life.record.settle, TaskFailed("Stopped before it was begun.", code="cancelled")
            )

    def _rouse(self, life: JobLife) -> bool:
        """Whether this life is still the job's: Check again may have begun another."""
        with self._lock:
            life.running = self._lives.get(life.job_id) is life
        self._changed(life.job_id)
        return life.running

    def _end(self, job: Job, error: SeedanceError) -> None:
        """Write down how a job ended that nobody works on."""
        life = self._lives[job.id] = self._life(job, "")
        life.record.settle(error)
        self._lay_down(life)

    def _lay_down(self, life: JobLife) -> None:
        """What will be looked at again stays, and what could not be written down, to be shown."""
        with self._lock:
            life.running = False
            if not life.record.trouble and not life.next_look:
                self._lives.pop(life.job_id, None)
        self._changed(life.job_id)

    def _changed(self, job_id: str) -> None:
        """What only this process knows of a job is another than before."""
        self.ledger.changes.tell(job_id)

    def _life(self, job: Job, key: str) -> JobLife:
        line = None if job.payer is Payer.NOBODY else self._lines.of(key)
        return JobLife(job.id, key, self.ledger, self._provider, self._timing, line)
