"""A background event loop for jobs, and threads for calls that block.

All of it ends with the process, at once and without being asked: whatever runs here must be able to
stop at any line and go on after the next start.
"""

import asyncio
import contextvars
import threading
import time
from collections import deque
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Background:
    """An event loop in a thread, for coroutines that belong to nobody's browser tab."""

    def __init__(self, name: str) -> None:
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, name=name, daemon=True).start()

    def start(self, life: Coroutine[Any, Any, object]) -> None:
        """Run a coroutine in the loop, from any thread."""
        asyncio.run_coroutine_threadsafe(life, self._loop)


class Pool:
    """So many threads for calls of one kind, which may block: what hangs delays its own kind alone.

    Not an executor's threads: the interpreter waits for those at its end, and a stopping app would
    wait for the slowest provider. Calls begin at least `apart` seconds from each other.
    """

    def __init__(self, name: str, most: int, apart: float = 0) -> None:
        self._name, self._unhired = name, most
        self._apart, self._next = apart, 0.0
        self._calls: deque[Callable[[], None]] = deque()
        self._idle, self._ready = 0, threading.Condition()

    async def run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a blocking call returns, once a thread had time for it; with the caller's context,
        by which Gradio knows whom it answers."""
        await self._spread()
        outcome: Future[T] = Future()
        context = contextvars.copy_context()

        def work() -> None:
            if not outcome.set_running_or_notify_cancel():
                return  # nobody waits for it any more
            try:
                outcome.set_result(context.run(call, *args, **kwargs))
            except BaseException as error:
                outcome.set_exception(error)

        self._put(work)
        return await asyncio.wrap_future(outcome)

    async def _spread(self) -> None:
        now = time.monotonic()
        self._next = max(now, self._next + self._apart)
        if self._next > now:
            await asyncio.sleep(self._next - now)

    def _put(self, work: Callable[[], None]) -> None:
        with self._ready:
            self._calls.append(work)
            if len(self._calls) > self._idle and self._unhired:
                self._unhired -= 1
                threading.Thread(target=self._work, name=self._name, daemon=True).start()
            self._ready.notify()

    def _work(self) -> None:
        while True:
            with self._ready:
                self._idle += 1
                self._ready.wait_for(lambda: self._calls)
                self._idle -= 1
                work = self._calls.popleft()
            work()
            del work  # with what it holds
