"""What fills the form, and keeps it; the shot list; the prices."""

from typing import Any

import gradio as gr

from ..events import IMMEDIATE, LATEST, PRIVATE
from ..handlers.form import FormHandlers
from ..handlers.prices import PriceHandlers
from ..naming import Fields, changes, named
from ..page import Page


def wire_arrival(demo: gr.Blocks, page: Page, form: FormHandlers) -> Any:
    """The browser's id brought together with the form as it was left."""
    told = [page.form.price.generate, page.form.allowance]
    known = [page.visitor, page.history.cards, *page.form.filled, *told]
    brought: Fields = {"arrival": page.arrival}
    return demo.load(
        form.arrive, inputs_kwargs=brought, outputs=known, js="seedance.arrive", **IMMEDIATE
    )


def wire_form(page: Page, form: FormHandlers) -> None:
    """What fills the form, and keeps it."""
    fields, brief = page.form, page.form.brief
    # Of the options only what a person changes: they are set anew while the page arrives, and an
    # empty form would be kept in the draft's place.
    events = changes(named(brief)) + fields.advanced.by_hand
    kept = [page.names, *fields.asked.values()]
    gr.on(events, None, kept, None, js="seedance.keepDraft", **PRIVATE)
    # The model stays as it is chosen.
    filled = [each for each in fields.filled if each is not brief.model]
    chosen = page.examples.click(form.example, None, filled, **IMMEDIATE)
    fields.replaced.undo(form.bring_back, None, fields.filled, **IMMEDIATE)
    images: Fields = {"images": brief.images}
    for arrive in (brief.images.upload, chosen.then):
        arrive(form.analyse_early, inputs_kwargs=images, outputs=None, **PRIVATE)


def wire_pictures(page: Page) -> None:
    """A clip from words alone is chosen by a word, and another brings the pictures back."""
    use, chosen = page.form.pictures, page.form.brief.write_only
    use.write.click(None, None, chosen, js="seedance.writeOnly", **IMMEDIATE)
    use.add.click(None, None, chosen, js="seedance.addPictures", **IMMEDIATE)


def wire_shots(page: Page, form: FormHandlers) -> None:
    """The shot list, what a person changes in it, and the prompt written from it."""
    shots, written, brief = page.result.shots, page.result.written, page.form.brief
    options = page.form.advanced.options
    shape = {"end_frame": options.end_frame, "aspect_ratio": options.aspect_ratio}
    directed = named(brief) | shape
    changed = [brief.prompt.change, page.form.extent.change, brief.steps.change]
    shown = {"inputs_kwargs": directed, "outputs": [shots, page.form.counter], **LATEST}
    gr.on(changed, form.read_along, **shown)
    kept: dict[str, Any] = {"inputs": brief.steps, "outputs": brief.steps, **IMMEDIATE}
    shots.edit(None, js="seedance.takeStep", **kept)
    shots.undo(None, js="seedance.undoStep", **kept)
    shots.clear(None, js="seedance.forgetAside", **kept)
    told: dict[str, Any] = {"outputs": [written, page.form.complaints.prompt], **IMMEDIATE}
    shots.submit(form.write, inputs_kwargs=directed, **told).then(
        None, [written, brief.steps], brief.steps, js="seedance.writeShots", **IMMEDIATE
    )


def wire_prices(page: Page, prices: PriceHandlers, others: list[Any]) -> None:
    """What is known of the prices is shown at once; then the provider is asked, and the form is
    priced again when it says something new."""
    form, own_key = page.form, page.form.own_key
    values: Fields = {"visitor": page.visitor, "api_key": own_key.api_key, **form.choices}
    chosen = changes(form.choices)
    priced = gr.on(
        [*chosen, form.price.quoted.change],
        prices.price,
        inputs_kwargs=values,
        outputs=form.priced,
        **LATEST,
    )
    agreed: Fields = {"api_key": own_key.api_key, "agreed": form.price.agreed}
    looked = own_key.ask.click(
        prices.own_balance, inputs_kwargs=agreed, outputs=own_key.balance, **PRIVATE
    )
    # It was told of another key, or with another price.
    stale = [*chosen, own_key.api_key.change]
    gr.on(stale, None, None, own_key.balance, js="seedance.empty", **IMMEDIATE)
    for event in (*others, looked, priced):
        event.then(
            prices.ask,
            inputs_kwargs=values,
            outputs=form.price.quoted,
            trigger_mode="always_last",
            **PRIVATE,
        )
