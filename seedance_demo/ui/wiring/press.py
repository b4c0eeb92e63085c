"""The Generate button, and the job that the page follows."""

from typing import Any

import gradio as gr

from ..events import IMMEDIATE, PRIVATE, SHOWN
from ..handlers.form import FormHandlers
from ..handlers.jobs import JobHandlers
from ..naming import Fields, changes, listed, named
from ..page import Page


def wire_generate(page: Page, form: FormHandlers, jobs: JobHandlers) -> Any:
    """The Generate button, and what it complains of."""
    brief, complaints, price = page.form.brief, page.form.complaints, page.form.price
    said = listed(complaints)
    price.generate.click(
        None, [page.names, *page.form.asked.values()], None, js="seedance.pressed", **PRIVATE
    )
    pictured: Fields = {
        "images": brief.images,
        "model": brief.model,
        "write_only": brief.write_only,
    }
    given = {name: each for name, each in named(brief).items() if name != "steps"}
    # Before the press itself: a press that is turned down ends what comes after it.
    price.generate.click(
        form.complain,
        inputs_kwargs=given,
        outputs=said,
        **IMMEDIATE,
    ).then(None, said, None, js="seedance.checked", **PRIVATE)
    gr.on(
        changes(pictured),
        form.look_at_images,
        inputs_kwargs=pictured,
        outputs=complaints.images,
        **IMMEDIATE,
    )
    clear: dict[str, Any] = {"fn": None, "js": "seedance.empty", **IMMEDIATE}
    gr.on([brief.prompt.change], outputs=complaints.prompt, **clear)
    # What a next step fills in changes the model too, and may ask for a key.
    gr.on([page.form.own_key.api_key.change, brief.model.input], outputs=complaints.key, **clear)
    gr.on(changes(page.form.asked), outputs=complaints.press, **clear)
    price.opened.change(None, price.opened, None, js="seedance.opened", **PRIVATE)
    payer: Fields = {"visitor": page.visitor, "api_key": page.form.own_key.api_key}
    agreed: Fields = {"agreed": price.agreed, "agreed_clips": price.agreed_clips}
    shown: Fields = {"details": page.result.view.details}
    # How many clips is what the button says, whatever was wished since.
    asked = {name: each for name, each in page.form.asked.items() if name != "clips"}
    pressed = price.generate.click(
        jobs.submit,
        inputs_kwargs=payer | agreed | shown | asked,
        outputs=[*listed(page.result.view), price.opened, *said],
        validator=form.check,
        trigger_mode="multiple",  # another brief may be pressed while one is watched
        **SHOWN,
    )
    pressed.then(None, said, None, js="seedance.answered", **PRIVATE)
    return pressed


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
