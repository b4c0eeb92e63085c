"""The Blocks page: wires the events of its components to their handlers."""

from typing import Any

import gradio as gr

from ..accounts.guard import Guard
from ..catalog import USUAL_DURATIONS
from ..jobs.runner import JobRunner
from ..orders.images import EXTENSIONS
from ..orders.quotes import Quotes
from . import capacity, static
from .components.choices import take_late_choices
from .events import IMMEDIATE, LATEST, PRIVATE, SHOWN, UNLIMITED
from .handlers.api import ApiHandlers
from .handlers.callers import Callers
from .handlers.form import FormHandlers
from .handlers.jobs import JobHandlers
from .handlers.presenter import Presenter
from .handlers.prices import PriceHandlers
from .handlers.program_values import take_as_sent
from .handlers.submit import Submitter
from .handlers.visitor_jobs import VisitorJobs
from .handlers.watches import Watches
from .naming import Fields, changes, listed, named
from .page import Page, lay_out

SCRIPT = "".join(map(static.read, ("page.js", "tab.js", "clocks.js")))
# In the head: needed before the page is there. The first two stand between Gradio and its server,
# the second in front of the first.
IN_HEAD = "reach.js", "stream.js", "draft.js", "steps.js", "preview.js"
HEAD = "".join("<script>" + static.read(name) + "</script>" for name in IN_HEAD)
API = "generate", "job"


def build_page(runner: JobRunner, guard: Guard, quotes: Quotes) -> gr.Blocks:
    """The Blocks page, ready to launch."""
    demo = gr.Blocks(
        title="Seedance 2.0 image to video", analytics_enabled=False, delete_cache=(3600, 86400)
    )
    take_late_choices()
    with demo:
        page = lay_out(guard, quotes)
        callers, visitor_jobs = Callers(runner.ledger), VisitorJobs(runner.ledger)
        submitter = Submitter(runner, guard, quotes)
        presenter = Presenter(runner, page.result.view.video.temp_files)
        prices = PriceHandlers(page, runner.settings, guard, quotes, callers)
        form = FormHandlers(page, callers, visitor_jobs, submitter, presenter, prices)
        watches = Watches(capacity.most_watches())
        jobs = JobHandlers(
            page, runner, callers, visitor_jobs, submitter, presenter, prices, watches
        )
        _wire_api(page, ApiHandlers(page, runner, submitter, presenter, callers, watches))
        take_as_sent(demo, API)
        arrived = _wire_arrival(demo, page, form)
        pressed = _wire_generate(page, form, jobs)
        _wire_watch(page, jobs, arrived)
        _wire_job(page, form, jobs)
        _wire_history(page, form, jobs)
        _wire_form(page, form)
        _wire_shots(page, form)
        _wire_prices(page, prices, [arrived, pressed])
    return demo


def _wire_api(page: Page, api: ApiHandlers) -> None:
    """The events for programs, bound to no component of the page. The first of all, because Gradio
    renames the second event of a name."""
    # They describe what is sent; it is read by `program_values`.
    asked: Fields = {
        "images": gr.Gallery(
            type="filepath", file_types=list(EXTENSIONS), visible=False, label="Pictures"
        ),
        "prompt": page.form.brief.prompt,
        "duration": gr.Number(USUAL_DURATIONS[0], precision=0, visible=False, label="Duration"),
        "model": gr.Textbox(page.form.brief.model.value, visible=False, label="Model"),
        "api_key": page.form.own_key.api_key,
        "plan": gr.Textbox("", visible=False, label="Plan of the animatic's shots, as JSON"),
    }
    job: Fields = {"job": gr.Textbox(visible=False, label="job")}
    view = page.result.view
    told = [view.video, view.card, view.details]
    gr.on([], api.generate, inputs_kwargs=asked, outputs=told, api_name=API[0], **UNLIMITED)
    gr.on([], api.follow, inputs_kwargs=job, outputs=told, api_name=API[1], **UNLIMITED)


def _wire_arrival(demo: gr.Blocks, page: Page, form: FormHandlers) -> Any:
    """The browser's id brought together with the form as it was left."""
    left = [*page.form.asked.values(), page.form.price.generate, page.form.allowance]
    known = [page.visitor, page.history.cards, *left]
    brought: Fields = {"arrival": page.arrival}
    return demo.load(
        form.arrive, inputs_kwargs=brought, outputs=known, js="seedance.arrive", **IMMEDIATE
    )


