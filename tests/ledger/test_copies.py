"""Copies of the ledger where no database can live, and what a start makes of them."""

import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from seedance_demo.catalog import BY_ID
from seedance_demo.errors import StorageError
from seedance_demo.ledger import Job, Ledger, Payer, Phase
from seedance_demo.ledger.copies import NAMES, Copies
from seedance_demo.orders.brief import Brief
from seedance_demo.orders.order import place

from ..waiting import until

MODEL = BY_ID["bytedance/seedance-2.0/image-to-video"]
STORY = (Phase.UPLOADING, Phase.SUBMITTING, Phase.CREATED, Phase.SAVING, Phase.COMPLETED)


@dataclass
class Space:
    """A container of which nothing lasts but the mount."""

    mount: Path
    disk: Path

    @property
    def live(self) -> Path:
        return self.disk / "ledger.sqlite"

    def start(self) -> Ledger:
        return Ledger(self.live, self.mount)

    def restarted(self) -> Ledger:
        """On a new machine, by what the mount holds."""
        self.disk = self.disk.with_name(f"{self.disk.name}+")
        return self.start()

    def copies(self) -> list[Path]:
        return sorted(self.mount.glob("ledger-*"))


@pytest.fixture
def space(tmp_path: Path) -> Space:
    (tmp_path / "mount" / "clips").mkdir(parents=True)
    return Space(tmp_path / "mount", tmp_path / "disk")


def press(ledger: Ledger, prompt: str, *phases: Phase, **facts: object) -> Job:
    order = place(Brief((Path("a.jpg"),), prompt, 5, MODEL))
    job = ledger.open(order, "anna", Payer.OWNER)
    for phase in phases:
        job = ledger.advance(job.id, phase, **(facts if phase is phases[-1] else {}))
    return job


def phases(ledger: Ledger) -> dict[str, Phase]:
    return {job.prompt: job.phase for job in ledger.of_visitor("anna")}


def test_what_was_written_comes_back_on_a_new_machine(space: Space) -> None:
    ledger = space.start()
    job = press(ledger, "a", *STORY[:3], request_id="task-1")
    mark = ledger.hash_address("1.2.3.4")
    ledger.close()
    again = space.restarted()
    assert again.job(job.id) == job
    assert again.began(job.id) == ledger.began(job.id)
    assert again.hash_address("1.2.3.4") == mark


def test_copies_come_by_themselves_and_in_turn(space: Space) -> None:
    ledger = space.start()
    press(ledger, "a")

    def copied(prompt: str) -> Callable[[], bool]:
        def known() -> bool:
            found = [path for path in space.copies() if not path.name.startswith(".")]
            return any(prompt in _prompts(path) for path in found)

        return known

    until(copied("a"))
    press(ledger, "b")
    until(copied("b"))
    assert [path.name for path in space.copies()] == list(NAMES)
    for path in space.copies():
        assert path.read_bytes()[18:20] == b"\1\1", "no journal belongs to it"


def _prompts(path: Path) -> list[str]:
    with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as db:
        return [row[0] for row in db.execute("SELECT prompt FROM jobs")]


