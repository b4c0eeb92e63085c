"""The line that brings back what a click replaced in the form.

A browser keeps what the form held, see `replaced.js`. The value is what the server has filled the
form with, and when: the same example twice is two fills.
"""

import time
from typing import Any

import gradio as gr
from markupsafe import Markup

from .. import static
from ..draft import Draft
from ..theme import html

TEMPLATE = Markup(
    "<p><span role='status'></span> <button type='button' data-does='undo' hidden>Undo</button></p>"
)


def replaced_line() -> gr.HTML:
    """The line, which is empty until something was replaced."""
    script = static.read("replaced.js")
    return html(elem_id="replaced", html_template=TEMPLATE, js_on_load=script)


def fill(draft: Draft) -> dict[str, Any]:
    """What tells the browser that the form now holds this."""
    held = {"prompt": draft.prompt, "images": list(draft.images), "steps": list(draft.steps)}
    return held | {"at": time.time()}
