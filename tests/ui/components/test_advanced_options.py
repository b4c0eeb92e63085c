"""Each option is shown, filled and read under its own name."""

from dataclasses import asdict, replace

import gradio as gr
import pytest

from seedance_demo.catalog import BY_ID, GEN_2026_08, Contract, Input
from seedance_demo.orders.brief import DEFAULT_OPTIONS, Options
from seedance_demo.orders.offer import Offer
from seedance_demo.ui.components.advanced_options import build_advanced_options
from seedance_demo.ui.naming import named

CONTRACT = BY_ID["bytedance/seedance-v1.5-pro/image-to-video"].contracts[GEN_2026_08]
CHOSEN = Options("480p", "9:16", generate_audio=False, end_frame=True, camera_fixed=True, seed=7)
NAMES = list(asdict(DEFAULT_OPTIONS))
SENT_AS = {"end_frame": "last_image"}

with gr.Blocks():
    MORE = build_advanced_options()
FIELDS = named(MORE.options)


def offer_of(contract: Contract) -> Offer:
    return Offer(contract, durations=(), duration=5, price=None, quoted=False, note="")


def only(*names: str) -> Contract:
    """The contract with these inputs alone."""
    inputs: tuple[Input, ...] = tuple(each for each in CONTRACT.inputs if each.name in names)
    return replace(CONTRACT, inputs=inputs)


@pytest.mark.parametrize("name", NAMES)
def test_an_option_is_shown_when_its_own_input_is_offered(name: str) -> None:
    told = MORE.offered(offer_of(only(SENT_AS.get(name, name))), DEFAULT_OPTIONS)
    shown = {each for each, field in FIELDS.items() if told[field].constructor_args.get("visible")}
    assert shown == {name}
    assert told[MORE.fold].constructor_args["visible"] is True


def test_without_any_the_fold_is_hidden() -> None:
    told = MORE.offered(offer_of(only("prompt")), DEFAULT_OPTIONS)
    assert told[MORE.fold].constructor_args["visible"] is False
    assert told[MORE.every_length].constructor_args["visible"] is False


@pytest.mark.parametrize("name", NAMES)
def test_an_option_is_filled_with_its_own_value(name: str) -> None:
    one = replace(DEFAULT_OPTIONS, **{name: getattr(CHOSEN, name)})
    filled = MORE.options.refilled(one)
    for each, field in FIELDS.items():
        update = filled[field]
        args = getattr(update, "constructor_args", None)
        assert (args["value"] if args else update) == getattr(one, each), each
