"""Renders animatics in line."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import Busy
from .renderers import AT_ONCE, Renderers

PLACES = 9 * AT_ONCE  # eight wait for each that is rendered


@dataclass
class Render:
    """One clip on its way. `frames` is done and all of them, (0, 0) while it waits; `still` a small
    JPEG of what was drawn last, in base64; `news` is set when there is another."""

    images: list[Path]
    prompt: str
    seconds: int
    out: Path
    aspect: str = ""  # width to height, such as 9:16; empty: the first picture's
    plan: str = ""  # shots as JSON, instead of those of the prompt
    ends: bool = False  # from the first of the images to the last
    frames: tuple[int, int] = (0, 0)
    still: str = ""
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def hear(self, said: Mapping[str, Any]) -> None:
        """Take in how far its renderer is."""
        if "frames" in said:
            self.frames = (said["frame"], said["frames"])
        if "still" in said:
            self.still = said["still"]
            self.news.set()


class RenderQueue:
    """A waiting line of so many places; what was learnt of images is kept in `cache`."""

    def __init__(self, renderers: Renderers, cache: Path) -> None:
        self._renderers, self._cache, self._taken = renderers, cache, 0

    def take_place(self) -> None:
        """Raises `Busy` when the waiting line is full. Give the place back with `leave`."""
        if self._taken >= PLACES:
            raise Busy("This machine is rendering all it can. Try again in a minute.")
        self._taken += 1

    def leave(self) -> None:
        """Give a place back."""
        self._taken -= 1

    async def run(self, render: Render) -> None:
        """Render to `render.out`; cancelling this ends it. Raises `TaskFailed` with the renderer's
        own sentence."""
        order = {
            "images": [str(image) for image in render.images],
            "ends": render.ends,
            "prompt": render.prompt,
            "plan": render.plan,
            "seconds": render.seconds,
            "aspect": [int(side) for side in render.aspect.split(":")] if render.aspect else None,
            "out": str(render.out),
            "cache": str(self._cache),
        }
        await self._renderers.carry_out(order, render.hear)
