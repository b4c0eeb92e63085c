"""How fast the animatic is against its encoder alone.

    python -m tests.benchmarks.animatic [--rounds 5]

Every ratio is of medians of rounds that alternate within this run, because machines differ and are
shared: of wall time first, and then of processor time, which other work on the machine disturbs
less.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import av
import numpy as np
from PIL import Image

from seedance_demo.animatic import encode, film
from seedance_demo.animatic.plan import FPS, Plan
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.animatic.video import depth, grain, image, light_effects, weather
from seedance_demo.animatic.video.edit import Edit
from seedance_demo.animatic.video.image import Planes
from seedance_demo.animatic.video.shot import PreparedImage, Take
from tests.animatic.clips import ASTRONAUT, CUP

# Everything on: parallax, light that changes, weather in depth, a dissolve, captions, music.
PROMPTS = {
    5: "Slow push in, golden hour turns to night, rain, lens flare. He says “Wait.” Piano.",
    10: "[0-5s] @Image1, orbit left, golden hour, dust. "
    "[5-10s] Dissolve to @Image2, truck right, neon, rain. She says “Where were you?” Synth music.",
    15: "[0-5s] @Image1, push in, fog, birds. "
    "[5-10s] Dissolve to @Image2, handheld, storm, lightning, rain. "
    "[10-15s] Whip pan to @Image3, crane up, golden hour, snow, fade to black. Epic.",
}
SIZE = (1280, 720)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _against_the_encoder(pictures(Path(folder)), Path(folder), options.rounds)


def pictures(folder: Path) -> list[Path]:
    """Three 16:9 photographs of 2560 by 1440."""
    paths = [folder / f"{name}.jpg" for name in ("cup", "astronaut", "mirrored")]
    for path, source, flip in zip(paths, (CUP, ASTRONAUT, CUP), (1, 1, -1), strict=True):
        rgb = image.load(source)[:, ::flip]
        box = image.cover((rgb.shape[1], rgb.shape[0]), SIZE, (0.5, 0.3))
        picture = Image.fromarray(np.ascontiguousarray(box.of(rgb)))
        picture.resize((2560, 1440), Image.Resampling.LANCZOS).save(path, quality=92)
    return paths


def _against_the_encoder(paths: list[Path], folder: Path, rounds: int) -> None:
    heads = ("frames alone", "analysed", "cold", "whole process")
    print("clip         " + "".join(f"{head:>22s}" for head in heads))
    for images, seconds in enumerate(PROMPTS, start=1):
        chosen, out = paths[:images], folder / "clip.mp4"
        plan = direct(PROMPTS[seconds], seconds, images)
        kept = folder / "kept"
        frames = _frames(plan, chosen, kept)
        command = [sys.executable, "-m", "seedance_demo.animatic", *map(str, chosen)]
        command += ["--prompt", PROMPTS[seconds], "--seconds", str(seconds), "--cache", str(kept)]
        times = alternately(
            rounds,
            partial(_encode, frames, out),
            partial(_shoot, plan, chosen, out, kept),
            partial(_shoot, plan, chosen, out, None),
            partial(run, [*command, "--out", str(out)]),
        )
        wall, cpu = times[0]
        row = "".join(f"{w:8.2f} s {w / wall:4.2f}x {c / cpu:4.2f}x" for w, c in times)
        print(f"{seconds:2d} s, {images} image{'s' if images > 1 else ' '}{row}", flush=True)


def _frames(plan: Plan, pictures: list[Path], kept: Path) -> list[Planes]:
    prepared = [PreparedImage.build(image.load(p), depth.analyse(p, kept), SIZE) for p in pictures]
    takes = [Take(shot, prepared[shot.image], plan.seed + i) for i, shot in enumerate(plan.shots)]
    edit = Edit(plan, takes)
    return [edit.frame(n) for n in range(plan.frames)]


def _encode(frames: list[Planes], out: Path) -> None:
    """The floor: ready frames through one x264 with two threads and the animatic's settings."""
    with av.open(str(out), "w") as file:
        video = file.add_stream("libx264", rate=FPS, options=encode.X264)
        encode._describe(video.codec_context, SIZE)
        video.codec_context.thread_count = 2
        for n, planes in enumerate(frames):
            file.mux(video.encode(encode._frame(planes, n)))
        file.mux(video.encode(None))


def _shoot(plan: Plan, pictures: list[Path], out: Path, kept: Path | None) -> None:
    effects = light_effects
    caches = effects._clouds, grain._noise, effects._corners, effects._vignette, weather._sheet
    for cached in caches:
        cached.cache_clear()  # a film starts with nothing in memory
    film.shoot(plan, pictures, out, cache=kept)


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def alternately(rounds: int, *jobs: Callable[[], None]) -> list[tuple[float, float]]:
    """Median seconds of each job, (wall, processor), in turn, after a round that does not count."""
    times: list[list[tuple[float, float]]] = [[] for _ in jobs]
    for _ in range(rounds + 1):
        for kept, job in zip(times, jobs, strict=True):
            began, used = time.perf_counter(), sum(os.times()[:4])
            job()
            kept.append((time.perf_counter() - began, sum(os.times()[:4]) - used))
    medians = [
        [statistics.median(column) for column in zip(*kept[1:], strict=True)] for kept in times
    ]
    return [(wall, cpu) for wall, cpu in medians]


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).parents[2]))
    main()
