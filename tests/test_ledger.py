import sqlite3
import threading
from decimal import Decimal
from pathlib import Path

import pytest

from seedance_demo.brief import Brief
from seedance_demo.catalog import BY_ID
from seedance_demo.errors import StorageError
from seedance_demo.ledger import Job, Ledger, Payer, Phase

SEEDANCE = BY_ID["bytedance/seedance-2.0/image-to-video"]
STORY = (Phase.UPLOADING, Phase.SUBMITTING, Phase.CREATED, Phase.PROCESSING, Phase.SAVING)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ledger.sqlite")


def press(ledger: Ledger, visitor: str = "anna", prompt: str = "push in") -> Job:
    return ledger.open(Brief((Path("a.jpg"),), prompt, 5, SEEDANCE), visitor, Payer.OWNER)


def walk(ledger: Ledger, job: Job, *phases: Phase) -> Job:
    for phase in phases:
        job = ledger.advance(job.id, phase)
    return job


def test_a_press_is_on_disk_with_its_price_before_anything_is_sent(
    ledger: Ledger, tmp_path: Path
) -> None:
    job = press(ledger)
    again = Ledger(tmp_path / "ledger.sqlite").job(job.id)
    assert again == job
    assert (job.phase, job.price_usd, job.images) == (Phase.PREPARING, Decimal("1.2"), ("a.jpg",))


def test_the_same_brief_pressed_while_it_runs_is_the_same_job(ledger: Ledger) -> None:
    first = press(ledger)
    walk(ledger, first, *STORY)
    assert press(ledger).id == first.id
    ledger.advance(first.id, Phase.COMPLETED, clip="a.mp4")
    assert press(ledger).id != first.id


def test_another_visitor_or_another_prompt_is_another_job(ledger: Ledger) -> None:
    jobs = [press(ledger), press(ledger, visitor="ben"), press(ledger, prompt="pull out")]
    assert len({job.id for job in jobs}) == 3


def test_many_tabs_pressing_at_once_open_one_job(ledger: Ledger) -> None:
    ids, start = [], threading.Barrier(16)

    def tab() -> None:
        start.wait()
        ids.append(press(ledger).id)

    tabs = [threading.Thread(target=tab) for _ in range(16)]
    for thread in tabs:
        thread.start()
    for thread in tabs:
        thread.join()
    assert len(ids) == 16
    assert len(set(ids)) == 1


@pytest.mark.parametrize("phase", [Phase.UPLOADING, Phase.SUBMITTING, Phase.CREATED])
def test_phases_never_go_back_and_nothing_is_submitted_twice(ledger: Ledger, phase: Phase) -> None:
    job = walk(ledger, press(ledger), *STORY[:4])
    with pytest.raises(StorageError):
        ledger.advance(job.id, phase)
    assert ledger.job(job.id) == job


def test_a_submit_cannot_be_repeated_even_before_its_answer(ledger: Ledger) -> None:
    job = walk(ledger, press(ledger), Phase.UPLOADING, Phase.SUBMITTING)
    with pytest.raises(StorageError):
        ledger.advance(job.id, Phase.SUBMITTING)


def test_two_jobs_cannot_own_one_request(ledger: Ledger) -> None:
    one = walk(ledger, press(ledger), Phase.UPLOADING, Phase.SUBMITTING)
    two = walk(ledger, press(ledger, visitor="ben"), Phase.UPLOADING, Phase.SUBMITTING)
    ledger.advance(one.id, Phase.CREATED, request_id="r1")
    with pytest.raises(StorageError):
        ledger.advance(two.id, Phase.CREATED, request_id="r1")
    assert ledger.owns("r1")
    assert not ledger.owns("r2")


def test_a_note_says_why_a_job_waits_and_goes_when_it_moves_on(ledger: Ledger) -> None:
    job = walk(ledger, press(ledger), *STORY[:3])
    noted = ledger.note(job.id, "bad_key", "The key is not accepted.")
    assert (noted.phase, noted.error) == (Phase.CREATED, "The key is not accepted.")
    assert ledger.advance(job.id, Phase.PROCESSING).error == ""


def test_unfinished_jobs_are_the_ones_to_pick_up(ledger: Ledger) -> None:
    done, lost, running = (press(ledger, prompt=p) for p in ("a", "b", "c"))
    walk(ledger, done, *STORY, Phase.COMPLETED)
    walk(ledger, lost, Phase.UPLOADING, Phase.FAILED)
    assert [job.id for job in ledger.unfinished()] == [running.id]


def test_a_visitor_sees_only_their_own_jobs_newest_first(ledger: Ledger) -> None:
    first, second = press(ledger, prompt="a"), press(ledger, prompt="b")
    press(ledger, visitor="ben")
    assert [job.id for job in ledger.of_visitor("anna")] == [second.id, first.id]


def test_a_damaged_ledger_is_said_at_the_start(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(b"this is no database, but it is long enough to look at" * 100)
    with pytest.raises(StorageError, match=r"ledger\.sqlite cannot be used"):
        Ledger(path)


def test_a_ledger_of_another_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(StorageError, match="another version"):
        Ledger(path)


def test_a_folder_that_cannot_be_made_is_said_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match="cannot be used"):
        Ledger(tmp_path / "file" / "ledger.sqlite")
