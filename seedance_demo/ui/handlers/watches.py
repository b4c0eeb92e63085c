"""Which job each open page follows: one at a time.

Another job, or Stop, ends the watch before it. Done without Gradio's `cancels`: that one marks the
event of the next press as cancelled, too, and the page shows a bare "Error" for a job that runs
well.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ...errors import NotAllowed

MOST_WATCHES = 32  # of one address: a household with seven tabs each
MOST_OF_ALL = 1000
TOO_MANY = (
    "Too many pages of your address watch jobs. This one goes on without being watched: close "
    "some, then look again."
)
FULL = (
    "Too many pages follow jobs here at the moment. This one goes on by itself: look again later."
)


@dataclass
class Watch:
    """One page following one job."""

    look: Callable[[], object]  # wakes who follows, to see that it is over
    on: bool = True
    stopped: bool = False  # by the visitor, and not by a newer watch

    def end(self, *, stopped: bool = False) -> None:
        """Nobody wants to know any more."""
        self.on, self.stopped = False, stopped
        self.look()


class Watches:
    """The watches of all pages, by Gradio's session. For use in one event loop. There are at most
    `most` at once: each holds a slot of Gradio's and an open file."""

    def __init__(self, most: int = MOST_OF_ALL) -> None:
        self._most = most
        self._current: dict[str, Watch] = {}
        self._count: Counter[str] = Counter()

    @contextmanager
    def watch(
        self, session: str, whose: str, look: Callable[[], object] = lambda: None
    ) -> Iterator[Watch]:
        """Follow another job from this page; the watch before it ends. `whose` is the address that
        it counts against, empty for none; `look` is called at its end. Raises `NotAllowed` for too
        many."""
        if self._count.total() >= self._most:
            raise NotAllowed(FULL, code="too_many_watches")
        if whose and self._count[whose] >= MOST_WATCHES:
            raise NotAllowed(TOO_MANY, code="too_many_watches")
        if before := self._current.get(session):
            before.end()
        self._count[whose] += 1
        self._current[session] = watch = Watch(look)
        try:
            yield watch
        finally:
            self._count[whose] -= 1
            self._count += Counter()  # drops what is zero
            if self._current.get(session) is watch:
                del self._current[session]

    def stop(self, session: str) -> None:
        """End the watch of this page, by the visitor's wish."""
        if watch := self._current.get(session):
            watch.end(stopped=True)

    def let_go(self, session: str) -> bool:
        """End the watch of this page, which nobody looks at; whether there was one."""
        if watch := self._current.pop(session, None):
            watch.end()
        return bool(watch)
