"""A brief as the provider takes it: the id, exactly the contract's fields, and the pictures."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedance_demo.catalog import (
    BY_ID,
    GEN_2026_04,
    GEN_2026_08,
    GENERATIONS,
    MODELS,
    Contract,
    Input,
    Model,
)
from seedance_demo.errors import BadBrief
from seedance_demo.orders.brief import Brief, Options
from seedance_demo.orders.order import (
    nearest_shape,
    pictures_in,
    place,
    resolution_of,
    with_urls,
)

I2V, T2V = (f"bytedance/seedance-2.0/{kind}-to-video" for kind in ("image", "text"))
PRO = "bytedance/seedance-v1.5-pro/image-to-video"
ALWAYS = {"resolution": "720p", "duration": 5, "enable_web_search": False, "generate_audio": True}


def brief(model: str = I2V, pictures: int = 1, seconds: int = 5, **options: Any) -> Brief:
    images = tuple(Path(f"/kept/{n}.jpg") for n in range(1, pictures + 1))
    return Brief(images, "push in", seconds, BY_ID[model], Options(**options))


def of(generation: str) -> Callable[[str], Contract]:
    return lambda model: BY_ID[model].contracts[generation]


def now_with(*more: Input, without: str = "") -> Callable[[str], Contract]:
    """Today's contract, changed once more."""

    def in_force(model: str) -> Contract:
        contract = BY_ID[model].contracts[GEN_2026_08]
        kept = tuple(each for each in contract.inputs if each.name != without)
        return replace(contract, inputs=(*kept, *more))

    return in_force


@pytest.mark.parametrize(
    ("asked", "generation", "endpoint", "body"),
    [
        (brief(), GEN_2026_04, I2V, {"images": ["1.jpg"], "duration": 5}),
        (brief(pictures=2), GEN_2026_04, I2V, {"images": ["1.jpg", "2.jpg"], "duration": 5}),
        (brief(), GEN_2026_08, I2V, {"image": "1.jpg"} | ALWAYS),
        (brief(pictures=2), GEN_2026_08, T2V,
         {"reference_images": ["1.jpg", "2.jpg"], "aspect_ratio": "16:9"} | ALWAYS),
        (brief(pictures=2, end_frame=True), GEN_2026_08, I2V,
         {"image": "1.jpg", "last_image": "2.jpg"} | ALWAYS),
        (brief(pictures=3, end_frame=True), GEN_2026_08, I2V,
         {"image": "1.jpg", "last_image": "3.jpg"} | ALWAYS),
        (brief(end_frame=True), GEN_2026_08, I2V, {"image": "1.jpg"} | ALWAYS),
        (brief(aspect_ratio="9:16", resolution="480p", generate_audio=False), GEN_2026_08, I2V,
         ALWAYS | {"image": "1.jpg", "aspect_ratio": "9:16", "resolution": "480p",
                   "generate_audio": False}),
        (brief(aspect_ratio="9:16", resolution="480p", generate_audio=False), GEN_2026_04, I2V,
         {"images": ["1.jpg"], "duration": 5}),
        (brief(T2V, 0), GEN_2026_04, T2V, {"aspect_ratio": "16:9", "duration": 5}),
        (brief(T2V, 0, aspect_ratio="3:4"), GEN_2026_08, T2V, {"aspect_ratio": "3:4"} | ALWAYS),
        (brief(PRO, 3, seed=7, camera_fixed=True), GEN_2026_08, PRO,
         {"image": "1.jpg", "resolution": "720p", "duration": 5, "generate_audio": True,
          "seed": 7, "camera_fixed": True}),
        (brief("local/animatic", 2), GEN_2026_08, "local/animatic",
         {"images": ["1.jpg", "2.jpg"], "duration": 5}),
        (brief("local/animatic", 3, end_frame=True), GEN_2026_08, "local/animatic",
         {"images": ["1.jpg"], "last_image": "3.jpg", "duration": 5}),
        (brief("local/animatic", 0), GEN_2026_08, "local/animatic", {"duration": 5}),
    ],
)  # fmt: skip
def test_a_body_is_the_contracts_fields_and_nothing_else(
    asked: Brief, generation: str, endpoint: str, body: dict[str, Any]
) -> None:
    order = place(asked, of(generation))
    assert (order.endpoint, order.body) == (endpoint, {"prompt": "push in"} | body)


