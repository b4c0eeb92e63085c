"""A job's life against a real provider on loopback: what is sent, what is kept, what is said."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from seedance_demo.accounts.guard import Payment
from seedance_demo.jobs.runner import Snapshot, Studio
from seedance_demo.ledger import Job, Payer, Phase
from seedance_demo.ui import messages

from ..faults import provider as does
from ..faults.life import (
    QUICK,
    awaited,
    decodes,
    make_clip,
    no_local_api,
    order_in,
    press,
    rested,
    studio_for,
)
from ..faults.provider import KEY, Provider, Task, serving

WALK = (Phase.UPLOADING, Phase.SUBMITTING, Phase.CREATED, Phase.PROCESSING, Phase.SAVING)
PATIENT = replace(QUICK, deadline=30)


@pytest.fixture
def provider() -> Iterator[Provider]:
    with serving(Provider(make_clip())) as running:
        yield running


@pytest.fixture
def studio(provider: Provider, tmp_path: Path) -> Studio:
    return studio_for(provider, tmp_path, PATIENT)


def restarted(studio: Studio, **settings: Any) -> Studio:
    again = Studio(replace(studio.settings, **settings), studio.ledger, no_local_api, studio._pace)
    again.pick_up()
    return again


def completed(studio: Studio, job_id: str) -> bool:
    job = rested(studio, job_id).job
    return job.phase is Phase.COMPLETED and decodes(studio.settings.data_dir / "clips" / job.clip)


def left_in(
    studio: Studio, provider: Provider, phase: Phase, payer: Payer = Payer.OWNER, *, task: bool
) -> Job:
    """A job as an earlier process left it in this phase, and its task at the provider."""
    order = order_in(studio.settings.data_dir)
    job = studio.ledger.open(order, "anna", payer)
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
            studio.ledger.advance(job.id, step, **facts.get(step, {}))
        return studio.ledger.advance(job.id, phase)
    for step in WALK[: WALK.index(phase) + 1] if phase in WALK else ():
        job = studio.ledger.advance(job.id, step, **facts.get(step, {}))
    return job


# One press, one charge ------------------------------


def test_the_request_id_is_on_disk_before_the_first_question(
    provider: Provider, studio: Studio
) -> None:
    known: list[str] = []

    def look(moment: str) -> None:
        if moment == "poll arrived" and not known:
            known.extend(job.request_id for job in studio.ledger.unfinished())

    provider.watch = look
    job_id = press(studio)
    assert completed(studio, job_id)
    assert known == list(provider.tasks)


def test_the_ledger_knows_of_the_sending_before_it_happens(
    provider: Provider, studio: Studio
) -> None:
    seen: list[Phase] = []

    def look(moment: str) -> None:
        if moment == "submit arrived":
            seen.extend(job.phase for job in studio.ledger.unfinished())

    provider.watch = look
    assert completed(studio, press(studio))
    assert seen == [Phase.SUBMITTING]


def test_many_tabs_pressing_at_once_pay_once(provider: Provider, studio: Studio) -> None:
    order, start, ids = order_in(studio.settings.data_dir), threading.Barrier(12), []
    provider.polls = 1 << 30  # the clip is not done before the last tab has pressed

    def tab() -> None:
        start.wait()
        ids.append(studio.press(order, "anna", Payment(Payer.OWNER, KEY)).id)

    tabs = [threading.Thread(target=tab) for _ in range(12)]
    for each in tabs:
        each.start()
    for each in tabs:
        each.join()
    provider.polls = 0
    assert len(set(ids)) == 1
    assert completed(studio, ids[0])
    assert provider.count("submit") == 1


def test_a_press_after_the_end_is_a_new_job(provider: Provider, studio: Studio) -> None:
    first = press(studio)
    assert completed(studio, first)
    second = press(studio)
    assert completed(studio, second)
    assert first != second
    assert provider.count("submit") == 2


def test_looking_charges_nothing(provider: Provider, studio: Studio) -> None:
    job_id = press(studio)
    assert completed(studio, job_id)
    for _ in range(5):
        studio.check_again(job_id, KEY)
        rested(studio, job_id)
    assert provider.count("submit") == 1


# The ledger cannot be written ------------------------------


@contextmanager
def locked(studio: Studio) -> Iterator[None]:
    """Somebody else writes and does not stop; meanwhile nobody waits long for their turn."""
    path, connect = studio.settings.data_dir / "ledger.sqlite", sqlite3.connect
    with closing(connect(path, isolation_level=None, check_same_thread=False)) as db:
        db.execute("BEGIN IMMEDIATE")
        with pytest.MonkeyPatch.context() as hasty:
            hasty.setattr(
                sqlite3, "connect", lambda path, **how: connect(path, **how | {"timeout": 0.05})
            )
            yield
        db.execute("ROLLBACK")


def test_an_id_that_cannot_be_written_is_kept_shown_and_written_later(
    provider: Provider, studio: Studio
) -> None:
    locks = locked(studio)
    provider.watch = lambda now: locks.__enter__() if now == "submit created" else None
    job_id = press(studio)
    seen = wait_for(studio, job_id, lambda snapshot: bool(snapshot.trouble))
    assert seen.live
    assert "locked" in messages.sentence(seen)
    assert seen.job.request_id in provider.tasks
    assert messages.details(seen)["request_id"] in messages.sentence(seen)
    locks.__exit__(None, None, None)
    assert completed(studio, job_id)
    assert not rested(studio, job_id).trouble
    assert provider.count("submit") == 1


def test_an_id_that_can_never_be_written_is_found_after_a_restart(
    provider: Provider, studio: Studio
) -> None:
    locks = locked(studio)
    provider.watch = lambda now: locks.__enter__() if now == "submit created" else None
    job_id = press(studio)
    seen = rested(studio, job_id)
    assert (seen.job.phase, seen.job.request_id) == (Phase.SUBMITTING, *provider.tasks)
    assert seen.job.request_id in messages.sentence(seen)
    locks.__exit__(None, None, None)
    provider.watch = lambda _: None
    assert completed(restarted(studio), job_id)
    assert provider.count("submit") == 1


def test_nothing_is_sent_while_the_ledger_cannot_be_written(
    provider: Provider, studio: Studio
) -> None:
    locks = locked(studio)
    provider.watch = lambda now: locks.__enter__() if now == "put arrived" else None
    job_id = press(studio)
    seen = rested(studio, job_id)
    assert "locked" in messages.sentence(seen)
    assert "Nothing was charged" in messages.sentence(seen)
    assert provider.count("submit") == 0
    locks.__exit__(None, None, None)
    provider.watch = lambda _: None
    assert press(studio) == job_id  # the same brief goes on
    assert completed(studio, job_id)
    assert provider.count("submit") == 1


def wait_for(studio: Studio, job_id: str, holds: Any) -> Snapshot:
    async def first() -> Snapshot:
        async for snapshot in studio.follow(job_id):
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
    studio: Studio,
    phase: Phase,
    payer: Payer,
    task: bool,
    ends: Phase,
    says: str,
) -> None:
    job = left_in(studio, provider, phase, payer, task=task)
    again = restarted(studio)
    seen = rested(again, job.id)
    assert seen.job.phase is ends
    assert says in messages.sentence(seen)
    assert provider.count("submit") == 0
    if payer is Payer.VISITOR and task:
        again.check_again(job.id, KEY)
        assert completed(again, job.id)


@pytest.mark.parametrize("key", ["", "not a key", "another-account"])
@pytest.mark.parametrize("phase", [Phase.SUBMITTING, Phase.UNCONFIRMED, Phase.CREATED])
def test_a_wrong_key_does_not_give_a_paid_job_up(
    provider: Provider, studio: Studio, phase: Phase, key: str
) -> None:
    job = left_in(studio, provider, phase, Payer.VISITOR, task=True)
    studio.check_again(job.id, key)
    seen = rested(studio, job.id)
    assert seen.job.phase is not Phase.FAILED
    assert "key" in messages.sentence(seen)
    studio.check_again(job.id, KEY)
    assert completed(studio, job.id)
    assert provider.count("submit") == 0


def test_the_owners_jobs_are_looked_at_with_the_owners_key_only(
    provider: Provider, studio: Studio
) -> None:
    job = left_in(studio, provider, Phase.CREATED, task=True)
    studio.check_again(job.id, "a-visitors-key")
    assert completed(studio, job.id)
    assert {seen.headers.get("authorization") for seen in provider.seen} == {f"Bearer {KEY}", None}


def test_without_the_owners_key_the_owners_jobs_wait(provider: Provider, studio: Studio) -> None:
    job = left_in(studio, provider, Phase.CREATED, task=True)
    seen = rested(restarted(studio, api_key=""), job.id)
    assert (seen.job.phase, seen.job.error_code) == (Phase.CREATED, "needs_key")
    assert completed(restarted(studio), job.id)


# The answer is lost ------------------------------


@pytest.mark.parametrize("ahead", [-3600, 0, 3600])
def test_a_lost_task_is_found_though_the_clocks_differ(
    provider: Provider, studio: Studio, ahead: float
) -> None:
    provider.ahead = ahead
    provider.misbehave("submit", does.after(does.cut), 1)
    assert completed(studio, press(studio))


@pytest.mark.parametrize("lists_inputs", [True, False])
def test_two_alike_whose_answers_are_lost_never_take_each_others_task(
    provider: Provider, studio: Studio, lists_inputs: bool
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
    jobs = [press(studio, visitor=visitor) for visitor in ("anna", "ben")]
    rows = [rested(studio, job).job for job in jobs]
    (task,) = provider.tasks.values()
    owner = next(row for row in rows if list(row.uploads) == task.inputs["images"])
    for row in rows:
        taken = lists_inputs and row is owner
        assert row.phase is (Phase.COMPLETED if taken else Phase.UNCONFIRMED)
        assert row.request_id == (task.id if taken else "")


def test_two_alike_whose_answers_are_lost_each_get_their_own(
    provider: Provider, studio: Studio
) -> None:
    provider.misbehave("submit", does.after(does.cut), 2)
    jobs = [press(studio, visitor=visitor) for visitor in ("anna", "ben")]
    assert all(completed(studio, job) for job in jobs)
    for row in (rested(studio, job).job for job in jobs):
        assert list(row.uploads) == provider.tasks[row.request_id].inputs["images"]


def test_a_lost_task_is_taken_up_while_the_same_brief_runs_again(
    provider: Provider, studio: Studio
) -> None:
    provider.misbehave("submit", does.after(does.cut), 1)
    provider.misbehave("recent", does.status(500))
    first = press(studio)
    assert rested(studio, first).job.phase is Phase.UNCONFIRMED
    provider.silence()
    provider.misbehave("poll", does.task_says(status="processing", outputs=[]), 30)
    second = press(studio)
    wait_for(studio, second, lambda snapshot: snapshot.job.phase is Phase.PROCESSING)
    studio.check_again(first, KEY)
    assert completed(studio, first)
    assert completed(studio, second)
    assert provider.count("submit") == 2


# Watching and fetching ------------------------------


def test_a_key_that_dies_pauses_the_job(provider: Provider, studio: Studio) -> None:
    provider.misbehave("poll", does.status(401), 1)
    job_id = press(studio)
    seen = rested(studio, job_id)
    assert (seen.job.phase, seen.job.error_code) == (Phase.CREATED, "bad_key")
    studio.check_again(job_id, KEY)
    assert completed(studio, job_id)


def test_the_deadline_ends_the_watching_and_not_the_job(provider: Provider, tmp_path: Path) -> None:
    studio = studio_for(provider, tmp_path, replace(QUICK, deadline=0.1))
    provider.polls = 1000
    job_id = press(studio)
    seen = rested(studio, job_id)
    assert (seen.job.phase, seen.job.error_code) == (Phase.PROCESSING, "still_running")
    provider.polls = 0
    assert press(studio) == job_id  # pressing the same brief again is watching it again
    assert completed(studio, job_id)
    assert provider.count("submit") == 1


def test_a_provider_that_is_away_is_named_while_it_is(provider: Provider, studio: Studio) -> None:
    provider.misbehave("poll", does.cut, 12)
    job_id = press(studio)
    seen = wait_for(studio, job_id, lambda snapshot: bool(snapshot.trouble))
    assert "could not be reached" in messages.sentence(seen)
    assert messages.sentence(seen).endswith(f"request {seen.job.request_id}")
    assert completed(studio, job_id)
    assert not rested(studio, job_id).trouble


def test_an_expired_address_is_asked_for_anew(provider: Provider, studio: Studio) -> None:
    job = left_in(studio, provider, Phase.SAVING, task=True)
    provider.tasks["task-1"].polls = 9
    provider.misbehave("file", does.status(403), 1)
    studio.check_again(job.id, KEY)
    assert completed(studio, job.id)
    assert [seen.path for seen in provider.seen if seen.step == "file"] == [
        "/file/1.mp4",
        "/file/task-1.mp4",
    ]


def test_a_clip_that_cannot_be_had_can_be_fetched_again(provider: Provider, studio: Studio) -> None:
    provider.misbehave("file", does.html)
    job_id = press(studio)
    seen = rested(studio, job_id)
    assert seen.job.phase is Phase.SAVING
    assert seen.job.url.startswith(provider.base_url)
    assert "keeps the clip until" in messages.sentence(seen)
    provider.silence()
    studio.check_again(job_id, "")
    assert completed(studio, job_id)
    assert provider.count("submit") == 1


def test_a_paid_job_cannot_be_cancelled(studio: Studio, provider: Provider) -> None:
    job_id = press(studio)
    assert not awaited(studio.cancel(job_id))
    assert completed(studio, job_id)
    assert provider.count("submit") == 1


def test_a_picture_that_is_gone_is_a_sentence(provider: Provider, studio: Studio) -> None:
    order = order_in(studio.settings.data_dir)
    order.brief.images[0].unlink()
    job = studio.press(order, "anna", Payment(Payer.OWNER, KEY))
    seen = rested(studio, job.id)
    assert seen.job.phase is Phase.FAILED
    assert "picture cannot be read" in messages.sentence(seen)
    assert provider.count("submit") == 0
