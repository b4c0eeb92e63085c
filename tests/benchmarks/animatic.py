"""How fast the animatic is against its encoder alone, and how it compares with other tools.

    python -m tests.benchmarks.animatic [--rounds 5] [--peers PYTHON]

Every ratio is of medians of rounds that alternate within this run, because machines differ and are
shared: of wall time first, and then of processor time, which other work on the machine disturbs
less. `--peers` is a Python with `moviepy` and `burns` installed; `ffmpeg` is used when it
is on the path.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

import av
import cv2
import numpy as np
from PIL import Image

from seedance_demo.animatic import encode, film
from seedance_demo.animatic.plan import FPS, Move, Plan, Shot
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.animatic.video import depth, grain, image, light_effects, weather
from seedance_demo.animatic.video.edit import Edit
from seedance_demo.animatic.video.image import U8, Planes
from seedance_demo.animatic.video.shot import PreparedImage, Take
from tests.animatic.clips import ASTRONAUT, CUP, decode

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
STEADY = (
    *(Move.PAN_LEFT, Move.TILT_UP, Move.ROLL, Move.ZOOM_IN),
    *(Move.PUSH_IN, Move.TRUCK_LEFT, Move.CRANE_UP, Move.ORBIT_LEFT),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", help="a Python with moviepy and burns")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pictures = _pictures(Path(folder))
        _against_the_encoder(pictures, Path(folder), options.rounds)
        _against_peers(pictures[0], Path(folder), options.rounds, options.peers)
        _moves(pictures[0], Path(folder))


def _pictures(folder: Path) -> list[Path]:
    """Three 16:9 photographs of 2560 by 1440."""
    paths = [folder / f"{name}.jpg" for name in ("cup", "astronaut", "mirrored")]
    for path, source, flip in zip(paths, (CUP, ASTRONAUT, CUP), (1, 1, -1), strict=True):
        rgb = image.load(source)[:, ::flip]
        box = image.cover((rgb.shape[1], rgb.shape[0]), SIZE, (0.5, 0.3))
        picture = Image.fromarray(np.ascontiguousarray(box.of(rgb)))
        picture.resize((2560, 1440), Image.Resampling.LANCZOS).save(path, quality=92)
    return paths


def _against_the_encoder(pictures: list[Path], folder: Path, rounds: int) -> None:
    heads = ("frames alone", "analysed", "cold", "whole process")
    print("clip         " + "".join(f"{head:>22s}" for head in heads))
    for images, seconds in enumerate(PROMPTS, start=1):
        chosen, out = pictures[:images], folder / "clip.mp4"
        plan = direct(PROMPTS[seconds], seconds, images)
        kept = folder / "kept"
        frames = _frames(plan, chosen, kept)
        command = [sys.executable, "-m", "seedance_demo.animatic", *map(str, chosen)]
        command += ["--prompt", PROMPTS[seconds], "--seconds", str(seconds), "--cache", str(kept)]
        times = _alternately(
            rounds,
            partial(_encode, frames, out),
            partial(_shoot, plan, chosen, out, kept),
            partial(_shoot, plan, chosen, out, None),
            partial(_run, [*command, "--out", str(out)]),
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


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _alternately(rounds: int, *jobs: Callable[[], None]) -> list[tuple[float, float]]:
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


MOVIEPY = """
import sys; from moviepy import CompositeVideoClip, ImageClip
picture, out = sys.argv[1:]
clip = ImageClip(picture).with_duration(5).resized(lambda t: 0.5 * (1 + 0.15 * t / 5))
film = CompositeVideoClip([clip.with_position("center")], size=(1280, 720))
film.write_videofile(out, fps=24, codec="libx264", preset="veryfast",
                     ffmpeg_params=["-crf", "21"], logger=None)
"""
BURNS = """
import sys; from burns import BurnsPath, ken_burns_video
picture, out = sys.argv[1:]
ken_burns_video(picture, BurnsPath.push_in(1.15, easing="linear"), duration=5, fps=24, saveas=out,
                output_size=(1280, 720), backend="{}", preset="veryfast")
