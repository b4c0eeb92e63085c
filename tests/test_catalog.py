"""The catalogue's data: prices as published, inputs that agree with each other."""

from decimal import Decimal
from typing import Any

import pytest

from seedance_demo.catalog import (
    ANIMATIC,
    BY_ID,
    GEN_2026_04,
    GEN_2026_08,
    GENERATIONS,
    MODELS,
    Contract,
    Input,
)
from seedance_demo.money import dollars

SEEDANCE = "bytedance/seedance-2.0/image-to-video"
FAST = "bytedance/seedance-2.0-fast/image-to-video"
PRO = "bytedance/seedance-v1.5-pro/image-to-video"


def test_only_shapes_with_a_width_and_a_height_are_offered() -> None:
    shapes = Input("aspect_ratio", "string", values=("auto", "0:1", "1:0", "16:9", "9:16"))
    assert Contract((shapes,)).shapes == ("16:9", "9:16")


@pytest.mark.parametrize(
    ("model", "generation", "body", "price"),
    [
        *((SEEDANCE, each, {"duration": 5}, "1.20") for each in GENERATIONS),
        *((SEEDANCE, each, {"duration": 10}, "2.40") for each in GENERATIONS),
        *((SEEDANCE, each, {"duration": 15}, "3.60") for each in GENERATIONS),
        (SEEDANCE, GEN_2026_08, {"duration": 5, "resolution": "480p"}, "0.60"),
        (SEEDANCE, GEN_2026_08, {"duration": 5, "resolution": "1080p"}, "3.00"),
        (SEEDANCE, GEN_2026_08, {"duration": 4, "resolution": "4k"}, "4.80"),
        (SEEDANCE, GEN_2026_08, {"duration": 5, "generate_audio": False}, "1.20"),
        (FAST, GEN_2026_04, {"duration": 15}, "2.40"),
        (FAST, GEN_2026_08, {"duration": 15, "resolution": "720p"}, "3.00"),
        (PRO, GEN_2026_08, {"duration": 5, "generate_audio": True}, "0.26"),
        (PRO, GEN_2026_08, {"duration": 5, "generate_audio": False}, "0.13"),
        (PRO, GEN_2026_08, {"duration": 10, "resolution": "480p"}, "0.24"),
        (ANIMATIC, GEN_2026_08, {"duration": 15}, "0"),
    ],
)
def test_prices_are_the_published_ones(
    model: str, generation: str, body: dict[str, Any], price: str
) -> None:
    assert BY_ID[model].contracts[generation].price(body) == Decimal(price)


@pytest.mark.parametrize("generation", GENERATIONS)
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
def test_defaults_are_values_that_are_accepted(model, generation: str) -> None:  # type: ignore[no-untyped-def]
    contract = model.contracts[generation]
    for each in contract.inputs:
        assert each.default is None or each.accepts(each.default), each
    assert contract.durations[0] >= 4
    assert set(contract.resolutions) <= set(contract.usd_per_second)


def test_only_the_animatic_is_free() -> None:
    assert [model.id for model in MODELS if model.free] == [ANIMATIC]


def test_several_pictures_go_to_an_id_of_the_same_family() -> None:
    for model in MODELS:
        assert not model.references or model.references in BY_ID


@pytest.mark.parametrize(
    ("field", "value", "taken"),
    [
        (Input("a", "integer", minimum=4, maximum=15), 4, True),
        (Input("a", "integer", minimum=4, maximum=15), 16, False),
        (Input("a", "integer", minimum=4), 1 << 40, True),
        (Input("a", "string", values=("x", "y")), "y", True),
        (Input("a", "string", values=("x", "y")), "z", False),
        (Input("a", "array", max_items=2), ["u", "v"], True),
        (Input("a", "array", max_items=2), ["u", "v", "w"], False),
        (Input("a", "string"), ["u"], False),
        (Input("a", "array"), "u", False),
        (Input("a", "boolean"), True, True),
        (Input("a", "boolean"), "yes", False),
        (Input("a", "integer"), True, False),
        (Input("a", "integer"), "7", False),
        (Input("a", "string"), 7, False),
    ],
)
def test_an_input_takes_what_its_schema_says(field: Input, value: Any, taken: bool) -> None:
    assert field.accepts(value) is taken


def test_a_contract_that_cannot_be_read_offers_no_length() -> None:
    assert Contract(()).durations == ()


@pytest.mark.parametrize(
    ("amount", "shown"), [("0", "free"), ("1.2", "$1.20"), ("3.60", "$3.60"), ("0.208", "$0.208")]
)
def test_prices_read_as_people_write_them(amount: str, shown: str) -> None:
    assert dollars(Decimal(amount)) == shown
