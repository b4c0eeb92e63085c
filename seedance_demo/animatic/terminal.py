"""What the renderer tells a person at a terminal: how far it is, and what became of the prompt."""

from pathlib import Path

from .plan import Plan
from .shot_list import not_shown, shot_list
from .video.image import Planes

WIDTH = 40  # letters of the bar


def bar(done: int, frames: int, _: Planes) -> None:
    """A line that is written over until it is full."""
    full = WIDTH * done // frames
    end = "\n" if done == frames else ""
    print(f"\r[{'#' * full:<{WIDTH}}] {done}/{frames} frames", end=end, flush=True)


def tell(plan: Plan, out: Path) -> None:
    """The shots in words, what is not in them, and where the film is."""
    for row in shot_list(plan):
        print(" · ".join(filter(None, (row.time, row.image, row.camera, row.light, row.sound))))
    if missing := not_shown(plan):
        print(f"Not in it: {', '.join(missing)}.")
    print(out)
