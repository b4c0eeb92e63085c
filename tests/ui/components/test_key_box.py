from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import gradio as gr
import orjson
import pytest
from gradio import state_holder

from seedance_demo.ui.components.key_box import key_box
from seedance_demo.ui.sessions import PageState

from ...raw_api import RawApi

KEY = "wsk-canary-typed"


@pytest.fixture(scope="module")
def demo() -> Iterator[Any]:
    """A page with the box, an ordinary one beside it, and a function that takes both."""
    heard: list[object] = []
    with gr.Blocks(analytics_enabled=False) as blocks:
        fields = [key_box("Key", elem_id="key"), gr.Textbox(elem_id="words")]
        gr.Button(elem_id="go").click(lambda *given: heard.append(given), fields, None)
    blocks.heard = heard
    # As in a Gradio without `ui.sessions`, which keeps no values at all.
    with patch.object(state_holder, "SessionState", PageState.__base__):
        silent: dict[str, Any] = {"run_history": False, "enable_monitoring": False, "quiet": True}
        blocks.launch(prevent_thread_lock=True, **silent)
        yield blocks
        blocks.close()


def test_the_function_hears_the_key_and_gradio_keeps_nothing_of_it(demo: Any) -> None:
    raw = RawApi(demo.local_url.rstrip("/"))
    raw.join(0, [KEY, "other words"], "known")
    assert demo.heard == [(KEY, "other words")]
    kept = orjson.dumps(list(demo.app.state_holder["known"].components), default=str)
    assert b"other words" in kept, "this is what Gradio keeps of a session"
    assert KEY.encode() not in kept


@pytest.mark.parametrize("given", [[KEY], {"a": KEY}, 7, None, True])
def test_what_is_no_text_is_no_key(demo: Any, given: object) -> None:
    RawApi(demo.local_url.rstrip("/")).join(0, [given, "x"], "another")
    assert not demo.heard[-1][0]
