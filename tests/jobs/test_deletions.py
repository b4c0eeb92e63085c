"""What a visitor deletes: gone at once, undone for a moment, then off the disk."""

import time
from pathlib import Path

from seedance_demo.config.settings import Settings
from seedance_demo.jobs.deletions import MOMENT, Deletions
from seedance_demo.jobs.storage import sweep
from seedance_demo.ledger import Job, Ledger, Payer

from ..waiting import until
from .test_storage import made


def start(folder: Path, moment: float) -> tuple[Ledger, Job, Path, Deletions]:
    ledger = Ledger(folder / "ledger.sqlite")
    job = made(ledger, folder, Payer.OWNER)
    deletions = Deletions(ledger, Settings(data_dir=folder), moment)
    return ledger, job, folder / "clips" / job.clip, deletions


def test_the_file_goes_when_its_moment_is_over(tmp_path: Path) -> None:
    ledger, job, clip, deletions = start(tmp_path, 0.05)
    deletions.delete(job)
    assert ledger.of_visitor("anna") == []
    until(lambda: not clip.exists())
    until(lambda: not deletions.restore(job))


def test_until_then_it_can_be_undone(tmp_path: Path) -> None:
    ledger, job, clip, deletions = start(tmp_path, MOMENT)
    deletions.delete(job)
    assert deletions.restore(job)
    sweep(ledger, Settings(data_dir=tmp_path), time.time() + MOMENT + 1)
    assert clip.exists()
    assert ledger.of_visitor("anna") == [job]


def test_a_process_that_ends_in_between_leaves_it_to_the_next(tmp_path: Path) -> None:
    ledger, job, clip, deletions = start(tmp_path, MOMENT)
    deletions.delete(job)
    sweep(ledger, Settings(data_dir=tmp_path), time.time())
    assert clip.exists(), "its moment is not over"
    sweep(ledger, Settings(data_dir=tmp_path), time.time() + MOMENT + 1)
    assert not clip.exists()
