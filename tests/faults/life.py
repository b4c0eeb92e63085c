"""One press against a misbehaving provider, lived through in a moment."""

import asyncio
import io
import os
import threading
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import av
import cv2
import numpy as np

from seedance_demo.accounts.guard import Payment
from seedance_demo.catalog import BY_ID
from seedance_demo.config.settings import Settings
from seedance_demo.jobs.left_behind import pick_up, take_over
from seedance_demo.jobs.runner import JobRunner
from seedance_demo.jobs.snapshot import Snapshot
from seedance_demo.jobs.timing import Timing
from seedance_demo.ledger import Ledger, Payer
from seedance_demo.orders.brief import Brief
from seedance_demo.orders.order import Order, place
from seedance_demo.ui import messages
from seedance_demo.wavespeed.transport import ONCE, Patience

from ..waiting import until
from .provider import KEY, MODEL, Provider

T = TypeVar("T")
BEGUN: list[JobRunner] = []  # in this process; conftest.py ends them with their test
JPEG = cv2.imencode(".jpg", np.zeros((9, 16, 3), np.uint8))[1].tobytes()
HTTP = Patience(
    connect=2,
    ask=1,
    submit=1,
    send_file=1,
    fetch=60,
    fetch_tries=4,
    fetch_pause=0.01,
    again=Patience().again.new(total=2, backoff_factor=0.01, backoff_jitter=0),
)
QUICK = Timing(
    poll=0.01,
    poll_growth=1.5,
    poll_longest=0.1,
    deadline=2.5,
    look_again=(0.01, 0.05, 0.1),
    fetch_again=(0.02, 0.05),
    write_again=(0.05, 0.1, 0.2, 0.4),
    http=HTTP,
)


@dataclass
class Clock:
    """A clock for `Timing`. Whoever sleeps moves it on, so that a day passes at once; standing, it
    waits until the test does."""

    stands: bool = False
    time: float = field(default_factory=time.time)  # Unix seconds

    def now(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        due = self.time + seconds
        if not self.stands:
            self.time = due
        await asyncio.sleep(0)
        while self.time < due:
            await asyncio.sleep(0.005)

    def timing(self) -> Timing:
        """The usual intervals, as this clock counts them."""
        once = replace(HTTP, again=ONCE, fetch_tries=1)
        return Timing(
            look_again=QUICK.look_again,
            http=once,
            now=self.now,
            sleep=self.sleep,
        )


@cache
def make_clip(frames: int = 24, *, index_first: bool = False) -> bytes:
    """A small real video, its index at the end as encoders write it, or at the beginning."""
    file = io.BytesIO()
    with av.open(
        file, "w", format="mp4", options={"moov_size": "4000"} if index_first else {}
    ) as clip:
        stream = clip.add_stream("libx264", rate=24, options={"preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        noise = np.random.default_rng(7)
        for _ in range(frames):
            picture = noise.integers(0, 255, (48, 64, 3), np.uint8)
            clip.mux(stream.encode(av.VideoFrame.from_ndarray(picture)))
        clip.mux(stream.encode())
    return file.getvalue()


def decodes(path: Path, frames: int = 24) -> bool:
    with suppress(av.FFmpegError), av.open(str(path)) as clip:
        return sum(1 for _ in clip.decode(video=0)) == frames
    return False


def settings_for(provider: Provider, folder: Path) -> Settings:
    return Settings(api_key=KEY, base_url=provider.base_url, data_dir=folder)


def no_local_api() -> tuple[str, str]:
    raise AssertionError("a paid job does not ask the local API")


def order_in(folder: Path, prompt: str = "Slow push in", picture: bytes = JPEG) -> Order:
    pictures = folder / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    path = pictures / f"{abs(hash(picture)):x}.jpg"
    if not path.exists():  # whole at once: another process may read it, a bucket may copy it
        part = folder.parent / f"{path.stem}.{threading.get_ident()}-{os.getpid()}"
        part.write_bytes(picture)
        part.replace(path)
    return place(Brief((path,), prompt, 5, BY_ID[MODEL]))


def runner_for(
    provider: Provider,
    folder: Path,
    timing: Timing = QUICK,
    own_disk: Path | None = None,
    where: Path | str = "",
) -> JobRunner:
    """`where` its ledger is; an address, or as usual in `folder`."""
    database = where if isinstance(where, str) else ""
    settings = replace(settings_for(provider, folder), own_disk=own_disk, database=database)
    ledger = Ledger(settings.ledger, folder if own_disk else None)
    return begun(JobRunner(settings, ledger, no_local_api, timing))


def begun(runner: JobRunner) -> JobRunner:
    BEGUN.append(runner)
    return runner


def next_process(runner: JobRunner, **changed: Any) -> JobRunner:
    """At the same ledger, with some settings changed. Where there may be several, it goes on when
    the one before is missed."""
    runner.ledger.close()
    settings = replace(runner.settings, **changed)
    again = begun(JobRunner(settings, Ledger(settings.ledger), no_local_api, runner.timing))
    pick_up(again)
    if again.ledger.leases.shared:
        take_over(again, from_others=True)
    return again


def end(runner: JobRunner) -> None:
    """Give back what its event loop holds of the files that a process may open: three."""
    loop = runner._background._loop
    if loop.is_closed():
        return

    def cancel_all() -> None:
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.call_soon(loop.stop)

    loop.call_soon_threadsafe(cancel_all)
    until(lambda: not loop.is_running())
    loop.close()


def end_all() -> None:
    while BEGUN:
        end(BEGUN.pop())


def press(
    runner: JobRunner, prompt: str = "Slow push in", visitor: str = "anna", clips: int = 1
) -> str:
    """The id of the job, of several the first."""
    order = order_in(runner.settings.data_dir, prompt)
    return runner.submit_all(order, clips, visitor, Payment(Payer.OWNER, KEY))[0].id


def rested(runner: JobRunner, job_id: str) -> Snapshot:
    """How a job stands once nobody works on it any more."""

    async def last() -> Snapshot:
        async for snapshot in runner.follow(job_id):
            seen = snapshot
        return seen

    return awaited(last())


def awaited(wanted: Coroutine[Any, Any, T]) -> T:
    """What it comes to, in a thread of its own: a browser's test may hold a loop in this one."""
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(asyncio.run, wanted).result()


@dataclass(frozen=True)
class Outcome:
    posts: int
    tasks: int
    phase: str
    request_id: str
    sentence: str
    decodes: bool
    covered: bool


def outcome(provider: Provider, runner: JobRunner, job_id: str) -> Outcome:
    snapshot = rested(runner, job_id)
    job = snapshot.job
    clip = runner.settings.data_dir / "clips" / job.clip
    return Outcome(
        provider.count("submit"),
        len(provider.tasks),
        str(job.phase),
        job.request_id,
        messages.sentence(snapshot),
        bool(job.clip) and decodes(clip),
        job.nsfw,
    )
