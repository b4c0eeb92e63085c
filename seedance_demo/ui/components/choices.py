"""Lets a choice through that is no longer, or not yet, among those on the page.

Choices change with the model, while events with the old value are on their way; Gradio turns those
down with a bare "Error". What may be chosen is checked by the handlers, against the contract.
"""

from typing import Any

import gradio as gr

LONGEST = 200  # characters of a text


def take_late_choices() -> None:
    """Of the classes, because a component that is updated is another one."""
    for kind in (gr.Radio, gr.Dropdown):
        if not hasattr(kind.preprocess, "strict"):
            _take_late_choices(kind)


def _take_late_choices(kind: Any) -> None:
    strict = kind.preprocess

    def preprocess(self: Any, payload: Any) -> Any:
        """A value of the same kind as the choices as it is; any other as Gradio takes it."""
        kinds = {type(value) for _, value in self.choices}
        fits = type(payload) in kinds and len(str(payload)) <= LONGEST
        return payload if fits else strict(self, payload)

    preprocess.strict = strict  # type: ignore[attr-defined]
    kind.preprocess = preprocess
