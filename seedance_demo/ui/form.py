"""The form: images, prompt, model, duration, price and the Generate button."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import gradio as gr
from markupsafe import Markup

from ..accounts.guard import Guard
from ..accounts.visitor import Visitor
from ..catalog import MODELS, USUAL_DURATIONS, Model
from ..orders.brief import DEFAULT_OPTIONS, Options
from ..orders.family import model_of
from ..orders.offer import Offer, draft_brief, offer
from ..orders.quotes import Quotes
from .components.advanced_options import AdvancedOptions, build_advanced_options, unless
from .components.chips import chips
from .components.complaints import Complaints, counter
from .components.image_strip import image_strip
from .components.key_box import key_box
from .components.price import Price, build_price
from .draft import Draft
from .naming import Fields, Updates, listed, named
from .theme import html

WHEN_TO_PAY = "5 s while you try things, 10 or 15 s for the final cut."
PLACEHOLDER = (
    "Slow push in on the cup, rain outside. Cut to the street at golden hour, pan right, wind."
)


@dataclass(frozen=True)
class BriefFields:
    """What a clip is made from, apart from the options."""

    images: gr.HTML
    prompt: gr.Textbox
    duration: gr.Radio
    model: gr.Radio
    steps: gr.JSON  # by which a person corrected the shots, see `plans`


@dataclass(frozen=True)
class OwnKey:
    """A visitor's own key, and what is left on its account."""

    row: gr.Row
    api_key: gr.Textbox
    ask: gr.Button
    balance: gr.HTML


@dataclass(frozen=True)
class Form:
    """What a person fills in, and the button. `extent` changes with the length and the number of
    images, for which the shot list is read again."""

    brief: BriefFields
    pictures: gr.Column
    complaints: Complaints
    counter: gr.HTML
    about: gr.HTML
    advanced: AdvancedOptions
    allowance: gr.HTML
    own_key: OwnKey
    price: Price
    extent: gr.HTML

    @property
    def asked(self) -> Fields:
        """What a job is made from."""
        return named(self.brief) | named(self.advanced.options)

    @property
    def choices(self) -> Fields:
        """What the price depends on."""
        chosen = self.asked | {"every_length": self.advanced.every_length}
        return {name: each for name, each in chosen.items() if name not in ("prompt", "steps")}

    @property
    def priced(self) -> list[Any]:
        """What `offered` changes, with the line of the balance and the extent."""
        price, more = self.price, self.advanced
        told = [price.note, price.generate, price.agreed, price.balance, self.about, self.extent]
        folded = [more.fold, more.every_length, *listed(more.options)]
        choices = [self.brief.model, self.brief.duration]
        return [*told, *choices, self.own_key.row, self.pictures, *folded]

    def refilled(self, draft: Draft) -> Updates:
        """The form with what a draft says. A component takes no value that is not among its
        choices, so each comes with itself; the offer that follows brings the other choices."""
        seconds, model = draft.duration, draft.model
        return {
            self.brief.images: list(draft.images),
            self.brief.prompt: draft.prompt,
            self.brief.steps: list(draft.steps),
            **({self.brief.duration: _only(seconds)} if seconds else {}),
            **({self.brief.model: models(MODELS, model, value=model)} if model else {}),
            **self.advanced.options.refilled(draft.options or DEFAULT_OPTIONS),
        }

    def offered(
        self,
        found: Offer,
        model: Model,
        guard: Guard,
        visitor: Visitor,
        duration: int | None,
        chosen: Options,
    ) -> Updates:
        """The form with what is offered: choices, prices, and whose key."""
        # Hidden, not taken away: images may be on their way into it.
        takes_images: bool | Literal["hidden"] = found.contract.most_pictures > 0 or "hidden"
        return {
            self.brief.duration: gr.Radio(
                choices=list(found.durations), **unless(duration, found.duration)
            ),
            self.about: _about(model, guard),
            self.own_key.row: gr.Row(visible=guard.asks_for_key(visitor) and not model.free),
            **self.price.offered(found),
            self.pictures: gr.Column(visible=takes_images),
            **self.advanced.offered(found, chosen),
        }


def build_form(first: Model, guard: Guard, quotes: Quotes) -> Form:
    """Lay the form out, with `first` chosen."""
    usual = USUAL_DURATIONS[0]
    now = offer(quotes, draft_brief(quotes, first.id, usual, 0, DEFAULT_OPTIONS))
    with gr.Row(elem_id="brief"):
        with gr.Column(scale=4, min_width=240) as pictures:
            images = image_strip("images")
            lacking_images = html(elem_id="lacking-pictures")
        with gr.Column(scale=5, min_width=240), gr.Group():
            # As many lines as at most: the style lets it grow, Gradio would lay the page out twice.
            prompt = gr.Textbox(
                label="Prompt", elem_id="prompt", placeholder=PLACEHOLDER, lines=8, max_lines=8
            )
            lacking_prompt = html(elem_id="lacking-words")
            html(chips(), elem_id="chips")
            written = html(counter(""), elem_id="counter")
    titles = [(each.title, each.id) for each in MODELS]
    model = gr.Radio(titles, value=first.id, label="Model", elem_id="model")
    about = html(_about(first, guard), elem_id="about")
    duration = gr.Radio(
        list(now.durations), value=usual, label="Duration", info=WHEN_TO_PAY, elem_id="duration"
    )
    steps, advanced = gr.JSON([], visible="hidden"), build_advanced_options()
    asks_for_key = not first.free and guard.asks_for_keys
    allowance, own_key = html(elem_id="allowance"), _build_own_key(shown=asks_for_key)
    lacking_key, price = html(elem_id="lacking-key"), build_price(now)
    return Form(
        brief=BriefFields(images, prompt, duration, model, steps),
        pictures=pictures,
        complaints=Complaints(
            images=lacking_images, prompt=lacking_prompt, key=lacking_key, press=price.refused
        ),
        counter=written,
        about=about,
        advanced=advanced,
        allowance=allowance,
        own_key=own_key,
        price=price,
        extent=html(visible="hidden"),
    )


def _build_own_key(*, shown: bool) -> OwnKey:
    with gr.Row(visible=shown) as row:
        api_key = key_box("Your WaveSpeedAI key", elem_id="api-key", scale=3)
        ask = gr.Button("Check balance", elem_id="check-balance", size="sm", scale=1)
    return OwnKey(row=row, api_key=api_key, ask=ask, balance=html(elem_id="own-balance"))


def models(offered: Iterable[Model], chosen: str, **value: Any) -> gr.Radio:
    """The choice of models; the one that is chosen stays among them when it is not offered."""
    titles = {each.id: each.title for each in offered} | {chosen: model_of(chosen).title}
    return gr.Radio([(title, model) for model, title in titles.items()], **value)


def _only(seconds: int) -> gr.Radio:
    return gr.Radio([(f"{seconds} s", seconds)], value=seconds)


def _about(model: Model, guard: Guard) -> Markup:
    """HTML: for one line, Markdown would bring its whole library into the page."""
    asks = model.free and not guard.pays_for_all
    advanced = " For real footage choose Seedance 2.0 and enter your key." if asks else ""
    return Markup("<p>{}{}</p>").format(model.about, advanced)
