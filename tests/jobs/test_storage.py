import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from seedance_demo.catalog import ANIMATIC, BY_ID
from seedance_demo.config.settings import Settings
from seedance_demo.errors import BadSetting, StorageError
from seedance_demo.jobs import storage
from seedance_demo.jobs.storage import KEEP_SECONDS, check_apart, check_ready, sweep
from seedance_demo.jobs.timing import KEPT_BY_PROVIDER
from seedance_demo.ledger import DAY, Job, Ledger, Payer, Phase, Terms, leases
from seedance_demo.orders.brief import Brief
from seedance_demo.orders.order import place

from ..apps import ROOT, free_port, running_app
from ..databases import Server
from ..waiting import until

STORY = (Phase.UPLOADING, Phase.SUBMITTING, Phase.CREATED, Phase.SAVING)
SEEDANCE = BY_ID["bytedance/seedance-2.0/image-to-video"]


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ledger.sqlite")


def made(ledger: Ledger, folder: Path, payer: Payer, *, done: bool = True) -> Job:
    """A job with its picture and, when done, its clip on the disk."""
    picture, clip = folder / f"pictures/{payer}.jpg", folder / f"clips/{payer}.mp4"
    for path in (picture, clip):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    model = BY_ID[ANIMATIC] if payer is Payer.NOBODY else SEEDANCE
    terms = Terms("address:home")
    job = ledger.open(place(Brief((picture,), "push in", 5, model)), "anna", payer, terms)
    for phase in STORY:
        job = ledger.advance(job.id, phase)
    return ledger.advance(job.id, Phase.COMPLETED, clip=clip.name) if done else job


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def grow_old(folder: Path) -> None:
    old = time.time() - KEEP_SECONDS
    for path in folder.rglob("*"):
        os.utime(path, (old, old))


def test_after_a_week_animatics_and_pictures_go_and_paid_clips_stay(
    ledger: Ledger, tmp_path: Path
) -> None:
    animatic, paid = (made(ledger, tmp_path, each) for each in (Payer.NOBODY, Payer.OWNER))
    grow_old(tmp_path)
    sweep(ledger, Settings(data_dir=tmp_path), time.time())
    assert names(tmp_path / "clips") == {"nobody.mp4", "owner.mp4"}, "their time is not over"
    sweep(ledger, Settings(data_dir=tmp_path), time.time() + KEEP_SECONDS + 60)
    assert names(tmp_path / "clips") == {"owner.mp4"}
    assert names(tmp_path / "pictures") == set()
    assert [job.id for job in ledger.of_visitor("anna")] == [paid.id]
    assert ledger.job(animatic.id) is not None


def test_the_beginnings_of_clips_go_when_the_provider_has_deleted_the_rest(
    ledger: Ledger, tmp_path: Path
) -> None:
    made(ledger, tmp_path, Payer.OWNER)
    (tmp_path / "clips" / ".seedance-a.1f.part").write_bytes(b"half")
    sweep(ledger, Settings(data_dir=tmp_path), time.time() + KEPT_BY_PROVIDER - 60)
    assert names(tmp_path / "clips") == {"owner.mp4", ".seedance-a.1f.part"}
    sweep(ledger, Settings(data_dir=tmp_path), time.time() + KEPT_BY_PROVIDER + 60)
    assert names(tmp_path / "clips") == {"owner.mp4"}


def test_the_pictures_of_a_job_that_goes_on_stay(ledger: Ledger, tmp_path: Path) -> None:
    made(ledger, tmp_path, Payer.OWNER, done=False)
    grow_old(tmp_path)
    sweep(ledger, Settings(data_dir=tmp_path), time.time() + 60)
    assert names(tmp_path / "pictures") == {"owner.jpg"}


