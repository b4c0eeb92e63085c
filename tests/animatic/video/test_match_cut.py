"""A match cut: what the eye rests on before it is where, and as large as, what it finds after."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from seedance_demo.animatic.plan import Move, Shot, Transition
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.animatic.video import depth, image
from seedance_demo.animatic.video.match_cut import matched
from seedance_demo.animatic.video.shot import PreparedImage, Take
from tests.animatic.clips import ANALYSES, ASTRONAUT, CUP, film
from tests.animatic.weights import needs_weights

FRAME = (480, 270)
CUT = 48


def subject(picture: Path, frame: NDArray[np.uint8]) -> tuple[float, float, float]:
    """Where a frame shows the picture's subject, (x, y), and how far it reaches around that.

    The picture is found in the frame by its features (Lowe 2004), not by what the renderer knew.
    """
    whole = cv2.cvtColor(image.load(picture), cv2.COLOR_RGB2GRAY)
    whole = cv2.resize(whole, None, fx=640 / whole.shape[1], fy=640 / whole.shape[1])
    sift = cv2.SIFT_create(1500)  # type: ignore[attr-defined]
    (here, one), (there, other) = (sift.detectAndCompute(image, None) for image in (whole, frame))
    pairs = cv2.BFMatcher(crossCheck=True).match(one, other)
    a = np.array([here[pair.queryIdx].pt for pair in pairs])
    b = np.array([there[pair.trainIdx].pt for pair in pairs])
    matrix, sure = cv2.estimateAffinePartial2D(a, b, ransacReprojThreshold=2)
    assert sure.sum() > 20
    scene, (h, w) = depth.analyse(picture, ANALYSES), whole.shape
    x, y = matrix @ (scene.focus[0] * w, scene.focus[1] * h, 1)
    solid = (cv2.resize(scene.matte, (w, h)) > 0.45).astype(np.uint8)
    edge = cv2.distanceTransform(solid, cv2.DIST_L2, 5)
    reach = edge[int(scene.focus[1] * h), int(scene.focus[0] * w)] * np.hypot(*matrix[:, 0])
    return x / frame.shape[1], y / frame.shape[1], reach / frame.shape[1]


@pytest.fixture(scope="module")
def far_cup(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cup once more, from farther away and at the lower left."""
    table = Image.new("RGB", (1200, 800), (120, 70, 45))
    table.paste(Image.open(CUP).resize((780, 520)), (20, 260))
    table.save(path := tmp_path_factory.mktemp("far") / "far.png")
    return path


@needs_weights
@pytest.mark.parametrize("moves", ["push in", "pan left"])
def test_subjects_meet_at_a_match_cut(moves: str, far_cup: Path, tmp_path: Path) -> None:
    def apart(cut: str) -> tuple[float, float]:
        plan = direct(f"{moves}. {cut} to the other cup, static.", 4, 2)
        clip = film(plan, tmp_path, CUP, far_cup)
        before, after = subject(CUP, clip.y[CUT - 5]), subject(far_cup, clip.y[CUT + 5])
        return float(np.hypot(*np.subtract(before, after)[:2])), after[2] / before[2]

    (away, size), (plain_away, plain_size) = apart("Match cut"), apart("Cut")
    assert away < 0.05 < 0.1 < plain_away
    assert size == pytest.approx(1, abs=0.12)
    assert plain_size < 0.7


def takes(*shots: Shot) -> list[Take]:
    prepared = [
        PreparedImage.build(image.load(p), depth.analyse(p, ANALYSES), FRAME)
        for p in (CUP, ASTRONAUT)
    ]
    return [Take(shot, prepared[shot.image], 1) for shot in shots]


def test_no_match_leaves_the_picture_and_other_shots_stay_as_they_are() -> None:
    joint = Transition.MATCH_CUT
    before = takes(
        Shot(0, 2, 0, "", moves=(Move.PAN_RIGHT,)),
        Shot(2, 4, 1, "", moves=(Move.TILT_DOWN,), enters=joint),
        Shot(4, 6, 0, "", moves=(Move.STATIC,), enters=joint),
        Shot(6, 8, 1, "", moves=(Move.PUSH_IN,)),
    )
    after = matched(before)
    assert after[3] is before[3]
    assert all(take.mesh.least_zoom(take.path) == 1 for take in after)
    assert after[2].path.rests
    assert all(np.ptp(a.path.yaw) == np.ptp(b.path.yaw) for a, b in zip(after, before, strict=True))
