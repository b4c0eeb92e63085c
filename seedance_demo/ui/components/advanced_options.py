"""Options that only newer contracts have, in an accordion that stays hidden without them."""

from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import gradio as gr

from ...catalog import USUAL_DURATIONS
from ...orders.brief import CLIPS, DEFAULT_OPTIONS, Options
from ...orders.offer import Offer
from ...orders.wishes import Wishes
from ..naming import Updates, named
from .choices import standing_for
from .picture_use import offered_switch

EACH = "Each one is another take, made and paid for by itself."
_AS_IT_IS = ("Same as picture", "")


@dataclass(frozen=True)
class OptionFields:
    """A component for each of `Options`, under the same name."""

    resolution: gr.Dropdown
    aspect_ratio: gr.Radio  # a dropdown shows its choice where no translation reaches
    generate_audio: gr.Checkbox
    end_frame: gr.Radio  # the switch at the strip
    camera_fixed: gr.Checkbox
    seed: gr.Number

    @property
    def by_hand(self) -> list[Any]:
        """The events of a person changing one of them."""
        return list(map(attrgetter("input"), named(self).values()))

    def refilled(self, chosen: Options) -> Updates:
        """The options as they were chosen earlier."""
        lines, shape = chosen.resolution, chosen.aspect_ratio
        shapes = [(shape, shape) if shape else _AS_IT_IS]
        return {
            self.resolution: gr.Dropdown([lines], value=lines),
            self.aspect_ratio: gr.Radio(shapes, value=shape),
            self.generate_audio: chosen.generate_audio,
            self.end_frame: chosen.end_frame,
            self.camera_fixed: chosen.camera_fixed,
            self.seed: chosen.seed,
        }


@dataclass(frozen=True)
class AdvancedOptions:
    """The accordion, whether every length is offered, how many clips, and the options."""

    fold: gr.Accordion
    every_length: gr.Checkbox
    clips: gr.Radio
    options: OptionFields

    @property
    def by_hand(self) -> list[Any]:
        """The events of a person changing what a draft keeps of it."""
        return [*self.options.by_hand, self.clips.input]

    def offered(self, offer: Offer, wished: Wishes) -> Updates:
        """What the contract in force has is shown, with what is in force of it."""
        contract, options = offer.contract, self.options
        lengths = len(contract.durations) > len(USUAL_DURATIONS)
        has = {name: bool(contract.input(name)) for name in named(options)}
        folded = {name: shown for name, shown in has.items() if name != "end_frame"}
        return {
            self.fold: gr.Accordion(visible=lengths or offer.varies or any(folded.values())),
            self.every_length: gr.Checkbox(visible=lengths),
            self.clips: gr.Radio(visible=offer.varies),
            options.resolution: _resolution(offer, wished.options.resolution),
            options.aspect_ratio: _shape(offer, wished.options.aspect_ratio),
            options.generate_audio: gr.Checkbox(visible=has["generate_audio"]),
            options.end_frame: offered_switch(offer, wished),
            options.camera_fixed: gr.Checkbox(visible=has["camera_fixed"]),
            options.seed: gr.Number(visible=has["seed"]),
        }


def build_advanced_options(end_frame: gr.Radio) -> AdvancedOptions:
    """Lay the accordion out, hidden."""
    usual = DEFAULT_OPTIONS
    with gr.Accordion("More", open=False, visible=False, elem_id="more") as fold:
        clips = gr.Radio(
            list(CLIPS), value=CLIPS[0], label="Clips of this brief", info=EACH, elem_id="clips"
        )
        every_length = gr.Checkbox(label="Show all lengths", elem_id="every-length")
        resolution = gr.Dropdown(
            [usual.resolution], value=usual.resolution, label="Resolution", elem_id="resolution"
        )
        aspect_ratio = gr.Radio(
            [_AS_IT_IS], value=usual.aspect_ratio, label="Aspect ratio", elem_id="aspect"
        )
        options = OptionFields(
            resolution=resolution,
            aspect_ratio=aspect_ratio,
            generate_audio=gr.Checkbox(usual.generate_audio, label="Sound", elem_id="sound"),
            end_frame=end_frame,
            camera_fixed=gr.Checkbox(
                usual.camera_fixed, label="Fixed camera", elem_id="camera-fixed"
            ),
            seed=gr.Number(
                usual.seed,
                label="Seed",
                info="-1 = random",
                precision=0,
                minimum=-1,
                elem_id="seed",
            ),
        )
    return AdvancedOptions(fold, every_length, clips, options)


def _resolution(offer: Offer, wished: str) -> gr.Dropdown:
    offered = [(each, each) for each in offer.contract.resolutions]
    choices = standing_for(wished, offered, offer.brief.options.resolution)
    return gr.Dropdown(choices or [wished], visible=bool(offered))


def _shape(offer: Offer, wished: str) -> gr.Radio:
    given, shapes = offer.contract.input("aspect_ratio"), offer.contract.shapes
    usual = given.default if given and given.default in shapes else ""
    offered = [*([] if usual else [_AS_IT_IS]), *((each, each) for each in shapes)]
    choices = standing_for(wished, offered, offer.brief.options.aspect_ratio or usual)
    return gr.Radio(choices, visible=bool(shapes))
