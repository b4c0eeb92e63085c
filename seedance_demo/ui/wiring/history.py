"""The cards of the visitor's jobs, and requests made elsewhere."""

import gradio as gr

from ..events import IMMEDIATE, PRIVATE, SHOWN
from ..handlers.form import FormHandlers
from ..handlers.history import HistoryHandlers
from ..handlers.jobs import JobHandlers
from ..naming import Fields, listed
from ..page import Page


def wire_history(page: Page, form: FormHandlers, jobs: JobHandlers, done: HistoryHandlers) -> None:
    """A press on a card, a look at one, all clips at once, and the box for a request id."""
    visitor: Fields = {"visitor": page.visitor}
    view, history = listed(page.result.view), page.history
    rows = history.cards, page.result.view.variations
    for cards in rows:
        cards.click(None, js="seedance.showStage", **PRIVATE)
    # The form first: what one event triggers runs one after another, and a watch may take minutes.
    filled = page.form.filled
    history.cards.click(form.refill, inputs_kwargs=visitor, outputs=filled, **IMMEDIATE)
    gr.on(
        [cards.click for cards in rows],
        jobs.reopen,
        inputs_kwargs=visitor,
        outputs=view,
        trigger_mode="multiple",
        **SHOWN,
    )
    looked = [cards.play for cards in rows]
    film = gr.on(looked, done.film, inputs_kwargs=visitor, outputs=history.film, **IMMEDIATE)
    film.then(None, history.film, None, js="seedance.plays", **IMMEDIATE)
    saved, once = history.saved, IMMEDIATE | {"trigger_mode": "once"}
    all_clips = history.cards.download(done.download, inputs_kwargs=visitor, outputs=saved, **once)
    all_clips.then(None, saved, None, js="seedance.savedAll", **IMMEDIATE)
    brief = page.form.brief
    chosen: Fields = {"model": brief.model, "write_only": brief.write_only}
    known: Fields = chosen | {"request_id": history.request_id}
    keyed = known | visitor | {"api_key": page.form.own_key.api_key}
    history.resume.click(jobs.resume, inputs_kwargs=keyed, outputs=view, **SHOWN)
