"""What Gradio keeps of a session: not too little of who still waits, and not too much of anybody.

It remembers the messages of two thousand sessions and drops the oldest for a new one, also when
somebody listens to it (6.31): short calls of one stranger would cut everybody off. And it keeps a
copy of the whole page with the values of its fields for each of ten thousand sessions: 150 kB each,
for deep links, which are closed here.
"""

from collections.abc import Mapping, Sized
from copy import copy
from typing import Any

import gradio as gr
from gradio import state_holder
from gradio.blocks import BlockFunction  # type: ignore[attr-defined]
from gradio.queueing import AsyncQueue, EventMessage  # type: ignore[attr-defined]
from gradio.state_holder import SessionState
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


def skip_cheaply(page: gr.Blocks) -> None:
    """Before the page is launched. For `gr.skip()` Gradio makes each output's component anew, and
    whoever waits says nothing but that."""
    usual = page.postprocess_data

    async def postprocess(
        block_fn: BlockFunction, predictions: list[Any] | dict[Any, Any], state: SessionState | None
    ) -> list[Any]:
        if isinstance(predictions, dict) and predictions == gr.skip():
            return [gr.skip() for _ in block_fn.outputs]
        return await usual(block_fn, predictions, state)

    page.postprocess_data = postprocess  # type: ignore[method-assign]


class PageState(SessionState):
    """The components that were changed for one session, without the copy of all values."""

    def __init__(self, blocks: gr.Blocks) -> None:
        self.blocks_config = copy(blocks.default_config)
        self.config_values: dict[int, Any] = {}
        self.state_data: dict[int, Any] = {}
        self._state_ttl: dict[int, Any] = {}
        self.is_closed = False
        self.STATE_TTL_WHEN_CLOSED = 3600

    def __setitem__(self, key: int, value: Any) -> None:
        if isinstance(self.blocks_config.blocks.get(key), gr.State):
            super().__setitem__(key, value)
            self.config_values.clear()
        else:  # Gradio would describe it by JSON schemas, to be kept
            self.blocks_config.blocks[key] = value

    def _update_config(self, key: int) -> None:
        pass

    def _update_value_in_config(self, key: int, value: Any) -> None:
        pass


state_holder.SessionState = PageState  # type: ignore[misc]
