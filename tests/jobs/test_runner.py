"""A job's life against a real provider on loopback: what is sent, what is kept, what is said.

With its ledger in each kind of database, where that could make a difference.
"""

import asyncio
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from seedance_demo.accounts.guard import Payment
from seedance_demo.jobs import pools
from seedance_demo.jobs.background import Background, Pool
from seedance_demo.jobs.record import BEFORE_THE_POST
from seedance_demo.jobs.runner import JobRunner
from seedance_demo.jobs.snapshot import Snapshot
from seedance_demo.jobs.standing import Standing
from seedance_demo.ledger import Job, Payer, Phase, postgres
from seedance_demo.ui import messages

from ..faults import provider as does
from ..faults.life import (
    QUICK,
    awaited,
    decodes,
    make_clip,
    next_process,
    order_in,
    press,
    rested,
    runner_for,
)
from ..faults.provider import KEY, Provider, Task, serving
from ..waiting import until

WALK = (Phase.UPLOADING, Phase.SUBMITTING, Phase.CREATED, Phase.PROCESSING, Phase.SAVING)
PATIENT = replace(QUICK, deadline=30)
# What is between the job and the provider alone.
wherever = pytest.mark.parametrize("where", ["sqlite"], indirect=True)


@pytest.fixture
def provider() -> Iterator[Provider]:
    with serving(Provider(make_clip())) as running:
        yield running


@pytest.fixture
def runner(provider: Provider, tmp_path: Path, where: Path | str) -> Iterator[JobRunner]:
    runner = runner_for(provider, tmp_path, PATIENT, where=where)
    yield runner
    runner.ledger.close()


@pytest.fixture
def restarted(runner: JobRunner) -> Iterator[Callable[..., JobRunner]]:
    """Starts the next process at this ledger."""
    lives = [runner]

    def start(**changed: Any) -> JobRunner:
        lives.append(next_process(lives[-1], **{"api_key": KEY} | changed))
        return lives[-1]

    yield start
    lives[-1].ledger.close()


def completed(runner: JobRunner, job_id: str) -> bool:
    job = rested(runner, job_id).job
    return job.phase is Phase.COMPLETED and decodes(runner.settings.data_dir / "clips" / job.clip)


def left_in(
    runner: JobRunner, provider: Provider, phase: Phase, payer: Payer = Payer.OWNER, *, task: bool
) -> Job:
    """A job as an earlier process left it in this phase, and its task at the provider."""
    order = order_in(runner.settings.data_dir)
    job = runner.ledger.open(order, "anna", payer)
    body = {"images": ["https://cdn.example/1.jpg"], "prompt": order.brief.prompt, "duration": 5}
    made = Task("task-1", body, time.time())
    if task:
        provider.tasks[made.id] = made
    facts: dict[Phase, dict[str, Any]] = {
        Phase.SUBMITTING: {"uploads": body["images"]},
        Phase.CREATED: {"request_id": made.id},
        Phase.SAVING: {"url": f"{provider.base_url}/file/1.mp4"},
    }
    if phase is Phase.UNCONFIRMED:
        for step in WALK[:2]:
            runner.ledger.advance(job.id, step, **facts.get(step, {}))
        return runner.ledger.advance(job.id, phase)
    for step in WALK[: WALK.index(phase) + 1] if phase in WALK else ():
        job = runner.ledger.advance(job.id, step, **facts.get(step, {}))
    return job


# One press, one charge ------------------------------


def test_the_request_id_is_on_disk_before_the_first_question(
    provider: Provider, runner: JobRunner
) -> None:
    known: list[str] = []

    def look(moment: str) -> None:
        if moment == "poll arrived" and not known:
            known.extend(job.request_id for job in runner.ledger.unfinished())

    provider.watch = look
    job_id = press(runner)
    assert completed(runner, job_id)
    assert known == list(provider.tasks)


def test_the_ledger_knows_of_the_sending_before_it_happens(
    provider: Provider, runner: JobRunner
) -> None:
    seen: list[Phase] = []

    def look(moment: str) -> None:
        if moment == "submit arrived":
            seen.extend(job.phase for job in runner.ledger.unfinished())

    provider.watch = look
    assert completed(runner, press(runner))
    assert seen == [Phase.SUBMITTING]


