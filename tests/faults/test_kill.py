"""kill -9 at any moment of a job's life, then start again: no clip is lost, none is paid twice.

The moments that matter have names, and are met for certain; what nobody thought of is looked for at
random.
`LIVES=100 pytest tests/faults/test_kill.py -n 0 -s` takes more lives and prints the figures.
"""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import Queue

import pytest

from seedance_demo.ledger import Job, Ledger, Phase
from tests.apps import PROCESSES

from .app_process import run
from .life import decodes, make_clip
from .provider import Provider, serving

SEED = 20261122
LIVES = int(os.getenv("LIVES", "8"))  # killed at a random moment
TOGETHER = 3  # jobs in one process, so that one kill meets several moments
MOMENTS = (
    *("ticket arrived", "put arrived", "put answered", "submit arrived", "submit created"),
    *("submit answered", "poll arrived", "poll answered", "file arrived", "file answered"),
)


@dataclass
class App:
    """A data folder, the provider it pays, and the process that runs in between."""

    folder: Path
    provider: Provider
    process: BaseProcess | None = None
    ends: "Queue[bool]" = field(default_factory=Queue)  # whether each came at once

    def start(self, *prompts: str) -> None:
        self.run(run, self.provider.base_url, str(self.folder), list(prompts))

    def press_for(self, clips: int, prompt: str) -> None:
        self.run(run, self.provider.base_url, str(self.folder), [prompt], "", clips)

    def run(self, target: Callable[..., None], *arguments: object) -> None:
        self.process = PROCESSES.Process(target=target, args=arguments)
        self.process.start()

    def end(self, signal_number: int) -> None:
        assert self.process
        assert self.process.pid
        with suppress(ProcessLookupError):  # its life was over
            os.kill(self.process.pid, signal_number)
        self.process.join(5)
        self.ends.put(not self.process.is_alive())

    def finish(self) -> None:
        assert self.process
        self.process.join(60)
        assert self.process.exitcode is not None

    def jobs(self) -> list[Job]:
        ledger = self.folder / "ledger.sqlite"
        return Ledger(ledger).of_visitor("anna") if ledger.exists() else []


@contextmanager
def installed(folder: Path) -> Iterator[App]:
    folder.mkdir(parents=True)
    with serving(Provider(make_clip(), polls=3)) as provider:
        yield App(folder, provider)


def check(app: App) -> int:
    """The tasks created; each has its clip on the disk and one charge, and nothing else is left."""
    jobs, tasks = app.jobs(), app.provider.tasks
    prompts = [task.inputs["prompt"] for task in tasks.values()]
    assert len(prompts) == len(set(prompts)) == app.provider.count("submit")
    done = {job.request_id: job for job in jobs if job.phase is Phase.COMPLETED}
    assert set(done) == set(tasks)
    for task in tasks.values():
        assert done[task.id].prompt == task.inputs["prompt"]
        assert decodes(app.folder / "clips" / done[task.id].clip)
    on_disk = {path.name for path in (app.folder / "clips").glob("*")}
    assert on_disk == {job.clip for job in done.values()}
    return len(tasks)


def length_of_a_life(folder: Path) -> float:
    with installed(folder) as app:
        started = time.monotonic()
        app.start(*map(str, range(TOGETHER)))
        app.finish()
        assert check(app) == TOGETHER
        return time.monotonic() - started


def killed_after(seconds: float, folder: Path) -> tuple[Counter[str], int]:
    """The phases the kill met, and the tasks, all of them recovered."""
    with installed(folder) as app:
        app.start(*map(str, range(TOGETHER)))
        time.sleep(seconds)
        app.end(signal.SIGKILL)
        met = Counter(str(job.phase) for job in app.jobs())
        app.start()
        app.finish()
        return met, check(app)


def test_a_kill_at_a_random_moment_loses_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    length_of_a_life(tmp_path / "first")  # it loads the interpreter
    chance, met, tasks, taken = random.Random(SEED), Counter[str](), 0, 0
    while len(met) < 4 and taken < 4 * LIVES:  # chance may miss a short phase: then it tries again
        life = length_of_a_life(tmp_path / f"measured-{taken}")  # the machine may be busier now
        # One in each part of it; and two at once are slower.
        moments = [1.5 * life * (n + chance.random()) / LIVES for n in range(LIVES)]
        folders = [tmp_path / f"life-{taken + n}" for n in range(LIVES)]
        with ThreadPoolExecutor(2) as side_by_side:
            for found, made in side_by_side.map(killed_after, moments, folders):
                met, tasks = met + found, tasks + made
        taken += LIVES
    with capsys.disabled():
        phases = ", ".join(f"{met[phase]} {phase}" for phase in Phase if met[phase])
        print(
            f"\n{taken} kills -9 within lives of {life:.2f} s met {met.total()} jobs: {phases}."
            f"\n{tasks} tasks created, {tasks} clips recovered, {tasks} charges."
        )
    assert len(met) > 3  # the moments were spread over the life


@pytest.mark.parametrize(
    ("moment", "number"),
    [
        *((moment, signal.SIGKILL) for moment in MOMENTS),
        *((moment, signal.SIGTERM) for moment in ("submit created", "poll arrived")),
        *((moment, signal.SIGINT) for moment in ("poll arrived", "file arrived")),
    ],
)
def test_an_end_at_a_named_moment_loses_nothing(
    tmp_path: Path, moment: str, number: signal.Signals
) -> None:
    """The process ends at once, before the provider goes on, and the next one takes over."""
    with installed(tmp_path / "app") as app:
        ended = Counter[str]()

        def end(now: str) -> None:
            ended[now] += 1
            if now == moment and ended[now] == 1:
                app.end(number)

        app.provider.watch = end
        app.start("push in")
        assert app.ends.get(timeout=60), "it waits for the provider"
        app.start()
        app.finish()
        assert check(app) == (0 if moment.startswith(("ticket", "put")) else 1)


@pytest.mark.parametrize("moment", ["put answered", "submit arrived", "submit answered"])
def test_four_clips_that_are_killed_on_their_way_and_pressed_again_are_four(
    tmp_path: Path, moment: str
) -> None:
    """When the second of them is there, some of the others are sent and some are not. One that was
    about to be sent at that moment may have been, and is never sent again."""
    with installed(tmp_path / "app") as app:
        met = Counter[str]()

        def end(now: str) -> None:
            met[now] += 1
            if now == moment and met[now] == 2:
                app.end(signal.SIGKILL)

        app.provider.watch = end
        app.press_for(4, "push in")
        assert app.ends.get(timeout=60)
        app.press_for(4, "push in")
        app.finish()
        kept = [job for job in app.jobs() if job.phase is not Phase.FAILED]
        assert sorted(job.variation for job in kept) == [0, 1, 2, 3]
        done = {job.request_id: job for job in kept if job.phase is Phase.COMPLETED}
        assert set(done) == set(app.provider.tasks)
        assert app.provider.count("submit") == len(done)
        assert {job.phase for job in kept} <= {Phase.COMPLETED, Phase.UNCONFIRMED}
        assert all(decodes(app.folder / "clips" / job.clip) for job in done.values())
