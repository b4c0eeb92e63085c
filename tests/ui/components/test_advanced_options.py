"""Each option is shown, filled and read under its own name."""

from dataclasses import asdict, replace

import gradio as gr
import pytest

from seedance_demo.catalog import BY_ID, GEN_2026_08, Contract, Input
from seedance_demo.orders.brief import DEFAULT_OPTIONS, Brief, Options
from seedance_demo.orders.offer import Offer
from seedance_demo.orders.wishes import Wishes, options_in_force
from seedance_demo.ui.components.advanced_options import build_advanced_options
from seedance_demo.ui.components.picture_use import build_switch
from seedance_demo.ui.naming import Updates, named

PRO = BY_ID["bytedance/seedance-v1.5-pro/image-to-video"]
CONTRACT = PRO.contracts[GEN_2026_08]
CHOSEN = Options("480p", "9:16", generate_audio=False, end_frame=True, camera_fixed=True, seed=7)
NAMES = list(asdict(DEFAULT_OPTIONS))
FOLDED = [name for name in NAMES if name != "end_frame"]  # that one is a switch at the strip

with gr.Blocks():
    MORE = build_advanced_options(build_switch())
FIELDS = named(MORE.options)


def offered(contract: Contract, wished: Options = DEFAULT_OPTIONS) -> Updates:
    brief = Brief((), "…", 5, PRO, options_in_force(contract, wished))
    offer = Offer(contract, (), duration=5, price=None, quoted=False, note="", brief=brief)
    return MORE.offered(offer, Wishes(PRO.id, 5, 0, write_only=False, options=wished))


def only(*names: str) -> Contract:
    """The contract with these inputs alone."""
    inputs: tuple[Input, ...] = tuple(each for each in CONTRACT.inputs if each.name in names)
    return replace(CONTRACT, inputs=inputs)


@pytest.mark.parametrize("name", FOLDED)
def test_an_option_is_shown_when_its_own_input_is_offered(name: str) -> None:
    told = offered(only(name))
    shown = {each for each, field in FIELDS.items() if told[field].constructor_args.get("visible")}
    assert shown == {name}
    assert told[MORE.fold].constructor_args["visible"] is True


def test_without_any_the_fold_is_hidden() -> None:
    told = offered(only("prompt"))
    assert told[MORE.fold].constructor_args["visible"] is False
    assert told[MORE.every_length].constructor_args["visible"] is False


def test_what_is_in_force_stands_for_a_wish_that_is_not_offered() -> None:
    """The fields keep their values: the wish counts again with a model that takes it."""
    told = offered(CONTRACT, Options("4k", "2:3"))
    for name, shown, wish in (
        ("resolution", "720p", "4k"),
        ("aspect_ratio", "Same as picture", "2:3"),
    ):
        args = told[FIELDS[name]].constructor_args
        assert (shown, wish) in args["choices"]
        assert "value" not in args, "somebody may have chosen another since"


@pytest.mark.parametrize("name", NAMES)
def test_an_option_is_filled_with_its_own_value(name: str) -> None:
    one = replace(DEFAULT_OPTIONS, **{name: getattr(CHOSEN, name)})
    filled = MORE.options.refilled(one)
    for each, field in FIELDS.items():
        update = filled[field]
        args = getattr(update, "constructor_args", None)
        assert (args["value"] if args else update) == getattr(one, each), each