def test_many_tabs_pressing_at_once_pay_once(provider: Provider, runner: JobRunner) -> None:
    order, start, ids = order_in(runner.settings.data_dir), threading.Barrier(12), []
    provider.polls = 1 << 30  # the clip is not done before the last tab has pressed

    def tab() -> None:
        start.wait()
        ids.append(runner.submit(order, "anna", Payment(Payer.OWNER, KEY)).id)

    tabs = [threading.Thread(target=tab) for _ in range(12)]
    for each in tabs:
        each.start()
    for each in tabs:
        each.join()
    provider.polls = 0
    assert len(set(ids)) == 1
    assert completed(runner, ids[0])
    assert provider.count("submit") == 1


def test_a_press_after_the_end_is_a_new_job(provider: Provider, runner: JobRunner) -> None:
    first = press(runner)
    assert completed(runner, first)
    second = press(runner)
    assert completed(runner, second)
    assert first != second
    assert provider.count("submit") == 2


@wherever
def test_looking_charges_nothing(provider: Provider, runner: JobRunner) -> None:
    job_id = press(runner)
    assert completed(runner, job_id)
    for _ in range(5):
        runner.check_again(job_id, KEY)
        rested(runner, job_id)
    assert provider.count("submit") == 1


# The ledger cannot be written ------------------------------


@contextmanager
def locked(runner: JobRunner) -> Iterator[None]:
    """Somebody else writes and does not stop; meanwhile nobody waits long for their turn."""
    begun, over, connect = threading.Event(), threading.Event(), sqlite3.connect
    hasty = pytest.MonkeyPatch()
    hasty.setattr(postgres, "PATIENCE", 60)

    def write() -> None:
        with runner.ledger._transaction():
            begun.set()
            over.wait(60)

    writer = threading.Thread(target=write)
    writer.start()
    begun.wait(60)
    hasty.setattr(postgres, "PATIENCE", 0.05)
    hasty.setattr(sqlite3, "connect", lambda at, **how: connect(at, **how | {"timeout": 0.05}))
    try:
        yield
    finally:
        hasty.undo()
        over.set()
        writer.join()


def test_an_id_that_cannot_be_written_is_kept_shown_and_written_later(
    provider: Provider, runner: JobRunner
) -> None:
    locks = locked(runner)
    provider.watch = lambda now: locks.__enter__() if now == "submit created" else None
    job_id = press(runner)
    seen = wait_for(runner, job_id, lambda snapshot: bool(snapshot.trouble))
    assert seen.live
    assert "lock" in messages.sentence(seen)
    assert seen.job.request_id in provider.tasks
    assert messages.details(seen)["request_id"] in messages.sentence(seen)
    locks.__exit__(None, None, None)
    assert completed(runner, job_id)
    assert not rested(runner, job_id).trouble
    assert provider.count("submit") == 1


def test_an_id_that_can_never_be_written_is_found_after_a_restart(
    provider: Provider, runner: JobRunner, restarted: Callable[..., JobRunner]
) -> None:
    locks = locked(runner)
    provider.watch = lambda now: locks.__enter__() if now == "submit created" else None
    job_id = press(runner)
    seen = rested(runner, job_id)
    assert (seen.job.phase, seen.job.request_id) == (Phase.SUBMITTING, *provider.tasks)
    assert seen.job.request_id in messages.sentence(seen)
    locks.__exit__(None, None, None)
    provider.watch = lambda _: None
    assert completed(restarted(), job_id)
    assert provider.count("submit") == 1


def test_nothing_is_sent_while_the_ledger_cannot_be_written(
    provider: Provider, runner: JobRunner
) -> None:
    locks = locked(runner)
    provider.watch = lambda now: locks.__enter__() if now == "put arrived" else None
    job_id = press(runner)
    wait_for(runner, job_id, lambda snapshot: "lock" in messages.sentence(snapshot))
    assert provider.count("submit") == 0
    provider.watch = lambda _: None
    locks.__exit__(None, None, None)
    assert press(runner) == job_id  # the same brief goes on
    assert completed(runner, job_id)
    assert provider.count("submit") == 1


def wait_for(runner: JobRunner, job_id: str, holds: Any) -> Snapshot:
    async def first() -> Snapshot:
        async for snapshot in runner.follow(job_id):
            if holds(snapshot):
                return snapshot
        raise AssertionError("it rests")

    return awaited(first())


# After a restart ------------------------------


