"""Half an hour of everything at once, with faults: what the app still holds, minute by minute.

    python -m tests.benchmarks.soak [--minutes 30] [--picture soak.svg]

Four people press for paid clips of pictures never seen before, at a provider that does everything
wrong that it can; every fourth leaves in the middle. One person presses for animatics, one looks at
the page and asks for what is not there. Measured are the app and its renderers together; of the
temporary files those that Gradio does not keep for a day.
"""

import argparse
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import requests
from PIL import Image

from tests.apps import App, running_app
from tests.faults import provider as faults
from tests.faults.life import make_clip
from tests.faults.provider import KEY, MODEL, Fault, Provider, serving
from tests.raw_api import RawApi, picture

SEED = 20261130
EVERY = 5  # seconds between two samples, and between two faults
FAULTS: dict[str, tuple[Fault, ...]] = {
    "poll": (faults.cut, faults.garbage, faults.hang, faults.html, faults.status(500)),
    "file": (faults.cut_inside, faults.promises_more, faults.drip_body, faults.status(403)),
    "submit": (faults.after(faults.cut), faults.after(faults.html), faults.status(400)),
    "ticket": (faults.cut, faults.status(503), faults.garbage),
    "put": (faults.cut, faults.status(500)),
    "recent": (faults.cut, faults.status(500)),
}
UNITS = {"memory": "MB", "threads": "", "open_files": "", "temporary_files": ""}


@dataclass(frozen=True)
class Sample:
    """What the processes hold. `memory` is resident, in MB."""

    memory: float
    threads: int
    open_files: int
    temporary_files: int


@dataclass
class Load:
    """Everybody who uses the app until `over`, and how many presses ended."""

    app: App
    folder: Path
    over: threading.Event
    pressed: int = 0

    def start(self) -> None:
        lives = [*(4 * [self._film]), self._animatic, self._look]
        for number, live in enumerate(lives):
            given = (live, random.Random(SEED + number))
            threading.Thread(target=self._live, args=given, daemon=True).start()

    def _live(self, once: Callable[[random.Random], None], luck: random.Random) -> None:
        while not self.over.is_set():
            with suppress(requests.RequestException):
                once(luck)

    def _film(self, luck: random.Random) -> None:
        if luck.random() < 0.25:
            self._leave(luck)
            return
        RawApi(self.app.url).call("generate", self._brief(luck, MODEL))
        self.pressed += 1

    def _animatic(self, luck: random.Random) -> None:
        RawApi(self.app.url).call("generate", self._brief(luck, "local/animatic"))
        self.pressed += 1

    def _leave(self, luck: random.Random) -> None:
        """In the middle of a press: the connection breaks off."""
        asked = f"{self.app.url}/gradio_api/call/generate"
        begun = requests.post(asked, json={"data": self._brief(luck, MODEL)}, timeout=60)
        event = begun.json()["event_id"]
        with requests.get(f"{asked}/{event}", stream=True, timeout=60) as stream:
            next(stream.iter_lines(), None)

    def _look(self, luck: random.Random) -> None:
        for path in ("", "config", "gradio_api/file=/etc/passwd", "gradio_api/nothing"):
            requests.get(f"{self.app.url}/{path}", timeout=60)
        RawApi(self.app.url).call("job", [f"{luck.getrandbits(128):032x}"])
        self.over.wait(2)

    def _brief(self, luck: random.Random, model: str) -> list[object]:
        number = luck.getrandbits(32)
        path = self.folder / f"{number}.jpg"
        noise = np.random.default_rng(number).integers(0, 255, (9, 16, 3), np.uint8)
        Image.fromarray(noise).resize((1280, 720)).save(path)
        sent = RawApi(self.app.url).upload(path)
        path.unlink()
        return [picture(sent), f"Slow push in, take {number}", 5, model, "", ""]


