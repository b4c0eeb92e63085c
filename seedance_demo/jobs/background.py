"""A background event loop for jobs, and threads for calls that block.

All of it ends with the process, at once and without being asked: whatever runs here must be able to
stop at any line and go on after the next start.
"""

import asyncio
import threading
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

    def start(self, life: Coroutine[Any, Any, None]) -> None:
        """Run a coroutine in the loop, from any thread."""
        asyncio.run_coroutine_threadsafe(life, self._loop)


async def aside(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """A blocking call in a thread. Not an executor's: the interpreter waits for those at its end,
    and a stopping app would wait for the slowest provider."""
    outcome: Future[T] = Future()

    def run() -> None:
        try:
            outcome.set_result(call(*args, **kwargs))
        except BaseException as error:
            outcome.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return await asyncio.wrap_future(outcome)
