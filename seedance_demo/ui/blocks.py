"""The page: components and wiring, nothing else."""

from functools import partial
from pathlib import Path
from typing import Any

import gradio as gr

from ..accounts.guard import Guard
from ..catalog import MODELS, USUAL
from ..jobs.runner import Studio
from ..orders.brief import EXTENSIONS
from ..orders.quotes import Market
from .components import cards, example_cards
from .draft import ARRIVE, KEEP
from .form import Form, check, lacking, read_along
from .form import lay_out as form_column
from .handlers.jobs import Page
from .handlers.prices import Desk
from .handlers.submit import Intake
from .result import Past, Result, lay_out_past, offers
from .result import lay_out as result_column
from .theme import html

STATIC = Path(__file__).parent / "static"
SCRIPT = (STATIC / "page.js").read_text("utf-8")
HEAD = (
    f"<script>{(STATIC / 'stream.js').read_text('utf-8')}</script>"  # before Gradio's first event
)
FREE_RUNNING: dict[str, Any] = {"concurrency_limit": None, "show_progress": "hidden"}
INSIDE: dict[str, Any] = {"api_visibility": "private", **FREE_RUNNING}
# What takes no time is answered by the request itself. `stream.js` sends one after another, or an
# older answer could come last and leave a wrong price on the button.
AT_ONCE: dict[str, Any] = {"queue": False, "trigger_mode": "multiple", **INSIDE}
TITLE = "Pictures in, film out"
INTRO = f"""<p class="model">Seedance 2.0 · image to video with sound</p><h1>{TITLE}</h1>
<p>Drop up to four pictures and write like a director. The free animatic shows your camera, cuts,
light and sound in seconds; the model makes the film.</p>"""
SHOW_PRICE = """(...asked) => {
  document.getElementById("generate").scrollIntoView({ block: "center" });
  return asked;
}"""


def build_page(studio: Studio, guard: Guard, market: Market) -> gr.Blocks:
    """The Blocks page, ready to launch."""
    first = next(model for model in MODELS if model.free != guard.pays_for_all)
    with gr.Blocks(
        title="Seedance 2.0 image to video", analytics_enabled=False, delete_cache=(3600, 86400)
    ) as demo:
        gr.HTML(INTRO, elem_id="intro", apply_default_css=False)
        if guard.sign_in:
            gr.LoginButton(size="sm", elem_id="sign-in")
        examples = html(example_cards.example_cards(), elem_id="examples", js_on_load=cards.PRESSED)
        with gr.Row(equal_height=False):
            with gr.Column(min_width=340):
                form = form_column(first, guard, market)
            with gr.Column(min_width=340):
                result = result_column()
        past = lay_out_past()
        intake = Intake(studio, guard, market)
        page, desk = Page(studio, intake), Desk(studio.settings, guard, market, intake.recognise)
        _for_programs(page, form, result)
        _follow(demo, page, desk, market, form, result, past)
        _write(page, intake, examples, form, result)
    return demo


def _for_programs(page: Page, form: Form, result: Result) -> None:
    """Bound to no component of the page, without what only a browser has. The first events of all,
    because Gradio renames the second one of a name."""
    # Not the page's radio buttons: what these refuse is told in Gradio's words, not in ours.
    images = gr.Gallery(
        type="filepath", file_types=list(EXTENSIONS), visible=False, label="Pictures"
    )
    length = gr.Number(USUAL[0], precision=0, visible=False, label="Duration")
    model = gr.Textbox(form.model.value, visible=False, label="Model")
    job = gr.Textbox(visible=False, label="job")
    asked = [images, form.prompt, length, model, form.api_key]
    gr.on([], page.generate, asked, result.told, api_name="generate", **FREE_RUNNING)
    gr.on([], page.follow, job, result.told, api_name="job", **FREE_RUNNING)


def _follow(
    demo: gr.Blocks, page: Page, desk: Desk, market: Market, form: Form, result: Result, past: Past
) -> None:
    """What brings a job onto the page, and what each of it costs."""
    visitor, arrived = _arrive(demo, page, form)
    pressed = _press(page, market, visitor, form, result)
    _, _, again, *_, delete = result.offers
    key, details, shown = form.api_key, result.details, result.shown
    resumed = [past.request_id, form.model, key, visitor]
    arrived.then(page.come_back, visitor, shown, **INSIDE)
    again.click(page.check_again, [details, key, visitor], shown, **INSIDE)
    past.resume.click(page.resume, resumed, shown, **INSIDE)
    past.history.click(page.reopen, visitor, shown, trigger_mode="multiple", **INSIDE)
    delete.click(page.delete, [details, visitor], shown, **INSIDE)
    for event in (arrived.then, details.change):
        event(page.history, visitor, past.history, **AT_ONCE)
        event(desk.allowance, visitor, form.allowance, **AT_ONCE)
    past.history.click(page.refill, visitor, form.filled, **AT_ONCE)
    _offer(page, market, visitor, form, result)
    _price(desk, visitor, form, [arrived, pressed])


