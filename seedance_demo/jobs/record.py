"""What is known of one job: its row in the ledger, and what only this process knows.

Whoever follows the job hears of both.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

from ..errors import SeedanceError, StorageError, TaskFailed
from ..ledger import MOVED, Job, Ledger, Phase
from .background import Pool
from .pools import LEDGER
from .timing import Timing

T = TypeVar("T")
log = logging.getLogger(__name__)
BEFORE_THE_POST = (Phase.PREPARING, Phase.UPLOADING)


class Record:
    """`looks` counts those that the app took by itself since the job last moved."""

    def __init__(self, job_id: str, ledger: Ledger, timing: Timing) -> None:
        self.job_id, self.looks = job_id, 0
        self._ledger, self._timing = ledger, timing
        self._frames: tuple[int, int] | None = None
        self._trouble: SeedanceError | None = None
        self.still = ""  # the latest frame that is to be seen; it is told of with `frames`

    @property
    def frames(self) -> tuple[int, int] | None:
        """An animatic's frames, done and all."""
        return self._frames

    @frames.setter
    def frames(self, counted: tuple[int, int] | None) -> None:
        before, self._frames = self._frames, counted
        if counted != before:
            self._ledger.changes.tell(self.job_id)

    @property
    def trouble(self) -> SeedanceError | None:
        """Why the job does not get on at the moment, or what could not be written down."""
        return self._trouble

    @trouble.setter
    def trouble(self, error: SeedanceError | None) -> None:
        before, self._trouble = self._trouble, error
        if error is not before:
            self._ledger.changes.tell(self.job_id)

    def row(self) -> Job:
        """The job as the ledger has it. Raises `StorageError`."""
        job = self._ledger.job(self.job_id)
        if job is None:
            raise StorageError("This job is not in the ledger.")
        return job

    async def advance(self, job: Job, phase: Phase, **facts: Any) -> Job:
        """A step, but for the POST. What is known after that is paid for: it stays in memory, in
        the log and on the page until it is written."""
        self.looks = 0
        log.info("job %s is %s %s", job.id, phase, facts.get("request_id", ""))
        request_id = facts.get("request_id", job.request_id)
        return await self.patiently(LEDGER, partial(self._write, job, phase, **facts), request_id)

    async def patiently(self, pool: Pool, use: Callable[[], T], request_id: str = "") -> T:
        """What a use of the ledger comes to. A full disk, a lock and a database that is away are
        waited for; a step that somebody else took is told at once."""
        for wait in self._timing.write_again:
            try:
                done = await pool.run(use)
            except StorageError as error:
                if error.code == MOVED:
                    raise
                error.request_id = request_id
                log.error("job %s, request %s: %s", self.job_id, request_id, error)
                self.trouble = error
                await self._timing.sleep(wait)
            else:
                self.trouble = None
                return done
        return await pool.run(use)

    def settle(self, error: SeedanceError) -> None:
        """What an error means for the job, and so for the money.

        Before the POST it is the end, and nothing was charged. Once the POST has left, only the
        provider's own end of the task is an end; anything else leaves the money reserved, and the
        job rests, with the reason, until somebody checks again.
        """
        said = {"error_code": error.code, "error": error.sentence}
        try:
            if not self._ledger.leases.take(self.job_id):
                return  # this process stood still, and another has gone on with it
            job = self.row()
            if job.phase.ended:
                pass  # elsewhere, a moment ago
            elif job.phase in BEFORE_THE_POST or isinstance(error, TaskFailed):
                self._ledger.advance(self.job_id, Phase.FAILED, **said)
            elif job.phase is Phase.SUBMITTING:
                self._ledger.advance(self.job_id, Phase.UNCONFIRMED, **said)
            else:
                self._ledger.note(self.job_id, error.code, error.sentence)
            self.trouble = None
        except StorageError as disk:
            log.error("job %s: %s (%s)", self.job_id, error, disk)
            self.trouble = self.trouble or error

    def has_another_job(self, request_id: str) -> bool:
        """Whether the task belongs to a job already, as far as can be read."""
        with suppress(StorageError):  # then the id is written as soon as that can be done
            return self._ledger.owns(request_id)
        return False

    def _write(self, job: Job, phase: Phase, **facts: Any) -> Job:
        row = self.row()
        if row.phase is not phase and not row.phase.ended:  # else it was written after all
            row = self._ledger.advance(job.id, phase, **facts)
        return row
