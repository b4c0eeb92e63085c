"""The Blocks page: lays out the components and wires their events."""

from functools import partial
from typing import Any

import gradio as gr

from ..accounts.guard import Guard
from ..catalog import MODELS, USUAL_DURATIONS
from ..jobs.runner import JobRunner
from ..orders.images import EXTENSIONS
from ..orders.quotes import Quotes
from . import static
from .components import example_cards
from .form import Form, build_form, check, lacking, read_along
from .handlers.api import ApiHandlers
from .handlers.jobs import JobHandlers
from .handlers.presenter import Presenter
from .handlers.prices import PriceHandlers
from .handlers.submit import Submitter
from .result import History, Result, actions, build_history, build_result
from .theme import html

SCRIPT = static.read("page.js")
# In the head, because they are needed before the page is there.
IN_HEAD = "stream.js", "draft.js", "preview.js"
HEAD = "".join(f"<script>{static.read(name)}</script>" for name in IN_HEAD)
UNLIMITED: dict[str, Any] = {"concurrency_limit": None, "show_progress": "hidden"}
PRIVATE: dict[str, Any] = {"api_visibility": "private", **UNLIMITED}
# What takes no time is answered by the request itself. `stream.js` sends one after another, or an
# older answer could come last and leave a wrong price on the button.
IMMEDIATE: dict[str, Any] = {"queue": False, "trigger_mode": "multiple", **PRIVATE}
TITLE = "Pictures in, film out"
INTRO = f"""<p class="model">Seedance 2.0 · image to video with sound</p><h1>{TITLE}</h1>
<p>Drop up to four pictures and write like a director. The free animatic shows your camera, cuts,
light and sound in seconds; the model makes the film.</p>"""


def build_page(runner: JobRunner, guard: Guard, quotes: Quotes) -> gr.Blocks:
    """The Blocks page, ready to launch."""
    first = next(model for model in MODELS if model.free != guard.pays_for_all)
    with gr.Blocks(
        title="Seedance 2.0 image to video", analytics_enabled=False, delete_cache=(3600, 86400)
    ) as demo:
        gr.HTML(INTRO, elem_id="intro", apply_default_css=False)
        if guard.sign_in:
            gr.LoginButton(size="sm", elem_id="sign-in")
        row = example_cards.example_cards()
        examples = html(row, elem_id="examples", js_on_load=static.read("cards.js"))
        with gr.Row(equal_height=False):
            with gr.Column(min_width=340):
                form = build_form(first, guard, quotes)
            with gr.Column(min_width=340):
                result = build_result()
        history = build_history()
        submitter = Submitter(runner, guard, quotes)
        presenter = Presenter(runner)
        jobs = JobHandlers(runner, submitter, presenter)
        prices = PriceHandlers(runner.settings, guard, quotes, submitter.recognise)
        _wire_api(ApiHandlers(runner, submitter, presenter), form, result)
        _wire_jobs(demo, jobs, prices, quotes, form, result, history)
        _wire_writing(jobs, submitter, examples, form, result)
    return demo


def _wire_api(api: ApiHandlers, form: Form, result: Result) -> None:
    """The events for programs, bound to no component of the page. The first of all, because Gradio
    renames the second event of a name."""
    # Not the page's radio buttons: what these refuse is told in Gradio's words, not in ours.
    images = gr.Gallery(
        type="filepath", file_types=list(EXTENSIONS), visible=False, label="Pictures"
    )
    length = gr.Number(USUAL_DURATIONS[0], precision=0, visible=False, label="Duration")
    model = gr.Textbox(form.model.value, visible=False, label="Model")
    job = gr.Textbox(visible=False, label="job")
    asked = [images, form.prompt, length, model, form.api_key]
    gr.on([], api.generate, asked, result.told, api_name="generate", **UNLIMITED)
    gr.on([], api.follow, job, result.told, api_name="job", **UNLIMITED)


def _wire_jobs(
    demo: gr.Blocks,
    jobs: JobHandlers,
    prices: PriceHandlers,
    quotes: Quotes,
    form: Form,
    result: Result,
    history: History,
) -> None:
    """What brings a job onto the page, and what each of it costs."""
    visitor, arrived = _wire_arrival(demo, jobs, form)
    pressed = _wire_generate(jobs, quotes, visitor, form, result)
    _, _, again, *_, delete = result.actions
    key, details, shown = form.api_key, result.details, result.shown
    resumed = [history.request_id, form.model, key, visitor]
    arrived.then(jobs.come_back, visitor, shown, **PRIVATE)
    again.click(jobs.check_again, [details, key, visitor], shown, **PRIVATE)
    history.resume.click(jobs.resume, resumed, shown, **PRIVATE)
    history.history.click(jobs.reopen, visitor, shown, trigger_mode="multiple", **PRIVATE)
    delete.click(jobs.delete, [details, visitor], shown, **PRIVATE)
    for event in (arrived.then, details.change):
        event(jobs.history, visitor, history.history, **IMMEDIATE)
        event(prices.allowance, visitor, form.allowance, **IMMEDIATE)
    history.history.click(jobs.refill, visitor, form.filled, **IMMEDIATE)
    _wire_actions(jobs, quotes, visitor, form, result)
    _wire_prices(prices, visitor, form, [arrived, pressed])


