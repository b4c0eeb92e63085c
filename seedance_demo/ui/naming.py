"""Components by name: what an event is given, and what it changes.

An event takes its inputs by `inputs_kwargs`, so that a handler has keyword arguments, and answers
with a dict from components to values. No order of fields has to agree with another one.
"""

from collections.abc import Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any

import gradio as gr
from gradio.blocks import Block

Fields = dict[str, Block]  # for `inputs_kwargs`
Updates = dict[Any, Any]  # values or updates by component; what is not named is not touched


def named(group: Any) -> Fields:
    """The components of a dataclass of components, by the names of its fields."""
    return {each.name: getattr(group, each.name) for each in fields(group)}


def listed(group: Any) -> list[Block]:
    """The same components, for the outputs of an event."""
    return list(named(group).values())


def changes(group: Fields) -> list[Any]:
    """The event of each component's change; Gradio makes these attributes as it runs."""
    return list(map(attrgetter("change"), group.values()))


def updates(group: Any, values: Mapping[str, Any]) -> Updates:
    """These values, for the components of the same names in `group`."""
    return {getattr(group, name): value for name, value in values.items()}


def unchanged() -> Updates:
    """Nothing; of an empty dict Gradio makes an error, or the value of a single output."""
    return dict(gr.skip())
