"""Several processes at one PostgreSQL: what one leaves another finishes; nothing is sent twice.

`AWAY=20 pytest tests/faults/test_several.py -n 0 -s -k away` stops the database for that long.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import pytest

from seedance_demo.accounts.guard import Payment
from seedance_demo.catalog import ANIMATIC, BY_ID
from seedance_demo.errors import NotAllowed
from seedance_demo.jobs import neighbours
from seedance_demo.jobs.left_behind import pick_up
from seedance_demo.jobs.runner import JobRunner
from seedance_demo.ledger import Job, Ledger, Payer, Phase, Terms, leases, postgres
from seedance_demo.orders.order import Order, place

from ..apps import PROCESSES
from ..databases import Server
from ..waiting import until
from .app_process import TIMING
from .life import awaited, decodes, end, make_clip, order_in, rested, settings_for
from .provider import KEY, Provider, serving
from .test_kill import MOMENTS

STALLED, QUICK = 2.0, replace(TIMING, rests=(0.3,), write_again=(0.1,) * 600)
AWAY = float(os.getenv("AWAY", 2 * STALLED))  # seconds: nobody can tell that they live
# Before the POST, behind it, while the clip is made, and while it is fetched.
HELD = ("put arrived", "submit created", "poll arrived", "poll arrived", "file arrived")


def live(base_url: str, folder: Path, address: str, payer: Payer, prompts: list[str]) -> None:
    """A process of the app: until it works on nothing any more; for good if it presses nothing."""
    leases.BEAT, neighbours.SHOWN, leases.STALLED, postgres.PATIENCE = 0.2, 0.05, STALLED, 1
    runner = runner_at(Provider(b"", base_url=base_url), folder, address)
    pick_up(runner)
    neighbours.work_together(runner)
    for prompt in prompts:
        runner.submit(order_for(payer, folder, prompt), "anna", Payment(payer, KEY))
    while not prompts or runner.known_here():
        time.sleep(0.02)


def press_together(base_url: str, folder: Path, address: str, start: Barrier, name: str) -> None:
    """Twelve presses of a process at the same moment, as others do. It ends with the number of
    those that were let through."""
    runner = runner_at(Provider(b"", base_url=base_url), folder, address)
    payment = Payment(Payer.OWNER, KEY, Terms(budget=Decimal(6)))
    orders = [order_in(folder, f"{name} {n}") for n in range(12)]

    def is_let_through(n: int) -> bool:
        try:
            return bool(runner.submit(orders[n], f"visitor {n} of {name}", payment))
        except NotAllowed:
            return False

    start.wait()
    with ThreadPoolExecutor(12) as presses:
        let_through = sum(presses.map(is_let_through, range(12)))
    while runner.known_here():
        time.sleep(0.02)
    sys.exit(let_through)


def runner_at(provider: Provider, folder: Path, address: str, **more: Any) -> JobRunner:
    """The provider draws its animatics, too."""
    own = folder / f"own-{os.getpid()}"
    settings = replace(settings_for(provider, folder), database=address, own_disk=own, **more)
    return JobRunner(settings, Ledger(address), lambda: (provider.base_url, KEY), QUICK)


def order_for(payer: Payer, folder: Path, prompt: str) -> Order:
    order = order_in(folder, prompt)
    free = replace(order.brief, model=BY_ID[ANIMATIC])
    return place(free) if payer is Payer.NOBODY else order


def pid_of(process: BaseProcess) -> int:
    assert process.pid
    return process.pid


@dataclass
class Company:
    """`here` is this process's own runner, which only looks."""

    provider: Provider
    folder: Path
    here: JobRunner

    def start(self, *prompts: str, payer: Payer = Payer.OWNER) -> BaseProcess:
        given = self.provider.base_url, self.folder, self.here.settings.database, payer
        process = PROCESSES.Process(target=live, args=(*given, list(prompts)), daemon=True)
        process.start()
        return process

    def signal_at(self, moment: str, number: int, *prompts: str, **more: Payer) -> BaseProcess:
        """A process that gets a signal at a moment of its first job's life."""
        sent: list[str] = []
        started: list[BaseProcess] = []

        def send(now: str) -> None:
            if now == moment and not sent:
                sent.append(now)
                os.kill(pid_of(until(lambda: started)[0]), number)

        self.provider.watch = send
        started.append(self.start(*prompts, **more))
        until(lambda: sent)
        return started[0]

    def job(self, prompt: str) -> Job:
        def of_this() -> list[Job]:
            jobs = self.here.ledger.of_visitor("anna")
            return [job for job in jobs if job.prompt == prompt]

        return until(of_this)[0]

    def is_finished(self, prompt: str) -> bool:
        """Followed from here, without a click."""
        return self.is_followed(self.job(prompt))

    def is_followed(self, job: Job) -> bool:
        """To its clip, through rests: a question that was held too long is asked again."""

        async def last() -> Job:
            async for snapshot in self.here.follow(job.id, to_the_last=True):
                seen = snapshot.job
            return seen

        job = awaited(last())
        return job.phase is Phase.COMPLETED and decodes(self.folder / "clips" / job.clip)


