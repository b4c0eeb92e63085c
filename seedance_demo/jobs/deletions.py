"""Deletes jobs by their visitor's wish: out of sight at once, off the disk a moment later."""

import logging
import threading
import time

from ..config.settings import Settings
from ..errors import StorageError
from ..ledger import Job, Ledger
from .files import clips_of

log = logging.getLogger(__name__)
MOMENT = 10.0  # seconds in which it can be undone; the page offers that for a little less


class Deletions:
    """What was paid stays in the ledger. A process that ends too early leaves the clip to the sweep
    of the next one."""

    def __init__(self, ledger: Ledger, settings: Settings, moment: float = MOMENT) -> None:
        self._ledger, self._settings, self._moment = ledger, settings, moment

    def delete(self, job: Job) -> None:
        """A job that has ended."""
        self._ledger.delete(job.id)
        later = threading.Timer(self._moment, self._remove)
        later.daemon = True
        later.start()

    def restore(self, job: Job) -> bool:
        """Whether it is back: not without the clip that it had."""
        return self._ledger.restore(job.id).deleted_at is None

    def _remove(self) -> None:
        try:
            remove_deleted(self._ledger, self._settings, time.time() - self._moment)
        except (OSError, StorageError) as error:
            log.warning("a deleted clip is still here, until the next sweep: %s", error)


def remove_deleted(ledger: Ledger, settings: Settings, before: float) -> None:
    """Remove the clips of jobs that were deleted before a moment."""
    if settings.bucket:
        clips_of(settings).check()  # before the transaction, which waits for it
    ledger.forget_deleted(before, clips_of(settings).delete)
