"""How long a person waits: from the press of the button until the animatic plays.

    python -m tests.benchmarks.press [--rounds 3]

A round starts the app anew, opens the page in a browser, uploads the pictures, waits until they are
known, and presses: the first press after a start. Then it presses again with another word in the
prompt: a later one. Between these, the renderer alone (a process of its own, with its imports) and
the encoder alone (one x264 on the frames as drawn) do the same. A film plays when the browser's own
player says that it can.

Told are seconds by the clock and seconds of the processor, which other work on the machine disturbs
less: for a press those of the app with its renderers and without the browser. Of each the least,
the median and the most; ratios are those within each round. At the end eight visitors press at
once, by the page's API, beside one that presses alone.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from seedance_demo.animatic.prompt.director import direct
from tests.apps import App, running_app
from tests.benchmarks import animatic
from tests.browser.actions import fill
from tests.browser.chromium import CHROMIUM, QUIET
from tests.raw_api import RawApi, picture
from tests.waiting import until

CLEARED = "() => !document.querySelector('#video video')"
PLAYS = "() => document.querySelector('#video video')?.readyState >= 3"
LONGEST = 300_000  # milliseconds
TOGETHER = 8
ALONE, EACH_TICK = 3, os.sysconf("SC_CLK_TCK")
Used = tuple[float, float]  # seconds of the clock, of the processor


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name, _browser() as new_page:
        folder = Path(name)
        pictures = animatic.pictures(folder)
        for seconds, count in ((5, 1), (15, 3)):
            film = _Film(folder, pictures[:count], seconds)
            found: dict[str, list[Used]] = defaultdict(list)
            for n in range(rounds):
                with running_app(folder / f"{seconds}-{n}") as app:
                    _round(app, new_page(), film, found)
            _report(film, found)
        with running_app(folder / "together") as app:
            _together(app, pictures[0])


class _Film:
    def __init__(self, folder: Path, pictures: list[Path], seconds: int) -> None:
        self.pictures, self.seconds, self.prompt = pictures, seconds, animatic.PROMPTS[seconds]
        self._kept, self._out = folder / "kept", folder / "clip.mp4"
        plan = direct(self.prompt, seconds, len(pictures))
        self._frames = animatic._frames(plan, pictures, self._kept)

    def render(self) -> None:
        command = [sys.executable, "-m", "seedance_demo.animatic", *map(str, self.pictures)]
        command += ["--prompt", self.prompt, "--seconds", str(self.seconds)]
        animatic.run([*command, "--cache", str(self._kept), "--out", str(self._out)])

    def encode(self) -> None:
        animatic._encode(self._frames, self._out)


@contextmanager
def _browser() -> Iterator[Callable[[], Page]]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield lambda: browser.new_context().new_page()
        browser.close()


def _round(app: App, page: Page, film: _Film, found: dict[str, list[Used]]) -> None:
    page.goto(app.url)
    fill(page, *film.pictures, prompt=film.prompt)
    page.locator(f"#duration input[value='{film.seconds}']").check()
    until(lambda: len([*(app.data_dir / "cache").glob("*.npz")]) == len(film.pictures))
    found["first press"].append(_taken(partial(_press, page), partial(_tree, app.pid)))
    found["renderer"].append(_taken(film.render))
    page.fill("#prompt textarea", f"{film.prompt} Slowly.")
    found["later press"].append(_taken(partial(_press, page), partial(_tree, app.pid)))
    found["encoder"].append(_taken(film.encode))
    page.context.close()


def _press(page: Page) -> None:
    page.click("#generate")
    page.wait_for_function(CLEARED)
    page.wait_for_function(PLAYS, timeout=LONGEST)


def _own() -> float:
    """Processor seconds of this process and of those that it has waited for."""
    return sum(os.times()[:4])


def _taken(call: Callable[[], object], used: Callable[[], float] = _own) -> Used:
    began, before = time.perf_counter(), used()
    call()
    return time.perf_counter() - began, used() - before


def _tree(pid: int) -> float:
    """Processor seconds of a process, of those it started, and of those that have ended."""
    total = 0.0
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
        total = sum(map(int, fields[11:15])) / EACH_TICK
        for thread in Path(f"/proc/{pid}/task").glob("*/children"):
            total += sum(map(_tree, map(int, thread.read_text("utf-8").split())))
    return total


def _report(film: _Film, found: dict[str, list[Used]]) -> None:
    print(f"\n{film.seconds} s, {len(film.pictures)} pictures: clock, processor")
    for name, rounds in found.items():
        print(f"{name:28s} {_three(w for w, _ in rounds)} s  {_three(c for _, c in rounds)} s")
    for name, beside in (("first press", "renderer"), ("later press", "renderer")):
        pairs = [*zip(found[name], found[beside], strict=True)]
        print(f"{name} less renderer       {_three(a[0] - b[0] for a, b in pairs)} s", end="")
        print(f"  {_three(a[1] - b[1] for a, b in pairs)} s", flush=True)
    for name in ("first press", "later press", "renderer"):
        pairs = [*zip(found[name], found["encoder"], strict=True)]
        print(f"{name:11s} beside encoder   {_three(a[0] / b[0] for a, b in pairs)}", end="")
        print(f"    {_three(a[1] / b[1] for a, b in pairs)}", flush=True)


def _three(values: Iterator[float]) -> str:
    every = list(values)
    return "".join(f"{f(every):7.2f}" for f in (min, statistics.median, max))


def _together(app: App, shown: Path) -> None:
    """Eight that press at once, each with a prompt of its own, beside one alone."""
    uploaded = picture(RawApi(app.url).upload(shown))

    def press(n: int) -> float:
        asked = [uploaded, f"{animatic.PROMPTS[5]} Take {n}.", 5, "local/animatic", ""]
        began = time.perf_counter()
        answer = RawApi(app.url).call("generate", asked)
        assert answer.values, answer.text
        return time.perf_counter() - began

    press(0)
    one, one_used = _taken(lambda: [press(n) for n in range(1, 1 + ALONE)], partial(_tree, app.pid))
    each: list[float] = []
    with ThreadPoolExecutor(TOGETHER) as pool:
        numbers = range(10, 10 + TOGETHER)
        all_of_them = partial(lambda: each.extend(pool.map(press, numbers)))
        whole, used = _taken(all_of_them, partial(_tree, app.pid))
    print(f"\n{TOGETHER} at once beside one after the other: each takes", end=" ")
    print(f"{whole / TOGETHER / (one / ALONE):.2f} of the time,", end=" ")
    print(f"{used / TOGETHER / (one_used / ALONE):.2f} of the processor;", end=" ")
    print(f"they waited {_three(iter(each))} s")


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).parents[2]))
    main()