def test_a_plan_goes_to_the_animatic_alone() -> None:
    """Also where another model's schema has a field of that name."""
    asked = replace(brief("local/animatic"), plan='{"shots":[]}')
    assert place(asked).body["plan"] == asked.plan
    contract = of(GEN_2026_04)(I2V)
    odd = replace(contract, inputs=(*contract.inputs, Input("plan", "string")))
    assert "plan" not in place(replace(brief(), plan="{}"), lambda _: odd).body


@pytest.mark.parametrize("generation", GENERATIONS)
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
@given(
    pictures=st.integers(0, 4),
    seconds=st.integers(1, 20),
    options=st.builds(
        Options,
        resolution=st.sampled_from(["480p", "720p", "1080p", "4k", "8k"]),
        aspect_ratio=st.sampled_from(["", "16:9", "21:9", "x"]),
        generate_audio=st.booleans(),
        end_frame=st.booleans(),
        camera_fixed=st.booleans(),
        seed=st.integers(-2, 1 << 40),
    ),
)
def test_whatever_is_chosen_the_body_fits_its_contract_or_is_refused(
    model: Model, generation: str, pictures: int, seconds: int, options: Options
) -> None:
    asked = replace(brief(model.id, pictures, seconds), options=options)
    try:
        order = place(asked, of(generation))
    except BadBrief:
        return
    inputs = {each.name: each for each in of(generation)(order.endpoint).inputs}
    assert set(order.body) <= set(inputs)
    assert {name for name, each in inputs.items() if each.required} <= set(order.body)
    assert all(inputs[name].accepts(value) for name, value in order.body.items())
    assert order.price > 0 or model.free


@pytest.mark.parametrize(
    ("shape", "ratio"), [(1.78, "16:9"), (0.56, "9:16"), (1.0, "1:1"), (1.4, "4:3"), (3.0, "21:9")]
)
def test_references_keep_the_shape_of_the_first_picture(shape: float, ratio: str) -> None:
    order = place(replace(brief(pictures=2), shape=shape), of(GEN_2026_08))
    assert order.body["aspect_ratio"] == ratio


def test_no_shape_is_made_up_where_none_is_offered() -> None:
    assert nearest_shape(1.5, ()) is None


def test_a_field_nobody_knew_is_left_to_the_provider() -> None:
    order = place(brief(), now_with(Input("mood_board", "string", default="off")))
    assert "mood_board" not in order.body


def test_a_required_field_with_a_default_is_sent_with_it() -> None:
    order = place(brief(), now_with(Input("style", "string", required=True, default="plain")))
    assert order.body["style"] == "plain"


@pytest.mark.parametrize(
    ("in_force", "field", "said"),
    [
        (now_with(Input("voice_sample", "string", required=True)), "voice_sample", "voice_sample"),
        (now_with(Input("resolution", "string", values=("540p",)), without="resolution"),
         "resolution", "It takes 540p"),
        (now_with(Input("resolution", "string", required=True, default="540p", values=("540p",)),
                  without="resolution"), "resolution", "720p"),
    ],
)  # fmt: skip
def test_what_cannot_be_built_is_refused_before_anything_is_spent(
    in_force: Callable[[str], Contract], field: str, said: str
) -> None:
    with pytest.raises(BadBrief, match=said) as refusal:
        place(brief(), in_force)
    assert refusal.value.field == field


def test_without_a_picture_the_first_frame_is_asked_for() -> None:
    for generation in GENERATIONS:
        with pytest.raises(BadBrief, match="Add at least one picture"):
            place(brief(pictures=0), of(generation))


def test_pictures_are_uploaded_once_and_addressed_everywhere() -> None:
    body = {"prompt": "a.jpg", "images": ["a.jpg", "b.jpg", "a.jpg"], "last_image": "b.jpg"}
    assert pictures_in(body) == ("a.jpg", "b.jpg")
    urls = {"a.jpg": "https://a", "b.jpg": "https://b"}
    assert with_urls(body, urls) == {
        "prompt": "a.jpg",
        "images": ["https://a", "https://b", "https://a"],
        "last_image": "https://b",
    }


@pytest.mark.parametrize("junk", [None, 7, {"a": 1}, [1, None, {}], [[]]])
def test_somebody_elses_inputs_hold_no_pictures_we_cannot_read(junk: Any) -> None:
    assert pictures_in({"images": junk}) == ()


def test_a_newer_model_that_names_no_resolution_has_none_that_is_known() -> None:
    known, newer = "bytedance/seedance-2.0/image-to-video", "bytedance/seedance-9/image-to-video"
    assert resolution_of(known, {}) == "720p"
    assert resolution_of(newer, {}) == ""
    assert resolution_of(newer, {"resolution": "1080p"}) == "1080p"
