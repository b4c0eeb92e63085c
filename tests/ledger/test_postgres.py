"""The ledger's database on another machine: away, restarted, held up, and its address a secret."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from seedance_demo.errors import BadSetting, SeedanceError, StorageError
from seedance_demo.ledger import Ledger, Payer, Phase, postgres

from ..apps import ROOT
from ..databases import Server
from ..faults.life import awaited, order_in

WORD = "canary"


@pytest.fixture
def address(postgresql: Server) -> str:
    return postgresql.new_schema()


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    with closing(Ledger(address)) as opened:
        yield opened


@pytest.mark.parametrize(
    "address",
    [
        *(f"postgresql://anna:{WORD}{sign}x@db/name" for sign in ("@", "/", "?", "#", "%zz", " ")),
        *(f"mysql://anna:{WORD}@db/name", f"host=db password={WORD}", f"//anna:{WORD}@db"),
        *(f"postgresql://anna:{WORD}@db:port/x", f"postgres://anna:{WORD}@db/x?{WORD}=1"),
        f"postgresql://anna:{WORD}@db/x?sslmode={WORD}",
        f"postgresql://anna:{WORD}@127.0.0.1:9/name",
        f"postgresql://anna@127.0.0.1:9/name?password={WORD}",
        f"postgresql://anna:{WORD}@no-such-host.invalid,[::1]:9/name?connect_timeout=1",
    ],
)
def test_an_address_that_does_not_work_is_a_sentence_without_its_password(
    address: str, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(SeedanceError, match="SEEDANCE_DATABASE") as caught:
        Ledger(address)
    assert isinstance(caught.value, BadSetting | StorageError)
    assert "\n" not in str(caught.value)
    assert WORD not in f"{caught.value} {caplog.text}"
    assert caught.value.__cause__ is None


def test_who_has_no_such_address_imports_nothing_for_it() -> None:
    """Of its packages: nobody needs them, or waits for them."""
    said = "import sys, app, seedance_demo.worker; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", said], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert "seedance_demo.ledger.leases" in loaded
    assert not {"psycopg", "psycopg_pool"} & set(loaded)


def test_tables_of_another_version_are_left_alone(ledger: Ledger, address: str) -> None:
    with ledger._transaction() as db:
        db.execute("UPDATE version SET number = 99")
    with pytest.raises(StorageError, match="another version"):
        Ledger(address)


def test_whatever_text_a_provider_answers_is_written(ledger: Ledger, tmp_path: Path) -> None:
    job = ledger.open(order_in(tmp_path, "100% slow? 慢慢推近 🎬"), "anna", Payer.OWNER)
    assert job.prompt == "100% slow? 慢慢推近 🎬"
    assert ledger.note(job.id, "a\0b", "No: \0, %s and ?").error == "No: \ufffd, %s and ?"


def test_who_stops_between_two_steps_holds_nobody_up(
    ledger: Ledger, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a process does whose machine is put to sleep: what it began is undone."""
    monkeypatch.setattr(postgres, "PATIENCE", 1)
    job = ledger.open(order_in(tmp_path), "anna", Payer.OWNER)

    def stop_inside() -> None:
        with ledger._transaction() as db:
            db.execute("UPDATE jobs SET phase = 'failed'")
            monkeypatch.undo()
            with closing(Ledger(address)) as other:
                assert other.advance(job.id, Phase.UPLOADING).phase is Phase.UPLOADING

    with pytest.raises(StorageError):
        stop_inside()


def test_what_one_process_writes_another_hears(
    ledger: Ledger, address: str, tmp_path: Path
) -> None:
    job = ledger.open(order_in(tmp_path), "anna", Payer.OWNER)

    async def story() -> None:
        with closing(Ledger(address)) as other, other.changes.heard(job.id, job.brief) as news:
            while not await news.come(0.2):  # until it listens
                ledger.changes.tell(job.id)
            ledger.advance(job.id, Phase.UPLOADING)
            assert await news.come(30)
            ledger.open(order_in(tmp_path), "anna", Payer.NOBODY)
            assert await news.come(30)
            ledger.changes.tell("another job")
            other.changes.tell("another job")
            assert not await news.come(0.5), "nor its own words again"

    awaited(story())


def test_after_a_restart_of_the_server_everybody_looks_again(
    postgresql: Server, ledger: Ledger, tmp_path: Path
) -> None:
    job = ledger.open(order_in(tmp_path), "anna", Payer.OWNER)

    async def story() -> None:
        with ledger.changes.heard(job.id) as news:
            postgresql.stop()
            postgresql.start()
            assert await news.come(30)

    awaited(story())
    assert ledger.advance(job.id, Phase.UPLOADING).phase is Phase.UPLOADING
