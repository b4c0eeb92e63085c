"""Disk space: refuses work when the disk is full, removes old files.

Pictures and animatics are kept for a week. Paid clips stay until their owner deletes them.
"""

import logging
import shutil
import threading
import time
from pathlib import Path

from ..config.settings import Settings
from ..errors import BadSetting, StorageError
from ..ledger import DAY, Ledger
from .clips import WHOLE
from .deletions import MOMENT, remove_deleted
from .files import arriving, clips_of, older, pictures_of, write_probe
from .timing import KEPT_BY_PROVIDER

log = logging.getLogger(__name__)
KEEP_SECONDS = 7 * DAY
HOUR = 3600
MIN_FREE_BYTES = 512 << 20  # bytes that stay free, so that clips already paid for find a place
MIN_FREE_TEMP = 128 << 20  # bytes where Gradio puts uploads, and copies of clips to show
SWEEP = "sweep"  # the lease of who sweeps for all


def check_apart(data_dir: Path, temp: Path) -> None:
    """Raises `BadSetting` when the data folder and Gradio's temporary one lie in each other: pages
    would be refused their clips, or given the ledger."""
    one, other = data_dir.resolve(), temp.resolve()
    if one.is_relative_to(other) or other.is_relative_to(one):
        raise BadSetting(
            f"SEEDANCE_DATA_DIR ({one}) and GRADIO_TEMP_DIR ({other}) lie in each other: set one "
            "of them to a folder of its own."
        )


def check_ready(settings: Settings, temp: Path) -> None:
    """Raises `StorageError` unless what is asked for now could be kept in the end, and shown from
    Gradio's `temp`: both disks have room, and the folders take files. Before the money."""
    if full := _nearly_full(settings, temp):
        raise StorageError(
            f"The server's disk is nearly full ({full}), so nothing new is started. Nothing was "
            "charged; clips that are on their way still arrive."
        )
    for folder in (settings.work, arriving(settings), settings.clips, settings.pictures, temp):
        _check_writable(folder)
    if settings.bucket:
        _check_bucket(settings)


def _check_bucket(settings: Settings) -> None:
    try:
        clips_of(settings).check()
    except StorageError as error:
        raise StorageError(f"{error} Nothing new is started, and nothing was charged.") from None


def _check_writable(folder: Path) -> None:
    try:
        write_probe(folder)
    except OSError as error:
        log.error("%s takes no files: %s", folder, error)
        raise StorageError(
            f"The folder {folder.name} of this page takes no files ({error.strerror}), so nothing "
            "new is started. Nothing was charged; whoever runs the page has to make it writable."
        ) from None


def has_room(settings: Settings, temp: Path) -> bool:
    """Whether both disks, which may be one, take more than what is on its way."""
    return not _nearly_full(settings, temp)


def _nearly_full(settings: Settings, temp: Path) -> str:
    """The setting whose folder lies on a disk without room; no path, because visitors read it."""
    if not all(_has_space(each, MIN_FREE_BYTES) for each in (settings.work, settings.data_dir)):
        return "SEEDANCE_DATA_DIR"
    return "" if _has_space(temp, MIN_FREE_TEMP) else "GRADIO_TEMP_DIR"


def _has_space(folder: Path, floor: int) -> bool:
    """Whether `floor` bytes are free where `folder` lies, or will lie."""
    there = next(each for each in (folder, *folder.parents) if each.exists())
    return shutil.disk_usage(there).free >= floor


def keep_clean(ledger: Ledger, settings: Settings) -> None:
    """Sweep now and every hour, in a thread that ends with the process."""

    def run() -> None:
        while True:
            try:
                sweep(ledger, settings, time.time())
            except (OSError, StorageError) as error:
                log.warning("cleaning up: %s", error)
            time.sleep(HOUR)

    threading.Thread(target=run, name="sweep", daemon=True).start()


def sweep(ledger: Ledger, settings: Settings, now: float) -> None:
    """Remove what is older than its time, and forget the addresses that no limit needs any more.
    What several processes share one of them sweeps, until it lives no more."""
    _sweep_this_machine(settings, now)
    if ledger.leases.take(SWEEP):
        _sweep_for_all(ledger, settings, now)


def _sweep_for_all(ledger: Ledger, settings: Settings, now: float) -> None:
    clips, pictures = clips_of(settings), pictures_of(settings)
    ledger.forget_addresses(now - DAY)
    remove_deleted(ledger, settings, now - MOMENT)
    for job in ledger.old_animatics(now - KEEP_SECONDS):
        for name in (job.clip, *ledger.forget_joined(job.id)):
            clips.delete(name)
        ledger.forget_clip(job.id)
    needed = {name for job in ledger.unfinished() for name in job.images}
    for name in pictures.old(now - KEEP_SECONDS):
        if name not in needed:
            pictures.delete(name)


def _sweep_this_machine(settings: Settings, now: float) -> None:
    clips_of(settings).tidy()
    pictures_of(settings).tidy()
    for path in older(settings.cache, now - KEEP_SECONDS):
        path.unlink(missing_ok=True)
    for path in older(arriving(settings), now - KEPT_BY_PROVIDER):
        is_whole = path.stem.endswith(f".{WHOLE}")  # else the provider has deleted the rest of it
        if path.name.startswith(".") and not is_whole:
            path.unlink(missing_ok=True)
