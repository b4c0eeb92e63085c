"""Password box for a visitor's own key, whose value Gradio must not keep.

Gradio holds the last value of every field for an hour after a tab is closed, and hands all of them
out through deep links. What it holds is a field's `data_model`, dumped; this one dumps to nothing.
"""

from typing import Any

import gradio as gr
from gradio.data_classes import GradioRootModel


class _Unkept(GradioRootModel):
    root: Any = None  # any, because Gradio logs what a stricter type refuses

    def model_dump(self, **_: Any) -> None:  # type: ignore[override]
        """What Gradio keeps."""

    def __str__(self) -> str:
        return self.root if isinstance(self.root, str) else ""


def key_box(label: str, **options: Any) -> gr.Textbox:
    """A password box. Change its visibility through its container: an updated Textbox would be a
    new one, without this model."""
    box = gr.Textbox(
        "",
        label=label,
        info="Used only for your own clips, never stored.",
        type="password",
        html_attributes=gr.InputHTMLAttributes(autocomplete="off"),
        **options,
    )
    box.data_model = _Unkept
    return box