def _version(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0


def test_the_copy_that_was_taken_stays_until_there_is_a_newer_one(space: Space) -> None:
    ledger = Ledger(space.live)
    copies = Copies(space.live, space.mount)
    for prompt in ("a", "b", "c"):
        press(ledger, prompt)
        copies.now()
    assert sorted(len(_prompts(path)) for path in space.copies()) == [2, 3]
    space.disk = space.disk.with_name("new")
    again = Copies(space.live, space.mount)
    again.take_back()
    press(Ledger(space.live), "d")
    again.now()
    assert sorted(len(_prompts(path)) for path in space.copies()) == [3, 4]


def test_no_database_is_ever_opened_on_the_mount(space: Space) -> None:
    ledger = space.start()
    press(ledger, "a")
    ledger.close()
    space.restarted().close()
    assert {path.name for path in space.mount.iterdir()} <= {*NAMES, "clips"}


@pytest.mark.parametrize("damage", ["half", "empty", "garbage", "a page of zeros"])
def test_the_newest_sound_copy_is_taken(space: Space, damage: str) -> None:
    ledger = space.start()
    press(ledger, "a")
    ledger.close()
    until(lambda: len(space.copies()) == 2)
    press(ledger, "b")
    ledger.close()
    newest = max(space.copies(), key=lambda path: len(_prompts(path)))
    whole = newest.read_bytes()
    newest.write_bytes(
        {
            "half": whole[: len(whole) // 2],
            "empty": b"",
            "garbage": b"not a database" * 999,
            "a page of zeros": whole[:4096] + bytes(4096) + whole[8192:],
        }[damage]
    )
    assert phases(space.restarted()).keys() >= {"a"}


def test_a_ledger_is_not_begun_anew_when_copies_cannot_be_read(space: Space) -> None:
    for name in NAMES:
        (space.mount / name).write_bytes(b"torn")
    with pytest.raises(StorageError, match="None of the ledger's copies"):
        space.start()
    assert not space.live.exists()


def test_this_machines_own_ledger_is_newer_than_any_copy(space: Space) -> None:
    ledger = space.start()
    ledger.close()
    with closing(sqlite3.connect(space.live)) as db, db:  # and no copy of it is made
        db.execute("CREATE TABLE ours (x)")
    space.start()
    with closing(sqlite3.connect(space.live)) as db:
        assert db.execute("SELECT count(*) FROM ours").fetchone() == (0,)


def test_a_ledger_that_lived_on_the_mount_is_taken_over(space: Space) -> None:
    place = space.mount / "ledger.sqlite"
    old = Ledger(place)
    with closing(sqlite3.connect(place)) as reading:  # what is new stays in the journal
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM jobs").fetchone()
        job = press(old, "a", *STORY[:3], request_id="task-1")
        assert place.with_name("ledger.sqlite-wal").stat().st_size
        assert space.start().job(job.id) == job


def test_after_a_stop_a_request_may_have_left(space: Space) -> None:
    """What happened after the copy was made nobody knows: it is not told as free."""
    ledger = space.start()
    press(ledger, "opened")
    press(ledger, "uploading", Phase.UPLOADING)
    press(ledger, "made", *STORY[:3], request_id="task-1")
    free = ledger.open(
        place(Brief((Path("a.jpg"),), "free", 5, BY_ID["local/animatic"])), "anna", Payer.NOBODY
    )
    ledger.close()
    assert phases(space.restarted()) == {
        "opened": Phase.SUBMITTING,
        "uploading": Phase.SUBMITTING,
        "made": Phase.CREATED,
        "free": free.phase,
    }


def test_a_clip_that_did_not_get_through_is_fetched_again(space: Space) -> None:
    ledger = space.start()
    press(ledger, "there", *STORY, clip="there.mp4")
    press(ledger, "lost", *STORY, clip="lost.mp4")
    deleted = press(ledger, "deleted", *STORY, clip="deleted.mp4")
    ledger.forget_clip(deleted.id)
    (space.mount / "clips" / "there.mp4").touch()
    ledger.close()
    again = space.restarted()
    assert phases(again) == {"there": Phase.COMPLETED, "lost": Phase.SAVING}
    (lost,) = again.unfinished()
    assert (lost.clip, lost.ended_at) == ("", None)


def test_a_mount_that_takes_nothing_is_told_once_and_tried_again(
    space: Space, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("seedance_demo.ledger.copies.PAUSE", 0.01)
    space.mount.rename(space.mount.with_name("away"))
    space.mount.write_text("no folder")
    with caplog.at_level(logging.ERROR):
        ledger = space.start()
        press(ledger, "a")
        first = until(lambda: _version(space.disk / "ledger-copy.sqlite"))
        second = until(lambda: _version(space.disk / "ledger-copy.sqlite") - first)
        until(lambda: _version(space.disk / "ledger-copy.sqlite") - first - second)
        until(lambda: "could not be copied" in caplog.text)
    assert caplog.text.count("could not be copied") == 1
    space.mount.unlink()
    until(lambda: space.mount.exists() and any("a" in _prompts(path) for path in space.copies()))


def test_copies_of_a_process_that_ends_late_do_not_come_before_those_of_the_next(
    space: Space,
) -> None:
    before, after = Copies(space.live, space.mount), Copies(space.live, space.mount)
    ledger = Ledger(space.live)
    for _ in range(4):
        before.now()
    press(ledger, "a")
    after.now()
    assert phases(space.restarted()).keys() == {"a"}
