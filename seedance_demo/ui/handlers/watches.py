"""Which job each open page follows: one at a time.

Another job, or Stop, ends the watch before it. Done without Gradio's `cancels`: that one marks the
event of the next press as cancelled, too, and the page shows a bare "Error" for a job that runs
well.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ...errors import NotAllowed

MOST_WATCHES = 32  # of one address: a household with seven tabs each
TOO_MANY = (
    "Too many pages of your address watch jobs. This one goes on without being watched: close "
    "some, then look again."
)


@dataclass
class Watch:
    """One page following one job."""

    on: bool = True
    stopped: bool = False  # by the visitor, and not by a newer watch


class Watches:
    """The watches of all pages, by Gradio's session. For use in one event loop."""

    def __init__(self) -> None:
        self._current: dict[str, Watch] = {}
        self._count: Counter[str] = Counter()

    @contextmanager
    def watch(self, session: str, whose: str) -> Iterator[Watch]:
        """Follow another job from this page; the watch before it ends. `whose` is the address that
        it counts against, empty for none. Raises `NotAllowed` for too many."""
        if whose and self._count[whose] >= MOST_WATCHES:
            raise NotAllowed(TOO_MANY, code="too_many_watches")
        if before := self._current.get(session):
            before.on = False
        self._count[whose] += 1
        self._current[session] = watch = Watch()
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
            watch.on, watch.stopped = False, True

    def let_go(self, session: str) -> bool:
        """End the watch of this page, which nobody looks at; whether there was one."""
        if watch := self._current.pop(session, None):
            watch.on = False
        return bool(watch)
