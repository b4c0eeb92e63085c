"""Tells how jobs stand, now and as they change."""

from collections.abc import AsyncIterator, Callable

from ..ledger import Ledger, Payer
from . import pools
from .snapshot import Known, Snapshot, read_known, snapshot_of
from .timing import Timing


class Standing:
    """`known` is what this process knows of a job that it works on."""

    def __init__(
        self, ledger: Ledger, timing: Timing, known: Callable[[str], Known | None]
    ) -> None:
        self._ledger, self._timing, self._known = ledger, timing, known

    def snapshot(self, job_id: str) -> Snapshot | None:
        """How a job stands now; None when there is no such job."""
        # Before the row, here and elsewhere: a job that ends meanwhile shows its end.
        here = self._known(job_id)
        told = None if here else self._ledger.leases.told(job_id)
        job = self._ledger.job(job_id)
        if job is None:
            return None
        over = job.phase.ended
        twin = None if over or job.payer is Payer.NOBODY else self._ledger.animatic_of(job)
        known = here or (Known() if over else read_known(told))
        return snapshot_of(job, known, twin, tuple(self._ledger.variations(job)))

    async def follow(
        self,
        job_id: str,
        wanted: Callable[[], bool] = lambda: True,
        *,
        to_the_last: bool = False,
        known: Snapshot | None = None,
    ) -> AsyncIterator[Snapshot]:
        """Snapshots as they change, until the job rests or nobody wants them any more;
        `to_the_last`, until nobody will look at it by itself, and its other variations have ended.
        The first is one that is not `known`. While nothing changes it costs a timer: the same comes
        again, now and then, for whoever has gone unnoticed."""
        job = known.job if known else await pools.once_read(self._ledger.job, job_id)
        if job is None:
            return
        names = filter(None, (job.id, job.brief, job.batch))  # those of its variations, too
        with self._ledger.changes.heard(*names) as news:
            last = known
            while (snapshot := await pools.once_read(self.snapshot, job_id)) and wanted():
                if last is None or not snapshot.looks_like(last):
                    yield (last := snapshot)
                if not snapshot.live and not (to_the_last and snapshot.may_change):
                    return
                while not await news.come(self._timing.still_there):
                    yield snapshot if last is None else last
                    if self._ledger.leases.shared:  # another may have died before it told
                        break
