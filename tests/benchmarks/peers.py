"""The animatic beside other tools that move a still picture: time, jitter, shimmer and detail.

    python -m tests.benchmarks.peers [--rounds 5] [--peers PYTHON]

One photograph, a push in over five seconds, to 1280 by 720, each tool in its own process; then a
chart of rings with the same zoom, and one of upright lines with a pan. `--peers` is a Python with
`moviepy` and `burns` installed; `ffmpeg` is used when it is on the path.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from seedance_demo.animatic import film
from seedance_demo.animatic.plan import Move, Plan, Shot
from tests.benchmarks.animatic import alternately, pictures, run
from tests.benchmarks.steadiness import detail, jitter, lines, rings, shimmer

STEADY = (
    *(Move.PAN_LEFT, Move.TILT_UP, Move.ROLL, Move.ZOOM_IN),
    *(Move.PUSH_IN, Move.TRUCK_LEFT, Move.CRANE_UP, Move.ORBIT_LEFT),
)
ZOOM, PAN = "zoom in", "pan right"
MOVIEPY = """
import sys; from moviepy import CompositeVideoClip, ImageClip
move, picture, out = sys.argv[1:]
clip = ImageClip(picture).with_duration(5)
if move == "zoom in":
    clip = clip.resized(lambda t: 0.5 * (1 + 0.15 * t / 5)).with_position("center")
else:
    clip = clip.resized(0.5 * 1.15).with_position(lambda t: (-192 * t / 5, -54))
film = CompositeVideoClip([clip], size=(1280, 720))
film.write_videofile(out, fps=24, codec="libx264", preset="veryfast",
                     ffmpeg_params=["-crf", "21"], logger=None)
"""
BURNS = """
import sys; from burns import BurnsPath, Rect, ken_burns_video
backend, move, picture, out = sys.argv[1:]
path = BurnsPath.push_in(1.15, easing="linear")
if move != "zoom in":
    shown = 1 / 1.15
    path = BurnsPath.from_start_end(Rect(0, (1 - shown) / 2, shown, shown),
                                    Rect(1 - shown, (1 - shown) / 2, shown, shown), easing="linear")
ken_burns_video(picture, path, duration=5, fps=24, saveas=out,
                output_size=(1280, 720), backend=backend, preset="veryfast")
"""
ZOOMPAN = {
    ZOOM: "zoompan=z='1+0.15*on/119':x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2'",
    PAN: "zoompan=z=1.15:x='(iw-iw/zoom)*on/119':y='ih/2-ih/zoom/2'",
}


@dataclass(frozen=True)
class Tool:
    """`command` moves a picture by ZOOM or PAN, into a file."""

    name: str
    command: Callable[[str, Path, Path], list[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", help="a Python with moviepy and burns")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        photograph = pictures(folder)[0]
        tools = [_ours(folder), *_ffmpeg(), *_of_python(options.peers)]
        _compare(tools, photograph, folder, options.rounds)
        _moves(photograph, folder)


def _ours(folder: Path) -> Tool:
    begin = [sys.executable, "-m", "seedance_demo.animatic", "--seconds", "5"]

    def command(move: str, picture: Path, out: Path) -> list[str]:
        how = ["--cache", str(folder / "kept"), "--prompt", move, "--out", str(out)]
        return [*begin, str(picture), *how]

    return Tool("animatic", command)


def _ffmpeg() -> list[Tool]:
    if not (program := shutil.which("ffmpeg")):
        return []

    def command(scale: int, move: str, picture: Path, out: Path) -> list[str]:
        chain = f"scale={1280 * scale}:-1,{ZOOMPAN[move]}:d=120:s=1280x720:fps=24"
        x264 = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "21", "-pix_fmt", "yuv420p"]
        return [program, "-y", "-i", str(picture), "-vf", chain, *x264, str(out)]

    return [Tool(f"ffmpeg zoompan {scale}x", partial(command, scale)) for scale in (1, 4, 8)]


def _of_python(python: str | None) -> list[Tool]:
    if python is None:
        return []

    def command(script: list[str], move: str, picture: Path, out: Path) -> list[str]:
        return [python, "-c", *script, move, str(picture), str(out)]

    scripts = {"moviepy": [MOVIEPY], "burns (pillow)": [BURNS, "pillow"]}
    scripts["burns (ffmpeg)"] = [BURNS, "ffmpeg"]
    return [Tool(name, partial(command, script)) for name, script in scripts.items()]


def _compare(tools: list[Tool], photograph: Path, folder: Path, rounds: int) -> None:
    clips = {tool.name: folder / f"{n}.mp4" for n, tool in enumerate(tools)}
    made = [tool.command(ZOOM, photograph, clips[tool.name]) for tool in tools]
    times = alternately(rounds, *(partial(run, command) for command in made))
    zoom, pan = rings(folder / "rings.png"), lines(folder / "lines.png")
    print("tool                  wall   ratio    cpu   jitter    size  shimmer: zoom   pan  detail")
    for tool, (wall, cpu) in zip(tools, times, strict=True):
        clip = clips[tool.name]
        told = f"{tool.name:18s}{wall:6.2f} s {wall / times[0][0]:5.2f}x {cpu / times[0][1]:5.2f}x"
        told += f"  {jitter(clip):.3f} px {clip.stat().st_size // 1000:5d} kB"
        run(tool.command(ZOOM, zoom, clip))
        zoomed, kept = shimmer(clip, of_rings=True), detail(clip)
        run(tool.command(PAN, pan, clip))
        print(
            f"{told}  {zoomed:12.2f} {shimmer(clip, of_rings=False):5.2f} {kept:7.2f}", flush=True
        )


def _moves(picture: Path, folder: Path) -> None:
    """The jitter of each way to move: by a turn, by a lens, and with parallax."""
    print("\nmove           jitter")
    for move in STEADY:
        plan = Plan(5.0, (Shot(0.0, 5.0, 0, "", moves=(move,)),), silent=True)
        film.shoot(plan, [picture], folder / "move.mp4", cache=folder / "kept")
        print(f"{move:14s} {jitter(folder / 'move.mp4'):.3f} px", flush=True)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).parents[2]))
    main()
