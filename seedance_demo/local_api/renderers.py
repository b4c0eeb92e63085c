"""Processes that render, kept warm: each has its imports and carries out one order after another.

A heavy render freezes no page, a crash in a codec or an out-of-memory kill ends one clip, and
cancelling is killing the process. Another takes its place.
"""

import asyncio
import json
import logging
import os
import sys
from asyncio.subprocess import Process
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from ..errors import TaskFailed

log = logging.getLogger(__name__)
WORKER = "seedance_demo.animatic.worker"  # what each of them runs
AT_ONCE = max(1, (os.cpu_count() or 2) // 2)  # a film is drawn on two cores
IDLE = 300  # seconds without any order, after which the memory is given back
MOST_ORDERS = 100  # of one process, so that no library's leak grows for ever
LONGEST_LINE = 1 << 20  # bytes
STOPPED = "The renderer stopped unexpectedly. Try again, perhaps with a smaller picture."
# glibc gives large arrays back when they are freed, and keeps small change; by itself it keeps the
# more the longer a film is. Both, or it trims the heap all the time.
_FRUGAL = {"MALLOC_MMAP_THRESHOLD_": "2000000", "MALLOC_TRIM_THRESHOLD_": "67108864"}  # bytes
# And so no key. XDG: where fonts are, or a caption that the page promises would be missing.
_PASSED_ON = (
    *("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SYSTEMROOT"),
    *("XDG_DATA_HOME", "XDG_DATA_DIRS"),
)

Order = Mapping[str, Any]  # as `animatic.worker` takes it
Hear = Callable[[Mapping[str, Any]], None]


class Renderers:
    """At most `AT_ONCE` of them, started when they are needed. For use in one event loop."""

    def __init__(self) -> None:
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._idle: list[_Renderer] = []
        self._rest: asyncio.TimerHandle | None = None
        self._ending: asyncio.Future[None] | None = None

    async def carry_out(self, order: Order, hear: Hear = lambda _: None) -> None:
        """Wait for a renderer, and for it to end; `hear` is told what it says meanwhile. Cancelling
        this kills it. Raises `TaskFailed` with its own sentence."""
        async with self._turns:
            try:
                async with self._one() as renderer:
                    await renderer.carry_out(order, hear)
            except _NotBegun:  # it had died in its sleep
                async with self._one() as renderer:
                    await renderer.carry_out(order, hear)

    async def warm(self) -> None:
        """Let one have its imports before the first order comes."""
        if not self._idle and not self._turns.locked():
            async with self._turns, self._one():
                pass

    async def stop(self) -> None:
        """End those that are idle. Who waits for another ends it by being cancelled."""
        if self._rest:
            self._rest.cancel()
        while self._idle:
            await self._idle.pop().end()

    @asynccontextmanager
    async def _one(self) -> AsyncIterator["_Renderer"]:
        """One of them, and its successor when it is not fit for another order."""
        while self._idle and not self._idle[-1].is_fit:
            self._idle.pop()  # it died in its sleep
        renderer = self._idle.pop() if self._idle else await _start()
        try:
            yield renderer
        finally:
            if not renderer.is_fit:
                await renderer.end()
            with suppress(TaskFailed):  # none is better than another end of this order
                self._lay_down(renderer if renderer.is_fit else await _start())

    def _lay_down(self, renderer: "_Renderer") -> None:
        self._idle.append(renderer)
        if self._rest:
            self._rest.cancel()
        self._rest = asyncio.get_running_loop().call_later(IDLE, self._end_idle)

    def _end_idle(self) -> None:
        self._ending = asyncio.ensure_future(self.stop())


class _NotBegun(TaskFailed):
    """It ended before it took the order."""


class _Renderer:
    """A process of its own."""

    def __init__(self, process: Process) -> None:
        self._process, self._orders, self._busy = process, 0, False

    @property
    def is_fit(self) -> bool:
        """Whether it may take another order: not after it was left in the middle of one."""
        alive = self._process.returncode is None
        return alive and not self._busy and self._orders < MOST_ORDERS

    async def carry_out(self, order: Order, hear: Hear) -> None:
        self._busy, self._orders = True, self._orders + 1
        ended: type[TaskFailed] = _NotBegun
        complaints: deque[str] = deque(maxlen=30)
        async for said in self._answers(order):
            match _message(said):
                case {"begun": True}:
                    ended = TaskFailed
                case {"done": True}:
                    self._busy = False
                    return
                case {"error": str(sentence)}:
                    self._busy = False
                    raise TaskFailed(sentence)
                case None:
                    complaints.append(said)
                case progress:
                    hear(progress)
        code = await self._process.wait()
        log.warning("a renderer ended with %s: %s", code, "".join(complaints)[-2000:])
        raise ended(STOPPED)

    async def end(self) -> None:
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()

    async def _answers(self, order: Order) -> AsyncIterator[str]:
        """The lines that follow an order, until the process ends."""
        assert self._process.stdin  # both are pipes
        assert self._process.stdout
        with suppress(BrokenPipeError, ConnectionResetError):
            self._process.stdin.write(json.dumps(order).encode() + b"\n")
            await self._process.stdin.drain()
        async for line in self._process.stdout:
            yield line.decode(errors="replace")


async def _start() -> _Renderer:
    pipe = asyncio.subprocess.PIPE
    try:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", WORKER),
            stdin=pipe,
            stdout=pipe,
            stderr=asyncio.subprocess.STDOUT,
            env=environment(),
            limit=LONGEST_LINE,
        )
    except OSError as error:
        raise TaskFailed(f"The renderer could not be started ({error.strerror}).") from None
    return _Renderer(process)


def environment() -> dict[str, str]:
    """What a renderer needs of our environment; keys and tokens are not among it."""
    package_parent = str(Path(__file__).parents[2])
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return kept | _FRUGAL | {"PYTHONPATH": package_parent, "PYTHONUTF8": "1"}


def _message(line: str) -> dict[str, Any] | None:
    """What it says, which may stand behind half a line of what a library in it says; None when it
    says nothing. A quotation mark inside JSON is escaped, so only its beginning looks like one."""
    try:
        told = json.loads(line[max(0, line.rfind('{"')) :])
    except ValueError:
        return None
    return told if isinstance(told, dict) else None
