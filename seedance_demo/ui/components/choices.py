"""Choices that change with the model, while a person's own stays.

A choice is let through that is no longer, or not yet, among those on the page.

Choices change with the model, while events with the old value are on their way; Gradio turns those
down with a bare "Error". What may be chosen is checked by the handlers, against the contract.
"""

from collections.abc import Iterable
from typing import Any, TypeVar

import gradio as gr

LONGEST = 200  # characters of a text
T = TypeVar("T")


def standing_for(wished: T, offered: Iterable[tuple[str, T]], in_force: T) -> list[tuple[str, T]]:
    """The choices, the one in force standing for what was wished: so the wish stays the value of
    its field, and counts again as soon as it is offered."""
    return [(label, wished if value == in_force else value) for label, value in offered]


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