@pytest.mark.parametrize(
    ("phase", "payer", "task", "ends", "says"),
    [
        (Phase.PREPARING, Payer.OWNER, False, Phase.FAILED, "stopped before this was sent"),
        (Phase.UPLOADING, Payer.OWNER, False, Phase.FAILED, "stopped before this was sent"),
        (Phase.SUBMITTING, Payer.OWNER, True, Phase.COMPLETED, ""),
        (Phase.SUBMITTING, Payer.OWNER, False, Phase.UNCONFIRMED, "may have been charged"),
        (Phase.UNCONFIRMED, Payer.OWNER, True, Phase.COMPLETED, ""),
        (Phase.UNCONFIRMED, Payer.OWNER, False, Phase.UNCONFIRMED, "may have been charged"),
        (Phase.CREATED, Payer.OWNER, True, Phase.COMPLETED, ""),
        (Phase.PROCESSING, Payer.OWNER, True, Phase.COMPLETED, ""),
        (Phase.SAVING, Payer.OWNER, True, Phase.COMPLETED, ""),
        (Phase.PREPARING, Payer.VISITOR, False, Phase.FAILED, "stopped before this was sent"),
        (Phase.SUBMITTING, Payer.VISITOR, True, Phase.SUBMITTING, "Enter the key"),
        (Phase.UNCONFIRMED, Payer.VISITOR, True, Phase.UNCONFIRMED, "Enter the key"),
        (Phase.CREATED, Payer.VISITOR, True, Phase.CREATED, "Enter the key"),
        (Phase.SAVING, Payer.VISITOR, True, Phase.COMPLETED, ""),
        (Phase.PROCESSING, Payer.NOBODY, False, Phase.FAILED, "stopped while it was drawing"),
    ],
)
def test_a_start_goes_on_from_every_phase(
    provider: Provider,
    runner: JobRunner,
    restarted: Callable[..., JobRunner],
    phase: Phase,
    payer: Payer,
    task: bool,
    ends: Phase,
    says: str,
) -> None:
    job = left_in(runner, provider, phase, payer, task=task)
    again = restarted()
    seen = rested(again, job.id)
    if again.ledger.leases.shared and payer is Payer.OWNER and phase in BEFORE_THE_POST:
        assert completed(again, job.id), "sent in the stead of the process that was asked"
        return
    assert seen.job.phase is ends
    assert says in messages.sentence(seen)
    assert provider.count("submit") == 0
    if payer is Payer.VISITOR and task:
        again.check_again(job.id, KEY)
        assert completed(again, job.id)


@pytest.mark.parametrize("key", ["", "not a key", "another-account"])
@pytest.mark.parametrize("phase", [Phase.SUBMITTING, Phase.UNCONFIRMED, Phase.CREATED])
def test_a_wrong_key_does_not_give_a_paid_job_up(
    provider: Provider, runner: JobRunner, phase: Phase, key: str
) -> None:
    job = left_in(runner, provider, phase, Payer.VISITOR, task=True)
    runner.check_again(job.id, key)
    seen = rested(runner, job.id)
    assert seen.job.phase is not Phase.FAILED
    assert "key" in messages.sentence(seen)
    runner.check_again(job.id, KEY)
    assert completed(runner, job.id)
    assert provider.count("submit") == 0


def test_the_owners_jobs_are_looked_at_with_the_owners_key_only(
    provider: Provider, runner: JobRunner
) -> None:
    job = left_in(runner, provider, Phase.CREATED, task=True)
    runner.check_again(job.id, "a-visitors-key")
    assert completed(runner, job.id)
    assert {seen.headers.get("authorization") for seen in provider.seen} == {f"Bearer {KEY}", None}


def test_without_the_owners_key_the_owners_jobs_wait(
    provider: Provider, runner: JobRunner, restarted: Callable[..., JobRunner]
) -> None:
    job = left_in(runner, provider, Phase.CREATED, task=True)
    seen = rested(restarted(api_key=""), job.id)
    assert (seen.job.phase, seen.job.error_code) == (Phase.CREATED, "needs_key")
    assert completed(restarted(), job.id)


# The answer is lost ------------------------------


@wherever
@pytest.mark.parametrize("ahead", [-3600, 0, 3600])
def test_a_lost_task_is_found_though_the_clocks_differ(
    provider: Provider, runner: JobRunner, ahead: float
) -> None:
    provider.ahead = ahead
    provider.misbehave("submit", does.after(does.cut), 1)
    assert completed(runner, press(runner))


