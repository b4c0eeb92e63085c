"""Four photographs of 12 megapixels on their way to the provider, at 20 Mbit/s.

    python -m tests.benchmarks.photographs [--rounds 3]

Beside them the same files as they are, one after the other. Measured is from the press until the
paid POST arrives; the pictures have arrived before, as on the page. The provider takes in no more
than 20 Mbit/s from all connections together.
"""

import argparse
import secrets
import statistics
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
import requests
from PIL import Image

from tests.apps import running_app
from tests.faults.life import make_clip
from tests.faults.provider import KEY, MODEL, Answer, Provider, Seen, serving
from tests.raw_api import RawApi, picture

WIDTH, HEIGHT = 4000, 3000
BYTES_A_SECOND = 20e6 / 8
WRITING = 10  # seconds in which the prompt is written, and the pictures are looked at


@dataclass
class NarrowProvider(Provider):
    """Its answer to a picture comes when the line has carried it; `lined_up` is until when the line
    is in use, `arrived` when the last paid POST came."""

    lined_up: float = 0
    arrived: float = 0
    line: threading.Lock = field(default_factory=threading.Lock)

    def do(self, seen: Seen) -> Answer:
        if seen.step in ("put", "form"):
            with self.line:
                begins = max(self.lined_up, time.monotonic())
                self.lined_up = begins + len(seen.body) / BYTES_A_SECOND
                free = self.lined_up
            time.sleep(max(0.0, free - time.monotonic()))
        if seen.step == "submit":
            self.arrived = time.monotonic()
        return super().do(seen)


def photograph(path: Path, number: int) -> None:
    """As a telephone takes it: detail, noise of the sensor, a JPEG of some megabytes."""
    chance = np.random.default_rng(number)
    rough = chance.integers(0, 255, (300, 400, 3), np.uint8)
    detail = cv2.resize(rough, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
    noise = chance.normal(0, 6, (HEIGHT, WIDTH, 1))
    Image.fromarray(np.clip(detail + noise, 0, 255).astype(np.uint8)).save(path, quality=92)


def one_after_the_other(url: str, files: list[Path]) -> float:
    begun = time.monotonic()
    for each in files:
        requests.put(f"{url}/storage/{each.name}", data=each.read_bytes(), timeout=120)
    return time.monotonic() - begun


def by_press(api: RawApi, provider: NarrowProvider, files: list[Path], prompt: str) -> float:
    uploads = [api.upload(file) for file in files]
    sent = [each for upload in uploads for each in picture(upload)]
    (arrives,) = api.bound("images", "upload")
    api.join(arrives["id"], [uploads], secrets.token_hex(6))
    time.sleep(WRITING)
    begun = time.monotonic()
    assert api.call("generate", [sent, prompt, 5, MODEL, "", ""]).values
    return provider.arrived - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    plain, pressed = list[float](), list[float]()
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(NarrowProvider(clip=make_clip())) as provider,
    ):
        assert isinstance(provider, NarrowProvider)
        where = provider.base_url
        data = Path(folder) / "data"
        with running_app(data, WAVESPEED_API_KEY=KEY, WAVESPEED_BASE_URL=where) as app:
            for number in range(rounds):
                files = [Path(folder) / f"{number}-{n}.jpg" for n in range(4)]
                for n, each in enumerate(files):
                    photograph(each, 4 * number + n)
                plain.append(one_after_the_other(where, files))
                prompt = f"Slow push in, round {number}"
                pressed.append(by_press(RawApi(app.url), provider, files, prompt))
        size = sum(each.stat().st_size for each in files) / 1e6
        sent = sum(len(seen.body) for seen in provider.seen if seen.step == "put") / 1e6
    print(f"{size:.1f} MB as they are; {sent / rounds - size:.1f} MB by a press")
    for name, times in (("as they are", plain), ("by a press", pressed)):
        middle, low, high = statistics.median(times), min(times), max(times)
        print(f"{name:12} median {middle:.1f} s ({low:.1f} to {high:.1f})")
    print(f"{statistics.median(pressed) / statistics.median(plain):.2f}x")


if __name__ == "__main__":
    main()
