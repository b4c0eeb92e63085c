"""What is said of the pictures is read from what is sent."""

from dataclasses import replace
from pathlib import Path

import pytest

from seedance_demo.catalog import ANIMATIC, BY_ID, GEN_2026_04, GEN_2026_08, Contract
from seedance_demo.orders.brief import UNKNOWN_SHAPE, Brief, Options
from seedance_demo.orders.order import InForce, place
from seedance_demo.orders.roles import begins_with_a_picture, choices, note, roles, shape

I2V = "bytedance/seedance-2.0/image-to-video"
PRO = "bytedance/seedance-v1.5-pro/image-to-video"


def of(generation: str) -> InForce:
    def in_force(model: str) -> Contract:
        return BY_ID[model].contracts[generation]

    return in_force


def brief(model: str, pictures: int, *, ends: bool = False, ratio: float = 4 / 3) -> Brief:
    images = tuple(Path(f"{n}.jpg") for n in range(1, pictures + 1))
    return Brief(images, "push in", 5, BY_ID[model], Options(end_frame=ends), ratio)


@pytest.mark.parametrize(
    ("asked", "generation", "begins"),
    [
        (brief(I2V, 1), GEN_2026_04, True),
        (brief(I2V, 1), GEN_2026_08, True),
        (brief(I2V, 2), GEN_2026_04, False),
        (brief(I2V, 2), GEN_2026_08, False),
        (brief(I2V, 2, ends=True), GEN_2026_08, True),
        (brief(PRO, 2), GEN_2026_08, True),
        (brief(ANIMATIC, 3), GEN_2026_08, True),
        (brief(ANIMATIC, 0), GEN_2026_08, False),
    ],
)
def test_a_clip_begins_with_a_first_frame_and_not_with_one_of_several_references(
    asked: Brief, generation: str, begins: bool
) -> None:
    assert begins_with_a_picture(place(asked, of(generation))) == begins


@pytest.mark.parametrize(
    ("asked", "generation", "told", "said"),
    [
        (brief(ANIMATIC, 0), GEN_2026_04, "", ""),
        (brief(I2V, 1), GEN_2026_08, "first frame", "Starts on picture 1."),
        (brief(I2V, 3), GEN_2026_04, "reference reference reference", "All 3 pictures guide"),
        (brief(I2V, 2), GEN_2026_08, "reference reference", "Both pictures guide style"),
        (brief(I2V, 2, ends=True), GEN_2026_08, "first frame last frame",
         "Starts on picture 1 and ends on picture 2."),
        (brief(I2V, 4, ends=True), GEN_2026_08, "first frame not used not used last frame",
         "ends on picture 4. Pictures 2 and 3 are not used."),
        (brief(PRO, 2), GEN_2026_08, "first frame not used", "1. Picture 2 is not used."),
        (brief(ANIMATIC, 3, ends=True), GEN_2026_08, "first frame not used last frame",
         "ends on picture 3. Picture 2 is not used."),
        (brief(ANIMATIC, 2), GEN_2026_08, "reference reference", "cuts among your 2 pictures"),
    ],
)  # fmt: skip
def test_each_picture_is_told_by_what_is_sent(
    asked: Brief, generation: str, told: str, said: str
) -> None:
    order = place(asked, of(generation))
    assert " ".join(roles(order)) == told
    assert said in note(order)


@pytest.mark.parametrize(
    ("model", "generation", "offered"),
    [
        (I2V, GEN_2026_08, {"First & last frame": True, "References": False}),
        (PRO, GEN_2026_08, {"First & last frame": True, "First frame only": False}),
        (I2V, GEN_2026_04, {}),
    ],
)
def test_only_what_the_model_in_force_can_do_is_a_choice(
    model: str, generation: str, offered: dict[str, bool]
) -> None:
    assert dict(choices(brief(model, 2), of(generation))) == offered
    assert choices(brief(model, 1), of(generation)) == ()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (brief(I2V, 1), "4:3 from picture 1"),
        (brief(I2V, 1, ratio=1.47), "shape of picture 1"),
        (brief(I2V, 2, ratio=1.47), "4:3 from picture 1"),
        (brief(I2V, 1, ratio=UNKNOWN_SHAPE), "shape of picture 1"),
        (brief(ANIMATIC, 0), "16:9"),
        (brief("bytedance/seedance-2.0/text-to-video", 0), "16:9"),
    ],
)
def test_the_shape_is_told_before_the_press(asked: Brief, told: str) -> None:
    assert shape(place(asked, of(GEN_2026_08))) == told


@pytest.mark.parametrize("odd", [7, "a.jpg", {"url": "a"}, [None, 3], True])
@pytest.mark.parametrize("name", ["images", "reference_images", "image", "aspect_ratio"])
def test_whatever_a_live_schema_puts_into_a_body_is_told(name: str, odd: object) -> None:
    order = place(brief(I2V, 2), of(GEN_2026_08))
    order = replace(order, body={**order.body, name: odd})
    assert len(roles(order)) == 2
    assert isinstance(f"{note(order)}{shape(order)}", str)
