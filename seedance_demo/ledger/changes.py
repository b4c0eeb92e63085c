"""Who follows a job hears when something about it changes, and asks nobody until then.

What changes in the ledger is told by the ledger, what only the process knows by whoever changes it.
Nothing else wakes a follower. `shared_changes` brings what other processes tell.
"""

import asyncio
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class News:
    """One follower's ear, in the event loop where it listens."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self._came = asyncio.Event()

    async def come(self, seconds: float) -> bool:
        """Wait until something was told since the last time; False when nothing was for so long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._came.wait()
        came = self._came.is_set()
        self._came.clear()
        return came

    def ring(self) -> None:
        """Something was told. In the loop of this one only."""
        self._came.set()


class Changes:
    """Names of what may change, and who listens to each. For use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listening: dict[str, set[News]] = {}

    @contextmanager
    def heard(self, *names: str) -> Iterator[News]:
        """Listen to some names. What is told from now on is heard, so read afterwards."""
        news = News()
        with self._lock:
            for name in names:
                self._listening.setdefault(name, set()).add(news)
        try:
            yield news
        finally:
            self._forget(news, names)

    def tell(self, *names: str) -> None:
        """Something may have changed about these: all who listen wake up, each loop once."""
        ears: dict[asyncio.AbstractEventLoop, set[News]] = defaultdict(set)
        with self._lock:
            for name in names:
                for news in self._listening.get(name, ()):
                    ears[news.loop].add(news)
        for loop, woken in ears.items():
            with suppress(RuntimeError):  # a loop that is closed has no followers any more
                loop.call_soon_threadsafe(_ring, woken)

    def close(self) -> None:
        """At the end of the process."""

    def _forget(self, news: News, names: tuple[str, ...]) -> None:
        with self._lock:
            for name in names:
                self._listening[name].discard(news)
                if not self._listening[name]:
                    del self._listening[name]


def _ring(woken: set[News]) -> None:
    for news in woken:
        news.ring()
