"""The page: components and wiring, nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr

from . import brief, cards, progress, showcase
from .catalog import BY_ID, MAX_IMAGES, MODELS, USUAL, Model, at_launch, dollars
from .chips import chips
from .draft import KEEP
from .errors import BadBrief
from .guard import Guard
from .key_box import key_box
from .ledger import Phase
from .market import Market
from .page import LONGEST, Page, Pictures
from .sequence import ON_LOAD, moved, order
from .storyboard import EMPTY, storyboard
from .studio import Studio
from .tips import tips
from .visitor import known_id, new_id

SCRIPT = Path(__file__).with_name("browser.js").read_text("utf-8")
OPEN = "seedance"  # a BrowserState's secret stands in /config for all to read
TITLE = "Pictures in, film out"
INTRO = f"""<p class="model">Seedance 2.0 · image to video with sound</p><h1>{TITLE}</h1>
<p>Drop up to four pictures and write like a director. The free animatic shows your camera, cuts,
light and sound in seconds; the model makes the film.</p>"""
PLACEHOLDER = (
    "Slow push in on the cup, rain outside. Cut to the street at golden hour, pan right, wind."
)
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
class Form:
    """What a person fills in, and the button."""

    images: gr.Gallery
    sequence: gr.HTML
    prompt: gr.Textbox
    counter: gr.HTML
    model: gr.Radio
    duration: gr.Radio
    about: gr.Markdown
    allowance: gr.HTML
    own_key: gr.Row
    api_key: gr.Textbox
    ask_balance: gr.Button
    balance: gr.HTML
    press: gr.Button


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
        examples = _html(showcase.example_cards(), elem_id="examples", js_on_load=cards.PRESSED)
        with gr.Row(equal_height=False):
            with gr.Column(min_width=340):
                form = _form(first, guard)
            with gr.Column(min_width=340):
                result = _result()
        past = _past()
        _wire(demo, Page(studio, guard, market), guard, examples, form, result, past)
    return demo


def _form(first: Model, guard: Guard) -> Form:
    with gr.Row(elem_id="brief"):
        with gr.Column(scale=4, min_width=240):
            images = gr.Gallery(
                label="Pictures, up to 4",
                elem_id="images",
                type="filepath",
                file_types=list(brief.EXTENSIONS),
                columns=2,
                height="clamp(19rem, 40rem - 30vw, 23.5rem)",  # all four, also on a phone
                object_fit="cover",
            )
            sequence = _html(order(0), elem_id="order", js_on_load=ON_LOAD)
        with gr.Column(scale=5, min_width=240), gr.Group():
            prompt = gr.Textbox(label="Prompt", elem_id="prompt", lines=8, placeholder=PLACEHOLDER)
            _html(chips(), elem_id="chips")
            counter = _html(_counter(""), elem_id="counter")
    choices = [(each.title, each.id) for each in MODELS]
    model = gr.Radio(choices, value=first.id, label="Model", elem_id="model")
    about = gr.Markdown(_about(first.id, guard.pays_for_all), elem_id="about")
    duration = gr.Radio(_durations(first.id), value=5, label="Duration", elem_id="duration")
    allowance = _html(elem_id="allowance")
    with gr.Row(visible=not first.free and guard.asks_for_keys) as own_key:
        api_key = key_box("Your WaveSpeedAI key", elem_id="api-key", scale=3)
        ask = gr.Button("Check balance", elem_id="check-balance", size="sm", scale=1)
    balance = _html(elem_id="balance")
    with gr.Column(elem_id="go"):
        press = gr.Button(_press(first.id, 5), variant="primary", size="lg", elem_id="generate")
    key = own_key, api_key, ask
    return Form(
        images, sequence, prompt, counter, model, duration, about, allowance, *key, balance, press
    )


def _result() -> Result:
    with gr.Column(elem_id="stage"):
        scene = _html(showcase.opening(), elem_id="scene")
        video = gr.Video(
            elem_id="video", label="Clip", show_label=False, interactive=False, container=False
        )
    card = _html(progress.note(WAITS), elem_id="status", js_on_load=COPY)
    with gr.Row(elem_id="offers"):
        labels = {
            "notify": "Notify me",
            "stop": "Stop watching",
            "again": "Check again",
            "longer": "Same brief, longer",
            "animatic": MEANWHILE,
            "uncover": "Show the clip",
            "delete": "Delete this clip",
        }
        offers = [
            gr.Button(label, elem_id=name, visible=False, size="sm", min_width=150)
            for name, label in labels.items()
        ]
    beside = _html(elem_id="beside")
    with gr.Accordion("Shot list of the animatic", open=True):
        shots = _html(EMPTY, elem_id="shots")
    with gr.Accordion("Details", open=False):
        details = gr.JSON(elem_id="details", show_label=False)
    return Result(scene, video, card, offers, beside, shots, details)


def _past() -> Past:
    history = _html(elem_id="history", js_on_load=cards.PRESSED)
    with gr.Accordion("Find a clip by its request id", open=False), gr.Row():
        label = "Request id of a clip started elsewhere with the same key"
        request_id = gr.Textbox(label=label, elem_id="request-id", scale=3)
        resume = gr.Button("Resume", elem_id="resume", scale=1)
    return Past(history, request_id, resume)


def _wire(
    demo: gr.Blocks,
    page: Page,
    guard: Guard,
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
    filled = [images, prompt, duration, model]
    asked, told = [*filled, api_key], [result.video, result.card, details]
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
        [*asked, visitor],
        shown,
        validator=_check,
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
        event.then(page.allowance, visitor, form.allowance, **inside)
    stop.click(page.stop, [details, visitor], None, **inside)
    notify.click(None, None, notify, js="() => seedance.askToNotify()", **inside)
    examples.click(page.example, None, filled, **inside)
    longer.click(page.longer, [details, visitor], filled, js=SHOW_PRICE, **inside)
    animatic.click(page.animatic, [details, visitor], result.beside, **inside)
    uncover.click(page.uncover, [details, visitor], shown, **inside)
    details.change(_offers, details, [*result.offers, result.beside], **at_once)
    details.change(None, details, None, js="(details) => seedance.tell(details)", **inside)

    images.upload(_keep_four, images, images, **inside).then(
        page.look_ahead, images, None, **inside
    )
    priced = [duration, form.about, form.own_key, form.press]
    choose = partial(_choose, pays=guard.pays_for_all, asks=guard.asks_for_keys)
    gr.on([model.change, duration.change], choose, [model, duration], priced, **in_order)
    asks_balance = [demo.load, model.change, duration.change]
    gr.on(asks_balance, page.owners_balance, [model, duration], form.balance, **inside)
    form.ask_balance.click(page.own_balance, [model, duration, api_key], form.balance, **inside)
    form.sequence.click(_reordered, images, images, **at_once)
    edits = [prompt.change, duration.change, images.change]
    gr.on([*edits, model.change], None, filled, draft, js=KEEP, **inside)
    gr.on(
        edits,
        _storyboard,
        [prompt, duration, images],
        [result.shots, form.counter, form.sequence],
        **in_order,
    )


def _html(value: str = "", **options: Any) -> gr.HTML:
    """HTML of our own, without Gradio's styles for running text."""
    return gr.HTML(value, apply_default_css=False, **options)


