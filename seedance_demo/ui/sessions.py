"""Keeps Gradio from forgetting who still waits.

It remembers the messages of two thousand sessions and drops the oldest for a new one, also when
somebody listens to it (6.31): short calls of one stranger would cut everybody off.
"""

from collections.abc import Mapping, Sized

import gradio as gr
from gradio.queueing import AsyncQueue, EventMessage  # type: ignore[attr-defined]
from gradio.utils import LRUCache

REMEMBERED = 2000  # sessions, as in Gradio
MOST = 20_000  # those who wait among them


class Sessions(LRUCache[str, "AsyncQueue[EventMessage]"]):
    """`waiting` has the events of each session that are not answered yet."""

    def __init__(self, waiting: Mapping[str, Sized]) -> None:
        super().__init__(MOST)
        self._waiting = waiting

    def __setitem__(self, session: str, messages: "AsyncQueue[EventMessage]") -> None:
        if session not in self and len(self) >= REMEMBERED:
            self._forget_one()
        super().__setitem__(session, messages)

    def _forget_one(self) -> None:
        for session in list(self)[:REMEMBERED]:
            if not self._waiting.get(session):
                del self[session]
                return
            self.move_to_end(session)  # the next look begins behind it


def keep_who_waits(page: gr.Blocks) -> None:
    """Once the page has its queue, and before it is launched."""
    queue = page._queue
    queue.pending_messages_per_session = Sessions(queue.pending_event_ids_session)