def test_after_a_day_nothing_tells_where_a_visitor_came_from(
    ledger: Ledger, tmp_path: Path
) -> None:
    job = made(ledger, tmp_path, Payer.OWNER)
    sweep(ledger, Settings(data_dir=tmp_path), time.time())
    assert ledger.job(job.id).account == "address:home"  # type: ignore[union-attr]
    sweep(ledger, Settings(data_dir=tmp_path), time.time() + DAY + 60)
    assert ledger.job(job.id).account == ""  # type: ignore[union-attr]


def test_of_several_processes_one_sweeps_and_another_when_that_one_lives_no_more(
    postgresql: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, settings = postgresql.new_schema(), Settings(data_dir=tmp_path)
    one, two = Ledger(address), Ledger(address)
    picture, cached = tmp_path / "pictures/old.jpg", tmp_path / "cache/old"

    def swept(by: Ledger) -> list[bool]:
        """Whether what all share is gone, and what is this machine's own."""
        for path in (picture, cached):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(b"x")
        grow_old(tmp_path)
        sweep(by, settings, time.time() + 60)
        return [not path.exists() for path in (picture, cached)]

    assert swept(one) == [True, True]
    assert swept(two) == [False, True]
    assert swept(one) == [True, True], "again, at its next hour"
    monkeypatch.setattr(leases, "STALLED", 0.5)

    def taken_over() -> bool:
        assert isinstance(two.leases, leases.SharedLeases)
        two.leases.beat()
        return swept(two)[0]

    until(taken_over)  # the first tells no more that it lives
    one.close()
    two.close()


@pytest.mark.parametrize(
    ("floor", "setting"),
    [("MIN_FREE_BYTES", "SEEDANCE_DATA_DIR"), ("MIN_FREE_TEMP", "GRADIO_TEMP_DIR")],
)
def test_either_disk_full_takes_nothing_new_and_says_so(
    tmp_path: Path, floor: str, setting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, temp = Settings(data_dir=tmp_path / "data"), tmp_path / "temp"
    check_ready(settings, temp)
    monkeypatch.setattr(storage, floor, 1 << 62)
    with pytest.raises(StorageError, match=rf"full \({setting}\).* Nothing was charged"):
        check_ready(settings, temp)
    assert not storage.has_room(settings, temp)


@pytest.mark.parametrize("folder", ["data/clips", "data/pictures", "temp"])
def test_a_folder_that_takes_no_files_is_found_before_the_money(
    tmp_path: Path, folder: str
) -> None:
    (tmp_path / folder).parent.mkdir(exist_ok=True)
    (tmp_path / folder).write_text("a file where the folder should be")
    name = Path(folder).name
    with pytest.raises(StorageError, match=rf"folder {name} of .* takes no files.*Nothing was"):
        check_ready(Settings(data_dir=tmp_path / "data"), tmp_path / "temp")


def test_the_check_of_the_folders_leaves_nothing_behind(tmp_path: Path) -> None:
    settings, temp = Settings(data_dir=tmp_path / "data"), tmp_path / "temp"
    check_ready(settings, temp)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("data", "temp", "apart"),
    [
        ("a", "b", True),
        ("a", "ab", True),
        ("a", "a", False),
        ("a", "a/b", False),
        ("a/b", "a", False),
    ],
)
def test_data_and_what_pages_are_served_from_lie_apart(
    tmp_path: Path, data: str, temp: str, apart: bool
) -> None:
    if apart:
        check_apart(tmp_path / data, tmp_path / temp)
    else:
        with pytest.raises(BadSetting, match="GRADIO_TEMP_DIR"):
            check_apart(tmp_path / data, tmp_path / temp)


@pytest.mark.slow
def test_a_second_app_on_the_same_folder_says_so_and_does_not_start(tmp_path: Path) -> None:
    with running_app(tmp_path / "data") as first:
        command = [sys.executable, str(ROOT / "app.py"), "--port", str(free_port())]
        env = os.environ | {"SEEDANCE_DATA_DIR": str(first.data_dir)}
        second = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)
    assert second.returncode == 1
    assert f"Another app is using {first.data_dir}" in second.stderr
    assert "Traceback" not in second.stderr
