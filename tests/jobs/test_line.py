"""Whoever waits in an account's line is sent in order and at its pace, and gives up for free."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from seedance_demo.errors import Busy, Refused, Unreachable
from seedance_demo.jobs.line import Line
from seedance_demo.jobs.runner import JobRunner
from seedance_demo.jobs.window import SECONDS
from seedance_demo.ledger import Phase
from seedance_demo.ui import messages
from seedance_demo.ui.components import status_card

from ..faults import provider as does
from ..faults.life import Clock, awaited, make_clip, press, rested, runner_for
from ..faults.provider import Provider, serving
from ..waiting import until


class Account:
    """What an account is sent, by the seconds since the first."""

    def __init__(self, pace: int | None = None) -> None:
        self.clock = Clock()
        self.line = Line(pace, self.clock.timing())
        self.sent: list[tuple[str, int]] = []
        self._zero = self.clock.time

    async def send(self, name: str, error: Exception | None = None, whose: str = "") -> None:
        """Of a visitor of its own, if it is not said whose."""
        async with self.line.place(whose or name, name):
            self.sent.append((name, round(self.clock.time - self._zero)))
            if error:
                raise error

    async def refuse(self, name: str, error: Exception) -> None:
        with pytest.raises(type(error)):
            await self.send(name, error)

    @property
    def minutes(self) -> list[int]:
        return [int(moment // SECONDS) for _, moment in self.sent]


def test_where_nobody_said_anything_nobody_waits() -> None:
    async def story() -> None:
        account = Account()
        await asyncio.gather(*(account.send(f"{n}") for n in range(50)))
        assert account.minutes == [0] * 50

    awaited(story())


def test_the_pace_that_the_owner_knows_is_kept_in_order() -> None:
    async def story() -> None:
        account = Account(2)
        await asyncio.gather(*(account.send(f"{n}") for n in range(5)))
        assert [name for name, _ in account.sent] == ["0", "1", "2", "3", "4"]
        assert account.minutes == [0, 0, 1, 1, 2]

    awaited(story())


def test_whoever_presses_often_delays_others_by_one() -> None:
    async def story() -> None:
        account = Account(1)
        often = [account.send(f"a{n}", whose="a") for n in range(4)]
        await asyncio.gather(*often, account.send("b"), account.send("c"))
        assert [name for name, _ in account.sent] == ["a0", "b", "c", "a1", "a2", "a3"]
        assert account.minutes == [0, 1, 2, 3, 4, 5]

    awaited(story())


def test_a_pace_is_learnt_from_the_refusal_and_kept() -> None:
    async def story() -> None:
        account = Account()
        await asyncio.gather(*(account.send(f"{n}") for n in range(3)))
        await account.refuse("too many", Busy(""))
        await asyncio.gather(*(account.send(f"later {n}") for n in range(7)))
        assert account.minutes == [0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3]

    awaited(story())


def test_those_beside_the_refused_one_belong_to_its_pace() -> None:
    async def story() -> None:
        account, answers = Account(), asyncio.Event()

        async def slow(name: str) -> None:
            async with account.line.place(name, name):
                await answers.wait()

        beside = [asyncio.ensure_future(slow(f"{n}")) for n in range(4)]
        await asyncio.sleep(0)
        await account.refuse("too many", Busy(""))
        answers.set()
        await asyncio.gather(*beside)
        await asyncio.gather(*(account.send(f"later {n}") for n in range(8)))
        assert account.minutes == [0, 1, 1, 1, 1, 2, 2, 2, 2]

    awaited(story())


@pytest.mark.parametrize(
    ("error", "minutes"),
    [(Unreachable(""), [0, 0]), (Refused(""), [0, 1]), (RuntimeError(), [0, 1])],
)
def test_what_may_have_been_counted_there_counts(error: Exception, minutes: list[int]) -> None:
    async def story() -> None:
        account = Account(1)
        await account.refuse("first", error)
        await account.send("second")
        assert account.minutes == minutes

    awaited(story())


def test_who_gives_up_is_never_sent_and_the_next_moves_up() -> None:
    async def story() -> None:
        account = Account(1)
        account.clock.stands = True
        await account.send("first")
        waiting = {n: asyncio.ensure_future(account.send(n)) for n in ("second", "third")}
        await asyncio.sleep(0)
        assert [account.line.ahead(n) for n in ("first", "second", "third")] == [None, 0, 1]
        assert account.line.give_up("second")
        with pytest.raises(Refused, match="Given up"):
            await waiting["second"]
        assert account.line.ahead("third") == 0
        account.clock.stands, account.clock.time = False, account.clock.time + SECONDS
        await waiting["third"]
        assert [name for name, _ in account.sent] == ["first", "third"]
        assert not account.line.give_up("third")

    awaited(story())


# Of real jobs ---------------------------------------


@pytest.fixture
def provider() -> Iterator[Provider]:
    with serving(Provider(make_clip(), polls=0)) as running:
        yield running


@pytest.fixture
def full(provider: Provider, tmp_path: Path) -> tuple[JobRunner, Clock]:
    """An account whose last press was turned down a moment ago."""
    clock = Clock(stands=True)
    runner = runner_for(provider, tmp_path, clock.timing())
    provider.misbehave("submit", does.status(429, "Too Many Requests"), 1)
    turned_down = rested(runner, press(runner, "One too many"))
    assert turned_down.job.phase is Phase.FAILED
    assert turned_down.job.error_code == "busy"
    said = messages.sentence(turned_down)
    assert "Press Generate again to wait in line" in said
    assert "Nothing was charged." in said
    assert provider.count("submit") == 1
    return runner, clock


def in_line(runner: JobRunner, prompt: str, ahead: int) -> str:
    job_id = press(runner, prompt)
    until(lambda: (seen := runner.snapshot(job_id)) and seen.ahead == ahead)
    return job_id


def test_presses_after_a_refusal_wait_before_their_post_and_say_so(
    provider: Provider, full: tuple[JobRunner, Clock]
) -> None:
    runner, clock = full
    first, second = in_line(runner, "First", 0), in_line(runner, "Second", 1)
    seen = runner.snapshot(second)
    assert seen
    assert seen.job.phase is Phase.UPLOADING
    for said in (messages.sentence(seen), status_card.card(seen, {})):
        assert "Queued" in said
        assert "1 clip before it" in said
        assert "Nothing is charged before it is sent" in said
    assert press(runner, "Second") == second, "an impatient press is the same job"
    assert provider.count("submit") == 1
    clock.stands, clock.time = False, clock.time + SECONDS
    assert [rested(runner, job).job.phase for job in (first, second)] == [Phase.COMPLETED] * 2
    prompts = [task.inputs["prompt"] for task in provider.tasks.values()]
    assert prompts == ["First", "Second"]
    assert provider.count("submit") == 3


def test_who_waits_keeps_the_money_and_gives_it_back_when_given_up(
    provider: Provider, full: tuple[JobRunner, Clock]
) -> None:
    runner, _ = full
    job_id = in_line(runner, "First", 0)
    reserved = runner.ledger.used("anna", "").spent
    assert reserved > 0
    assert awaited(runner.cancel(job_id))
    given_up = rested(runner, job_id)
    assert (given_up.job.phase, given_up.job.error_code) == (Phase.FAILED, "given_up")
    assert messages.sentence(given_up) == "Given up before it was sent. Nothing was charged."
    assert runner.ledger.used("anna", "").spent == 0
    assert provider.count("submit") == 1
