"""Waiting with a deadline, so that a test that waits in vain says for what."""

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
LONGEST = 90  # seconds, on a busy machine


def until(found: Callable[[], T], pause: Callable[[], object] = lambda: time.sleep(0.02)) -> T:
    """What `found` gives, once that is something."""
    deadline = time.monotonic() + LONGEST
    while not (value := found()):
        assert time.monotonic() < deadline, f"never came: {found}"
        pause()
    return value


async def comes(found: Callable[[], object]) -> None:
    """The same beside other tasks."""
    deadline = time.monotonic() + LONGEST
    while not found():
        assert time.monotonic() < deadline, f"never came: {found}"
        await asyncio.sleep(0.01)
