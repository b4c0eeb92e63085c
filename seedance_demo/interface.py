"""The page: components and wiring, nothing else."""

from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr

from . import brief
from .catalog import BY_ID, MAX_IMAGES, MODELS, USUAL, at_launch, dollars
from .chips import chips
from .draft import KEEP
from .errors import BadBrief
from .guard import Guard
from .key_box import key_box
from .ledger import Phase
from .market import Market
from .page import Page, Pictures
from .sequence import ON_LOAD, moved, order
from .storyboard import EMPTY, storyboard
from .studio import Studio
from .tips import tips
from .visitor import known_id, new_id

SCRIPT = Path(__file__).with_name("browser.js").read_text("utf-8")
OPEN = "seedance"  # a BrowserState's secret stands in /config for all to read
INTRO = """# Pictures in, film out
Drop up to four pictures, write like a director, and Seedance 2.0 makes a clip with sound."""
PLACEHOLDER = (
    "Slow push in on the cup, rain outside. Cut to the street at golden hour, pan right, wind."
)


def build_page(studio: Studio, guard: Guard, market: Market) -> gr.Blocks:
    """The Blocks page, ready to launch."""
    page = Page(studio, guard, market)
    first = next(model for model in MODELS if model.free != guard.pays_for_all)

    with gr.Blocks(
        title="Seedance 2.0 image to video", analytics_enabled=False, delete_cache=(3600, 86400)
    ) as demo:
        visitor = gr.BrowserState("", storage_key="seedance-visitor", secret=OPEN)
        draft = gr.BrowserState(None, storage_key="seedance-draft", secret=OPEN)
        gr.Markdown(INTRO, elem_id="intro")
        if guard.sign_in:
            gr.LoginButton(size="sm", elem_id="sign-in")
        with gr.Row(equal_height=False):
            with gr.Column():
                images = gr.Gallery(
                    label="Pictures (1 to 4)",
                    elem_id="images",
                    type="filepath",
                    file_types=list(brief.EXTENSIONS),
                    columns=2,
                    height=300,
                    object_fit="contain",
                )
                sequence = gr.HTML(
                    order(0), elem_id="order", js_on_load=ON_LOAD, apply_default_css=False
                )
                with gr.Group():
                    prompt = gr.Textbox(
                        label="Prompt", elem_id="prompt", lines=4, placeholder=PLACEHOLDER
                    )
                    gr.HTML(chips(), elem_id="chips", apply_default_css=False)
                    counter = gr.HTML(_counter(""), elem_id="counter")
                duration = gr.Radio(
                    _durations(first.id), value=5, label="Duration", elem_id="duration"
                )
                choices = [(each.title, each.id) for each in MODELS]
                model = gr.Radio(choices, value=first.id, label="Model", elem_id="model")
                about = gr.Markdown(_about(first.id, guard.pays_for_all), elem_id="about")
                allowance = gr.HTML(elem_id="allowance")
                with gr.Row(visible=not first.free and guard.asks_for_keys) as own_key:
                    api_key = key_box("Your WaveSpeedAI key", elem_id="api-key", scale=3)
                    look = gr.Button("Check balance", elem_id="check-balance", size="sm", scale=1)
                balance = gr.HTML(elem_id="balance")
                press = gr.Button(_press(first.id, 5), variant="primary", elem_id="generate")
            with gr.Column():
                video = gr.Video(label="Clip", elem_id="video", height=400, interactive=False)
                told = gr.HTML("Your clip will appear here.", elem_id="status")
                with gr.Row():
                    notify = gr.Button("Notify me", elem_id="notify", visible=False, size="sm")
                    stop = gr.Button("Stop watching", elem_id="stop", visible=False, size="sm")
                    again = gr.Button("Check again", elem_id="again", visible=False, size="sm")
                    delete = gr.Button(
                        "Delete this clip", elem_id="delete", visible=False, size="sm"
                    )
                with gr.Accordion("Shot list of the animatic", open=True):
                    shots = gr.HTML(EMPTY, elem_id="shots")
                with gr.Accordion("Details", open=False):
                    details = gr.JSON(elem_id="details", show_label=False)
        with gr.Accordion("History", open=False):
            history = gr.Gallery(
                elem_id="history",
                show_label=False,
                columns=4,
                height=260,
                allow_preview=False,
                interactive=False,
            )
            with gr.Row():
                request_id = gr.Textbox(
                    label="Request id of a clip started elsewhere with the same key",
                    elem_id="request-id",
                    scale=3,
                )
                resume = gr.Button("Resume", elem_id="resume", scale=1)
        job = gr.Textbox(visible=False, label="job")

        asked, shown = [images, prompt, duration, model, api_key], [video, told, details]
        form = [images, prompt, duration, model]
        free_running: dict[str, Any] = {"concurrency_limit": None, "show_progress": "hidden"}
        inside: dict[str, Any] = {"api_visibility": "private", **free_running}
        at_once: dict[str, Any] = {"queue": False, **inside}

        # For programs: the same functions, bound to no component, without what only a browser has.
        # First, because Gradio renames the second event of a name.
        gr.on([], page.generate, asked, shown, api_name="generate", **free_running)
        gr.on([], page.follow, job, shown, api_name="job", **free_running)

        arrived = demo.load(_visitor, visitor, visitor, **inside)
        arrived.then(page.history, visitor, history, **inside)
        arrived.then(page.allowance, visitor, allowance, **inside)
        watching = [
            arrived.then(page.come_back, [visitor, draft], [*form, *shown], **inside),
            press.click(page.generate, [*asked, visitor], shown, validator=_check, **inside),
            again.click(page.check_again, [details, api_key, visitor], shown, **inside),
            resume.click(page.resume, [request_id, model, api_key, visitor], shown, **inside),
            history.select(page.reopen, visitor, [*form, *shown], **inside),
        ]
        stop.click(page.stop, details, told, cancels=watching, **inside)
        details.change(_offers, details, [notify, stop, again, delete], **at_once)
        details.change(None, details, None, js="(details) => seedance.tell(details)", **inside)
        notify.click(None, None, notify, js="() => seedance.askToNotify()", **inside)
        deleted = delete.click(page.delete, [details, visitor], shown, **inside)
        for event in (*watching, deleted):
            event.then(page.history, visitor, history, **inside)
            event.then(page.allowance, visitor, allowance, **inside)

        images.upload(_keep_four, images, images, **inside).then(
            page.look_ahead, images, None, **inside
        )
        priced = [duration, about, own_key, press]
        choose = partial(_choose, pays=guard.pays_for_all, asks=guard.asks_for_keys)
        gr.on([model.change, duration.change], choose, [model, duration], priced, **at_once)
        asks_balance = [demo.load, model.change, duration.change]
        gr.on(asks_balance, page.owners_balance, [model, duration], balance, **inside)
        look.click(page.own_balance, [model, duration, api_key], balance, **inside)
        sequence.click(_reordered, images, images, **at_once)
        edits = [prompt.change, duration.change, images.change]
        gr.on([*edits, model.change], None, form, draft, js=KEEP, **inside)
        gr.on(
            edits,
            _storyboard,
            [prompt, duration, images],
            [shots, counter, sequence],
            trigger_mode="multiple",  # always_last drops the last of two that come together
            **at_once,
        )
    return demo


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


def _offers(details: dict[str, Any] | None) -> tuple[Any, Any, Any, Any]:
    """Which of the buttons below the status make sense for the job on the page."""
    phase, waits = (details or {}).get("phase"), bool((details or {}).get("error"))
    ended = phase in (None, Phase.COMPLETED, Phase.FAILED)
    runs = not ended and not waits
    return (
        gr.Button(visible=runs),
        gr.Button(visible=runs),
        gr.Button(visible=not ended and waits),
        gr.Button(visible=phase == Phase.COMPLETED),
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
