"""Options that only newer contracts have, in an accordion that stays hidden without them."""

from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import gradio as gr

from ...catalog import USUAL_DURATIONS, Contract
from ...orders.brief import DEFAULT_OPTIONS, Options
from ...orders.offer import Offer
from ..naming import Updates, named

_AS_IT_IS = ("As the picture", "")
_INPUTS = {"end_frame": "last_image"}  # where the provider's name is another one


@dataclass(frozen=True)
class OptionFields:
    """A component for each of `Options`, under the same name."""

    resolution: gr.Dropdown
    aspect_ratio: gr.Dropdown
    generate_audio: gr.Checkbox
    end_frame: gr.Checkbox
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
            self.aspect_ratio: gr.Dropdown(shapes, value=shape),
            self.generate_audio: chosen.generate_audio,
            self.end_frame: chosen.end_frame,
            self.camera_fixed: chosen.camera_fixed,
            self.seed: chosen.seed,
        }


@dataclass(frozen=True)
class AdvancedOptions:
    """The accordion, whether every length is offered, and the options."""

    fold: gr.Accordion
    every_length: gr.Checkbox
    options: OptionFields

    def offered(self, offer: Offer, chosen: Options) -> Updates:
        """What the contract in force has is shown, and a choice that is no longer offered goes back
        to the usual one."""
        contract, options = offer.contract, self.options
        lengths = len(contract.durations) > len(USUAL_DURATIONS)
        has = {name: bool(contract.input(_INPUTS.get(name, name))) for name in named(options)}
        return {
            self.fold: gr.Accordion(visible=lengths or any(has.values())),
            self.every_length: gr.Checkbox(visible=lengths),
            options.resolution: _resolution(contract, chosen.resolution),
            options.aspect_ratio: _shape(contract, chosen.aspect_ratio),
            options.generate_audio: gr.Checkbox(visible=has["generate_audio"]),
            options.end_frame: gr.Checkbox(visible=has["end_frame"]),
            options.camera_fixed: gr.Checkbox(visible=has["camera_fixed"]),
            options.seed: gr.Number(visible=has["seed"]),
        }


def build_advanced_options() -> AdvancedOptions:
    """Lay the accordion out, hidden."""
    usual = DEFAULT_OPTIONS
    with gr.Accordion("More", open=False, visible=False, elem_id="more") as fold:
        every_length = gr.Checkbox(label="Offer every length", elem_id="every-length")
        with gr.Row():
            resolution = gr.Dropdown(
                [usual.resolution],
                value=usual.resolution,
                label="Resolution",
                elem_id="resolution",
            )
            aspect_ratio = gr.Dropdown(
                [_AS_IT_IS], value=usual.aspect_ratio, label="Aspect ratio", elem_id="aspect"
            )
        options = OptionFields(
            resolution=resolution,
            aspect_ratio=aspect_ratio,
            generate_audio=gr.Checkbox(usual.generate_audio, label="Sound", elem_id="sound"),
            end_frame=gr.Checkbox(
                usual.end_frame, label="The last picture is the last frame", elem_id="end-frame"
            ),
            camera_fixed=gr.Checkbox(
                usual.camera_fixed, label="Camera does not move", elem_id="camera-fixed"
            ),
            seed=gr.Number(
                usual.seed,
                label="Seed",
                info="-1: another clip each time",
                precision=0,
                minimum=-1,
                elem_id="seed",
            ),
        )
    return AdvancedOptions(fold, every_length, options)


def unless(chosen: Any, value: Any) -> dict[str, Any]:
    """Sets a component to `value` unless it was so when it was asked: since then somebody may have
    chosen something else, or a draft come back."""
    return {} if chosen == value else {"value": value}


def _resolution(contract: Contract, chosen: str) -> gr.Dropdown:
    offered = contract.resolutions or (DEFAULT_OPTIONS.resolution,)
    usual = DEFAULT_OPTIONS.resolution if DEFAULT_OPTIONS.resolution in offered else offered[0]
    kept = chosen if chosen in offered else usual
    return gr.Dropdown(offered, visible=bool(contract.resolutions), **unless(chosen, kept))


def _shape(contract: Contract, chosen: str) -> gr.Dropdown:
    given, shapes = contract.input("aspect_ratio"), contract.shapes
    usual = given.default if given and given.default in shapes else ""
    choices = [(each, each) for each in shapes]
    choices = choices if usual else [_AS_IT_IS, *choices]
    kept = chosen if chosen in shapes else usual
    return gr.Dropdown(choices, visible=bool(shapes), **unless(chosen, kept))
