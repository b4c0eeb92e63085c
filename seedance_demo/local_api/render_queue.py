"""Renders animatics in line, a process for each.

A heavy render freezes no page, a crash in a codec or an out-of-memory kill ends one clip, and
cancelling is killing the process.
"""

import asyncio
import json
import logging
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..errors import Busy, TaskFailed

log = logging.getLogger(__name__)
WAITING_PER_WORKER = 8
# glibc gives large arrays back when they are freed, and keeps small change; by itself it keeps the
# more the longer a film is. Both, or it trims the heap all the time.
_FRUGAL = {"MALLOC_MMAP_THRESHOLD_": "2000000", "MALLOC_TRIM_THRESHOLD_": "67108864"}  # bytes
# And so no key. XDG: where fonts are, or a caption that the page promises would be missing.
_PASSED_ON = (
    *("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SYSTEMROOT"),
    *("XDG_DATA_HOME", "XDG_DATA_DIRS"),
)


@dataclass
class Render:
    """One clip on its way. `frames` is done and all of them, (0, 0) while it waits."""

    images: list[Path]
    prompt: str
    seconds: int
    out: Path
    aspect: str = ""  # width to height, such as 9:16; empty: the first picture's
    frames: tuple[int, int] = (0, 0)


class RenderQueue:
    """Runs as many renders at once as there are pairs of cores (each uses two)."""

    def __init__(self, cache: Path) -> None:
        workers = max(1, (os.cpu_count() or 2) // 2)
        self._cache, self._free = cache, asyncio.Semaphore(workers)
        self.places = workers * (1 + WAITING_PER_WORKER)
        self._taken = 0

    def take_place(self) -> None:
        """Raises `Busy` when the waiting line is full. Give the place back with `leave`."""
        if self._taken >= self.places:
            raise Busy("This machine is rendering all it can. Try again in a minute.")
        self._taken += 1

    def leave(self) -> None:
        """Give a place back."""
        self._taken -= 1

    async def run(self, render: Render) -> None:
        """Render to `render.out`; cancelling this kills the renderer. Raises `TaskFailed` with the
        renderer's own sentence."""
        async with self._free:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "seedance_demo.animatic", *map(str, render.images)),
                *("--prompt", "-", "--seconds", str(render.seconds)),  # others can read arguments
                *(("--aspect", render.aspect) if render.aspect else ()),
                *("--out", str(render.out), "--cache", str(self._cache)),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                env=environment(),
                limit=1 << 20,
            )
            try:
                listening, speaking = _listen(process, render), _speak(process, render)
                _, complaint = await asyncio.gather(listening, speaking)
                code = await process.wait()
            finally:
                if process.returncode is None:
                    process.kill()
                    await process.wait()
            if code:
                log.warning("the renderer ended with %s: %s", code, complaint[-2000:])
                raise TaskFailed(_reason(complaint))


async def _listen(process: asyncio.subprocess.Process, render: Render) -> None:
    """Take in the renderer's lines of JSON, those that tell its progress."""
    assert process.stdout is not None  # piped above
    async for line in process.stdout:
        with suppress(ValueError):
            said = json.loads(line)
            if "frames" in said:
                render.frames = (said["frame"], said["frames"])


async def _speak(process: asyncio.subprocess.Process, render: Render) -> str:
    """Hand over the prompt, then collect what the renderer complains about."""
    assert process.stdin is not None
    assert process.stderr is not None
    with suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(render.prompt.encode())
        await process.stdin.drain()
    process.stdin.close()
    return (await process.stderr.read()).decode(errors="replace")


def environment() -> dict[str, str]:
    """What a renderer needs of our environment; keys and tokens are not among it."""
    package_parent = str(Path(__file__).parents[2])
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return kept | _FRUGAL | {"PYTHONPATH": package_parent, "PYTHONUTF8": "1"}


def _reason(complaint: str) -> str:
    with suppress(ValueError, IndexError, KeyError, TypeError):
        return str(json.loads(complaint.splitlines()[-1])["error"])
    return "The renderer stopped unexpectedly. Try again, perhaps with a smaller picture."
