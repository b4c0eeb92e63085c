"""What takes seconds is done in turn, and no kind of it holds up another."""

import asyncio
import threading

from seedance_demo.accounts.visitor import Visitor
from seedance_demo.ui.handlers.fair_work import AT_ONCE, FairWork

from ...faults.life import awaited

ANNA, BEN = Visitor("a" * 32, "address:a"), Visitor("b" * 32, "address:b")


def test_hosts_that_hang_hold_up_no_decoder() -> None:
    async def story() -> str:
        fetch, decode, over = FairWork("fetch"), FairWork("decode"), threading.Event()
        hanging = [asyncio.ensure_future(fetch.run(ANNA, over.wait)) for _ in range(AT_ONCE + 2)]
        read = await decode.run(ANNA, lambda: "read")
        over.set()
        await asyncio.gather(*hanging)
        return read

    assert awaited(story()) == "read"


def test_whoever_brings_one_waits_for_one_of_who_brings_many() -> None:
    async def story() -> list[str]:
        work, over, done = FairWork("decode"), threading.Event(), list[str]()

        async def bring(visitor: Visitor, name: str) -> None:
            await work.run(visitor, over.wait)
            done.append(name)

        brought = [asyncio.ensure_future(bring(ANNA, f"a{n}")) for n in range(8)]
        await asyncio.sleep(0)
        brought.append(asyncio.ensure_future(bring(BEN, "b")))
        await asyncio.sleep(0)
        over.set()
        await asyncio.gather(*brought)
        return done

    assert awaited(story()).index("b") <= 2 * AT_ONCE