def _visitor(known: str) -> str:
    """Who comes back is recognised by an unguessable id in their browser."""
    return known_id(known) or new_id()


def _check(images: Pictures, prompt: str, duration: int, model: str, *others: Any) -> list[Any]:
    """What is wrong, under the field where it is wrong, before the press counts."""
    paths = [path for path, _ in images or ()]
    contract = at_launch(model)
    return [
        _verdict(lambda: brief.check_count(paths, contract)),
        _verdict(lambda: brief.check_prompt(prompt)),
        _verdict(lambda: brief.check_duration(duration, brief.check_model(model), contract)),
        _verdict(lambda: brief.check_model(model)),
        *(gr.validate(True, "") for _ in others),
    ]


def _verdict(check: Callable[[], object]) -> Any:
    try:
        check()
    except BadBrief as error:
        return gr.validate(False, str(error))
    return gr.validate(True, "")


def _keep_four(images: Pictures) -> Pictures:
    if images and len(images) > MAX_IMAGES:
        gr.Warning(f"{MAX_IMAGES} pictures are enough; the others were left out.")
        return images[:MAX_IMAGES]
    return images


def _reordered(images: Pictures, step: gr.EventData) -> Pictures:
    told = step._data if isinstance(step._data, dict) else {}
    return moved(images or [], told.get("from"), told.get("to"))


def _storyboard(prompt: str, duration: int, images: Pictures) -> tuple[str, str, str]:
    read, count = prompt[: brief.PROMPT_LIMIT], len(images or ())
    remarks = escape(" ".join(tips(read, duration, count)))
    return storyboard(read, duration, count), _counter(prompt, remarks), order(count)


def _counter(prompt: str, remarks: str = "") -> str:
    length, over = len(prompt.strip()), len(prompt.strip()) - brief.PROMPT_LIMIT
    too_long = f" · {over:,} too many" if over > 0 else ""
    count = f"{length:,} of {brief.PROMPT_LIMIT:,} characters{too_long}"
    return f"<span id='tips'>{remarks}</span> <span class='quiet'>{count}</span>"


def _offers(details: dict[str, Any] | None) -> tuple[Any, ...]:
    """What can be done with the job on the page: a button each, and nothing beside the clip yet."""
    told = details or {}
    phase, waits = told.get("phase"), bool(told.get("error"))
    model, done = BY_ID.get(str(told.get("model"))), phase == Phase.COMPLETED
    going = phase not in (None, Phase.COMPLETED, Phase.FAILED)
    paid = bool(model and not model.free and told.get("duration"))
    longer = done and 0 < told.get("duration", 0) < LONGEST
    price = dollars(at_launch(model.id).price({"duration": LONGEST})) if model else ""
    return (
        gr.Button(visible=going and not waits),
        gr.Button(visible=going and not waits),
        gr.Button(visible=going and waits),
        gr.Button(f"Same brief, {LONGEST} s · {price}", visible=longer),
        gr.Button("Its animatic" if done else MEANWHILE, visible=paid and (done or going)),
        gr.Button(visible=done and bool(told.get("nsfw"))),
        gr.Button(visible=done),
        "",
    )


def _choose(model: str, duration: int, *, pays: bool, asks: bool) -> tuple[Any, Any, Any, str]:
    """What depends on the model: prices, its one line, whose key, the button's price."""
    return (
        gr.Radio(choices=_durations(model)),
        _about(model, pays),
        gr.Row(visible=asks and not BY_ID[model].free),
        _press(model, duration),
    )


def _about(model: str, pays: bool) -> str:
    if BY_ID[model].free and not pays:
        return f"{BY_ID[model].about} For real footage choose Seedance 2.0 and enter your key."
    return BY_ID[model].about


def _durations(model: str) -> list[tuple[str, int]]:
    contract = at_launch(model)
    lengths = [each for each in contract.durations if each in USUAL]
    return [(f"{each} s · {dollars(contract.price({'duration': each}))}", each) for each in lengths]


def _press(model: str, duration: int) -> str:
    """The price stands on the button itself."""
    return f"Generate · {dollars(at_launch(model).price({'duration': duration}))}"
