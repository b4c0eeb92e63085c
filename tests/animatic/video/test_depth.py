"""What is near and what is far: the subject is found, kept, and stands before a smooth ground."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from seedance_demo.animatic.video import depth, subject
from seedance_demo.animatic.video.depth import ImageDepth
from seedance_demo.animatic.video.image import Box
from tests.animatic.clips import ASTRONAUT, CUP
from tests.animatic.weights import needs_weights


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of analyses, empty at first: the network looks at a picture once for all tests."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def cup(kept: Path) -> ImageDepth:
    return depth.analyse(CUP, kept)


@needs_weights
def test_the_cup_is_the_subject_and_the_table_is_not(cup: ImageDepth) -> None:
    h, w = cup.matte.shape
    assert cup.matte[h // 2, w // 2] > 0.9
    assert cup.matte[: h // 8, : w // 8].max() < 0.1
    assert 0.2 < cup.subject < 0.6


@needs_weights
def test_a_portrait_is_looked_at_in_the_face(kept: Path) -> None:
    x, y = depth.analyse(ASTRONAUT, kept).focus
    assert (x, y) == pytest.approx((0.44, 0.22), abs=0.05)


@needs_weights
def test_the_subject_is_rigid_and_stands_before_a_smooth_background(cup: ImageDepth) -> None:
    solid = np.asarray(Image.fromarray(cup.matte).resize(cup.nearness.shape[::-1])) > 0.9
    assert cup.nearness[solid].min() > 0.85
    assert cup.nearness[0, 0] == pytest.approx(1 / depth.BACKGROUND, abs=0.05)
    assert max(np.abs(np.diff(cup.nearness, axis=side)).max() for side in (0, 1)) < 0.06


@needs_weights
def test_an_empty_picture_has_no_subject_and_its_ground_comes_nearer_downwards(
    tmp_path: Path,
) -> None:
    Image.new("RGB", (300, 200), "black").save(tmp_path / "black.png")
    scene = depth.analyse(tmp_path / "black.png")
    assert scene.subject == 0
    assert scene.focus == (0.5, 0.5)
    assert (np.diff(scene.nearness[:, 0]) >= 0).all()
    assert scene.nearness[-1, 0] > scene.nearness[0, 0]


def test_a_storyboard_is_flat_so_that_its_frames_stay_straight(tmp_path: Path) -> None:
    board = Image.new("RGB", (900, 600), "white")
    for left, source in ((30, CUP), (320, ASTRONAUT), (610, CUP)):
        for top in (40, 320):
            board.paste(Image.open(source).resize((260, 240)), (left, top))
    board.save(tmp_path / "board.png")
    assert np.ptp(depth.analyse(tmp_path / "board.png").nearness) < 0.05


def test_an_analysis_is_kept_by_content(cup: ImageDepth, kept: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").write_bytes(CUP.read_bytes())
    written = {path: path.stat().st_mtime_ns for path in kept.iterdir()}
    again = depth.analyse(tmp_path / "copy", kept)
    assert {path: path.stat().st_mtime_ns for path in kept.iterdir()} == written
    assert np.array_equal(cup.matte, again.matte)
    assert cup.focus == again.focus
    Image.new("RGB", (300, 200), "black").save(tmp_path / "black.png")
    depth.analyse(tmp_path / "black.png", kept)
    assert len(list(kept.iterdir())) == len(written) + 1


def test_a_damaged_analysis_is_made_again(cup: ImageDepth, kept: Path, tmp_path: Path) -> None:
    for path in kept.glob("*.npz"):
        (tmp_path / path.name).write_bytes(path.read_bytes()[:100])
    assert np.array_equal(depth.analyse(CUP, tmp_path).matte, cup.matte)


def test_where_nothing_can_be_kept_a_picture_is_looked_at_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subject, "network", lambda: b"")  # which takes its time
    grey = tmp_path / "grey.png"
    Image.new("L", (64, 48), 128).save(grey)
    (tmp_path / "file").write_text("no folder")
    for cache in (tmp_path / "file", tmp_path / "file" / "below"):
        assert depth.analyse(grey, cache).subject == 0
    assert {path.name for path in tmp_path.iterdir()} == {"grey.png", "file"}


def test_part_of_a_scene_keeps_its_places(cup: ImageDepth) -> None:
    right = cup.within(Box(0.5, 0.0, 0.5, 1.0))
    assert right.focus == pytest.approx((max(0, 2 * cup.focus[0] - 1), cup.focus[1]))
    assert np.array_equal(right.matte, cup.matte[:, round(cup.matte.shape[1] / 2) :])
