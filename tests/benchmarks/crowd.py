"""What becomes of a thousand watches: their first word, their last, and whoever vanishes.

    python -m tests.benchmarks.crowd [--watches 1000]

Run it under `ulimit -n 1024` as well. A hundred jobs end at the provider in the same moment, and
their clips are fetched, checked and saved. Then everybody goes, and as many come again. At last two
hundred of as many as the app takes vanish, and others come in their place.
"""

import argparse
import asyncio
import os
import resource
import socket
import statistics
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

from tests.apps import PROCESSES, free_port, running_app
from tests.faults.life import make_clip
from tests.faults.provider import KEY
from tests.waiting import until

from .watching import HOST, memory, opened, process, running_jobs, serve_answers

ENDING, VANISHING = 100, 200
FREE_AFTER = 30  # seconds
MORE = 350  # beyond a thousand, which is more than it takes
TCP_REPAIR = 19  # linux/tcp.h: a socket that is closed in it tells the other end nothing
FILES = 20_000  # for the streams of this process
FULL = b"Too many pages"


@dataclass(eq=False)
class Watch:
    """One stream. `first` is after how many seconds its first word came, `ended` when the end of
    its job did, `ends` how often that was told, `full` whether it was not taken."""

    port: int
    job: str
    first: float = 0
    ended: float = 0
    ends: int = 0
    full: bool = False
    connections: list[socket.socket] = field(default_factory=list)

    async def run(self) -> None:
        begun = time.monotonic()
        async with opened(self.port, "job", [self.job], self.connections) as reader:
            kind = b""
            while line := await reader.readline():
                if line.startswith(b"event:"):
                    kind = line.split()[1]
                elif line.startswith(b"data:"):
                    self.first = self.first or time.monotonic() - begun
                    self.full |= FULL in line
                    if kind == b"generating" and b'"completed"' in line:
                        self.ends += 1
                        self.ended = self.ended or time.monotonic()

    def vanish(self) -> None:
        """Without goodbye, as a laptop whose lid is shut."""
        for each in self.connections:
            each.setsockopt(socket.IPPROTO_TCP, TCP_REPAIR, 1)


class Crowd:
    """All who watch one app."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._running: dict[Watch, asyncio.Task[None]] = {}

    async def come(self, jobs: list[str], at_once: int = 10) -> list[Watch]:
        """So many at a time, until each has its first word."""
        new, doors = [Watch(self._port, job) for job in jobs], asyncio.Semaphore(at_once)

        async def enter(each: Watch) -> None:
            async with doors:
                self._running[each] = asyncio.ensure_future(each.run())
                await _happens(lambda: each.first > 0)

        await asyncio.gather(*map(enter, new))
        return new

    async def go(self, watches: list[Watch]) -> None:
        for each in watches:
            self._running[each].cancel()
        await asyncio.gather(*(self._running.pop(each) for each in watches), return_exceptions=True)


async def _happens(what: object) -> None:
    assert callable(what)
    while not what():
        await asyncio.sleep(0.02)


def number(job: str) -> int:
    return int(job[:16], 16)


def provider(port: int, ending: "Synchronized[int]", clip: bytes) -> None:
    """Knows every task; those of a number below `ending` are done."""

    def answer(path: str) -> object:
        if path == "/clip.mp4":
            return clip
        task = path.split("/")[4] if "/predictions/" in path else ""
        is_done = bool(task) and number(task) < ending.value
        status = "completed" if is_done else "processing"
        outputs = [f"http://{HOST}:{port}/clip.mp4"] if is_done else []
        return {"code": 200, "data": {"id": task, "status": status, "outputs": outputs}}

    serve_answers(port, answer)


async def story(pid: int, port: int, ids: list[str], ending: "Synchronized[int]") -> None:
    crowd = Crowd(port)
    before = memory(pid)
    first = await crowd.come(ids)
    _tell_first_words("ten who come at once", first)
    later = await crowd.come(ids[-20:], 1)
    _tell_first_words("one more", later)
    await crowd.go(later)
    taken = [each for each in first if not each.full]
    print(f"{len(taken)} of them watch, {len(first) - len(taken)} were told that it is full")
    ending.value, since = ENDING, time.monotonic()
    last = [each for each in taken if number(each.job) < ENDING]
    await asyncio.gather(*(_happens(lambda each=each: each.ends > 0) for each in last))
    await asyncio.sleep(15)  # whatever would be said twice
    took = sorted(each.ended - since for each in last)
    print(f"{len(last)} ends, told after {took[0]:.1f} to {took[-1]:.1f} s,", end=" ")
    print(f"{sum(each.ends == 1 for each in last)} of them once;", end=" ")
    print(f"{sum(each.ends for each in first) - sum(each.ends for each in last)} to others")
    one = memory(pid) - before
    await crowd.go(first)
    await asyncio.sleep(FREE_AFTER)
    second = await crowd.come(ids[ENDING:] + ids[ENDING : 2 * ENDING])
    two = memory(pid) - before
    print(f"memory +{one >> 20} MB with the first, +{two >> 20} MB with the second thousand")
    await _vanish(crowd, second, ids)


async def _vanish(crowd: Crowd, second: list[Watch], ids: list[str]) -> None:
    more = [] if any(each.full for each in second) else await crowd.come(ids[-MORE:])
    taken = [each for each in (*second, *more) if not each.full]
    print(f"{len(taken)} watch, which is as many as it takes")
    for each in taken[:VANISHING]:
        each.vanish()
    await crowd.go(taken[:VANISHING])
    await asyncio.sleep(FREE_AFTER)
    others = await crowd.come(ids[-VANISHING:])
    free = sum(not each.full for each in others)
    print(f"{free} of {VANISHING} places are free {FREE_AFTER} s after those vanished")


def _tell_first_words(whose: str, watches: list[Watch]) -> None:
    times = sorted(each.first for each in watches)
    middle, most = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"first word of {whose}: median {middle:.2f} s, p95 {most:.2f}, max {times[-1]:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--watches", type=int, default=1000)
    count = parser.parse_args().watches
    print("open files, soft and hard:", resource.getrlimit(resource.RLIMIT_NOFILE))
    print("load of the machine:", os.getloadavg()[0])
    with tempfile.TemporaryDirectory() as folder:
        ending, own = PROCESSES.Value("i", 0), free_port()
        data = Path(folder) / "data"
        ids = running_jobs(data, count)
        where = f"http://{HOST}:{own}"
        with (
            process(provider, own, ending, make_clip()),
            running_app(data, WAVESPEED_API_KEY=KEY, WAVESPEED_BASE_URL=where) as app,
        ):
            until(lambda: b"is processing" in app.log.read_bytes())
            with suppress(ValueError):  # the app has its limit already
                resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, FILES))
            asyncio.run(story(app.pid, int(app.url.rsplit(":", 1)[1]), ids, ending))


if __name__ == "__main__":
    main()
