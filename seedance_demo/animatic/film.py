"""Pictures, a prompt and seconds become an mp4."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from . import depth, still
from .encode import Progress, Reel, encode
from .plan import FPS, Plan
from .sound import soundtrack
from .still import Planes
from .take import Stage, Take

PIXELS = 1280 * 720


def render(
    images: Sequence[Path],
    prompt: str,
    seconds: int,
    out: Path,
    *,
    cache: Path | None = None,
    on_frame: Progress | None = None,
) -> Plan:
    """Direct the prompt and write the film to `out`, which appears when it is complete.

    `cache` is the folder where what was learnt of a picture is kept; `on_frame` hears how many
    frames of how many are done. Raises `PictureError` when a picture cannot be used.
    """
    from .director import direct

    plan = direct(prompt, seconds, len(images))
    shoot(plan, images, out, cache=cache, on_frame=on_frame)
    return plan


def shoot(
    plan: Plan,
    images: Sequence[Path],
    out: Path,
    *,
    cache: Path | None = None,
    on_frame: Progress | None = None,
    pixels: int = PIXELS,
) -> None:
    """Write the film of a plan, at about so many pixels a frame; otherwise as `render`."""
    pictures = [still.load(path) for path in images]
    height, width = pictures[0].shape[:2]
    size = still.frame_size(width, height, pixels)
    stages = [
        Stage.build(rgb, depth.analyse(path, cache), size)
        for rgb, path in zip(pictures, images, strict=True)
    ]
    reel = Reel(
        size,
        plan.frames,
        [round(cut * FPS) for cut in plan.cuts],
        _cut(plan, stages),
        partial(soundtrack, plan),
    )
    encode(reel, out, on_frame)


def _cut(plan: Plan, stages: Sequence[Stage]) -> Callable[[int], Planes]:
    takes = [Take(shot, stages[shot.image], plan.seed + i) for i, shot in enumerate(plan.shots)]
    starts = [round(shot.start * FPS) for shot in plan.shots]

    def draw(n: int) -> Planes:
        i = bisect_right(starts, n) - 1
        return takes[i].frame(n - starts[i])

    return draw
