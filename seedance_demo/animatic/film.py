"""Renders a film: images, a prompt and seconds become an mp4."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from .audio import soundtrack
from .encode import Footage, Progress, encode
from .plan import Framing, Plan
from .shot_list import shot_list
from .video import depth, image
from .video.edit import Edit
from .video.match_cut import matched
from .video.reach import Part
from .video.shot import PreparedImage, Take, passed_over
from .video.slate import Words, slate

PIXELS = 1280 * 720
WIDE = (16, 9)


def render(
    images: Sequence[Path],
    prompt: str,
    seconds: int,
    out: Path,
    *,
    cache: Path | None = None,
    on_frame: Progress | None = None,
    aspect: tuple[int, int] | None = None,
) -> Plan:
    """Direct the prompt and write the film to `out`, which appears when it is complete.

    Without images each shot is a slate with its own direction. The frame has the shape `aspect`;
    where there is none, that of the first picture, and of slates 16:9. `cache` is the folder where
    what was learnt of a picture is kept; `on_frame` hears how many frames of how many are done, and
    sees the farthest of them. Raises `PictureError` when a picture cannot be used.
    """

    def directed() -> Plan:
        from .prompt.director import direct  # most of the imports: images are read meanwhile

        return direct(prompt, seconds, len(images))

    return shoot(directed, images, out, cache=cache, on_frame=on_frame, aspect=aspect)


def shoot(
    plan: Plan | Callable[[], Plan],
    images: Sequence[Path],
    out: Path,
    *,
    cache: Path | None = None,
    on_frame: Progress | None = None,
    aspect: tuple[int, int] | None = None,
    pixels: int = PIXELS,
) -> Plan:
    """Write the film of a plan, or of one that is made while images are read, at about so many
    pixels a frame; otherwise as `render`."""
    with ThreadPoolExecutor(2) as pool:
        largest = round(image.OVERSAMPLING * (pixels * 16 / 9) ** 0.5)
        pictures = pool.map(partial(image.load, shortest=largest), images)
        depths = pool.map(partial(depth.analyse, cache=cache), images)
        plan = plan() if callable(plan) else plan
        sound = pool.submit(soundtrack, plan)
        if images:
            prepared = _prepared(plan, list(pictures), list(depths), aspect, pixels)
        else:
            prepared = _slates(plan, image.frame_size(*(aspect or WIDE), pixels))
        shots = plan.shots if images else _without_framings(plan).shots
        takes = [Take(shot, prepared[i], plan.seed + i) for i, shot in enumerate(shots)]
        edit, size = Edit(plan, matched(takes)), prepared[0].frame
        grain = any(look.grain for take in takes for look in take.looks)
        cuts = edit.starts[1:]
        footage = Footage(size, plan.frames, cuts, edit.frame, sound.result, grain)
        encode(footage, out, on_frame)
    return plan


def _prepared(
    plan: Plan,
    pictures: Sequence[image.U8],
    depths: Sequence[depth.ImageDepth],
    aspect: tuple[int, int] | None,
    pixels: int,
) -> list[PreparedImage]:
    """A prepared image for each shot, of what the shot passes over."""
    height, width = pictures[0].shape[:2]
    wide, high = aspect or (width, height)
    size = image.frame_size(wide, high, pixels)

    @cache
    def of(number: int, part: Part) -> PreparedImage:
        return PreparedImage.build(pictures[number], depths[number], size, part)

    seen = ((shot, pictures[shot.image], depths[shot.image]) for shot in plan.shots)
    return [of(shot.image, passed_over(shot, rgb, found, size)) for shot, rgb, found in seen]


def _slates(plan: Plan, size: tuple[int, int]) -> list[PreparedImage]:
    """A card for each shot, in a frame of (width, height)."""
    rows = shot_list(plan)
    cards = [
        Words(
            heading=f"SHOT {number} · {shot.seconds:.1f} s",
            head=plan.head,
            text=shot.text,
            legend=" · ".join(filter(None, (row.camera, row.light))),
        )
        for number, (shot, row) in enumerate(zip(plan.shots, rows, strict=True), start=1)
    ]
    return [PreparedImage.build(slate(card, size), depth.flat(), size) for card in cards]


def _without_framings(plan: Plan) -> Plan:
    """A card is read as a whole: its legend says that the shot is a close-up."""
    return replace(plan, shots=tuple(replace(s, framing=Framing.WIDE) for s in plan.shots))
