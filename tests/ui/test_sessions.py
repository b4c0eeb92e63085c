"""Nobody who waits is cut off by the short calls of others, and nothing is kept of a session."""

from typing import Any

import gradio as gr
import pytest
from gradio.queueing import AsyncQueue  # type: ignore[attr-defined]
from gradio.state_holder import StateHolder

from seedance_demo.ui import sessions
from seedance_demo.ui.sessions import PageState, Sessions

from ..faults.life import awaited


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "REMEMBERED", 5)


def queue() -> Any:
    return AsyncQueue()


@pytest.mark.usefixtures("few")
def test_who_waits_is_remembered_however_many_come_and_go() -> None:
    waiting = {"anna": {"event"}, "ben": {"event"}}
    known = Sessions(waiting)
    known["anna"], known["ben"] = queue(), queue()
    for n in range(50):
        known[f"short call {n}"] = queue()
    assert {"anna", "ben", "short call 49"} <= set(known)
    assert len(known) == 5
    waiting["anna"] = set()  # answered
    for n in range(6):
        known[f"again {n}"] = queue()
    assert "anna" not in known
    assert "ben" in known


@pytest.mark.usefixtures("few")
def test_a_session_that_comes_again_forgets_nobody() -> None:
    known = Sessions({})
    for name in "abcde" * 3:
        known[name] = queue()
    assert set(known) == set("abcde")


@pytest.mark.usefixtures("few")
def test_when_all_wait_all_are_remembered_up_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "MOST", 9)
    known = Sessions({f"{n}": {"event"} for n in range(30)})
    for n in range(30):
        known[f"{n}"] = queue()
    assert len(known) == 9


def test_of_a_session_only_what_was_changed_is_kept() -> None:
    with gr.Blocks() as demo:
        box = gr.Textbox("usual")
        lengths = gr.Radio([5, 10])
    holder = StateHolder()  # type: ignore[no-untyped-call]
    holder.set_blocks(demo)
    state = holder["a tab"]
    state[lengths._id] = gr.Radio([4, 6])
    state._update_value_in_config(box._id, "a word of theirs")
    state._update_config(box._id)
    assert state[lengths._id].choices == [("4", 4), ("6", 6)]
    assert holder["another tab"][lengths._id].choices == [("5", 5), ("10", 10)]
    assert list(state.components) == []
    gradios: Any = PageState.__base__
    own = [name for name in vars(gradios(demo)) if name not in vars(state)]
    assert own == [], "Gradio keeps something that this page does not know of"


def test_who_says_nothing_makes_nothing_anew() -> None:
    with gr.Blocks() as demo:
        boxes = [gr.Textbox("usual"), gr.Textbox("too")]
        said = demo.load(lambda: None, None, boxes)
    block_fn, state = demo.fns[said["id"]], PageState(demo)
    sessions.skip_cheaply(demo)

    async def outputs(predictions: Any) -> Any:
        return await demo.postprocess_data(block_fn, predictions, state)

    assert awaited(outputs(gr.skip())) == [gr.skip(), gr.skip()]
    assert [state[box._id] for box in boxes] == boxes
    changed = {boxes[0]: gr.update(value="new", lines=3)}
    assert awaited(outputs(changed))[0]["value"] == "new"
    assert state[boxes[0]._id].lines == 3
