"""Who listens hears what is told, from any thread and of nothing else."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from seedance_demo.ledger import Ledger, Payer, Phase
from seedance_demo.ledger.changes import Changes

from ..faults.life import awaited, order_in

AT_ONCE, SOON = 0.01, 30


def test_what_is_told_by_any_thread_is_heard_by_all_who_listen() -> None:
    changes = Changes()

    async def story() -> None:
        with changes.heard("a") as one, changes.heard("a", "b") as two, changes.heard("c") as other:
            threading.Thread(target=changes.tell, args=("a",)).start()
            assert await one.come(SOON)
            assert await two.come(SOON)
            assert not await other.come(AT_ONCE)
            assert not await one.come(AT_ONCE), "what was heard once is old"

    awaited(story())


def test_what_is_told_while_nobody_waits_is_not_missed() -> None:
    changes = Changes()

    async def story() -> None:
        with changes.heard("a") as news:
            changes.tell("a")
            changes.tell("a")
            await asyncio.sleep(0)
            assert await news.come(AT_ONCE)
            assert not await news.come(AT_ONCE)

    awaited(story())


def test_nothing_is_kept_of_who_has_gone_even_with_their_loop() -> None:
    changes = Changes()

    async def story() -> None:
        with changes.heard("a", "b"):
            pass

    async def vanish() -> None:
        changes.heard("a").__enter__()

    awaited(story())
    assert not changes._listening
    awaited(vanish())
    changes.tell("a")


@pytest.mark.parametrize(
    "write",
    [
        lambda ledger, job: ledger.advance(job, Phase.UPLOADING),
        lambda ledger, job: ledger.note(job, "busy", "It waits."),
        lambda ledger, job: ledger.charge(job, 1),
        lambda ledger, job: ledger.forget_clip(job),
        lambda ledger, job: ledger.delete(job),
        lambda ledger, job: ledger.restore(job),
    ],
)
def test_whatever_is_written_about_a_job_is_told(
    tmp_path: Path, write: Callable[[Ledger, str], object]
) -> None:
    ledger = Ledger(tmp_path / "ledger.sqlite")
    job = ledger.open(order_in(tmp_path), "anna", Payer.OWNER)

    async def story() -> None:
        with ledger.changes.heard(job.id) as news:
            write(ledger, job.id)
            assert await news.come(AT_ONCE)

    awaited(story())


def test_who_follows_a_clip_hears_of_its_animatic(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.sqlite")
    order = order_in(tmp_path)
    clip = ledger.open(order, "anna", Payer.OWNER)

    async def story() -> None:
        with ledger.changes.heard(clip.brief) as news:
            ledger.note(clip.id, "busy", "A paid one is nobody's animatic.")
            assert not await news.come(AT_ONCE)
            ledger.open(order, "ben", Payer.NOBODY)
            assert not await news.come(AT_ONCE), "nor is somebody else's"
            ledger.open(order, "anna", Payer.NOBODY)
            assert await news.come(AT_ONCE)

    awaited(story())
