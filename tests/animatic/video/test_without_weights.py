"""What is promised where no wheel carries the weights: the subject has a place but no outline."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from seedance_demo.animatic.plan import Look, Move, Weather
from seedance_demo.animatic.video import depth, subject
from tests.animatic.clips import ASTRONAUT, BACKGROUND, CUP, SUBJECT, detail, film, one_shot


@pytest.fixture(autouse=True)
def _no_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "network", lambda: b"")


def test_the_eye_finds_what_stands_out(tmp_path: Path) -> None:
    field = np.random.default_rng(1).normal(90, 6, (200, 300, 3)).astype(np.uint8)
    field[60:90, 210:240] = (250, 240, 30)
    Image.fromarray(field).save(tmp_path / "field.png")
    scene = depth.analyse(tmp_path / "field.png")
    assert scene.focus[0] > 0.58
    assert scene.focus[1] < 0.47


def test_a_portrait_is_looked_at_in_the_face() -> None:
    assert depth.analyse(ASTRONAUT).focus == pytest.approx((0.44, 0.22), abs=0.05)


def test_no_outline_is_made_up() -> None:
    scene = depth.analyse(CUP)
    assert scene.subject == 0
    assert not scene.matte.any()


def test_the_picture_comes_nearer_around_the_place_softly() -> None:
    nearness = depth.analyse(CUP).nearness
    h, w = nearness.shape
    assert nearness[h // 2, w // 2] > 0.95
    assert nearness[0, 0] == pytest.approx(1 / depth.BACKGROUND, abs=0.05)
    assert max(np.abs(np.diff(nearness, axis=side)).max() for side in (0, 1)) < 0.06


def test_a_rack_focus_brings_the_whole_picture_into_focus(tmp_path: Path) -> None:
    clip = film(one_shot(2.5, moves=(Move.RACK_FOCUS,)), tmp_path)
    for part in (SUBJECT, BACKGROUND):
        assert detail(part.of(clip.y[-2])) > 2 * detail(part.of(clip.y[2]))


def test_a_silhouette_is_what_was_dark_already(tmp_path: Path) -> None:
    still = {"moves": (Move.STATIC,)}
    plain = film(one_shot(0.25, **still), tmp_path, ASTRONAUT).y[2].astype(float)
    lit = film(one_shot(0.25, looks=(Look.SILHOUETTE,), **still), tmp_path, ASTRONAUT).y[2]
    dark, bright = plain < 60, plain > 180
    assert lit[dark].mean() < 0.7 * plain[dark].mean()
    assert lit[bright].mean() > 0.9 * plain[bright].mean()


def test_all_rain_falls_before_the_picture(tmp_path: Path) -> None:
    static = {"moves": (Move.STATIC,)}
    wet = film(one_shot(1.0, weather=(Weather.RAIN,), **static), tmp_path).y.mean(axis=0)
    dry = film(one_shot(1.0, **static), tmp_path).y.mean(axis=0)
    rain = wet - dry
    assert SUBJECT.of(rain).mean() == pytest.approx(BACKGROUND.of(rain).mean(), rel=0.5)
