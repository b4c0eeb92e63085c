"""From a file into a database: nothing is lost, nothing is mixed, nothing is moved under an app."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from seedance_demo.errors import BadSetting, StorageError
from seedance_demo.ledger import Job, Ledger, Payer, Phase, Terms
from seedance_demo.ledger.__main__ import report
from seedance_demo.ledger.claim import claim
from seedance_demo.ledger.moving import Moved, move
from seedance_demo.money import from_micros

from ..apps import ROOT
from ..databases import Server
from ..faults.life import order_in

WALK = (Phase.UPLOADING, Phase.SUBMITTING, Phase.CREATED, Phase.PROCESSING, Phase.SAVING)
TEXT = '100% slow? 慢慢推近 🎬\nit\'s \\ "quoted"'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A ledger with one of everything."""
    path = tmp_path / "ledger.sqlite"
    with closing(Ledger(path)) as ledger:
        mark = ledger.hash_address("203.0.113.7")
        paid = ledger.open(order_in(tmp_path, TEXT), "anna", Payer.OWNER, Terms(account=mark))
        for phase in WALK:
            facts = {"request_id": "task-1"} if phase is Phase.CREATED else {}
            ledger.advance(paid.id, phase, **facts)
        ledger.advance(paid.id, Phase.COMPLETED, clip="a.mp4", nsfw=True, inference_ms=1 << 40)
        ledger.charge(paid.id, from_micros(1_150_001))
        own = ledger.open(order_in(tmp_path, "own key"), "ben", Payer.VISITOR)
        ledger.advance(own.id, Phase.UPLOADING)
        ledger.advance(own.id, Phase.SUBMITTING, uploads=["https://cdn.example/1.jpg"])
        ledger.note(own.id, "needs_key", "Enter the key.")
        free = ledger.open(order_in(tmp_path, "free"), "anna", Payer.NOBODY)
        ledger.lay_beside(free.id, paid.id)
        ledger.advance(free.id, Phase.FAILED, error_code="stopped", error="It stopped.")
        ledger.delete(free.id)
    return path


def everything(where: Path | str) -> tuple[list[Job], list[dict[Phase, float]], str, str]:
    """All jobs, when their phases began, a mark by the salt, and what was used."""
    with closing(Ledger(where)) as ledger:
        jobs = ledger._jobs("TRUE ORDER BY opened_at")
        steps = [ledger.began(job.id) for job in jobs]
        return jobs, steps, ledger.hash_address("203.0.113.7"), str(ledger.used("anna", ""))


def sums(where: Path | str) -> str:
    """What `python -m seedance_demo.ledger` prints."""
    with closing(Ledger(where)) as ledger:
        return report(ledger.charges(0))


def test_all_of_it_is_carried_over_and_the_file_stays(
    file: Path, postgresql: Server, tmp_path: Path
) -> None:
    address, before, paid = postgresql.new_schema(), everything(file), sums(file)
    env = {"SEEDANCE_DATA_DIR": str(tmp_path), "SEEDANCE_DATABASE": address}
    command = [sys.executable, "-m", "seedance_demo.ledger", "--copy-from", str(file)]
    said = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert said.stdout.startswith(f"3 jobs and {sum(map(len, before[1]))} of their steps")
    assert everything(address) == before == everything(file)
    assert sums(address) == paid == sums(file)
    assert "$1.15" in paid


def test_a_database_with_jobs_is_left_alone(file: Path, postgresql: Server, tmp_path: Path) -> None:
    address = postgresql.new_schema()
    with closing(Ledger(address)) as ledger:
        ledger.open(order_in(tmp_path), "carla", Payer.OWNER)
    before = everything(address)
    with pytest.raises(StorageError, match=r"jobs already\. Nothing was copied"):
        move(file, address)
    assert everything(address) == before


def test_what_cannot_be_carried_over_whole_is_not_carried_over(
    file: Path, postgresql: Server
) -> None:
    address = postgresql.new_schema()
    with closing(Ledger(address)) as ledger, ledger._transaction() as db:
        db.execute("ALTER TABLE steps ADD CHECK (phase <> 'saving')")
    empty = everything(address)
    with pytest.raises(StorageError):
        move(file, address)
    assert everything(address) == empty


def test_a_ledger_that_an_app_uses_is_not_moved(file: Path, postgresql: Server) -> None:
    address, held = postgresql.new_schema(), claim(file.parent)
    with pytest.raises(StorageError, match="Another app is using"):
        move(file, address)
    held.release()
    assert move(file, address) == Moved(3, 12)


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path, postgresql: Server) -> None:
    with pytest.raises(BadSetting, match=r"no ledger .*nothing\.sqlite"):
        move(tmp_path / "nothing.sqlite", postgresql.new_schema())
    assert list(tmp_path.iterdir()) == []
