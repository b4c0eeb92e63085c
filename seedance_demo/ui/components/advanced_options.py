"""Options that only newer contracts have, in an accordion that stays hidden without them."""

from dataclasses import astuple, dataclass
from typing import Any

import gradio as gr

from ...catalog import USUAL_DURATIONS, Contract
from ...orders.brief import DEFAULT_OPTIONS, Options
from ...orders.offer import Offer


@dataclass(frozen=True)
class AdvancedOptions:
    """The accordion's components; `options` stand in the order of `Options`."""

    fold: gr.Accordion
    every_length: gr.Checkbox
    options: tuple[gr.components.Component, ...]


def build_advanced_options() -> AdvancedOptions:
    """Lay the accordion out, hidden."""
    with gr.Accordion("More", open=False, visible=False, elem_id="more") as fold:
        every_length = gr.Checkbox(label="Offer every length", elem_id="every-length")
        with gr.Row():
            resolution = gr.Dropdown(
                [DEFAULT_OPTIONS.resolution],
                value=DEFAULT_OPTIONS.resolution,
                label="Resolution",
                elem_id="resolution",
            )
            shape = gr.Dropdown(
                [_AS_IT_IS],
                value=DEFAULT_OPTIONS.aspect_ratio,
                label="Aspect ratio",
                elem_id="aspect",
            )
        sound = gr.Checkbox(value=True, label="Sound", elem_id="sound")
        end = gr.Checkbox(label="The last picture is the last frame", elem_id="end-frame")
        fixed = gr.Checkbox(label="Camera does not move", elem_id="camera-fixed")
        seed = gr.Number(
            DEFAULT_OPTIONS.seed,
            label="Seed",
            info="-1: another clip each time",
            precision=0,
            minimum=-1,
            elem_id="seed",
        )
    return AdvancedOptions(fold, every_length, (resolution, shape, sound, end, fixed, seed))


def unfold(offer: Offer, chosen: Options) -> list[Any]:
    """Updates for the fold, the choice of lengths, and each option: what is in force is shown, and
    a choice that is no longer offered goes back to the usual one."""
    contract = offer.contract
    lengths = len(contract.durations) > len(USUAL_DURATIONS)
    has = [bool(contract.input(name)) for name in _INPUTS]
    return [
        gr.Accordion(visible=lengths or any(has)),
        gr.Checkbox(visible=lengths),
        _resolution(contract, chosen.resolution),
        _shape(contract, chosen.aspect_ratio),
        *(gr.Checkbox(visible=shown) for shown in has[2:5]),
        gr.Number(visible=has[5]),
    ]


def refilled_options(chosen: Options) -> list[Any]:
    """Values for the options, as they were chosen earlier."""
    lines, shape = chosen.resolution, chosen.aspect_ratio
    shapes = [(shape, shape) if shape else _AS_IT_IS]
    others = astuple(chosen)[2:]
    return [gr.Dropdown([lines], value=lines), gr.Dropdown(shapes, value=shape), *others]


def unless(chosen: Any, value: Any) -> dict[str, Any]:
    """Sets a component to `value` unless it was so when it was asked: since then somebody may have
    chosen something else, or a draft come back."""
    return {} if chosen == value else {"value": value}


_INPUTS = ("resolution", "aspect_ratio", "generate_audio", "last_image", "camera_fixed", "seed")
_AS_IT_IS = ("As the picture", "")


def _resolution(contract: Contract, chosen: str) -> Any:
    offered = contract.resolutions or (DEFAULT_OPTIONS.resolution,)
    usual = DEFAULT_OPTIONS.resolution if DEFAULT_OPTIONS.resolution in offered else offered[0]
    kept = chosen if chosen in offered else usual
    return gr.Dropdown(offered, visible=bool(contract.resolutions), **unless(chosen, kept))


def _shape(contract: Contract, chosen: str) -> Any:
    given, shapes = contract.input("aspect_ratio"), contract.shapes
    usual = given.default if given and given.default in shapes else ""
    choices = [(each, each) for each in shapes]
    choices = choices if usual else [_AS_IT_IS, *choices]
    kept = chosen if chosen in shapes else usual
    return gr.Dropdown(choices, visible=bool(shapes), **unless(chosen, kept))
