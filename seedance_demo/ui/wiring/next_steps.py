"""What can be done with a job that has ended."""

from typing import Any

from ..events import IMMEDIATE, PRIVATE, SHOWN
from ..handlers.job_actions import JobActionHandlers
from ..handlers.next_steps import NextStepHandlers
from ..naming import Fields, listed
from ..page import Page


def wire_next_steps(page: Page, steps: NextStepHandlers, done: JobActionHandlers) -> None:
    """The row below the clip, the prices in it, files made of it, its link for others, and
    deleting, which the status undoes."""
    result, form, view = page.result, page.form, listed(page.result.view)
    row, price, own_key = result.next.row, form.price, form.own_key
    visitor: Fields = {"visitor": page.visitor}
    job: Fields = visitor | {"details": result.view.details}
    keyed = job | {"api_key": own_key.api_key}
    result.next.ended.change(
        steps.ask, inputs_kwargs=keyed, outputs=row, trigger_mode="always_last", **PRIVATE
    )
    press = [
        price.generate,
        price.agreed,
        price.agreed_clips,
        form.complaints.key,
        own_key.row,
        result.next.lead,
    ]
    filled = [*form.filled, *press, row]
    once = IMMEDIATE | {"trigger_mode": "once"}
    taken = row.select(steps.take, inputs_kwargs=keyed, outputs=filled, **once)
    taken.then(None, result.next.lead, None, js="seedance.lead", **IMMEDIATE)
    saved = result.next.saved
    made = row.download(done.save, inputs_kwargs=job, outputs=saved, **PRIVATE)
    made.then(None, saved, None, js="seedance.saved", **IMMEDIATE)
    row.expand(done.animatic, inputs_kwargs=job, outputs=result.beside, **PRIVATE)
    anew: dict[str, Any] = {"outputs": [row, result.next.ended], **PRIVATE}
    row.release(done.share, inputs_kwargs=keyed, **anew)
    row.stop(done.stop_sharing, inputs_kwargs=keyed, **anew)
    row.delete(done.delete, inputs_kwargs=job, outputs=view, **SHOWN)
    result.view.card.undo(done.restore, inputs_kwargs=visitor, outputs=view, **SHOWN)
