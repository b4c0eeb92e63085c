"""Pictures, a prompt and seconds become an mp4."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from .director import direct
from .encode import Progress, Reel, encode
from .picture import captions, depth, still
from .picture.cuts import Edit
from .picture.slate import slate
from .picture.take import Stage, Take
from .plan import Plan
from .sound import soundtrack

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

    Without images each shot is a slate with its own direction. `cache` is the folder where what was
    learnt of a picture is kept; `on_frame` hears how many frames of how many are done. Raises
    `PictureError` when a picture cannot be used.
    """
    plan = direct(prompt, seconds, len(images))
    shoot(plan, images, out, cache=cache, on_frame=on_frame)
    unset = captions.missing(plan)
    notes = tuple(f"No font on this machine can show the caption {line}" for line in unset)
    return replace(plan, notes=notes)


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
    stages = _stages(plan, images, cache, pixels)
    takes = [Take(shot, stages[i], plan.seed + i) for i, shot in enumerate(plan.shots)]
    edit, size = Edit(plan, takes), stages[0].frame
    sound = partial(soundtrack, plan)
    encode(Reel(size, plan.frames, edit.starts[1:], edit.frame, sound), out, on_frame)


def _stages(plan: Plan, images: Sequence[Path], cache: Path | None, pixels: int) -> list[Stage]:
    """A stage for each shot; the first picture decides the frame's shape."""
    if not images:
        size = still.frame_size(16, 9, pixels)
        cards = (slate(shot, i, size) for i, shot in enumerate(plan.shots, start=1))
        return [Stage.build(card, depth.flat(), size) for card in cards]
    largest = round(still.OVERSAMPLING * (pixels * 16 / 9) ** 0.5)
    pictures = [still.load(path, draft=largest) for path in images]
    size = still.frame_size(pictures[0].shape[1], pictures[0].shape[0], pixels)
    stages = [
        Stage.build(rgb, depth.analyse(path, cache), size)
        for rgb, path in zip(pictures, images, strict=True)
    ]
    return [stages[shot.image] for shot in plan.shots]