@pytest.fixture
def company(postgresql: Server, tmp_path: Path) -> Iterator[Company]:
    with serving(Provider(make_clip(), polls=3)) as provider:
        here = runner_at(provider, tmp_path, postgresql.new_schema())
        yield Company(provider, tmp_path, here)
        here.ledger.close()


@contextmanager
def another(company: Company) -> Iterator[None]:
    process = company.start()
    yield
    process.kill()


def test_what_a_killed_process_leaves_another_finishes(company: Company) -> None:
    with another(company):
        for moment in MOMENTS:
            company.signal_at(moment, signal.SIGKILL, moment)
            assert company.is_finished(moment), moment
    assert company.provider.count("submit") == len(company.provider.tasks) == len(MOMENTS)


@pytest.mark.parametrize("moment", ["put arrived", "submit arrived", "submit answered"])
def test_a_process_that_stood_still_sends_nothing_again(company: Company, moment: str) -> None:
    company.provider.polls = 1 << 30
    with another(company):
        still = company.signal_at(moment, signal.SIGSTOP, "push in")
        until(lambda: company.job("push in").phase is Phase.PROCESSING)
        os.kill(pid_of(still), signal.SIGCONT)
        still.join(60)
        assert still.exitcode == 0, "it has let go"
        assert company.job("push in").error == "", "nor does it complain of what another does"
        company.provider.polls = 0
        assert company.is_finished("push in")
    assert company.provider.count("submit") == len(company.provider.tasks) == 1


def test_a_job_is_followed_to_its_clip_whoever_of_two_that_held_it_has_sent_it(
    company: Company,
) -> None:
    """One stood still and was missed. It sends first when it wakes, and the other lets go."""
    gates = iter(release := [threading.Event(), threading.Event()])
    arrived: list[str] = []

    def hold(now: str) -> None:
        if now == "put arrived":
            arrived.append(now)
            next(gates).wait(60)

    company.provider.polls, company.provider.watch = 1 << 30, hold
    database = company.here.settings.database
    one, two = (runner_at(company.provider, company.folder, database) for _ in range(2))
    order = order_in(company.folder, "push in")
    job = one.submit(order, "anna", Payment(Payer.OWNER, KEY))
    until(lambda: len(arrived) == 1)
    assert two.ledger.leases.take(job.id, anyway=True)
    two.start(job)
    until(lambda: len(arrived) == 2)
    release[0].set()
    until(lambda: company.job("push in").phase is Phase.PROCESSING)
    release[1].set()
    until(lambda: not two.known_here())
    seen = company.here.snapshot(job.id)
    assert seen
    assert seen.live
    company.provider.polls = 0
    assert company.is_finished("push in")
    assert company.provider.count("submit") == len(company.provider.tasks) == 1
    for each in (one, two):
        end(each)
        each.ledger.close()


def test_what_a_visitors_key_pays_waits_for_that_key(company: Company) -> None:
    with another(company):
        company.signal_at("poll arrived", signal.SIGKILL, "push in", payer=Payer.VISITOR)
        until(lambda: company.job("push in").error_code == "needs_key")
        assert not rested(company.here, company.job("push in").id).live
    company.here.check_again(company.job("push in").id, KEY)
    assert company.is_finished("push in")
    assert company.provider.count("submit") == 1