def _wire_generate(page: Page, form: FormHandlers, jobs: JobHandlers) -> Any:
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


def _wire_watch(page: Page, jobs: JobHandlers, arrived: Any) -> None:
    """Follow the job on the page, or ask how it stands: as the tab is seen, or hidden."""
    job: Fields = {"details": page.result.view.details, "visitor": page.visitor}
    view = listed(page.result.view)
    arrived.then(None, js="seedance.arrived", **IMMEDIATE)
    often: dict[str, Any] = SHOWN | {"trigger_mode": "multiple"}  # the last may not be over yet
    page.follow.click(jobs.come_back, inputs_kwargs=job, outputs=view, **often)
    short: dict[str, Any] = SHOWN | IMMEDIATE
    asked = page.glance.click(jobs.glance, inputs_kwargs=job, outputs=view, **short)
    asked.then(None, js="seedance.glanced", **IMMEDIATE)


def _wire_job(page: Page, form: FormHandlers, jobs: JobHandlers) -> None:
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
    actions.longer.click(
        form.longer,
        inputs_kwargs=job,
        outputs=list(page.form.asked.values()),
        js="seedance.showPrice",
        **IMMEDIATE,
    )
    actions.animatic.click(jobs.animatic, inputs_kwargs=job, outputs=result.beside, **PRIVATE)
    # Over the stream, behind the end of the watch: that one says its last words once more.
    actions.uncover.click(jobs.uncover, inputs_kwargs=job, outputs=view, **SHOWN)
    actions.delete.click(jobs.delete, inputs_kwargs=job, outputs=view, **SHOWN)
    around = [*listed(actions), page.history.cards, page.form.allowance]
    details.change(jobs.around, inputs_kwargs=job, outputs=around, **LATEST)
    # The second, because an animatic may come when another job is on the page already.
    for event in (details.change, result.beside.change):
        event(None, details, None, js="seedance.tell", **PRIVATE)


def _wire_history(page: Page, form: FormHandlers, jobs: JobHandlers) -> None:
    """The cards of the visitor's jobs, and requests made elsewhere."""
    visitor: Fields = {"visitor": page.visitor}
    view, history = listed(page.result.view), page.history
    # The form first: what one event triggers runs one after another, and a watch may take minutes.
    filled = list(page.form.asked.values())
    history.cards.click(form.refill, inputs_kwargs=visitor, outputs=filled, **IMMEDIATE)
    history.cards.click(
        jobs.reopen, inputs_kwargs=visitor, outputs=view, trigger_mode="multiple", **SHOWN
    )
    known: Fields = {"request_id": history.request_id, "model": page.form.brief.model}
    keyed = known | visitor | {"api_key": page.form.own_key.api_key}
    history.resume.click(jobs.resume, inputs_kwargs=keyed, outputs=view, **SHOWN)


def _wire_form(page: Page, form: FormHandlers) -> None:
    """What fills the form, and keeps it."""
    fields, brief = page.form, page.form.brief
    # Of the options only what a person changes: they are set anew while the page arrives, and an
    # empty form would be kept in the draft's place.
    events = changes(named(brief)) + fields.advanced.options.by_hand
    kept = [page.names, *fields.asked.values()]
    gr.on(events, None, kept, None, js="seedance.keepDraft", **PRIVATE)
    # The model stays as it is chosen.
    filled = [each for name, each in fields.asked.items() if name != "model"]
    chosen = page.examples.click(form.example, None, filled, **IMMEDIATE)
    images: Fields = {"images": brief.images}
    for arrive in (brief.images.upload, chosen.then):
        arrive(form.analyse_early, inputs_kwargs=images, outputs=None, **PRIVATE)


def _wire_shots(page: Page, form: FormHandlers) -> None:
    """The shot list, what a person changes in it, and the prompt written from it."""
    shots, written, brief = page.result.shots, page.result.written, page.form.brief
    directed = {name: each for name, each in named(brief).items() if name != "model"}
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


def _wire_prices(page: Page, prices: PriceHandlers, others: list[Any]) -> None:
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
