"""What is wrong with the images and with the prompt, and the line below the prompt."""

from dataclasses import dataclass

import gradio as gr
from markupsafe import Markup

from ...orders.brief import PROMPT_LIMIT


@dataclass(frozen=True)
class Complaints:
    """What is wrong with the images and with the prompt. Gradio has no complaint in its HTML, and
    wipes that of a textbox when any event of the page ends."""

    images: gr.HTML
    prompt: gr.HTML


def complaint(words: str) -> Markup:
    """HTML: what is wrong, said at once to those who listen; nothing when nothing is."""
    return Markup("<p role='alert'>{}</p>").format(words) if words else Markup()


def counter(prompt: str, remarks: str = "") -> Markup:
    """HTML: the line below the prompt, with tips before the count."""
    length = len(prompt.strip())
    over = length - PROMPT_LIMIT
    too_long = f" · {over:,} too many" if over > 0 else ""
    count = f"{length:,} of {PROMPT_LIMIT:,} characters{too_long}"
    line = Markup("<span id='tips'>{}</span> <span class='quiet'>{}</span>")
    return line.format(remarks, count)
