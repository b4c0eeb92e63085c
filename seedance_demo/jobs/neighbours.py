"""Together with other processes at the same ledger: each says that it lives, goes on with the jobs
of one that does not, and tells what only it knows of its own."""

import logging
import math
import threading
import time
from dataclasses import dataclass

from ..errors import StorageError
from ..ledger import leases
from ..ledger.leases import SharedLeases
from .left_behind import take_over
from .runner import JobRunner
from .snapshot import Known

log = logging.getLogger(__name__)
SHOWN = 1.0  # seconds between two looks at what is known here


def work_together(runner: JobRunner) -> None:
    """Begin, in a thread that ends with the process; nothing to do for one that is alone."""
    if isinstance(shared := runner.ledger.leases, SharedLeases):
        work = Neighbours(runner, shared).run
        threading.Thread(target=work, name="neighbours", daemon=True).start()


class Neighbours:
    """Of the process of this `runner`."""

    def __init__(self, runner: JobRunner, shared: SharedLeases) -> None:
        self._runner, self._leases = runner, shared
        self._told: dict[str, Known] = {}
        self._hearing = Hearing()

    def run(self) -> None:
        """Whatever happens: were it to end, others would take this process's jobs from it."""
        while not self._leases.over:
            try:
                self.step()
            except StorageError as error:
                log.warning("working alone for the moment: %s", error)
            except Exception:
                log.exception("working together")
            time.sleep(SHOWN)

    def step(self) -> None:
        if time.monotonic() >= self._hearing.last + leases.BEAT:
            self._leases.beat()
            take_over(self._runner, from_others=self._hearing.is_sure(time.monotonic()))
        self._tell(known := self._runner.known_here())
        for job_id in self._leases.stopped() if known else ():
            self._runner.cancel_soon(job_id)

    def _tell(self, known: dict[str, Known]) -> None:
        self._told = {job: told for job, told in self._told.items() if job in known}
        for job_id, now in known.items():
            if self._told.get(job_id) != now:
                self._leases.tell(job_id, now.written())
                self._told[job_id] = now
                self._runner.ledger.changes.tell(job_id)


@dataclass
class Hearing:
    """Whether another that is not heard of is dead. Not when the database was away, or this process
    stood still: then nobody was heard of, and all get the time to say that they live."""

    last: float = -math.inf  # seconds: when this process could beat
    _since: float = -math.inf

    def is_sure(self, now: float) -> bool:
        """At a beat of this process."""
        if now > self.last + leases.STALLED:
            self._since = now
        self.last = now
        return now > self._since + leases.STALLED
