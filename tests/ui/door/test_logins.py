"""Guesses at a password are slowed, never locked, and told."""

import asyncio
from contextlib import closing
from typing import Any

import pytest
from starlette.exceptions import HTTPException

from seedance_demo.ledger import Ledger
from seedance_demo.ledger.counts import Counts
from seedance_demo.ui.door import logins
from seedance_demo.ui.door.logins import LONGEST_FOR_NAME, LONGEST_PAUSE, Failures, LoginCheck

from ...databases import Server
from ...faults.life import awaited
from ...logs import said

KNOWN = (("carla", "pässword:1"), ("ben", "b"))


class Door:
    """A check whose pauses pass at once, and are written down."""

    def __init__(self, failures: Counts[Failures] | None = None) -> None:
        self.now, self.pauses = 1000.0, list[float]()
        counts = failures or Counts(Failures)
        self.check = LoginCheck(KNOWN, counts, sleep=self._sleep, clock=lambda: self.now)

    async def _sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        await asyncio.sleep(0)

    async def enter(self, name: str, password: str, address: str = "9.9.9.9") -> bool:
        """As a request to /login from an address."""
        answer = list[bool]()

        async def app(_scope: Any, _receive: Any, _send: Any) -> None:
            answer.append(await self.check.check(name, password))

        scope = {"type": "http", "path": "/login/", "headers": [], "client": (address, 5)}
        nothing: Any = None
        await self.check.middleware(app)(scope, nothing, nothing)
        return answer[0]

    def tries(self, count: int, name: str = "carla", address: str = "9.9.9.9") -> list[float]:
        """The pauses of so many wrong passwords, one after another."""
        self.pauses.clear()
        for _ in range(count):
            assert not awaited(self.enter(name, "wrong", address))
        return list(self.pauses)


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.mark.parametrize(
    ("name", "password", "enters"),
    [
        *(("carla", "pässword:1", True), ("ben", "b", True), ("carla", "b", False)),
        *(("Carla", "pässword:1", False), ("", "", False), ("nobody", "", False)),
        *(("carla", "", False), ("carla", "p" * 100_000, False)),
    ],
)
def test_only_the_right_password_enters(door: Door, name: str, password: str, enters: bool) -> None:
    assert awaited(door.enter(name, password)) is enters
    assert door.pauses == [0]


def test_each_failure_doubles_the_pause_up_to_an_end(door: Door) -> None:
    pauses = door.tries(12)
    assert pauses[:3] == [0, 0, 0]
    assert pauses[3:5] == [0.25, 0.5]
    assert pauses[-1] == LONGEST_PAUSE
    assert pauses == sorted(pauses)


def test_the_right_password_enters_after_any_number_of_guesses(door: Door) -> None:
    door.tries(200)
    assert awaited(door.enter("carla", "pässword:1"))


def test_guesses_from_elsewhere_slow_the_owner_a_little(door: Door) -> None:
    door.tries(50, address="6.6.6.6")
    assert awaited(door.enter("carla", "pässword:1", "1.1.1.1"))
    assert door.pauses[-1] == LONGEST_FOR_NAME
    assert awaited(door.enter("ben", "b", "1.1.1.1"))
    assert door.pauses[-1] == 0


def test_many_addresses_at_one_name_are_slowed_too(door: Door) -> None:
    pauses = [door.tries(1, address=f"6.6.6.{n}")[0] for n in range(9)]
    assert pauses[-1] == LONGEST_FOR_NAME


def test_a_pause_ends_by_itself(door: Door) -> None:
    door.tries(20)
    door.now += logins.FORGOTTEN_AFTER
    assert door.tries(1) == [0]


def test_of_many_tries_at_once_a_few_wait_and_the_rest_come_back_later(door: Door) -> None:
    async def flood() -> list[bool | BaseException]:
        tries = [door.enter("carla", str(n)) for n in range(50)]
        return await asyncio.gather(*tries, door.enter("ben", "b"), return_exceptions=True)

    door.tries(5)
    *guesses, bens = awaited(flood())
    turned_away = [each for each in guesses if isinstance(each, HTTPException)]
    assert {each.status_code for each in turned_away} == {429}
    assert len(turned_away) == 50 - logins.MOST_WAITING
    assert bens is True
    assert door.tries(1), "nobody waits any more"


def test_the_log_says_who_guesses_and_never_what(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    door.tries(60)
    door.tries(60, name="pässword:1")  # typed into the wrong box
    lines = [record.getMessage() for record in said(caplog)]
    assert "5 failed logins from 9.9.9.9" in lines
    assert "50 failed logins as 'carla'" in lines
    assert len(lines) == 6
    assert "pässword" not in "".join(lines)


def test_memory_does_not_grow_with_names(door: Door) -> None:
    for n in range(20):
        door.tries(1, name=f"{n}" * 1000)
    assert door.check._failures._states.keys() == {"from 9.9.9.9", "as nobody known here"}
    assert not door.check._waiting


def test_guesses_are_slowed_the_same_by_however_many_processes(postgresql: Server) -> None:
    address = postgresql.new_schema()
    with closing(Ledger(address)) as one, closing(Ledger(address)) as two:
        doors = [Door(ledger.counts("logins", Failures)) for ledger in (one, two)]
        pauses = [doors[n % 2].tries(1)[0] for n in range(12)]
        assert pauses == Door().tries(12)
        assert awaited(doors[0].enter("carla", "pässword:1"))


def test_while_nothing_can_be_counted_nobody_guesses(postgresql: Server) -> None:
    with closing(Ledger(postgresql.new_schema())) as ledger:
        door = Door(ledger.counts("logins", Failures))
    with pytest.raises(HTTPException) as turned_away:  # its connections are closed
        awaited(door.enter("carla", "pässword:1"))
    assert turned_away.value.status_code == 503
