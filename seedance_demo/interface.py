"""The page: components and wiring, nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import gradio as gr

from . import cards, progress, showcase
from .catalog import BY_ID, MODELS
from .desk import Desk
from .draft import KEEP
from .form import Form, check, keep_four, lay_out, read_along, reordered
from .guard import Guard
from .ledger import Phase
from .market import Market
from .page import LONGEST, Page
from .storyboard import EMPTY
from .studio import Studio
from .style import html
from .visitor import known_id, new_id

SCRIPT = Path(__file__).with_name("browser.js").read_text("utf-8")
OPEN = "seedance"  # a BrowserState's secret stands in /config for all to read
TITLE = "Pictures in, film out"
INTRO = f"""<p class="model">Seedance 2.0 · image to video with sound</p><h1>{TITLE}</h1>
<p>Drop up to four pictures and write like a director. The free animatic shows your camera, cuts,
light and sound in seconds; the model makes the film.</p>"""
MEANWHILE = "Watch its animatic meanwhile"
SHOW_PRICE = """(...asked) => {
  document.getElementById("generate").scrollIntoView({ block: "center" });
  return asked;
}"""
WAITS = "Your clip will appear here."
# Copying works without a word from the server; without a secure context the id is selected.
COPY = """element.addEventListener("click", ({ target }) => {
  const id = target.dataset.copy;
  if (!id) return;
  getSelection().selectAllChildren(element.querySelector("code"));
  navigator.clipboard?.writeText(id).then(() => { target.textContent = "Copied"; });
});"""


@dataclass(frozen=True)
class Result:
    """Where the clip comes, and what can be done with it."""

    scene: gr.HTML
    video: gr.Video
    card: gr.HTML
    offers: list[gr.Button]  # notify, stop, again, longer, animatic, uncover, delete
    beside: gr.HTML
    shots: gr.HTML
    details: gr.JSON


@dataclass(frozen=True)
class Past:
    """What was made before, and elsewhere."""

    history: gr.HTML
    request_id: gr.Textbox
    resume: gr.Button


def build_page(studio: Studio, guard: Guard, market: Market) -> gr.Blocks:
    """The Blocks page, ready to launch."""
    first = next(model for model in MODELS if model.free != guard.pays_for_all)
    with gr.Blocks(
        title="Seedance 2.0 image to video", analytics_enabled=False, delete_cache=(3600, 86400)
    ) as demo:
        gr.HTML(INTRO, elem_id="intro", apply_default_css=False)
        if guard.sign_in:
            gr.LoginButton(size="sm", elem_id="sign-in")
        examples = html(showcase.example_cards(), elem_id="examples", js_on_load=cards.PRESSED)
        with gr.Row(equal_height=False):
            with gr.Column(min_width=340):
                form = lay_out(first, guard, market)
            with gr.Column(min_width=340):
                result = _result()
        past = _past()
        page = Page(studio, guard, market)
        desk = Desk(studio.settings, guard, market, page.recognise)
        _wire(demo, page, desk, partial(check, market), examples, form, result, past)
    return demo


def _result() -> Result:
    with gr.Column(elem_id="stage"):
        scene = html(showcase.opening(), elem_id="scene")
        video = gr.Video(
            elem_id="video", label="Clip", show_label=False, interactive=False, container=False
        )
    card = html(progress.note(WAITS), elem_id="status", js_on_load=COPY)
    with gr.Row(elem_id="offers"):
        labels = {
            "notify": "Notify me",
            "stop": "Stop watching",
            "again": "Check again",
            "longer": f"Same brief, {LONGEST} s",
            "animatic": MEANWHILE,
            "uncover": "Show the clip",
            "delete": "Delete this clip",
        }
        offers = [
            gr.Button(label, elem_id=name, visible=False, size="sm", min_width=150)
            for name, label in labels.items()
        ]
    beside = html(elem_id="beside")
    with gr.Accordion("Shot list of the animatic", open=True):
        shots = html(EMPTY, elem_id="shots")
    with gr.Accordion("Details", open=False):
        details = gr.JSON(elem_id="details", show_label=False)
    return Result(scene, video, card, offers, beside, shots, details)


def _past() -> Past:
    history = html(elem_id="history", js_on_load=cards.PRESSED)
    with gr.Accordion("Find a clip by its request id", open=False), gr.Row():
        label = "Request id of a clip started elsewhere with the same key"
        request_id = gr.Textbox(label=label, elem_id="request-id", scale=3)
        resume = gr.Button("Resume", elem_id="resume", scale=1)
    return Past(history, request_id, resume)


def _wire(
    demo: gr.Blocks,
    page: Page,
    desk: Desk,
    check: Callable[..., list[Any]],
    examples: gr.HTML,
    form: Form,
    result: Result,
    past: Past,
) -> None:
    visitor = gr.BrowserState("", storage_key="seedance-visitor", secret=OPEN)
    draft = gr.BrowserState(None, storage_key="seedance-draft", secret=OPEN)
    job = gr.Textbox(visible=False, label="job")
    images, prompt, model, duration = form.images, form.prompt, form.model, form.duration
    api_key, details = form.api_key, result.details
    filled, options = form.filled, form.more.options
    asked, told = [*filled[:4], api_key], [result.video, result.card, details]
    shown = [*told, result.scene]
    free_running: dict[str, Any] = {"concurrency_limit": None, "show_progress": "hidden"}
    inside: dict[str, Any] = {"api_visibility": "private", **free_running}
    at_once: dict[str, Any] = {"queue": False, **inside}
    # One after another, or an older answer could come last and leave a wrong price on the button.
    in_order: dict[str, Any] = {**inside, "concurrency_limit": 1, "trigger_mode": "multiple"}

    # For programs: bound to no component of the page, without what only a browser has. First,
    # because Gradio renames the second event of a name.
    gr.on([], page.generate, asked, told, api_name="generate", **free_running)
    gr.on([], page.follow, job, told, api_name="job", **free_running)

    notify, stop, again, longer, animatic, uncover, delete = result.offers
    arrived = demo.load(_visitor, visitor, visitor, **inside)
    pressed = form.press.click(
        page.press,
        [*asked, visitor, form.agreed, *options],
        shown,
        validator=check,
        trigger_mode="multiple",  # another brief may be pressed while one is watched
        **inside,
    )
    changing = [
        arrived,
        arrived.then(page.come_back, [visitor, draft, images, prompt], [*filled, *shown], **inside),
        pressed,
        again.click(page.check_again, [details, api_key, visitor], shown, **inside),
        past.resume.click(page.resume, [past.request_id, model, api_key, visitor], shown, **inside),
        past.history.click(
            page.reopen, visitor, [*filled, *shown], trigger_mode="multiple", **inside
        ),
        delete.click(page.delete, [details, visitor], shown, **inside),
    ]
    for event in changing:
        event.then(page.history, visitor, past.history, **inside)
        event.then(desk.allowance, visitor, form.allowance, **inside)
    stop.click(page.stop, [details, visitor], None, **inside)
    notify.click(None, None, notify, js="() => seedance.askToNotify()", **inside)
    examples.click(page.example, None, filled, **inside)
    longer.click(page.longer, [details, visitor], filled, js=SHOW_PRICE, **inside)
    animatic.click(page.animatic, [details, visitor], result.beside, **inside)
    uncover.click(page.uncover, [details, visitor], shown, **inside)
    details.change(_offers, details, [*result.offers, result.beside], **at_once)
    details.change(None, details, None, js="(details) => seedance.tell(details)", **inside)

    images.upload(keep_four, images, images, **inside).then(page.look_ahead, images, None, **inside)
    # What is known of the prices is shown at once; then the provider is asked, and shown again.
    wish = [visitor, api_key, images, model, duration, form.more.every_length, *options]
    choices = [model, duration, images, form.more.every_length, *options]
    known = gr.on([each.change for each in choices], desk.price, wish, form.priced, **in_order)
    looked = form.ask_balance.click(
        desk.own_balance, [form.agreed, api_key], form.balance, **inside
    )
    for event in (arrived, known, pressed, looked):
        asking = event.then(desk.ask, wish, None, **inside)
        quoted = asking.then(desk.price, wish, form.priced, **in_order)
        quoted.then(desk.owners_balance, form.agreed, form.balance, **inside)
    form.sequence.click(reordered, images, images, **at_once)
    edits = [prompt.change, duration.change, images.change]
    gr.on([*edits, model.change], None, filled, draft, js=KEEP, **inside)
    gr.on(
        edits,
        read_along,
        [prompt, duration, images],
        [result.shots, form.counter, form.sequence],
        **in_order,
    )


def _visitor(known: str) -> str:
    """Who comes back is recognised by an unguessable id in their browser."""
    return known_id(known) or new_id()


def _offers(details: dict[str, Any] | None) -> tuple[Any, ...]:
    """What can be done with the job on the page: a button each, and nothing beside the clip yet."""
    told = details or {}
    phase, waits = told.get("phase"), bool(told.get("error"))
    model, done = BY_ID.get(str(told.get("model"))), phase == Phase.COMPLETED
    going = phase not in (None, Phase.COMPLETED, Phase.FAILED)
    paid = bool(model and not model.free and told.get("duration"))
    longer = done and 0 < told.get("duration", 0) < LONGEST
    return (
        gr.Button(visible=going and not waits),
        gr.Button(visible=going and not waits),
        gr.Button(visible=going and waits),
        gr.Button(visible=longer),
        gr.Button("Its animatic" if done else MEANWHILE, visible=paid and (done or going)),
        gr.Button(visible=done and bool(told.get("nsfw"))),
        gr.Button(visible=done),
        "",
    )
