"""One process at a time uses a ledger that is a file, and the folder where it lies."""

import logging
from pathlib import Path

from filelock import FileLock, Timeout

from ..errors import StorageError

log = logging.getLogger(__name__)


def claim(data_dir: Path) -> FileLock:
    """Hold the folder for this process, as long as the answer is kept: a second app would take
    over the first one's jobs. Raises `StorageError` when somebody else holds it."""
    data_dir.mkdir(parents=True, exist_ok=True)
    lock = FileLock(data_dir / "in-use.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise StorageError(
            f"Another app is using {data_dir}. Stop it, or set SEEDANCE_DATA_DIR to another folder."
        ) from None
    except (OSError, NotImplementedError) as error:  # network folders may know no locks
        log.warning("%s cannot be locked (%s); start only one app on it", data_dir, error)
    return lock
