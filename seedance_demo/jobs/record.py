"""What is known of one job: its row in the ledger, and what only this process knows.

Whoever follows the job hears of both.
"""

import logging
from contextlib import suppress
from typing import Any

from ..errors import SeedanceError, StorageError, TaskFailed
from ..ledger import Job, Ledger, Phase
from .pools import LEDGER
from .timing import Timing

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
        """A step after the POST. What is known now is paid for, so a full disk or a locked ledger
        is waited for, with the facts in memory, in the log and on the page."""
        self.looks = 0
        log.info("job %s is %s %s", job.id, phase, facts.get("request_id", ""))
        for wait in self._timing.write_again:
            try:
                return await LEDGER.run(self._write, job, phase, **facts)
            except StorageError as error:
                error.request_id = facts.get("request_id", job.request_id)
                log.error("job %s, request %s: %s", job.id, error.request_id, error)
                self.trouble = error
                await self._timing.sleep(wait)
        return await LEDGER.run(self._write, job, phase, **facts)

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
        self.trouble = None
        return row
