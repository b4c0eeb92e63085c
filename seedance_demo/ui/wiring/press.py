"""The Generate button, and the job that the page follows."""

from typing import Any

import gradio as gr

from ..events import IMMEDIATE, SHOWN
from ..handlers.form import FormHandlers
from ..handlers.jobs import JobHandlers
from ..naming import Fields, listed
from ..page import Page


def wire_generate(page: Page, form: FormHandlers, jobs: JobHandlers) -> Any:
    """The Generate button, and what it complains of."""
    brief, complaints, price = page.form.brief, page.form.complaints, page.form.price
    given: Fields = {"images": brief.images, "prompt": brief.prompt, "model": brief.model}
    # Before the press itself: a press that is turned down ends what comes after it.
    price.generate.click(
        form.complain,
        inputs_kwargs=given,
        outputs=[complaints.images, complaints.prompt],
        **IMMEDIATE,
    )
    gr.on(
        [brief.images.change, brief.model.change],
        form.look_at_images,
        inputs_kwargs={"images": brief.images, "model": brief.model},
        outputs=complaints.images,
        **IMMEDIATE,
    )
    clear: dict[str, Any] = {"fn": None, "js": "seedance.empty", **IMMEDIATE}
    gr.on([brief.prompt.change], outputs=complaints.prompt, **clear)
    payer: Fields = {"visitor": page.visitor, "api_key": page.form.own_key.api_key}
    agreed: Fields = {"agreed": price.agreed, "details": page.result.view.details}
    return price.generate.click(
        jobs.submit,
        inputs_kwargs=payer | agreed | page.form.asked,
        outputs=listed(page.result.view),
        validator=form.check,
        trigger_mode="multiple",  # another brief may be pressed while one is watched
        **SHOWN,
    )


def wire_watch(page: Page, jobs: JobHandlers, arrived: Any) -> None:
    """Follow the job on the page, or ask how it stands: as the tab is seen, or hidden."""
    job: Fields = {"details": page.result.view.details, "visitor": page.visitor}
    view = listed(page.result.view)
    arrived.then(None, js="seedance.arrived", **IMMEDIATE)
    often: dict[str, Any] = SHOWN | {"trigger_mode": "multiple"}  # the last may not be over yet
    page.follow.click(jobs.come_back, inputs_kwargs=job, outputs=view, **often)
    short: dict[str, Any] = SHOWN | IMMEDIATE
    asked = page.glance.click(jobs.glance, inputs_kwargs=job, outputs=view, **short)
    asked.then(None, js="seedance.glanced", **IMMEDIATE)