def test_36_presses_of_three_processes_on_six_dollars_are_five_jobs(company: Company) -> None:
    start = PROCESSES.Barrier(3)
    given = company.provider.base_url, company.folder, company.here.settings.database, start
    processes = [
        PROCESSES.Process(target=press_together, args=(*given, name), daemon=True)
        for name in ("one", "two", "three")
    ]
    for each in processes:
        each.start()
    for each in processes:
        each.join(60)
    assert sum(each.exitcode or 0 for each in processes) == 5
    jobs = company.here.ledger.charges(0)
    assert [(job.phase, str(job.price_usd)) for job in jobs] == [(Phase.COMPLETED, "1.2")] * 5
    assert company.here.ledger.used("", "").spent == 6
    assert company.provider.count("submit") == len(company.provider.tasks) == 5


def test_a_database_that_is_away_delays_and_loses_nothing(
    company: Company, postgresql: Server
) -> None:
    """Jobs of two processes, held where their lives turn, while somebody follows them."""
    to_hold, goes_on = list(HELD), threading.Event()

    def hold(now: str) -> None:
        if now in to_hold:
            to_hold.remove(now)
            goes_on.wait(60)

    company.provider.watch = hold
    prompts = [f"clip {n}" for n in range(len(HELD))]
    with another(company), ThreadPoolExecutor(len(HELD)) as followers:
        company.start(*prompts[1:])
        company.start(prompts[0], payer=Payer.VISITOR)
        until(lambda: not to_hold)
        jobs = [company.job(prompt) for prompt in prompts]
        followed = [followers.submit(company.is_followed, job) for job in jobs]
        sent = company.provider.count("submit")
        postgresql.stop()
        goes_on.set()
        gone = time.monotonic()
        until(lambda: time.monotonic() > gone + AWAY)
        assert company.provider.count("submit") == sent, "nobody knows whether it was"
        postgresql.start()
        finished = [each.result() for each in followed]
        ends = [company.job(prompt) for prompt in prompts]
        assert all(finished), [(job.phase, job.error_code, job.error) for job in ends]
    assert company.provider.count("submit") == len(company.provider.tasks) == len(HELD)


@pytest.mark.parametrize("also_waits_here", [False, True])
def test_stop_ends_an_animatic_wherever_it_is_drawn(
    company: Company, also_waits_here: bool
) -> None:
    company.provider.polls = 1 << 30
    drawing = company.start("drawn", payer=Payer.NOBODY)
    until(lambda: company.job("drawn").phase is Phase.PROCESSING)
    job = company.job("drawn")
    if also_waits_here:  # whoever has a place first draws it
        company.here._turns._free = 0
        company.here.start(job)
        until(lambda: (seen := company.here.snapshot(job.id)) and seen.ahead == 0)
    assert awaited(company.here.cancel(job.id))
    ended = rested(company.here, company.job("drawn").id).job
    assert (ended.phase, ended.error_code) == (Phase.FAILED, "cancelled")
    assert company.provider.count("cancel") >= 1, "who draws it has stopped"
    drawing.join(60)
    assert drawing.exitcode == 0


def test_stop_ends_an_animatic_that_nobody_draws_yet(company: Company) -> None:
    here, ledger = company.here, company.here.ledger
    order = order_for(Payer.NOBODY, company.folder, "waits")
    job = ledger.open(order, "anna", Payer.NOBODY)
    assert awaited(here.cancel(job.id))
    assert ledger.job(job.id) == rested(here, job.id).job
    assert rested(here, job.id).job.error_code == "cancelled"
    assert job.id not in ledger.leases.held()
    assert not company.provider.tasks


def test_stop_of_what_is_paid_elsewhere_ends_nothing(company: Company) -> None:
    company.provider.polls = 1 << 30
    here = runner_at(company.provider, company.folder, company.here.settings.database)
    here.submit(order_in(company.folder, "paid"), "anna", Payment(Payer.OWNER, KEY))
    until(lambda: company.job("paid").phase is Phase.PROCESSING)
    job = company.job("paid")
    assert not awaited(company.here.cancel(job.id))
    assert isinstance(here.ledger.leases, leases.SharedLeases)
    here.ledger.leases.stop(job.id)  # nor by a mistake
    assert here.ledger.leases.stopped() == {job.id}
    neighbours.Neighbours(here, here.ledger.leases).step()
    assert not awaited(here.cancel(job.id))
    company.provider.polls = 0
    assert company.is_finished("paid")
    assert company.provider.count("cancel") == 0
    here.ledger.close()
