"""Analyses images as they arrive, so that a render finds their subjects known.

One at a time, each in a process of its own with low priority: whatever an image does to it costs
nothing but a slower render.
"""

import asyncio
import hashlib
import logging
import sys
from collections import deque
from pathlib import Path

from .render_queue import environment

log = logging.getLogger(__name__)
MOST_WAITING = 32  # more are forgotten, oldest first, and looked at when they are rendered
MOST_KNOWN = 1000  # pictures that are not looked at again
PATIENCE = 60  # seconds for one picture


class ImageAnalysis:
    """A queue of images to analyse; results go to the folder `cache`."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._waiting: deque[Path] = deque(maxlen=MOST_WAITING)
        self._known: deque[bytes] = deque(maxlen=MOST_KNOWN)
        self._working: asyncio.Task[None] | None = None

    def add(self, picture: Path) -> None:
        """Put an image in line; from the event loop."""
        self._waiting.append(picture)
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work())

    async def _work(self) -> None:
        while self._waiting:
            picture = self._waiting.popleft()
            if await asyncio.to_thread(self._is_new, picture):
                await self._look_at(picture)

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

    async def _look_at(self, picture: Path) -> None:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "seedance_demo.animatic", "--learn", str(picture)),
            *("--cache", str(self._cache)),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            env=environment(),
        )
        try:
            code = await asyncio.wait_for(process.wait(), PATIENCE)
            log.debug("looked at %s: %s", picture.name, code)
        except TimeoutError:
            log.warning("%s took longer than %d s to look at", picture.name, PATIENCE)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()

    async def stop(self) -> None:
        """End what is running."""
        if self._working:
            self._working.cancel()
            await asyncio.gather(self._working, return_exceptions=True)
