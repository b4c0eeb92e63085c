"""Analyses images as they arrive, so that a render finds their subjects known.

One at a time, by a renderer that has nothing better to do: whatever an image does to it costs
nothing but a slower render.
"""

import asyncio
import hashlib
from collections import deque
from contextlib import suppress
from pathlib import Path

from ..errors import TaskFailed
from .renderers import Renderers

MOST_WAITING = 32  # more are forgotten, oldest first, and looked at when they are rendered
MOST_KNOWN = 1000  # pictures that are not looked at again


class ImageAnalysis:
    """A queue of images to analyse; results go to the folder `cache`."""

    def __init__(self, renderers: Renderers, cache: Path) -> None:
        self._renderers, self._cache = renderers, cache
        self._waiting: deque[Path] = deque(maxlen=MOST_WAITING)
        self._known: deque[bytes] = deque(maxlen=MOST_KNOWN)
        self._working: asyncio.Task[None] | None = None

    def add(self, picture: Path) -> None:
        """Put an image in line; from the event loop."""
        self._waiting.append(picture)
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work())

    async def _work(self) -> None:
        with suppress(TaskFailed):
            await self._renderers.warm()  # a press may follow, whether or not they are known
        while self._waiting:
            picture = self._waiting.popleft()
            if await asyncio.to_thread(self._is_new, picture):
                order = {"learn": str(picture), "cache": str(self._cache)}
                with suppress(TaskFailed):  # its press will tell
                    await self._renderers.carry_out(order)

    def _is_new(self, picture: Path) -> bool:
        """A press sends its pictures again, to be rendered."""
        try:
            content = hashlib.sha256(picture.read_bytes()).digest()
        except OSError:  # removed to make room
            return False
        if content in self._known:
            return False
        self._known.append(content)
        return True

    async def stop(self) -> None:
        """End what is running."""
        if self._working:
            self._working.cancel()
            await asyncio.gather(self._working, return_exceptions=True)
