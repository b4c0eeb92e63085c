"""Light from behind leaves an outline: a bright one, or a dark shape within a lit frame."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from seedance_demo.animatic.plan import Look, Move, Shot
from seedance_demo.animatic.video import camera_path, depth, light_effects
from seedance_demo.animatic.video.flare import LightSource
from seedance_demo.animatic.video.grade import grade, relit
from seedance_demo.animatic.video.image import Planes
from seedance_demo.animatic.video.mesh import Mesh
from seedance_demo.animatic.video.view import View

FRAME = (320, 180)
ABOVE = LightSource((0.2, -0.1), of_subject=False)


def lit(looks: tuple[Look, ...], subject: float, front: int, rest: int) -> NDArray[np.float64]:
    """Luma above black of a frame with a square subject of that share, of even luma."""
    h, w = FRAME[1], FRAME[0]
    matte = np.zeros((h, w), np.float32)
    down, across = (round(side * (1 - subject**0.5) / 2) for side in (h, w))
    matte[down : h - down, across : w - across] = 1
    found = replace(depth.flat(), matte=matte, subject=subject)
    mesh = Mesh(FRAME, found.nearness)
    path = camera_path.path(
        Shot(0.0, 1.0, 0, "", moves=(Move.STATIC,)), camera_path.Aim(0.5, 0.5), 1
    )
    grey = np.full((h // 2, w // 2), 128, np.uint8)
    picture = Planes(np.where(matte > 0, front, rest).astype(np.uint8), grey, grey)
    look = grade(looks)
    view = View(found, mesh, path[:1], 0.0, 1)
    shaded = light_effects.shaded(relit(picture, look), look, view, ABOVE)
    return shaded.y.astype(float) - 16


@pytest.mark.parametrize("subject", [0.05, 0.4, 0.9])
@pytest.mark.parametrize(("front", "rest"), [(120, 120), (190, 60), (40, 200), (180, 20)])
def test_a_silhouette_keeps_half_of_the_light_and_is_darker_than_the_rest(
    subject: float, front: int, rest: int
) -> None:
    plain, dark = (lit(looks, subject, front, rest) for looks in ((), (Look.SILHOUETTE,)))
    assert dark.mean() >= 0.5 * plain.mean()
    middle = np.s_[85:95, 155:165]
    assert dark[middle].mean() < 0.75 * plain[middle].mean()


def test_a_subject_that_is_backlit_has_a_bright_rim_and_is_still_seen() -> None:
    plain, back = (lit(looks, 0.25, 110, 90) for looks in ((), (Look.BACKLIT,)))
    middle, top = np.s_[85:95, 155:165], np.s_[44:48, 120:200]
    assert 0.5 * plain[middle].mean() < back[middle].mean() < plain[middle].mean()
    assert back[top].mean() > 1.5 * back[middle].mean()
    assert back.mean() > plain.mean()
    assert back.min() > 0, "haze lifts the shadows"


def test_a_window_stays_the_light_that_it_is() -> None:
    plain, dark = (lit(looks, 0.1, 230, 40) for looks in ((), (Look.SILHOUETTE,)))
    assert dark[90, 160] >= plain[90, 160]
