"""Calls that block hold up nothing but their own kind, and not the end of the app."""

import asyncio
import subprocess
import sys
import threading
import time
from contextvars import ContextVar

import pytest

from seedance_demo.jobs.background import Pool

from ..faults.life import awaited
from ..waiting import comes


def test_a_pool_makes_no_more_calls_at_once_than_it_may_and_keeps_their_order() -> None:
    pool, gate = Pool("test", 2), threading.Event()
    begun: list[int] = []

    def call(n: int) -> int:
        begun.append(n)
        assert gate.wait(60)
        return n

    async def story() -> None:
        calls = [asyncio.ensure_future(pool.run(call, n)) for n in range(6)]
        await comes(lambda: len(begun) == 2)
        await asyncio.sleep(0.05)
        assert len(begun) == 2
        gate.set()
        assert await asyncio.gather(*calls) == list(range(6))
        assert sorted(begun[:2]) == [0, 1]

    awaited(story())


def test_calls_that_come_together_begin_one_after_the_other() -> None:
    pool, apart = Pool("test", 8, 0.01), 0.01

    async def story() -> None:
        zero = time.monotonic()
        begun = await asyncio.gather(*(pool.run(time.monotonic) for _ in range(8)))
        assert all(moment - zero >= n * apart - 0.001 for n, moment in enumerate(begun))

    awaited(story())


def test_what_hangs_in_one_pool_delays_no_other() -> None:
    full, other, gate = Pool("full", 3), Pool("other", 1), threading.Event()

    async def story() -> None:
        hanging = [asyncio.ensure_future(full.run(gate.wait, 60)) for _ in range(9)]
        assert await other.run(lambda: "answered") == "answered"
        assert not any(each.done() for each in hanging)
        gate.set()
        await asyncio.gather(*hanging)

    awaited(story())


def test_an_error_is_raised_where_the_call_is_awaited_and_the_pool_goes_on() -> None:
    pool = Pool("test", 1)

    async def story() -> None:
        with pytest.raises(ZeroDivisionError):
            await pool.run(lambda: 1 // 0)
        assert await pool.run(lambda: 1) == 1

    awaited(story())


def test_a_call_has_the_context_of_who_awaits_it() -> None:
    pool, asked = Pool("test", 1), ContextVar[str]("asked")

    async def story() -> None:
        for who in ("anna", "ben"):
            asked.set(who)
            assert await pool.run(asked.get) == who

    awaited(story())


def test_a_call_that_nobody_waits_for_any_more_is_not_begun() -> None:
    pool, gate, begun = Pool("test", 1), threading.Event(), list[int]()

    async def story() -> None:
        first = asyncio.ensure_future(pool.run(gate.wait, 60))
        given_up = asyncio.ensure_future(pool.run(begun.append, 1))
        await asyncio.sleep(0)
        given_up.cancel()
        await asyncio.sleep(0)
        gate.set()
        await first
        await pool.run(begun.append, 2)

    awaited(story())
    assert begun == [2]


def test_an_app_that_ends_waits_for_no_call() -> None:
    """Its own process, because that is what has to end."""
    program = (
        "import asyncio, threading\n"
        "from seedance_demo.jobs.background import Background, Pool\n"
        "begun = threading.Event()\n"
        "def hang():\n    begun.set()\n    threading.Event().wait()\n"
        "async def life():\n    await Pool('test', 1).run(hang)\n"
        "Background('jobs').start(life())\n"
        "assert begun.wait(60)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
