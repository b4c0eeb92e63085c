from collections.abc import Iterator
from typing import Any

import gradio as gr
import orjson
import pytest

from seedance_demo.ui.components.key_box import key_box

from ...raw_api import RawApi

KEY = "wsk-canary-typed"


@pytest.fixture(scope="module")
def demo() -> Iterator[Any]:
    """A page with the box, an ordinary one beside it, and a function that takes both."""
    heard: list[object] = []
    with gr.Blocks(analytics_enabled=False) as blocks:
        fields = [key_box("Key", elem_id="key"), gr.Textbox(elem_id="words")]
        gr.Button(elem_id="go").click(lambda *given: heard.append(given), fields, None)
    blocks.launch(prevent_thread_lock=True, quiet=True, run_history=False, enable_monitoring=False)
    blocks.heard = heard
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
