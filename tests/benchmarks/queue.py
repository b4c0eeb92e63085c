"""Who waits how long for an account's clips while one visitor presses often, and what was told.

    python -m tests.benchmarks.queue [--hours 2] [--visitors 3000] [--processes 1]
        [--picture queue.svg]

The line before the paid POSTs is the app's own (`jobs/line.py`), and so is what it tells; the clock
is simulated. Visitors come by chance and press once, as many as make four fifths of what the
account can have finished, until the hours are over or all have come. One comes after a quarter of
that time and presses at once for as much as the account finishes in another quarter. The presses of
a visitor go to one of the processes; each has a line, and they share the window. The provider takes
so many POSTs in a minute and turns the next one down, works on so many tasks at once in the
order in which they came, and takes 171 s for one, give or take.
"""

import argparse
import asyncio
import random
import selectors
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from seedance_demo.errors import Busy
from seedance_demo.jobs.line import Line
from seedance_demo.jobs.timing import Timing
from seedance_demo.jobs.window import SECONDS, Window
from seedance_demo.ledger.counts import Counts
from seedance_demo.ledger.reader import ENOUGH

SEED = 20261130
USUAL = 171.0  # seconds of a clip at the provider, as its users have measured


@dataclass(frozen=True)
class Tier:
    """Of an account, as the provider's documentation has them: POSTs in a minute, tasks at once."""

    name: str
    a_minute: int
    at_once: int

    @property
    def finished(self) -> float:
        """Clips that such an account can have finished in a minute."""
        return min(self.a_minute, self.at_once * 60 / USUAL)


TIERS = Tier("Bronze", 5, 3), Tier("Silver", 60, 100), Tier("Gold", 600, 2000)


class SimulatedLoop(asyncio.SelectorEventLoop):
    """An event loop in which time passes only while everybody sleeps, and then at once."""

    def __init__(self) -> None:
        self._now = 0.0
        super().__init__(_Selector(self))

    def time(self) -> float:
        return self._now

    def pass_on(self, seconds: float) -> None:
        self._now += seconds


