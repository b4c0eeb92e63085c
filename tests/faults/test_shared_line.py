"""Several processes send as many paid POSTs of an account as one may."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from seedance_demo.jobs import window
from seedance_demo.jobs.runner import JobRunner
from seedance_demo.jobs.window import Window
from seedance_demo.ledger import Phase
from seedance_demo.ui import messages

from ..databases import Server
from ..waiting import until
from . import provider as does
from .life import make_clip, press, rested
from .provider import KEY, Provider, serving
from .test_several import runner_at

ACCOUNT = sha256(KEY.encode()).hexdigest()


class Account:
    """Runners as of two processes, and the provider they share."""

    def __init__(self, provider: Provider, runners: list[JobRunner]) -> None:
        self.provider, self.runners = provider, runners

    def window(self, step: Callable[[Window, float], object] = lambda *_: None) -> Window:
        """The account's, once something was done to it."""

        def done(state: Window, now: float) -> Window:
            step(state, now)
            return state

        counts = self.runners[0].ledger.counts("posts", Window)
        return counts.change(ACCOUNT, done, 0)

    def wait_for_looks(self) -> None:
        """Until each of them has asked for a place once more in vain."""
        before = self.window().waiting

        def looked() -> bool:
            now = self.window().waiting
            return len(now) == len(self.runners) and all(
                seen > before.get(name, (0, 0))[1] for name, (_, seen) in now.items()
            )

        until(looked)

    def waiting(self) -> list[str]:
        """Prompts of those that wait in a line, in whichever process."""
        known = [each for runner in self.runners for each in runner.known_here().items()]
        jobs = [self.runners[0].ledger.job(name) for name, seen in known if seen.ahead is not None]
        return [job.prompt for job in jobs if job]

    def sent(self) -> list[str]:
        return [str(task.inputs["prompt"]) for task in self.provider.tasks.values()]


@pytest.fixture(params=[None])
def account(
    postgresql: Server, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Account]:
    address = postgresql.new_schema()
    with serving(Provider(make_clip(), polls=0)) as provider, ExitStack() as ledgers:
        runners = [
            runner_at(provider, tmp_path, address, clips_per_minute=request.param) for _ in range(2)
        ]
        for runner in runners:
            ledgers.enter_context(closing(runner.ledger))
        yield Account(provider, runners)


def passes(state: Window, now: float) -> None:
    """A minute."""
    state.taken.clear()
    state.closed_until = now


@pytest.mark.parametrize("account", [2], indirect=True)
def test_the_pace_holds_for_all_of_them_and_places_go_round(
    account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window, "SEEN", 600)  # a busy machine looks late
    one, two = account.runners
    first = [press(one, f"a{n}", "anna") for n in range(2)]
    assert [rested(one, job).job.phase for job in first] == [Phase.COMPLETED] * 2
    later = []
    for runner, prompt in (one, "a2"), (one, "a3"), (one, "a4"), (two, "b0"):
        later.append(press(runner, prompt, "ben" if runner is two else "anna"))
        until(lambda: len(account.waiting()) == len(later))  # or a later press may stand before it
    account.wait_for_looks()
    assert sorted(account.sent()) == ["a0", "a1"]
    account.window(passes)
    until(lambda: len(account.sent()) == 4)
    assert sorted(account.sent()[2:]) == ["a2", "b0"], "ben's came after anna's last, and waits"
    account.window(passes)
    assert [rested(one, job).job.phase for job in later] == [Phase.COMPLETED] * 4
    assert account.provider.count("submit") == 6


def test_what_one_is_turned_down_for_the_other_waits_for(account: Account) -> None:
    one, two = account.runners
    account.provider.misbehave("submit", does.status(429, "Too Many Requests"), 1)
    turned_down = rested(one, press(one, "too many")).job
    assert (turned_down.phase, turned_down.error_code) == (Phase.FAILED, "busy")
    job = press(two, "next")
    until(lambda: account.waiting() == ["next"])
    seen = one.snapshot(job)
    assert seen
    assert seen.job.phase is Phase.UPLOADING
    seen = two.snapshot(job)
    assert seen
    assert "it is among the next" in messages.sentence(seen)
    assert "at least 2 clips before it" in messages.sentence(replace(seen, ahead=2))
    assert account.provider.count("submit") == 1
    account.window(passes)
    assert rested(two, job).job.phase is Phase.COMPLETED


@pytest.mark.parametrize("account", [1], indirect=True)
def test_a_place_that_could_not_be_asked_for_is_waited_for(
    account: Account, postgresql: Server
) -> None:
    """Nothing leaves uncounted while the database is away, and nothing is lost."""
    one, _ = account.runners
    account.window(lambda state, now: state.taken.append(now + 600))
    job = press(one, "push in")
    until(lambda: account.waiting() == ["push in"])
    postgresql.stop()
    postgresql.start()
    assert account.provider.count("submit") == 0
    account.window(passes)
    assert rested(one, job).job.phase is Phase.COMPLETED
