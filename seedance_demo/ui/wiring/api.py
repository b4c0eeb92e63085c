"""The events for programs, bound to no component of the page."""

import gradio as gr

from ...catalog import ANIMATIC, USUAL_DURATIONS
from ...orders.images import EXTENSIONS
from ..events import UNLIMITED
from ..handlers.api import ApiHandlers
from ..naming import Fields, listed
from ..page import Page

NAMES = "generate", "job"


def wire_api(page: Page, api: ApiHandlers) -> None:
    """The events for programs, bound to no component of the page. The first of all, because Gradio
    renames the second event of a name."""
    # They describe what is sent; it is read by `program_values`.
    asked: Fields = {
        "images": gr.Gallery(
            type="filepath", file_types=list(EXTENSIONS), visible=False, label="Pictures"
        ),
        "prompt": page.form.brief.prompt,
        "duration": gr.Number(USUAL_DURATIONS[0], precision=0, visible=False, label="Duration"),
        "model": gr.Textbox(ANIMATIC, visible=False, label="Model"),  # who pays has named it
        "api_key": page.form.own_key.api_key,
        "plan": gr.Textbox("", visible=False, label="Plan of the animatic's shots, as JSON"),
    }
    job: Fields = {"job": gr.Textbox(visible=False, label="job")}
    told = listed(page.result.answers)
    gr.on([], api.generate, inputs_kwargs=asked, outputs=told, api_name=NAMES[0], **UNLIMITED)
    gr.on([], api.follow, inputs_kwargs=job, outputs=told, api_name=NAMES[1], **UNLIMITED)