"""


def _against_peers(picture: Path, folder: Path, rounds: int, python: str | None) -> None:
    """One picture, a push in over five seconds, to 1280 by 720, each tool in its own process."""
    outs: dict[str, Path] = {}
    jobs: dict[str, list[str]] = {}

    def job(name: str, *command: str) -> None:
        outs[name] = folder / f"{len(outs)}.mp4"
        jobs[name] = [*command, str(outs[name])]

    ours = [sys.executable, "-m", "seedance_demo.animatic", str(picture), "--seconds", "5"]
    job("animatic", *ours, "--cache", str(folder / "kept"), "--prompt", "zoom in", "--out")
    if ffmpeg := shutil.which("ffmpeg"):
        for scale in (1, 4, 8):
            zoom = "zoompan=z='1+0.15*on/119':x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2'"
            chain = f"scale={1280 * scale}:-1,{zoom}:d=120:s=1280x720:fps=24"
            x264 = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "21", "-pix_fmt", "yuv420p"]
            job(f"ffmpeg zoompan {scale}x", ffmpeg, "-y", "-i", str(picture), "-vf", chain, *x264)
    if python:
        job("moviepy", python, "-c", MOVIEPY, str(picture))
        job("burns (pillow)", python, "-c", BURNS.format("pillow"), str(picture))
        job("burns (ffmpeg)", python, "-c", BURNS.format("ffmpeg"), str(picture))
    times = _alternately(rounds, *(partial(_run, command) for command in jobs.values()))
    print("\ntool                  wall   ratio    cpu   jitter    size")
    for name, (wall, cpu) in zip(jobs, times, strict=True):
        ratios = f"{wall / times[0][0]:5.2f}x {cpu / times[0][1]:5.2f}x"
        jitter, size = _jitter(outs[name]), outs[name].stat().st_size // 1000
        print(f"{name:18s}{wall:6.2f} s {ratios}  {jitter:.3f} px {size:5d} kB", flush=True)


def _moves(picture: Path, folder: Path) -> None:
    """The jitter of each way to move: by a turn, by a lens, and with parallax."""
    print("\nmove           jitter")
    for move in STEADY:
        plan = Plan(5.0, (Shot(0.0, 5.0, 0, "", moves=(move,)),), silent=True)
        film.shoot(plan, [picture], folder / "move.mp4", cache=folder / "kept")
        print(f"{move:14s} {_jitter(folder / 'move.mp4'):.3f} px", flush=True)


def _jitter(clip: Path) -> float:
    """How far, root mean square, frames lie from the smooth path that fits them best.

    Successive frames are matched by tracked corners; the path is a cubic through the similarity
    of each step, over the middle of the clip where every tool moves evenly. Only what is 3 px off
    is taken for a corner lost: parallax is less, and a fit that keeps now the subject and now the
    background for its outliers would tremble by itself.
    """
    frames = decode(clip).y
    frames = frames[len(frames) // 5 : -len(frames) // 5]
    steps = np.array([_step(a, b) for a, b in pairwise(frames)])
    t = np.linspace(-1, 1, len(steps))
    off = np.stack([s - np.polyval(np.polyfit(t, s, 3), t) for s in steps.T], axis=1)
    h, w = frames.shape[1:]
    x, y = np.meshgrid(np.linspace(-w / 2, w / 2, 9), np.linspace(-h / 2, h / 2, 9))
    a, b, dx, dy = (off[:, i, None, None] for i in range(4))
    return float(np.sqrt(((a * x - b * y + dx) ** 2 + (b * x + a * y + dy) ** 2).mean()))


def _step(before: U8, after: U8) -> tuple[float, float, float, float]:
    middle = np.array(before.shape[::-1]) / 2
    corners = cv2.goodFeaturesToTrack(before, 500, 0.01, 10)
    criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 60, 0.001)
    found, status, _ = cv2.calcOpticalFlowPyrLK(
        before, after, corners, corners.copy(), winSize=(31, 31), criteria=criteria
    )
    ok = status[:, 0] == 1
    matrix, _ = cv2.estimateAffinePartial2D(
        corners[ok] - middle, found[ok] - middle, ransacReprojThreshold=3.0, refineIters=50
    )
    return matrix[0, 0], matrix[1, 0], matrix[0, 2], matrix[1, 2]


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).parents[2]))
    main()
