"""Which job each open page follows: one at a time.

Another job, or Stop, ends the watch before it. Done without Gradio's `cancels`: that one marks the
event of the next press as cancelled, too, and the page shows a bare "Error" for a job that runs
well.
"""

from dataclasses import dataclass


@dataclass
class Watch:
    """One page following one job."""

    on: bool = True
    stopped: bool = False  # by the visitor, and not by a newer watch


class Watches:
    """The watches of all pages, by Gradio's session. For use in one event loop."""

    def __init__(self) -> None:
        self._current: dict[str, Watch] = {}

    def begin(self, session: str) -> Watch:
        """Follow another job from this page; the watch before it ends."""
        if before := self._current.get(session):
            before.on = False
        self._current[session] = watch = Watch()
        return watch

    def stop(self, session: str) -> None:
        """End the watch of this page, by the visitor's wish."""
        if watch := self._current.get(session):
            watch.on, watch.stopped = False, True

    def end(self, session: str, watch: Watch) -> None:
        """Forget a watch that ended by itself."""
        if self._current.get(session) is watch:
            del self._current[session]