def misbehave(provider: Provider, over: threading.Event) -> None:
    """One more call goes wrong, again and again."""
    luck = random.Random(SEED)
    while not over.wait(EVERY):
        step = luck.choice(list(FAULTS))
        provider.misbehave(step, luck.choice(FAULTS[step]), 1)


def sample(app: App, temporary: Path) -> Sample:
    processes = list(_family(app.pid))
    status = [Path(f"/proc/{pid}/status").read_text("utf-8") for pid in processes]
    resident, threads = (
        [int(each.split(f"{name}:")[1].split()[0]) for each in status]
        for name in ("VmRSS", "Threads")
    )
    handles = sum(1 for pid in processes for _ in Path(f"/proc/{pid}/fd").iterdir())
    kept = temporary / "gradio"
    left = [each for each in temporary.rglob("*") if each.is_file() and kept not in each.parents]
    return Sample(sum(resident) / 1024, sum(threads), handles, len(left))


def _family(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").iterdir():
        with suppress(FileNotFoundError, ProcessLookupError):  # a thread that has just ended
            for child in (task / "children").read_text("utf-8").split():
                yield from _family(int(child))


def drawn(samples: list[Sample], minutes: float) -> str:
    """SVG: a curve for each measure, from zero."""
    width, height, gap = 720, 70, 34
    parts = []
    for row, (name, unit) in enumerate(UNITS.items()):
        values = [asdict(each)[name] for each in samples]
        most, base = max(*values, 1), (row + 1) * (height + gap)
        across = width / max(1, len(values) - 1)
        points = " ".join(
            f"{n * across:.1f},{base - height * each / most:.1f}" for n, each in enumerate(values)
        )
        label = f"{name.replace('_', ' ')}: {min(values):.0f} to {max(values):.0f} {unit}"
        parts.append(f'<text x="0" y="{base - height - 8}">{label}</text>')
        parts.append(f'<path d="M0,{base}H{width}" stroke="#999"/>')
        parts.append(f'<polyline points="{points}" fill="none" stroke="#b45309"/>')
    end = len(UNITS) * (height + gap)
    parts.append(f'<text x="{width}" y="{end + 18}" text-anchor="end">{minutes:.0f} min</text>')
    size = f'viewBox="-10 0 {width + 20} {end + 30}"'
    style = 'font-family="sans-serif" font-size="13" fill="#777"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>{"".join(parts)}</svg>\n'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--picture", type=Path)
    options = parser.parse_args()
    over, samples = threading.Event(), list[Sample]()
    with (
        # Who presses may still be writing a picture into it.
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        serving(Provider(clip=make_clip())) as provider,
    ):
        temporary = Path(folder) / "tmp"
        temporary.mkdir()
        where = provider.base_url
        with running_app(
            Path(folder) / "data",
            TMPDIR=str(temporary),
            WAVESPEED_API_KEY=KEY,
            WAVESPEED_BASE_URL=where,
        ) as app:
            load = Load(app, Path(folder), over)
            load.start()
            threading.Thread(target=misbehave, args=(provider, over), daemon=True).start()
            ends = time.monotonic() + options.minutes * 60
            while time.monotonic() < ends:
                time.sleep(EVERY)
                with suppress(FileNotFoundError, ProcessLookupError):  # a renderer that has ended
                    samples.append(sample(app, temporary))
            over.set()
        posts, tasks = provider.count("submit"), len(provider.tasks)
    print(f"{load.pressed} presses ended; {posts} paid POSTs, {tasks} tasks")
    _tell(samples)
    if options.picture:
        options.picture.write_text(drawn(samples, options.minutes), "utf-8")


def _tell(samples: list[Sample]) -> None:
    quarter = len(samples) // 4
    for name, unit in UNITS.items():
        values = [asdict(each)[name] for each in samples]
        second = statistics.median(values[quarter : 2 * quarter])
        last = statistics.median(values[-quarter:])
        print(
            f"{name:16} second quarter {second:.0f}, last {last:.0f}, most {max(values):.0f} {unit}"
        )


if __name__ == "__main__":
    main()
