"""Film grain is fine, lives in the middle tones, and is another on each frame."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from seedance_demo.animatic.video.grade import BLACK, WHITE
from seedance_demo.animatic.video.grain import DEEPEST, grained


def grain(level: int, frame: int = 3, strength: float = 1.0) -> NDArray[np.float32]:
    """What grain adds to an even plane."""
    plane = np.full((120, 160), level, np.uint8)
    return grained(plane, strength, frame, seed=7).astype(np.float32) - level


@pytest.mark.parametrize("level", [0, BLACK, WHITE, 255])
def test_black_and_white_have_no_grain(level: int) -> None:
    assert not grain(level).any()


def test_it_is_deepest_in_the_middle_tones_and_changes_no_light() -> None:
    dark, middle, light = (grain(level) for level in (40, 126, 215))
    assert middle.std() == pytest.approx(DEEPEST, rel=0.1)
    assert max(dark.std(), light.std()) < 0.6 * middle.std()
    assert abs(middle.mean()) < 0.1


def test_it_is_fine_but_no_finer_than_a_pixel() -> None:
    there = grain(126)
    beside = (there[:, 1:] * there[:, :-1]).mean() / there.var()
    assert beside > 0.3
    assert cv2.blur(there, (9, 9)).std() < 0.15 * there.std()


def test_it_is_another_on_each_frame_and_the_same_each_time() -> None:
    one, other = grain(126, 3), grain(126, 4)
    assert np.array_equal(one, grain(126, 3))
    assert abs((one * other).mean()) < 0.1 * one.var()
