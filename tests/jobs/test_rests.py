"""A job that does not get on: it rests, is looked at again by itself, and its clip comes home.

The intervals are the real ones; the clock is the test's, so that a week passes in a moment.
"""

import errno
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from seedance_demo.accounts.guard import Payment
from seedance_demo.clips import frames
from seedance_demo.errors import StorageError
from seedance_demo.jobs.runner import JobRunner
from seedance_demo.jobs.snapshot import Snapshot
from seedance_demo.jobs.timing import KEPT_BY_PROVIDER, Timing
from seedance_demo.ledger import Job, Ledger, Payer, Phase
from seedance_demo.ui import messages

from ..faults import provider as does
from ..faults.life import (
    Clock,
    awaited,
    decodes,
    end,
    make_clip,
    next_process,
    order_in,
    press,
    rested,
    runner_for,
)
from ..faults.provider import KEY, Fault, Provider, serving
from ..waiting import until

MINUTE, HOUR = 60, 3600
CLIP = make_clip()


@pytest.fixture
def provider() -> Iterator[Provider]:
    with serving(Provider(CLIP, price=1.2)) as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def runner(provider: Provider, tmp_path: Path, clock: Clock) -> Iterator[JobRunner]:
    running = runner_for(provider, tmp_path, clock.timing())
    yield running
    end(running)


@pytest.fixture
def hasty(provider: Provider, tmp_path: Path, clock: Clock) -> Iterator[JobRunner]:
    """It watches closely for ten minutes: what matters is what comes after them."""
    running = runner_for(
        provider, tmp_path, replace(clock.timing(), due=(15, MINUTE), deadline=10 * MINUTE)
    )
    yield running
    end(running)


def row(runner: JobRunner, job_id: str) -> Job:
    job = runner.ledger.job(job_id)
    assert job
    return job


def at_rest(runner: JobRunner, job_id: str) -> Snapshot:
    def found() -> Snapshot | None:
        seen = runner.snapshot(job_id)
        return seen if seen and not seen.live else None

    seen = until(found)
    assert seen
    return seen


def come_home(runner: JobRunner, job_id: str) -> Job:
    job = until(lambda: (seen := row(runner, job_id)).phase.ended and seen)
    assert isinstance(job, Job)
    assert job.phase is Phase.COMPLETED
    assert decodes(runner.settings.clips / job.clip)
    return job


# A day in the life ------------------------------