def _wire_arrival(demo: gr.Blocks, jobs: JobHandlers, form: Form) -> tuple[gr.Textbox, Any]:
    """The browser's id, and the event that brings it together with the form as it was left."""
    visitor, draft = gr.Textbox(visible=False), gr.JSON(visible=False)
    # Of the options only what a person changes: they are set anew while the page arrives, and an
    # empty form would be kept in the draft's place.
    options = form.advanced.options
    changed = [*form.edits, form.model.change, *(each.input for each in options)]
    gr.on(changed, None, form.filled, None, js="seedance.keepDraft", **PRIVATE)
    known = [visitor, form.generate, *form.filled]
    told = [visitor, draft]
    return visitor, demo.load(jobs.arrive, told, known, js="seedance.arrive", **IMMEDIATE)


def _wire_generate(
    jobs: JobHandlers, quotes: Quotes, visitor: gr.Textbox, form: Form, result: Result
) -> Any:
    """The Generate button, and what it complains of."""
    given = [form.images, form.prompt, form.model]
    # Before the press itself: a press that is turned down ends what comes after it.
    form.generate.click(partial(lacking, quotes), given, form.lacking, **IMMEDIATE)
    changes = [form.images.change, form.model.change], [form.prompt.change]
    for heeded, complaint in zip(changes, form.lacking, strict=True):
        gr.on(heeded, None, None, complaint, js="seedance.empty", **IMMEDIATE)
    paid = [form.api_key, visitor, form.agreed, result.details]
    return form.generate.click(
        jobs.submit,
        [*form.filled[:4], *paid, *form.advanced.options],
        result.shown,
        validator=partial(check, quotes),
        trigger_mode="multiple",  # another brief may be pressed while one is watched
        **PRIVATE,
    )


def _wire_actions(
    jobs: JobHandlers, quotes: Quotes, visitor: gr.Textbox, form: Form, result: Result
) -> None:
    """What can be done with the job on the page, and how the tab tells of it."""
    notify, stop, _, longer, animatic, uncover, _ = result.actions
    job, details = [result.details, visitor], result.details
    stop.click(jobs.stop, job, None, **PRIVATE)
    notify.click(None, None, notify, js="seedance.askToNotify", **PRIVATE)
    longer.click(jobs.longer, job, form.filled, js="seedance.showPrice", **IMMEDIATE)
    animatic.click(jobs.animatic, job, result.beside, **PRIVATE)
    # Over the stream, behind the end of the watch: that one says its last words once more.
    uncover.click(jobs.uncover, job, result.shown, **PRIVATE)
    details.change(partial(actions, quotes), details, result.actions, **IMMEDIATE)
    # The second, because an animatic may come when another job is on the page already.
    for event in (details.change, result.beside.change):
        event(None, details, None, js="seedance.tell", **PRIVATE)


def _wire_prices(prices: PriceHandlers, visitor: gr.Textbox, form: Form, others: list[Any]) -> None:
    """What is known of the prices is shown at once; then the provider is asked, and shown again."""
    advanced = [form.advanced.every_length, *form.advanced.options]
    choices = [form.model, form.duration, form.images, *advanced]
    values = [visitor, form.api_key, form.images, form.model, form.duration, *advanced]
    changed = [each.change for each in choices]
    known = gr.on(changed, prices.price, values, form.priced, **IMMEDIATE)
    asked = [form.agreed, form.api_key]
    looked = form.ask_balance.click(prices.own_balance, asked, form.own_balance, **PRIVATE)
    # It was told of another key, or with another price.
    stale = [*changed, form.api_key.change]
    gr.on(stale, None, None, form.own_balance, js="seedance.empty", **IMMEDIATE)
    for event in (*others, known, looked):
        asking = event.then(prices.ask, values, None, **PRIVATE)
        quoted = asking.then(prices.price, values, form.priced, **IMMEDIATE)
        quoted.then(prices.owners_balance, form.agreed, form.balance, **PRIVATE)


def _wire_writing(
    jobs: JobHandlers, submitter: Submitter, examples: gr.HTML, form: Form, result: Result
) -> None:
    """What answers the writing of a brief."""
    images = form.images
    examples.click(jobs.example, None, form.filled, **IMMEDIATE)
    images.upload(submitter.analyse_early, images, None, **PRIVATE)
    written = [form.prompt, form.duration, images]
    gr.on(form.edits, read_along, written, [result.shots, form.counter], **IMMEDIATE)
