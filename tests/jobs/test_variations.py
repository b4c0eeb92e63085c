"""Four clips of one press against a provider that fails, or whose answers are lost."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from seedance_demo.accounts.guard import Payment
from seedance_demo.jobs.runner import JobRunner
from seedance_demo.jobs.snapshot import Snapshot
from seedance_demo.ledger import Job, Payer, Phase, Terms

from ..faults import provider as does
from ..faults.life import QUICK, awaited, decodes, make_clip, order_in, rested, runner_for
from ..faults.provider import KEY, Exchange, Provider, serving
from ..waiting import until

FAILS = does.task_says(status="failed", outputs=[], error="The picture shows a real person.")
LOST = does.after(does.cut)  # the task is created, and its answer is not heard


@pytest.fixture(scope="module")
def clip() -> bytes:
    return make_clip()


@pytest.fixture
def provider(clip: bytes) -> Iterator[Provider]:
    with serving(Provider(clip, polls=1, price=1.2)) as running:
        yield running


@pytest.fixture
def runner(provider: Provider, tmp_path: Path) -> JobRunner:
    patient = replace(QUICK.http, ask=60, submit=60, send_file=60)  # no answer here is only late
    return runner_for(provider, tmp_path, replace(QUICK, rests=(0.1,), http=patient))


def four(runner: JobRunner) -> list[Job]:
    order = order_in(runner.settings.data_dir)
    return runner.submit_all(order, 4, "anna", Payment(Payer.OWNER, KEY))


def ends(runner: JobRunner, jobs: list[Job], *, lost: int = 0) -> Counter[str]:
    """How the jobs stand once all but so many have ended."""

    def now() -> list[Job]:
        return [job for each in jobs if (job := runner.ledger.job(each.id))]

    def is_settled() -> bool:
        left = [job.phase for job in now() if not job.phase.ended]
        return left == [Phase.UNCONFIRMED] * lost

    until(is_settled)
    return Counter(str(job.phase) for job in now())


def billed(provider: Provider) -> Decimal:
    """What the provider's own log comes to: a failed task is paid back."""
    done = [task for task in provider.tasks.values() if task.polls > provider.polls]
    return Decimal(str(provider.price)) * len(done)


def test_of_four_one_fails_and_three_are_charged_as_the_provider_says(
    provider: Provider, runner: JobRunner
) -> None:
    provider.misbehave("poll", FAILS, times=1)
    jobs = four(runner)
    assert ends(runner, jobs) == {"completed": 3, "failed": 1}
    assert provider.count("submit") == len(provider.tasks) == 4
    until(lambda: len([job for job in runner.ledger.charges(0) if job.charged]) == 3)
    charges = runner.ledger.charges(0)
    assert sum(job.price_usd for job in charges) == billed(provider) == Decimal("3.6")
    assert runner.ledger.used("anna", "").spent == Decimal("3.6")
    assert {job.request_id for job in charges} < set(provider.tasks)
    clips = [runner.settings.clips / job.clip for job in charges]
    assert len(set(clips)) == 3
    assert all(map(decodes, clips))


def test_each_brings_its_own_pictures_and_asks_for_the_same(
    provider: Provider, runner: JobRunner
) -> None:
    assert ends(runner, four(runner)) == {"completed": 4}
    asked = [task.inputs for task in provider.tasks.values()]
    addresses = [tuple(inputs.pop("images")) for inputs in asked]
    assert len(set(addresses)) == 4
    assert asked == [asked[0]] * 4


def known_pictures(exchange: Exchange) -> None:
    """A storage that gives what it has already the same address again."""
    told = exchange.right()
    at = told.body.find(b"https://cdn.example/")
    end = told.body.find(b'"', at)
    same = told.body[:at] + b"https://cdn.example/known.jpg" + told.body[end:]
    headers = told.headers | {"Content-Length": str(len(same))}
    exchange.answer(replace(told, body=same, headers=headers))


def addresses(provider: Provider, kind: str) -> None:
    """What the provider's list says of where the pictures lie."""
    provider.lists_inputs = kind != "not listed"
    if kind == "the same":
        provider.misbehave("ticket", known_pictures)