def _arrive(demo: gr.Blocks, page: Page, form: Form) -> tuple[gr.Textbox, Any]:
    """The browser's id, and the event that brings it together with the form as it was left."""
    visitor, draft = gr.Textbox(visible=False), gr.JSON(visible=False)
    # Of the options only what a person changes: they are set anew while the page arrives, and an
    # empty form would be kept in the draft's place.
    changed = [*form.edits, form.model.change, *(each.input for each in form.more.options)]
    gr.on(changed, None, form.filled, None, js=KEEP, **INSIDE)
    known = [visitor, form.press, *form.filled]
    return visitor, demo.load(page.arrive, [visitor, draft], known, js=ARRIVE, **AT_ONCE)


def _press(page: Page, market: Market, visitor: gr.Textbox, form: Form, result: Result) -> Any:
    """The Generate button, and what it complains of."""
    given = [form.images, form.prompt, form.model]
    # Before the press itself: a press that is turned down ends what comes after it.
    form.press.click(partial(lacking, market), given, form.lacking, **AT_ONCE)
    changes = [form.images.change, form.model.change], [form.prompt.change]
    for heeded, complaint in zip(changes, form.lacking, strict=True):
        gr.on(heeded, None, None, complaint, js="() => ''", **AT_ONCE)
    return form.press.click(
        page.press,
        [*form.filled[:4], form.api_key, visitor, form.agreed, result.details, *form.more.options],
        result.shown,
        validator=partial(check, market),
        trigger_mode="multiple",  # another brief may be pressed while one is watched
        **INSIDE,
    )


def _offer(page: Page, market: Market, visitor: gr.Textbox, form: Form, result: Result) -> None:
    """What can be done with the job on the page, and how the tab tells of it."""
    notify, stop, _, longer, animatic, uncover, _ = result.offers
    job, details = [result.details, visitor], result.details
    stop.click(page.stop, job, None, **INSIDE)
    notify.click(None, None, notify, js="() => seedance.askToNotify()", **INSIDE)
    longer.click(page.longer, job, form.filled, js=SHOW_PRICE, **AT_ONCE)
    animatic.click(page.animatic, job, result.beside, **INSIDE)
    # Over the stream, behind the end of the watch: that one says its last words once more.
    uncover.click(page.uncover, job, result.shown, **INSIDE)
    details.change(partial(offers, market), details, result.offers, **AT_ONCE)
    # The second, because an animatic may come when another job is on the page already.
    for event in (details.change, result.beside.change):
        event(None, details, None, js="(details) => seedance.tell(details)", **INSIDE)


def _price(desk: Desk, visitor: gr.Textbox, form: Form, others: list[Any]) -> None:
    """What is known of the prices is shown at once; then the provider is asked, and shown again."""
    choices = [form.model, form.duration, form.images, form.more.every_length, *form.more.options]
    wish = [visitor, form.api_key, form.images, form.model, form.duration]
    wish += [form.more.every_length, *form.more.options]
    changed = [each.change for each in choices]
    known = gr.on(changed, desk.price, wish, form.priced, **AT_ONCE)
    asked = [form.agreed, form.api_key]
    looked = form.ask_balance.click(desk.own_balance, asked, form.own_balance, **INSIDE)
    # It was told of another key, or with another price.
    stale = [*changed, form.api_key.change]
    gr.on(stale, None, None, form.own_balance, js="() => ''", **AT_ONCE)
    for event in (*others, known, looked):
        asking = event.then(desk.ask, wish, None, **INSIDE)
        quoted = asking.then(desk.price, wish, form.priced, **AT_ONCE)
        quoted.then(desk.owners_balance, form.agreed, form.balance, **INSIDE)


def _write(page: Page, intake: Intake, examples: gr.HTML, form: Form, result: Result) -> None:
    """What answers the writing of a brief."""
    images = form.images
    examples.click(page.example, None, form.filled, **AT_ONCE)
    images.upload(intake.look_ahead, images, None, **INSIDE)
    written = [form.prompt, form.duration, images]
    gr.on(form.edits, read_along, written, [result.shots, form.counter], **AT_ONCE)
