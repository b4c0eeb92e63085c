"""A value that was chosen while the choices changed is not turned down with a bare "Error"."""

from typing import Any

import gradio as gr
import pytest

from seedance_demo.ui.components.choices import take_late_choices

take_late_choices()
take_late_choices()  # once for all pages of a process
LENGTHS, LINES = gr.Radio([10]), gr.Dropdown(["720p"])


@pytest.mark.parametrize(
    ("component", "value"), [(LENGTHS, 10), (LENGTHS, 5), (LINES, "480p"), (LINES, None)]
)
def test_a_value_of_their_kind_comes_through(component: Any, value: object) -> None:
    assert component.preprocess(value) == value


@pytest.mark.parametrize(
    ("component", "value"),
    [(LENGTHS, "5"), (LENGTHS, True), (LENGTHS, [5]), (LINES, 7), (LINES, "x" * 201), (LINES, {})],
)
def test_what_is_of_another_kind_is_refused(component: Any, value: object) -> None:
    with pytest.raises(gr.Error, match="not in the list"):
        component.preprocess(value)
