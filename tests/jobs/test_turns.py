"""Turns go round among those who wait."""

import asyncio
from contextlib import suppress

from seedance_demo.jobs.turns import Turns

from ..faults.life import awaited


class Line:
    """Requests at `places`, each of which stays until it is let go."""

    def __init__(self, places: int) -> None:
        self.turns, self.began = Turns(places), list[str]()
        self._ends: dict[str, asyncio.Event] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def ask(self, *names: str) -> None:
        """Whose request it is, is the first letter of its name."""
        for name in names:
            self._ends[name] = asyncio.Event()
            self._tasks[name] = asyncio.ensure_future(self._stay(name))
            await settle()

    async def _stay(self, name: str) -> None:
        async with self.turns.turn(name[0], name):
            self.began.append(name)
            await self._ends[name].wait()

    async def end(self, *names: str) -> None:
        for name in names:
            self._ends[name].set()
            await settle()

    async def cancel(self, name: str) -> None:
        self._tasks[name].cancel()
        with suppress(asyncio.CancelledError):
            await self._tasks[name]


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def test_whoever_asks_for_many_delays_others_by_one() -> None:
    async def story() -> None:
        line = Line(1)
        await line.ask(*(f"a{n}" for n in range(9)), "b0", "c0", "b1")
        for name in ("a0", "a1", "b0", "c0", "a2", "b1"):
            await line.end(name)
        assert line.began == ["a0", "a1", "b0", "c0", "a2", "b1", "a3"]

    awaited(story())


def test_places_are_all_used_and_never_more() -> None:
    async def story() -> None:
        line = Line(2)
        await line.ask("a0", "a1", "a2")
        assert line.began == ["a0", "a1"]
        await line.end("a1", "a0", "a2")
        await line.ask("a3", "a4", "a5")
        assert line.began == ["a0", "a1", "a2", "a3", "a4"]

    awaited(story())


def test_it_is_known_how_many_come_before() -> None:
    async def story() -> None:
        line = Line(1)
        await line.ask("a0", "a1", "a2", "b0")
        ahead = {name: line.turns.ahead(name) for name in ("a0", "a1", "b0", "a2", "none")}
        assert ahead == {"a0": None, "a1": 0, "b0": 1, "a2": 2, "none": None}

    awaited(story())


def test_who_gives_up_or_is_cancelled_leaves_no_gap() -> None:
    async def story() -> None:
        line = Line(1)
        await line.ask("a0", "a1", "b0", "c0")
        assert line.turns.give_up("a1")
        assert not line.turns.give_up("a0"), "it has begun"
        assert not line.turns.give_up("none")
        await line.cancel("b0")
        assert line.turns.ahead("c0") == 0
        await line.cancel("a0")
        await settle()
        assert line.began == ["a0", "c0"]

    awaited(story())


def test_a_place_that_was_given_to_who_is_cancelled_just_then_is_not_lost() -> None:
    async def story() -> None:
        line = Line(1)
        await line.ask("a0", "b0", "c0")
        line._ends["a0"].set()
        await asyncio.sleep(0)
        await line.cancel("b0")
        await settle()
        assert "c0" in line.began

    awaited(story())