KINDS = "told apart", "not listed", "the same"


@pytest.mark.parametrize("kind", KINDS)
def test_two_lost_answers_are_both_found_and_nothing_is_sent_again(
    provider: Provider, runner: JobRunner, kind: str
) -> None:
    addresses(provider, kind)
    provider.misbehave("submit", LOST, times=2)
    assert ends(runner, four(runner)) == {"completed": 4}
    assert provider.count("submit") == len(provider.tasks) == 4
    done = {job.request_id for job in runner.ledger.charges(0)}
    assert done == set(provider.tasks), "each task went to one job"


@pytest.mark.parametrize("kind", KINDS)
def test_of_two_lost_answers_one_created_nothing_and_the_clip_of_the_other_comes(
    provider: Provider, runner: JobRunner, kind: str
) -> None:
    """Which of the two it was, only the addresses tell."""
    addresses(provider, kind)
    provider.misbehave("submit", does.cut, times=1)
    provider.misbehave("submit", LOST, times=1)
    assert ends(runner, four(runner), lost=1) == {"completed": 3, "unconfirmed": 1}
    assert (provider.count("submit"), len(provider.tasks)) == (4, 3)
    found = [job.request_id for job in runner.ledger.charges(0) if job.request_id]
    assert sorted(found) == sorted(provider.tasks)
    assert runner.ledger.used("anna", "").spent == Decimal("4.8"), "the lost one may be charged"


def test_who_follows_one_sees_the_others_change_and_stays_until_the_last_has_ended(
    provider: Provider, runner: JobRunner
) -> None:
    seen: list[Snapshot] = []

    def after_the_first(exchange: Exchange) -> None:
        first = until(lambda: [job for job in now() if job.request_id and job.variation == 0])[0]
        until(lambda: first.request_id in exchange.seen.path or has_ended(first))
        exchange.answer(exchange.right())

    def now() -> list[Job]:
        return runner.ledger.of_visitor("anna")

    def has_ended(first: Job) -> bool:
        return any(job.id == first.id and job.phase.ended for job in now())

    async def story() -> None:
        first, *_ = four(runner)
        seen.extend([each async for each in runner.follow(first.id, to_the_last=True)])

    provider.misbehave("file", after_the_first)
    awaited(story())
    last = seen[-1]
    assert [job.variation for job in last.variations] == [0, 1, 2, 3]
    assert {job.phase for job in last.variations} == {Phase.COMPLETED}
    left = [{job.phase.ended for job in each.variations} for each in seen if each.job.phase.ended]
    assert {True, False} in left, "the one that is followed had ended before the others"
    assert rested(runner, last.job.id).job.phase is Phase.COMPLETED


def test_a_second_press_of_the_four_sends_nothing(provider: Provider, runner: JobRunner) -> None:
    provider.misbehave("poll", does.processing)
    first = four(runner)
    until(lambda: provider.count("submit") == 4)
    assert {job.id for job in four(runner)} == {job.id for job in first}
    provider.silence()
    assert ends(runner, first) == {"completed": 4}
    assert provider.count("submit") == 4


@pytest.mark.parametrize(
    ("before", "now", "is_shown"),
    [
        (Phase.PROCESSING, Phase.FAILED, True),
        (Phase.FAILED, Phase.FAILED, False),  # it was opened to be seen
        (Phase.SUBMITTING, Phase.UNCONFIRMED, False),  # it says that it may have been charged
        (Phase.PROCESSING, Phase.COMPLETED, False),
    ],
)
def test_one_that_is_ready_is_shown_instead_of_one_that_fails_meanwhile(
    runner: JobRunner, before: Phase, now: Phase, is_shown: bool
) -> None:
    order = order_in(runner.settings.data_dir)
    own, *others = runner.ledger.open_all(order, 4, "anna", Payer.OWNER, Terms())
    ready = replace(others[1], clip="ready.mp4")
    first, last = (
        Snapshot(replace(own, phase=phase), live=False, variations=(own, others[0], ready))
        for phase in (before, now)
    )
    assert last.ready_instead(first) == (ready if is_shown else None)
