"""The form: images, prompt, model, duration, price and the Generate button."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import gradio as gr
from markupsafe import Markup

from ..accounts.guard import Guard
from ..accounts.visitor import Visitor
from ..catalog import MODELS, USUAL_DURATIONS, Model
from ..orders.brief import DEFAULT_OPTIONS
from ..orders.family import choice_of, from_pictures, model_of
from ..orders.offer import Offer, draft_brief, offer
from ..orders.quotes import Quotes
from ..orders.wishes import Wishes, choices_of
from .components.advanced_options import AdvancedOptions, build_advanced_options
from .components.chips import chips
from .components.choices import standing_for
from .components.complaints import Complaints, counter
from .components.image_strip import image_strip
from .components.key_box import key_box
from .components.picture_use import NO_PICTURE, PictureUse, build_switch, build_told
from .components.price import Price, build_price
from .components.replaced import fill, replaced_line
from .draft import Draft
from .naming import Fields, Updates, listed, named
from .theme import html

WHEN_TO_PAY = "5 s to try things out, 10 or 15 s for the final cut."
PLACEHOLDER = (
    "Slow push in on the cup, rain outside. Cut to the street at golden hour, pan right, wind."
)

GET_KEY = Markup(
    "<a href='https://wavespeed.ai/accesskey' target='_blank' rel='noopener noreferrer'>"
    "Get a key at wavespeed.ai</a>"
)


@dataclass(frozen=True)
class BriefFields:
    """What a clip is made from, apart from the options."""

    images: gr.HTML
    prompt: gr.Textbox
    duration: gr.Radio
    model: gr.Radio
    write_only: gr.Checkbox  # no picture is used; those in the strip only wait there
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
    """What a person fills in, and the button. `replaced` brings back what a click replaced;
    `extent` changes with what the shot list depends on beside the words."""

    replaced: gr.HTML
    brief: BriefFields
    pictures: PictureUse
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
        return named(self.brief) | named(self.advanced.options) | {"clips": self.advanced.clips}

    @property
    def filled(self) -> list[Any]:
        """What `refilled` changes."""
        return [*self.asked.values(), self.replaced]

    @property
    def choices(self) -> Fields:
        """What the price depends on."""
        chosen = self.asked | {"every_length": self.advanced.every_length}
        return {name: each for name, each in chosen.items() if name not in ("prompt", "steps")}

    @property
    def priced(self) -> list[Any]:
        """What `offered` changes, with the line of the balance and the extent."""
        price, more = self.price, self.advanced
        told = [price.note, price.summary, price.generate, price.balance]
        told += [price.agreed, price.agreed_clips]
        folded = [more.fold, more.every_length, more.clips, *listed(more.options)]
        choices = [self.brief.model, self.brief.duration]
        told += [self.about, self.extent]
        return [*told, *choices, self.own_key.row, *listed(self.pictures), *folded]

    def refilled(self, draft: Draft) -> Updates:
        """The form with what a draft says. A component takes no value that is not among its
        choices, so each comes with itself; the offer that follows brings the other choices."""
        seconds, model = draft.duration, from_pictures(draft.model or "")
        from_text = model != (draft.model or "")
        return {
            self.replaced: fill(draft),
            self.brief.images: list(draft.images),
            self.brief.prompt: draft.prompt,
            self.brief.steps: list(draft.steps),
            self.brief.write_only: draft.write_only or from_text,
            **({self.brief.duration: _only(seconds)} if seconds else {}),
            **({self.brief.model: models(MODELS, model, value=model)} if model else {}),
            **(self.advanced.options.refilled(draft.options) if draft.options else {}),
            **({self.advanced.clips: draft.clips} if draft.clips else {}),
        }

    def offered(self, found: Offer, wished: Wishes, guard: Guard, visitor: Visitor) -> Updates:
        """The form with what is offered: choices, prices, and whose key."""
        model, seconds = found.brief.model, wished.duration or found.duration
        # No value where there is one: since it was asked somebody may have chosen another.
        chosen: dict[str, Any] = {} if wished.duration else {"value": seconds}
        lengths = standing_for(seconds, found.durations, found.duration)
        return {
            self.brief.duration: gr.Radio(lengths, **chosen),
            self.about: _about(model, guard),
            self.own_key.row: gr.Row(visible=guard.asks_for_key(visitor) and not model.free),
            **self.price.offered(found),
            **self.pictures.offered(found, wished),
            **self.advanced.offered(found, wished),
        }


def build_form(first: Model, guard: Guard, quotes: Quotes) -> Form:
    """Lay the form out, with `first` chosen."""
    usual = USUAL_DURATIONS[0]
    empty = Wishes(first.id, usual, 0, write_only=False, options=DEFAULT_OPTIONS)
    now = offer(quotes, draft_brief(empty, quotes.contract))
    replaced = replaced_line()
    with gr.Row(elem_id="brief"):
        with gr.Column(scale=4, min_width=240) as column:
            images = image_strip("images")
            lacking_images = html(elem_id="lacking-pictures")
            switch, told = build_switch(), build_told()
            write = gr.Button(NO_PICTURE, elem_id="write", size="sm", visible=now.may_write_only)
        with gr.Column(scale=5, min_width=240):
            add = gr.Button("Add pictures", elem_id="add-pictures", size="sm", visible=False)
            with gr.Group():
                # As many lines as at most: the style lets it grow, Gradio would lay the page out
                # twice.
                prompt = gr.Textbox(
                    label="Prompt", elem_id="prompt", placeholder=PLACEHOLDER, lines=8, max_lines=8
                )
                lacking_prompt = html(elem_id="lacking-words")
                html(chips(), elem_id="chips")
                written = html(counter(""), elem_id="counter")
    model = models(MODELS, first.id, value=first.id, label="Make", elem_id="model")
    about = html(_about(first, guard), elem_id="about")
    duration = gr.Radio(
        list(now.durations), value=usual, label="Duration", info=WHEN_TO_PAY, elem_id="duration"
    )
    steps, advanced = gr.JSON([], visible="hidden"), build_advanced_options(switch)
    write_only = gr.Checkbox(False, visible="hidden")
    asks_for_key = not first.free and guard.asks_for_keys
    allowance, own_key = html(elem_id="allowance"), _build_own_key(shown=asks_for_key)
    lacking_key, price = html(elem_id="lacking-key"), build_price(now)
    return Form(
        replaced=replaced,
        brief=BriefFields(images, prompt, duration, model, write_only, steps),
        pictures=PictureUse(column, told, write, add),
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
        html(GET_KEY, elem_id="get-key")
    return OwnKey(row=row, api_key=api_key, ask=ask, balance=html(elem_id="own-balance"))


def models(offered: Iterable[Model], chosen: str, **value: Any) -> gr.Radio:
    """What to make, the free one first; the one that is chosen stays when it is not offered."""
    among = {each.id: each for each in (*choices_of(offered), model_of(chosen))}
    free_first = sorted(among.values(), key=lambda each: not each.free)
    return gr.Radio([(choice_of(each), each.id) for each in free_first], **value)


def _only(seconds: int) -> gr.Radio:
    return gr.Radio([(f"{seconds} s", seconds)], value=seconds)


def _about(model: Model, guard: Guard) -> Markup:
    """HTML: for one line, Markdown would bring its whole library into the page."""
    asks = model.free and not guard.pays_for_all
    advanced = " For real footage choose Seedance 2.0 and enter your key." if asks else ""
    return Markup("<p>{}{}</p>").format(model.about, advanced)
