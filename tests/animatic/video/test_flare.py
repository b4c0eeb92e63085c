"""A flare sits at the light of the picture, behind the subject that stands before it."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from seedance_demo.animatic.plan import Look, Move, Shot
from seedance_demo.animatic.video import depth, flare
from seedance_demo.animatic.video.depth import ImageDepth
from seedance_demo.animatic.video.image import OVERSAMPLING, Planes
from seedance_demo.animatic.video.shot import PreparedImage, Take

FRAME = (320, 180)
NOBODY = np.zeros((18, 32), np.float32)
Luma = NDArray[np.uint8]


def night(*lamps: tuple[float, float]) -> Luma:
    """A dark picture with lamps at some places, in fractions."""
    w, h = (round(side * OVERSAMPLING) for side in FRAME)
    luma = np.full((h, w), 40, np.uint8)
    for x, y in lamps:
        cv2.circle(luma, (round(x * w), round(y * h)), 9, 235, -1)
    return luma


def flared(
    luma: Luma, matte: NDArray[np.float32] = NOBODY, frame: int = 23, **shot: object
) -> NDArray[np.float64]:
    """What the flare adds to a frame of a shot, softened."""
    grey = np.full([side // 2 for side in luma.shape], 128, np.uint8)
    found = ImageDepth(matte, matte * 0 + 1, (0.5, 0.5), float(matte.mean()))
    prepared = PreparedImage(FRAME, Planes(luma, grey, grey), found)
    shot = {"moves": (Move.STATIC,)} | shot
    lit, plain = (
        Take(Shot(0.0, 1.0, 0, "", looks=looks, **shot), prepared, 1).frame(frame).y.astype(float)  # type: ignore[arg-type]
        for looks in ((Look.FLARE,), ())
    )
    return np.asarray(cv2.GaussianBlur(lit - plain, (0, 0), 5))


@pytest.mark.parametrize("lamp", [(0.7, 0.3), (0.2, 0.25), (0.5, 0.6)])
def test_it_is_brightest_around_the_lamp(lamp: tuple[float, float]) -> None:
    row, column = np.unravel_index(flared(night(lamp)).argmax(), FRAME[::-1])
    assert (column / FRAME[0], row / FRAME[1]) == pytest.approx(lamp, abs=0.1)


def test_it_goes_with_the_picture_when_the_camera_turns() -> None:
    first, last = (
        flared(night((0.5, 0.4)), frame=n, moves=(Move.PAN_RIGHT,), pace=2.0) for n in (0, 23)
    )
    columns = [np.unravel_index(light.argmax(), light.shape)[1] for light in (first, last)]
    assert columns[1] < columns[0] - 0.03 * FRAME[0]


def test_no_part_of_it_is_an_opaque_disc() -> None:
    light = flared(night((0.7, 0.3)))
    assert light.max() < 0.85 * 195
    assert np.abs(np.diff(light, axis=1)).max() < 12


def test_the_subject_hides_what_is_behind_it() -> None:
    before = NOBODY.copy()
    before[4:, 16:23] = 1
    there = np.s_[60:100, 170:215]
    assert (
        flared(night((0.77, 0.3)), before)[there].mean()
        < 0.6 * flared(night((0.77, 0.3)))[there].mean()
    )


def test_a_highlight_on_the_subject_is_no_light_but_a_lamp_is_one() -> None:
    cup = np.maximum(night((0.7, 0.3)), 110)
    h, w = cup.shape
    matte = np.zeros((h, w), np.float32)
    matte[h // 8 : h // 2, w // 2 : -w // 8] = 1
    assert flare.light_source(cup, matte).place[1] < 0
    assert flare.light_source(cup, 0 * matte).place == pytest.approx((0.7, 0.3), abs=0.02)
    lamp = night((0.7, 0.3))
    found = flare.light_source(lamp, (lamp > 200).astype(np.float32))
    assert found.place == pytest.approx((0.7, 0.3), abs=0.02)
    assert found.of_subject


@pytest.mark.parametrize("flip", [1, -1])
def test_without_a_light_the_sun_stands_above_the_brighter_half(flip: int) -> None:
    ramp = np.repeat(np.linspace(200, 40, 480)[None], 270, axis=0).astype(np.uint8)[:, ::flip]
    x, y = flare.light_source(ramp, NOBODY).place
    assert y < 0
    assert (x < 0.5) == (flip == 1)


@pytest.mark.parametrize("level", [16, 128, 235])
def test_an_even_picture_has_no_light(level: int) -> None:
    assert flare.light_source(np.full((270, 480), level, np.uint8), NOBODY).place[1] < 0


def test_a_bright_sky_is_not_a_light() -> None:
    sky = night()
    sky[:120] = 225
    assert flare.light_source(sky, NOBODY).place[1] < 0


def test_where_a_place_is_seen_is_where_the_picture_shows_it() -> None:
    prepared = PreparedImage(FRAME, Planes(*[night()] * 3), depth.flat())
    take = Take(Shot(0.0, 1.0, 0, "", moves=(Move.ROLL, Move.ZOOM_IN)), prepared, 1)
    x, y = take.mesh.seen(take.mesh.at(take.path[23:24])[0], (0.6, 0.35))
    there = take.mesh._look(take.path[23:24], np.array([[x, y]]))[0, 0]
    assert (there + 0.5) / take.mesh.picture == pytest.approx([0.6, 0.35], abs=1e-3)
