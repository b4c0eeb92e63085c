"""What falls, falls in depth: down or up as it should, behind the subject and before it."""

from dataclasses import replace
from itertools import pairwise

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from seedance_demo.animatic.plan import Move, Shot, Weather
from seedance_demo.animatic.video import depth, image
from seedance_demo.animatic.video.shot import PreparedImage, Take
from seedance_demo.animatic.video.weather import SHEETS
from tests.animatic.clips import ANALYSES, CUP
from tests.animatic.weights import needs_weights

FRAME = (480, 320)


@pytest.fixture(scope="module")
def prepared() -> PreparedImage:
    return PreparedImage.build(image.load(CUP), depth.analyse(CUP, ANALYSES), FRAME)


def falling(
    prepared: PreparedImage, kind: Weather, *frames: int, move: Move = Move.STATIC
) -> NDArray[np.float32]:
    """What the weather adds to the luma of some frames of a shot."""
    shot = Shot(0.0, 5.0, 0, "", moves=(move,))
    dry, wet = Take(shot, prepared, 1), Take(replace(shot, weather=(kind,)), prepared, 1)
    added = [wet.frame(n).y.astype(np.float32) - dry.frame(n).y for n in frames]
    return np.stack(added)


@pytest.mark.parametrize("kind", Weather)
def test_weather_is_seen_and_moves(kind: Weather, prepared: PreparedImage) -> None:
    first, later = falling(prepared, kind, 10, 30)
    assert first.mean() > 0.05
    assert np.abs(first - later).mean() > 0.05


@pytest.mark.parametrize(
    ("kind", "down"),
    [(Weather.SNOW, True), (Weather.DUST, False), (Weather.EMBERS, False)],
)
def test_snow_comes_down_and_embers_rise(
    kind: Weather, down: bool, prepared: PreparedImage
) -> None:
    first, later = falling(prepared, kind, 20, 24)
    (_, dy), _ = cv2.phaseCorrelate(first, later)
    assert (dy > 0) == down
    assert abs(dy) > 0.2


def test_rain_falls_within_a_frame_by_the_length_of_its_streaks(prepared: PreparedImage) -> None:
    first, later = falling(prepared, Weather.RAIN, 20, 21)
    (_, dy), _ = cv2.phaseCorrelate(first, later)
    assert 0.03 * FRAME[1] < dy < 0.3 * FRAME[1]


@needs_weights
def test_the_far_rain_passes_behind_the_subject(prepared: PreparedImage) -> None:
    rain = falling(prepared, Weather.RAIN, *range(0, 60, 3)).mean(axis=0)
    matte = cv2.resize(prepared.depth.matte, FRAME)
    bare = prepared.planes.y.mean() < 180  # room for light to be added everywhere
    assert bare
    assert rain[matte > 0.9].mean() < 0.6 * rain[matte < 0.1].mean()
    assert rain[matte > 0.9].mean() > 0.1


@pytest.mark.parametrize("kind", Weather)
def test_what_is_nearer_is_larger_faster_and_rarer(kind: Weather) -> None:
    far_to_near = sorted(SHEETS[kind], key=lambda sheet: -sheet.distance)
    assert far_to_near[0].distance > 1 > far_to_near[-1].distance
    for far, near in pairwise(far_to_near):
        assert near.radius > far.radius
        assert abs(near.fall) > abs(far.fall)
        assert near.count < far.count


def test_the_camera_moves_through_the_snow(prepared: PreparedImage) -> None:
    panning = falling(prepared, Weather.SNOW, 20, 100, move=Move.PAN_RIGHT)
    still_standing = falling(prepared, Weather.SNOW, 20, 100)
    shifts = [cv2.phaseCorrelate(a, b)[0][0] for a, b in zip(still_standing, panning, strict=True)]
    assert shifts[0] > 5  # it looks to the left at first, so flakes lie to the right
    assert shifts[1] < -5


@needs_weights
def test_nothing_falls_before_what_the_eye_goes_to(prepared: PreparedImage) -> None:
    x, y = (round(part * side) for part, side in zip(prepared.depth.focus, FRAME, strict=True))
    for kind in (Weather.RAIN, Weather.SNOW):
        fallen = np.abs(falling(prepared, kind, *range(0, 60, 3))).mean(axis=0)
        around = fallen[y - 20 : y + 20, x - 20 : x + 20].mean()
        assert around < 0.15 * fallen.mean()


@pytest.mark.parametrize(("level", "sign"), [(20, 1), (120, 1), (225, -1)])
def test_dust_is_seen_before_dark_and_before_white(level: int, sign: int) -> None:
    w, h = (round(side * image.OVERSAMPLING) for side in FRAME)
    grey = np.full((h // 2, w // 2), 128, np.uint8)
    plain = image.Planes(np.full((h, w), level, np.uint8), grey, grey)
    dust = falling(PreparedImage(FRAME, plain, depth.flat()), Weather.DUST, 20)
    assert (sign * dust > 12).mean() > 0.002
    assert (sign * dust > -2).all()