@pytest.mark.parametrize("lists_inputs", [True, False])
def test_two_alike_whose_answers_are_lost_never_take_each_others_task(
    provider: Provider, runner: JobRunner, lists_inputs: bool
) -> None:
    """Only one of the two requests arrived."""
    provider.lists_inputs = lists_inputs
    both = threading.Barrier(2)

    def lose(exchange: does.Exchange) -> None:
        with_task = both.wait(10) == 0
        if with_task:
            exchange.right()
        exchange.reset()

    provider.misbehave("submit", lose, 2)
    jobs = [press(runner, visitor=visitor) for visitor in ("anna", "ben")]
    rows = [rested(runner, job).job for job in jobs]
    (task,) = provider.tasks.values()
    owner = next(row for row in rows if list(row.uploads) == task.inputs["images"])
    for row in rows:
        taken = lists_inputs and row is owner
        assert row.phase is (Phase.COMPLETED if taken else Phase.UNCONFIRMED)
        assert row.request_id == (task.id if taken else "")


def test_two_alike_whose_answers_are_lost_each_get_their_own(
    provider: Provider, runner: JobRunner
) -> None:
    provider.misbehave("submit", does.after(does.cut), 2)
    jobs = [press(runner, visitor=visitor) for visitor in ("anna", "ben")]
    assert all(completed(runner, job) for job in jobs)
    for row in (rested(runner, job).job for job in jobs):
        assert list(row.uploads) == provider.tasks[row.request_id].inputs["images"]


def test_a_lost_task_is_taken_up_while_the_same_brief_runs_again(
    provider: Provider, runner: JobRunner
) -> None:
    provider.misbehave("submit", does.after(does.cut), 1)
    provider.misbehave("recent", does.status(500))
    first = press(runner)
    assert rested(runner, first).job.phase is Phase.UNCONFIRMED
    provider.silence()
    provider.misbehave("poll", does.task_says(status="processing", outputs=[]), 30)
    second = press(runner)
    wait_for(runner, second, lambda snapshot: snapshot.job.phase is Phase.PROCESSING)
    runner.check_again(first, KEY)
    assert completed(runner, first)
    assert completed(runner, second)
    assert provider.count("submit") == 2


# Watching and fetching ------------------------------


@wherever
def test_a_key_that_dies_pauses_the_job(provider: Provider, runner: JobRunner) -> None:
    provider.misbehave("poll", does.status(401), 1)
    job_id = press(runner)
    seen = rested(runner, job_id)
    assert (seen.job.phase, seen.job.error_code) == (Phase.CREATED, "bad_key")
    runner.check_again(job_id, KEY)
    assert completed(runner, job_id)


def test_the_deadline_ends_the_watching_and_not_the_job(provider: Provider, tmp_path: Path) -> None:
    runner = runner_for(provider, tmp_path, replace(QUICK, deadline=0.1))
    provider.polls = 1000
    job_id = press(runner)
    seen = rested(runner, job_id)
    assert (seen.job.phase, seen.job.error_code) == (Phase.PROCESSING, "still_running")
    provider.polls = 0
    assert press(runner) == job_id  # pressing the same brief again is watching it again
    assert completed(runner, job_id)
    assert provider.count("submit") == 1


@wherever
def test_a_provider_that_is_away_is_named_while_it_is(
    provider: Provider, runner: JobRunner
) -> None:
    provider.misbehave("poll", does.cut, 12)
    job_id = press(runner)
    seen = wait_for(runner, job_id, lambda snapshot: bool(snapshot.trouble))
    assert "could not be reached" in messages.sentence(seen)
    assert messages.sentence(seen).endswith(f"request {seen.job.request_id}")
    assert completed(runner, job_id)
    assert not rested(runner, job_id).trouble


@wherever
def test_an_expired_address_is_asked_for_anew(provider: Provider, runner: JobRunner) -> None:
    job = left_in(runner, provider, Phase.SAVING, task=True)
    provider.tasks["task-1"].polls = 9
    provider.misbehave("file", does.status(403), 1)
    runner.check_again(job.id, KEY)
    assert completed(runner, job.id)
    assert [seen.path for seen in provider.seen if seen.step == "file"] == [
        "/file/1.mp4",
        "/file/task-1.mp4",
    ]


