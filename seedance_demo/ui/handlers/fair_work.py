"""Work of seconds apart from everything else, in fair turns.

A hundred megapixels take seconds and half a gigabyte, a foreign host half a minute, and a plan is
written as a prompt by a search. In threads of their own they hold up no press, no clock and no
download, and whoever brings many waits behind who brings one.
"""

import ctypes
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from ...accounts.visitor import Visitor
from ...jobs.background import Pool
from ...jobs.turns import Turns

T = TypeVar("T")
AT_ONCE = 2
_MMAP_THRESHOLD, _TRIM_THRESHOLD = -3, -1  # of malloc.h


class FairWork:
    """Threads for one kind of it: a host that hangs holds up no decoder. For use in one event
    loop."""

    def __init__(self, kind: str) -> None:
        _give_memory_back()
        self._threads, self._turns = Pool(kind, AT_ONCE), Turns(AT_ONCE)

    async def run(self, visitor: Visitor, call: Callable[[], T]) -> T:
        """What `call` returns, when it is this visitor's turn."""
        async with self._turns.turn(visitor.account):
            return await self._threads.run(call)


def _give_memory_back() -> None:
    """glibc returns large arrays to the system when they are freed only while it is told to: by
    itself it learns from each to keep the next. A dozen large pictures left 0.8 GB behind."""
    with suppress(AttributeError, OSError):  # another libc
        libc = ctypes.CDLL(None)
        libc.mallopt(_MMAP_THRESHOLD, 2 << 20)
        libc.mallopt(_TRIM_THRESHOLD, 64 << 20)