class _Selector(selectors.SelectSelector):
    def __init__(self, loop: SimulatedLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> Any:
        self._loop.pass_on(timeout or 0)
        return super().select(0)


@dataclass
class Press:
    """Seconds since the start. `place` is how many the page said were before it, `before` how many
    were sent before it since; `usual` what the page said that such clips usually take."""

    whose: str
    at: float
    is_often: bool = False
    place: int = 0
    before: int = 0
    usual: float | None = None
    done: float | None = None

    @property
    def wait(self) -> float:
        """From the press to the clip."""
        return self.done - self.at if self.done is not None else float("inf")


class Account:
    """The app's lines, one in each process, and the provider behind them. `pace` is
    SEEDANCE_CLIPS_PER_MINUTE."""

    def __init__(self, tier: Tier, pace: int | None, processes: int) -> None:
        self._clock, self._luck = asyncio.get_running_loop().time, random.Random(SEED)
        timing, windows = Timing(now=self._clock, sleep=asyncio.sleep), Counts(Window)
        self._tier = tier
        self._lines = [Line(pace, timing, windows=windows) for _ in range(processes)]
        self._tasks = asyncio.Semaphore(tier.at_once)  # gives places in the order of asking
        self._posts: list[float] = []
        self._waits: list[float] = []
        self.refused = 0

    async def press(self, press: Press) -> None:
        """Until the clip is there. Who is turned down presses again, as the page says."""
        await asyncio.sleep(press.at - self._clock())
        last = self._waits[-20:]
        press.usual = statistics.median(last) if len(last) >= ENOUGH else None
        sent = asyncio.ensure_future(self._sent(press))
        for _ in range(4):  # those whose turn has come are sent, and its place is known
            await asyncio.sleep(0)
        place, since = self._line(press).ahead(_name(press)), len(self._posts)
        number = await sent
        if place is not None:
            press.place, press.before = place, number - since
        async with self._tasks:
            await asyncio.sleep(self._luck.lognormvariate(0, 0.25) * USUAL)
        press.done = self._clock()
        self._waits.append(press.wait)

    async def _sent(self, press: Press) -> int:
        """How many were sent before it."""
        while True:
            try:
                async with self._line(press).place(press.whose, _name(press)):
                    return self._post()
            except Busy:
                await asyncio.sleep(self._luck.uniform(5, 30))

    def _line(self, press: Press) -> Line:
        return self._lines[crc32(press.whose.encode()) % len(self._lines)]

    def _post(self) -> int:
        now, most = self._clock(), self._tier.a_minute
        if len(self._posts) >= most and self._posts[-most] > now - SECONDS:
            self.refused += 1
            raise Busy("")
        self._posts.append(now)
        return len(self._posts) - 1


def _name(press: Press) -> str:
    return f"{id(press)}"


@dataclass(frozen=True)
class Story:
    """What became of the presses of one run: minutes from the press to the clip of those who press
    once and of the one who presses often; by how many percent the place and the time that were told
    were wrong, of those who press once."""

    name: str
    once: list[float]
    often: list[float]
    places: list[float]
    times: list[float]
    lost: int
    refused: int


def arrivals(tier: Tier, seconds: float, *, rush: bool, in_order: bool) -> list[Press]:
    """`in_order`: as if each press were somebody else's, so that turns go by nothing but time."""
    luck, presses, now = random.Random(SEED), list[Press](), 0.0
    while (now := now + luck.expovariate(_rate(tier))) < seconds:
        presses.append(Press(f"{len(presses)}", now))
    for number in range(round(seconds / 4 * tier.finished / 60) if rush else 0):
        whose = f"often {number}" if in_order else "often"
        presses.append(Press(whose, seconds / 4, is_often=True))
    return presses


def _rate(tier: Tier) -> float:
    """Visitors a second."""
    return 0.8 * tier.finished / 60


async def simulated(
    name: str, tier: Tier, pace: int, presses: list[Press], processes: int
) -> Story:
    account = Account(tier, pace, processes)
    await asyncio.gather(*map(account.press, presses))
    once = [each for each in presses if not each.is_often]
    return Story(
        name,
        [each.wait / 60 for each in once],
        [each.wait / 60 for each in presses if each.is_often],
        [100 * abs(each.before - each.place) / each.place for each in once if each.place],
        [100 * abs(each.usual - each.wait) / each.wait for each in once if each.usual],
        sum(each.done is None for each in presses),
        account.refused,
    )


def stories(tier: Tier, seconds: float, processes: int) -> Iterator[Story]:
    """Without the one who presses often; with, in the order of the presses; in turns; and in turns
    at the pace at which the account finishes them."""
    slow = max(1, int(tier.finished))
    paces = dict.fromkeys((tier.a_minute, slow))
    cases = (
        ("nobody presses often", tier.a_minute, False, False),
        ("in the order of presses", tier.a_minute, True, True),
        *((f"in turns, {pace} a minute", pace, True, False) for pace in paces),
    )
    for name, pace, rush, in_order in cases:
        with asyncio.Runner(loop_factory=SimulatedLoop) as runner:
            presses = arrivals(tier, seconds, rush=rush, in_order=in_order)
            yield runner.run(simulated(name, tier, pace, presses, processes))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hours", type=float, default=2)
    parser.add_argument("--visitors", type=int, default=3000)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--picture", type=Path)
    options = parser.parse_args()
    told: dict[Tier, list[Story]] = {}
    for tier in TIERS:
        seconds = min(options.hours * 3600, options.visitors / _rate(tier))
        print(f"{tier.name}: {tier.finished:.1f} clips a minute, {seconds / 60:.0f} minutes")
        for story in stories(tier, seconds, options.processes):
            told.setdefault(tier, []).append(story)
            _tell(story)
    if options.picture:
        options.picture.write_text(drawn(told), "utf-8")


def _tell(story: Story) -> None:
    print(
        f"  {story.name:24} {len(story.once)} once: {_spread(story.once)}; {len(story.often)} of "
        f"one: {_spread(story.often)}; lost {story.lost}, turned down {story.refused}; wrong by %: "
        f"place {_spread(story.places)} ({len(story.places)}), time {_spread(story.times)}",
        flush=True,
    )


def _spread(values: Sequence[float]) -> str:
    if len(values) < 2:
        return "none"
    return f"{statistics.median(values):.1f}, p95 {_p95(values):.1f}, most {max(values):.1f}"


def _p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def drawn(told: Mapping[Tier, list[Story]]) -> str:
    """Bars of minutes: the median, and lighter the p95."""
    parts, y = [], 24
    longest = max(_p95(story.once) for each in told.values() for story in each)
    for tier, each in told.items():
        title = f"{tier.name}: {tier.a_minute} POSTs a minute, {tier.at_once:,} tasks at once"
        parts.append(f'<text x="8" y="{y}" font-weight="bold">{title}</text>')
        for story in each:
            y += 22
            median, late = statistics.median(story.once), _p95(story.once)
            parts.append(f'<text x="8" y="{y}">{story.name}</text>')
            for minutes, shade in ((late, "#c9d6e6"), (median, "#2f5f98")):
                size = f'width="{480 * minutes / longest:.1f}" height="14"'
                parts.append(f'<rect x="190" y="{y - 11}" {size} fill="{shade}"/>')
            words = f"{median:.1f}, p95 {late:.1f} min"
            parts.append(f'<text x="{198 + 480 * late / longest:.1f}" y="{y}">{words}</text>')
        y += 34
    style = 'font-family="sans-serif" font-size="12" style="background:#fff" fill="#222"'
    size = f'viewBox="0 0 820 {y - 16}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>{"".join(parts)}</svg>\n'


if __name__ == "__main__":
    main()