@wherever
def test_a_clip_that_cannot_be_had_can_be_fetched_again(
    provider: Provider, runner: JobRunner
) -> None:
    provider.misbehave("file", does.html)
    job_id = press(runner)
    seen = rested(runner, job_id)
    assert seen.job.phase is Phase.SAVING
    assert seen.job.url.startswith(provider.base_url)
    assert "keeps the clip until" in messages.sentence(seen)
    provider.silence()
    runner.check_again(job_id, "")
    assert completed(runner, job_id)
    assert provider.count("submit") == 1


def test_a_paid_job_cannot_be_cancelled(runner: JobRunner, provider: Provider) -> None:
    job_id = press(runner)
    assert not awaited(runner.cancel(job_id))
    assert completed(runner, job_id)
    assert provider.count("submit") == 1


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (Path.unlink, "No such file or directory"),
        (lambda path: path.write_bytes(b"no picture"), "it is damaged"),
    ],
)
@wherever
def test_a_picture_that_cannot_be_read_is_a_sentence(
    provider: Provider, runner: JobRunner, spoil: Callable[[Path], object], why: str
) -> None:
    order = order_in(runner.settings.data_dir)
    spoil(order.brief.images[0])
    job = runner.submit(order, "anna", Payment(Payer.OWNER, KEY))
    seen = rested(runner, job.id)
    assert seen.job.phase is Phase.FAILED
    assert f"picture cannot be read ({why})." in messages.sentence(seen)
    assert provider.count("submit") == 0


# Following ------------------------------------------


def test_waiting_asks_the_ledger_nothing_and_says_now_and_then_that_it_waits(
    provider: Provider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider.polls = 1 << 30
    snapshot = Standing.snapshot
    timing = replace(QUICK, poll_longest=60, poll_growth=1e6, deadline=600, still_there=0.01)
    runner = runner_for(provider, tmp_path, timing)
    job_id = press(runner)
    until(lambda: (job := runner.ledger.job(job_id)) and job.phase is Phase.PROCESSING)
    read: list[str] = []

    def counted(standing: Standing, job_id: str) -> Snapshot | None:
        read.append(job_id)
        return snapshot(standing, job_id)

    async def story() -> None:
        followed = runner.follow(job_id)
        shown = await anext(followed)
        monkeypatch.setattr(Standing, "snapshot", counted)
        assert [await anext(followed) is shown for _ in range(20)] == [True] * 20
        assert not read
        runner.ledger.note(job_id, "busy", "It waits.")
        while (news := await anext(followed)) is shown:
            pass
        assert news.job.error == "It waits."

    awaited(story())
    assert len(read) == 1


def test_the_end_of_a_job_is_told_once(runner: JobRunner) -> None:
    seen: list[Snapshot] = []

    async def story() -> None:
        job_id = press(runner)
        seen.extend([snapshot async for snapshot in runner.follow(job_id)])

    awaited(story())
    ends = [(each.job.phase, each.job.charged) for each in seen if each.job.phase.ended]
    assert len(ends) == len(set(ends)), "and once more only when the bill says more"
    assert ends[0][0] is Phase.COMPLETED


# Hosts that hang ------------------------------------


@contextmanager
def all_busy(*full: Pool) -> Iterator[None]:
    """No thread of these is free."""
    gate, loop = threading.Event(), Background("busy")

    async def hang(pool: Pool) -> None:
        await asyncio.gather(*(pool.run(gate.wait) for _ in range(100)))

    for pool in full:
        loop.start(hang(pool))
    try:
        until(lambda: all(not pool._unhired for pool in full))
        yield
    finally:
        gate.set()


@wherever
def test_a_host_that_hangs_delays_no_post(provider: Provider, runner: JobRunner) -> None:
    with all_busy(pools.PROVIDER.ask, pools.PROVIDER.fetch, pools.PRESS, pools.QUOTE):
        press(runner)
        until(lambda: provider.count("submit") == 1)


@wherever
def test_a_host_that_hangs_delays_no_download(
    provider: Provider, runner: JobRunner, restarted: Callable[..., JobRunner]
) -> None:
    job = left_in(runner, provider, Phase.SAVING, task=True)
    with all_busy(pools.PROVIDER.ask, pools.PROVIDER.send, pools.PROVIDER.pay):
        again = restarted()
        until(lambda: (row := again.ledger.job(job.id)) and row.phase is Phase.COMPLETED)
