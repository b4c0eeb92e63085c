"""What can be done with the job on the page."""

import gradio as gr

from ..events import LATEST, PRIVATE, SHOWN
from ..handlers.job_actions import JobActionHandlers
from ..handlers.jobs import JobHandlers
from ..naming import Fields, listed
from ..page import Page


def wire_job(page: Page, jobs: JobHandlers, done: JobActionHandlers) -> None:
    """What can be done with the job on the page, and how the tab tells of it."""
    result, actions = page.result, page.result.actions
    details = result.view.details
    job: Fields = {"details": details, "visitor": page.visitor}
    view = listed(result.view)
    actions.notify.click(None, None, actions.notify, js="seedance.askToNotify", **PRIVATE)
    actions.stop.click(jobs.stop, inputs_kwargs=job, outputs=None, **PRIVATE)
    keyed = job | {"api_key": page.form.own_key.api_key}
    actions.again.click(
        jobs.check_again,
        inputs_kwargs=keyed,
        outputs=view,
        trigger_mode="multiple",  # a watch goes on while its job rests
        **SHOWN,
    )
    actions.animatic.click(done.animatic, inputs_kwargs=job, outputs=result.beside, **PRIVATE)
    # Over the stream, behind the end of the watch: that one says its last words once more.
    steps = [result.next.row, result.next.ended]
    actions.uncover.click(done.uncover, inputs_kwargs=keyed, outputs=[*view, *steps], **SHOWN)
    around = [*listed(actions), *steps, page.history.cards, page.form.allowance]
    moved = [details.change, result.view.variations.change]
    gr.on(moved, done.around, inputs_kwargs=keyed, outputs=around, **LATEST)
    # The second, because an animatic may come when another job is on the page already.
    for event in (details.change, result.beside.change):
        event(None, details, None, js="seedance.tell", **PRIVATE)
    details.change(None, details, None, js="seedance.shows", **PRIVATE)