NO_POST_ANSWER = does.after(does.cut)
DAYS: dict[str, tuple[dict[str, Fault], float]] = {
    "CDN away for 20 minutes": ({"file": does.cut}, 20 * MINUTE),
    "CDN away for six hours": ({"file": does.cut}, 6 * HOUR),
    "CDN says 410 for six hours": ({"file": does.status(410)}, 6 * HOUR),
    "CDN redirects without end": ({"file": does.redirect("/file/other")}, 6 * HOUR),
    "CDN gives JSON for an hour": ({"file": does.body(b'{"status":"processing"}')}, HOUR),
    "half a file for two hours": ({"file": does.body(CLIP[: len(CLIP) // 2])}, 2 * HOUR),
    "the provider makes it for three hours": ({"poll": does.processing}, 3 * HOUR),
    "the provider is away for two days": ({"poll": does.cut}, 2 * 24 * HOUR),
    "completed without a file for two hours": ({"poll": does.task_says(outputs=[])}, 2 * HOUR),
    "the key is refused for two hours": ({"poll": does.status(401)}, 2 * HOUR),
    "everything is away": ({"poll": does.status(503), "file": does.html}, 10 * HOUR),
}


@pytest.mark.parametrize("day", DAYS)
def test_a_clip_comes_home_by_itself_with_one_post_and_one_charge(
    provider: Provider, hasty: JobRunner, clock: Clock, day: str
) -> None:
    """Nobody watches: the tab was closed after the press."""
    faults, seconds = DAYS[day]
    pressed = clock.now()
    for step, fault in faults.items():
        provider.misbehave(step, does.only_while(lambda: clock.now() < pressed + seconds, fault))
    job = come_home(hasty, press(hasty))
    lasted = clock.now() - pressed
    assert seconds <= lasted < seconds + HOUR + 2 * MINUTE, "the look after it, and the next one"
    assert (provider.count("submit"), len(provider.tasks)) == (1, 1)
    assert [each.id for each in hasty.ledger.charges(0)] == [job.id]
    assert str(job.price_usd) == "1.2"


def test_one_outage_after_the_other(provider: Provider, runner: JobRunner, clock: Clock) -> None:
    """Slow beyond the deadline; then the CDN is away for 20 minutes, comes with a page, and is away
    for six hours."""
    pressed = clock.now()

    def hours() -> float:
        return (clock.now() - pressed) / HOUR

    def cdn(exchange: does.Exchange) -> None:
        fault = does.cut if hours() < 1.4 else does.html if hours() < 1.5 else does.status(520)
        fault(exchange) if hours() < 7.5 else exchange.answer(exchange.right())

    provider.misbehave("poll", does.only_while(lambda: hours() < 1, does.processing))
    provider.misbehave("file", cdn)
    come_home(runner, press(runner))
    assert 7.5 <= hours() < 8.6
    assert provider.count("poll") < 500, "watched closely for half an hour, and then looked at"
    assert provider.count("submit") == 1


def test_a_lost_request_is_looked_for_by_itself_and_never_sent_again(
    provider: Provider, runner: JobRunner, clock: Clock
) -> None:
    pressed = clock.now()
    provider.misbehave("submit", NO_POST_ANSWER, 1)
    away = does.only_while(lambda: clock.now() < pressed + 6 * HOUR, does.status(500))
    provider.misbehave("recent", away)
    come_home(runner, press(runner))
    assert provider.count("submit") == 1


def test_a_full_disk_is_waited_for(
    runner: JobRunner, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed, check = clock.now(), frames.check

    def no_room(path: Path) -> None:
        if clock.now() < pressed + 5 * HOUR:
            raise OSError(errno.ENOSPC, "No space left on device")
        check(path)

    monkeypatch.setattr(frames, "check", no_room)
    come_home(runner, press(runner))
    assert clock.now() >= pressed + 5 * HOUR


def test_looks_come_ever_more_rarely_and_end_when_the_provider_has_deleted_the_clip(
    provider: Provider, runner: JobRunner, clock: Clock
) -> None:
    looked: list[float] = []
    provider.watch = lambda now: looked.append(clock.now()) if now == "file arrived" else None
    provider.misbehave("file", does.status(404))
    job_id = press(runner)
    seen = until(lambda: (last := at_rest(runner, job_id)).next_look is None and last)
    assert isinstance(seen, Snapshot)
    pauses = [later - before for before, later in pairwise(looked)]
    close, rests = pauses[:8], pauses[8:]
    assert close == pytest.approx(runner.timing.fetch_again, abs=1)
    assert rests[:6] == pytest.approx(runner.timing.rests, abs=1)
    assert set(map(round, rests[6:])) == {HOUR}
    assert seen.job.phase is Phase.SAVING
    assert KEPT_BY_PROVIDER - HOUR <= looked[-1] - seen.job.changed_at <= KEPT_BY_PROVIDER + MINUTE
    assert not runner._lives, "and the key is forgotten"
    provider.silence()
    runner.check_again(job_id, KEY)
    come_home(runner, job_id)


# At rest ------------------------------


@dataclass
class Resting:
    """A visitor's job at rest: its clip is not given out. The clock stands since the first look."""

    runner: JobRunner
    provider: Provider
    clock: Clock
    id: str

    def next_look(self) -> float:
        seen = at_rest(self.runner, self.id)
        assert seen.next_look
        return seen.next_look


@pytest.fixture
def resting(
    provider: Provider, tmp_path: Path, clock: Clock, where: Path | str
) -> Iterator[Resting]:
    def stand(now: str) -> None:
        clock.stands |= now == "file arrived"

    provider.watch = stand
    provider.misbehave("file", does.status(404))
    timing = replace(clock.timing(), fetch_again=())
    runner = runner_for(provider, tmp_path, timing, where=where)
    job = runner.submit(order_in(tmp_path), "anna", Payment(Payer.VISITOR, KEY))
    at_rest(runner, job.id)
    yield Resting(runner, provider, clock, job.id)
    end(runner)  # or it waits for the clock that stands, and looks at it without end
    runner.ledger.close()


def test_at_rest_nothing_happens_until_the_moment_that_is_told(resting: Resting) -> None:
    moment, asked = resting.next_look(), len(resting.provider.seen)
    assert moment == resting.clock.now() + MINUTE
    threads = threading.active_count()
    resting.clock.time = moment - 1
    until(lambda: threading.active_count() <= threads)
    assert (resting.next_look(), len(resting.provider.seen)) == (moment, asked)
    resting.clock.time = moment
    until(lambda: len(resting.provider.seen) > asked)
    until(lambda: resting.next_look() == moment + 2 * MINUTE)
    assert resting.provider.seen[asked].step == "poll", "the address is asked for anew"


def test_a_follower_sees_it_move_when_it_wakes(resting: Resting) -> None:
    """A page waits through the rest; a program is told that it rests."""

    async def seen() -> list[tuple[bool, Phase]]:
        told: list[tuple[bool, Phase]] = []
        async for snapshot in resting.runner.follow(resting.id, to_the_last=True):
            if not told:
                resting.provider.silence()
                resting.clock.time += MINUTE
            told.append((snapshot.live, snapshot.job.phase))
        return told

    first, *_, (_, ended) = awaited(seen())
    assert first == (False, Phase.SAVING)
    assert ended is Phase.COMPLETED


def test_a_programs_follower_ends_at_the_rest(resting: Resting) -> None:
    assert rested(resting.runner, resting.id).next_look == resting.next_look()


@pytest.mark.parametrize("key", ["", KEY])
def test_check_again_works_at_once_and_knows_the_key(resting: Resting, key: str) -> None:
    resting.provider.silence()
    resting.runner.check_again(resting.id, key)
    come_home(resting.runner, resting.id)
    until(lambda: row(resting.runner, resting.id).charged == 1_200_000)  # asked for with the key


def test_what_check_again_took_up_is_not_looked_at_twice(resting: Resting) -> None:
    first = resting.next_look()
    resting.clock.time += MINUTE / 2
    resting.runner.check_again(resting.id, "")
    until(lambda: resting.next_look() > first)
    asked = len(resting.provider.seen)
    resting.clock.time = first
    assert rested(resting.runner, resting.id).next_look == first + MINUTE / 2
    resting.clock.time = first + MINUTE / 2
    until(lambda: resting.next_look() > first + MINUTE)
    assert len(resting.provider.seen) == asked + 2, "one poll, one download"


def test_the_same_brief_pressed_at_rest_is_taken_up_and_not_paid_again(resting: Resting) -> None:
    resting.provider.silence()
    order = order_in(resting.runner.settings.data_dir)
    assert resting.runner.submit(order, "anna", Payment(Payer.VISITOR, KEY)).id == resting.id
    come_home(resting.runner, resting.id)
    assert resting.provider.count("submit") == 1


def test_a_paid_job_at_rest_cannot_be_cancelled(resting: Resting) -> None:
    assert not awaited(resting.runner.cancel(resting.id))
    assert resting.next_look()


def test_after_a_restart_a_visitors_job_without_its_clip_goes_on_and_asks_for_the_key(
    resting: Resting,
) -> None:
    """The address may still be good, but another one cannot be asked for."""
    end(resting.runner)  # or both would look at the same moment, into the same file
    again = next_process(resting.runner)
    seen = at_rest(again, resting.id)
    assert seen.job.error_code == "needs_key"
    assert seen.next_look
    resting.provider.silence()
    resting.clock.time = seen.next_look
    come_home(again, resting.id)
    end(again)
    again.ledger.close()


@pytest.mark.parametrize("phase", [Phase.UNCONFIRMED, Phase.CREATED])
def test_without_a_key_nothing_is_promised(
    provider: Provider, runner: JobRunner, phase: Phase
) -> None:
    job = runner.ledger.open(order_in(runner.settings.data_dir), "anna", Payer.VISITOR)
    for step in (Phase.UPLOADING, Phase.SUBMITTING, phase):
        runner.ledger.advance(job.id, step)
    runner.check_again(job.id, "")
    seen = until(lambda: (last := at_rest(runner, job.id)).job.error_code and last)
    assert isinstance(seen, Snapshot)
    assert (seen.job.error_code, seen.next_look) == ("needs_key", None)
    assert not provider.seen


def test_nobody_pays_but_a_press(
    provider: Provider, runner: JobRunner, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A job that came no further than its pictures, because the ledger failed: neither time nor
    Check again sends it."""

    presses = threading.current_thread()

    def failing(works: Callable[..., Job | None]) -> Callable[..., Job | None]:
        def fail(*given: Any, **named: Any) -> Job | None:
            if threading.current_thread() is presses:  # whose press has not come back yet
                return works(*given, **named)
            raise StorageError("The ledger cannot be read.")

        return fail

    with monkeypatch.context() as broken:

        def break_the_ledger(now: str) -> None:
            if now == "put arrived":
                broken.setattr(Ledger, "job", failing(Ledger.job))
                broken.setattr(Ledger, "advance", failing(Ledger.advance))

        provider.watch = break_the_ledger
        job_id = press(runner)
        life = until(lambda: runner._lives.get(job_id))
        assert life
        until(lambda: life.record.looks > 3)
        provider.watch = lambda _: None
    repaired = clock.time
    until(lambda: at_rest(runner, job_id).next_look is None)
    assert clock.time <= repaired + HOUR + sum(Timing.write_again), "there is nothing to look for"
    runner.check_again(job_id, KEY)
    assert at_rest(runner, job_id).job.phase is Phase.UPLOADING
    assert provider.count("submit") == 0
    assert press(runner) == job_id, "a press does"
    come_home(runner, job_id)


def test_the_sentence_of_a_job_at_rest_says_when_it_is_looked_at(resting: Resting) -> None:
    moment = time.strftime("%H:%M:%S UTC", time.gmtime(resting.next_look()))
    said = messages.sentence(at_rest(resting.runner, resting.id))
    assert f"This app looks again by itself at {moment}" in said
