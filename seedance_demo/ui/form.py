"""The form: images, prompt, model, duration, price and the Generate button."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

import gradio as gr

from ..accounts.guard import Guard
from ..catalog import MODELS, Model
from ..errors import BadBrief
from ..orders import brief
from ..orders.brief import DEFAULT_OPTIONS, Options
from ..orders.offer import Offer, draft_brief, offer
from ..orders.quotes import Quotes
from .components.advanced_options import (
    AdvancedOptions,
    build_advanced_options,
    refilled_options,
    unfold,
    unless,
)
from .components.chips import chips
from .components.image_strip import image_strip, paths
from .components.key_box import key_box
from .components.shot_list import shot_list_html
from .draft import Draft
from .theme import html
from .tips import tips

WHEN_TO_PAY = "5 s while you try things, 10 or 15 s for the final cut."
ESTIMATE = "An estimate by the published prices: nothing is sent at more than the button says."
Filled = tuple[Any, ...]  # values for `Form.filled`
PLACEHOLDER = (
    "Slow push in on the cup, rain outside. Cut to the street at golden hour, pan right, wind."
)


@dataclass(frozen=True)
class Form:
    """What a person fills in, and the button."""

    pictures: gr.Column
    images: gr.HTML
    prompt: gr.Textbox
    # What is wrong with the pictures and with the prompt. Gradio has no complaint in its HTML, and
    # wipes that of a textbox when any event of the page ends.
    lacking: list[gr.HTML]
    counter: gr.HTML
    model: gr.Radio
    duration: gr.Radio
    about: gr.HTML
    advanced: AdvancedOptions
    allowance: gr.HTML
    own_key: gr.Row
    api_key: gr.Textbox
    ask_balance: gr.Button
    own_balance: gr.HTML
    balance: gr.HTML  # the owner's
    note: gr.HTML
    generate: gr.Button
    agreed: gr.Textbox  # the price on the button, for the press to say what it agrees to

    @property
    def filled(self) -> list[Any]:
        """What was made from, of a draft and of a job: pictures, words and choices."""
        return [self.images, self.prompt, self.duration, self.model, *self.advanced.options]

    @property
    def edits(self) -> list[Any]:
        """The events of writing."""
        return [self.prompt.change, self.duration.change, self.images.change]

    @property
    def priced(self) -> list[Any]:
        """What depends on the offer, in the order of `offered`."""
        told = [self.duration, self.about, self.own_key, self.note, self.generate, self.agreed]
        more = self.advanced
        return [*told, self.pictures, more.fold, more.every_length, *more.options]


def build_form(first: Model, guard: Guard, quotes: Quotes) -> Form:
    """Lay the form out, with `first` chosen."""
    with gr.Row(elem_id="brief"):
        with gr.Column(scale=4, min_width=240) as pictures:
            images = image_strip("images")
            lacking_pictures = html(elem_id="lacking-pictures")
        with gr.Column(scale=5, min_width=240), gr.Group():
            # As many lines as at most: the style lets it grow, Gradio would lay the page out twice.
            prompt = gr.Textbox(
                label="Prompt", elem_id="prompt", placeholder=PLACEHOLDER, lines=8, max_lines=8
            )
            lacking_words = html(elem_id="lacking-words")
            html(chips(), elem_id="chips")
            counter = html(_counter(""), elem_id="counter")
    choices = [(each.title, each.id) for each in MODELS]
    model = gr.Radio(choices, value=first.id, label="Model", elem_id="model")
    about = html(_about(first, guard), elem_id="about")
    now = offer(quotes, draft_brief(quotes, first.id, 5, 0, DEFAULT_OPTIONS))
    duration = gr.Radio(
        list(now.durations), value=5, label="Duration", info=WHEN_TO_PAY, elem_id="duration"
    )
    advanced = build_advanced_options()
    allowance = html(elem_id="allowance")
    with gr.Row(visible=not first.free and guard.asks_for_keys) as own_key:
        api_key = key_box("Your WaveSpeedAI key", elem_id="api-key", scale=3)
        ask = gr.Button("Check balance", elem_id="check-balance", size="sm", scale=1)
    own_balance, balance = html(elem_id="own-balance"), html(elem_id="balance")
    note = html(_note(now), elem_id="note")
    with gr.Column(elem_id="go"):
        generate = gr.Button(
            now.button, variant="primary", size="lg", elem_id="generate", interactive=False
        )
    agreed = gr.Textbox(_dollars(now), visible=False)
    return Form(
        pictures=pictures,
        images=images,
        prompt=prompt,
        lacking=[lacking_pictures, lacking_words],
        counter=counter,
        model=model,
        duration=duration,
        about=about,
        advanced=advanced,
        allowance=allowance,
        own_key=own_key,
        api_key=api_key,
        ask_balance=ask,
        own_balance=own_balance,
        balance=balance,
        note=note,
        generate=generate,
        agreed=agreed,
    )


def offered(
    found: Offer, model: Model, guard: Guard, duration: int | None, chosen: Options
) -> list[Any]:
    """Updates for `Form.priced`: choices, prices, and whose key."""
    return [
        gr.Radio(choices=list(found.durations), **unless(duration, found.duration)),
        _about(model, guard),
        gr.Row(visible=guard.asks_for_keys and not model.free),
        _note(found),
        found.button,
        _dollars(found),
        # Hidden, not taken away: pictures may be on their way into it.
        gr.Column(visible=found.contract.most_pictures > 0 or "hidden"),
        *unfold(found, chosen),
    ]


def refilled(draft: Draft) -> Filled:
    """A draft's values for `Form.filled`. A component takes no value that is not among its choices,
    so each comes with itself; the offer that follows brings the other choices."""
    seconds = draft.duration
    return (
        list(draft.images),
        draft.prompt,
        gr.Radio([(f"{seconds} s", seconds)], value=seconds) if seconds else gr.skip(),
        draft.model or gr.skip(),
        *refilled_options(draft.options or DEFAULT_OPTIONS),
    )


def check(
    quotes: Quotes, images: object, prompt: str, duration: int, model: str, *others: Any
) -> list[Any]:
    """What is wrong, under the field where it is wrong, before the press counts."""
    contract = quotes.contract(model)
    return [
        *(gr.validate(not wrong, "") for wrong in lacking(quotes, images, prompt, model)),
        _verdict(lambda: brief.check_duration(duration, brief.check_model(model), contract)),
        _verdict(lambda: brief.check_model(model)),
        *(gr.validate(True, "") for _ in others),
    ]


def lacking(quotes: Quotes, images: object, prompt: str, model: str) -> tuple[str, str]:
    """HTML: what is wrong with the pictures and with the prompt; nothing where they will do."""
    contract = quotes.contract(model)
    pictures = _wrong(lambda: brief.check_count(paths(images), contract))
    words = _wrong(lambda: brief.check_prompt(prompt))
    return _alert(pictures), _alert(words)


def _alert(words: str) -> str:
    return f"<p role='alert'>{escape(words)}</p>" if words else ""


def _verdict(check: Callable[[], object]) -> Any:
    words = _wrong(check)
    return gr.validate(not words, words)


def _wrong(check: Callable[[], object]) -> str:
    try:
        check()
    except BadBrief as error:
        return str(error)
    return ""


def read_along(prompt: str, duration: int, images: object) -> tuple[str, str]:
    """The shot list, and the line below the prompt."""
    read, count = prompt[: brief.PROMPT_LIMIT], len(paths(images))
    remarks = escape(" ".join(tips(read, duration, count)))
    return shot_list_html(read, duration, count), _counter(prompt, remarks)


def _counter(prompt: str, remarks: str = "") -> str:
    length, over = len(prompt.strip()), len(prompt.strip()) - brief.PROMPT_LIMIT
    too_long = f" · {over:,} too many" if over > 0 else ""
    count = f"{length:,} of {brief.PROMPT_LIMIT:,} characters{too_long}"
    return f"<span id='tips'>{remarks}</span> <span class='quiet'>{count}</span>"


def _about(model: Model, guard: Guard) -> str:
    """HTML: for one line, Markdown would bring its whole library into the page."""
    asks = model.free and not guard.pays_for_all
    advanced = " For real footage choose Seedance 2.0 and enter your key." if asks else ""
    return f"<p>{escape(model.about)}{advanced}</p>"


def _dollars(found: Offer) -> str:
    """It travels with the button, so that what is shown and what is agreed to cannot differ: where
    no price is shown, none is agreed to."""
    return str(found.price or 0)


def _note(found: Offer) -> str:
    """What is to know of the price and of the pictures, above the button."""
    estimate = "" if found.quoted or not found.price else ESTIMATE
    return "".join(f"<p>{escape(words)}</p>" for words in (found.note, estimate) if words)
