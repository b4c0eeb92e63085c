"""What can be saved of a clip: pictures of it, and one that moves."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from seedance_demo.clips import moving
from seedance_demo.clips.exports import EXPORTS, LAST_FRAME, export
from seedance_demo.clips.frames import last_frame
from seedance_demo.errors import ClipUnavailable

from ..faults.life import make_clip
from .films import SIZE, numbered, write


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return write(tmp_path / "clip-1234.mp4", numbered(range(24)))


def test_the_last_frame_is_kept_pixel_by_pixel(clip: Path, tmp_path: Path) -> None:
    saved = export(clip, LAST_FRAME, tmp_path / "exports")
    assert saved.name == "clip-1234-last-frame.png"
    with Image.open(saved) as picture:
        assert picture.format == "PNG"
        assert np.array_equal(np.asarray(picture), np.asarray(last_frame(clip)))
    made = saved.stat().st_mtime_ns
    assert export(clip, LAST_FRAME, tmp_path / "exports").stat().st_mtime_ns == made


def test_a_poster_has_the_size_of_the_clip(clip: Path, tmp_path: Path) -> None:
    with Image.open(export(clip, "poster", tmp_path)) as picture:
        assert (picture.format, picture.size) == ("JPEG", SIZE)


def test_a_moving_picture_shows_the_clip_and_goes_on_for_ever(clip: Path, tmp_path: Path) -> None:
    saved = export(clip, "moving", tmp_path)
    with Image.open(saved) as picture:
        assert (picture.format, picture.size) == ("WEBP", SIZE)
        assert getattr(picture, "n_frames") == 12  # noqa: B009
        assert picture.info["loop"] == 0
        picture.seek(11)
        shown = np.asarray(picture.convert("RGB")).astype(int)
        assert picture.info["duration"] == pytest.approx(1000 / 12, abs=1)
    assert np.abs(shown - np.asarray(last_frame(clip))).mean() < 12


def test_it_is_made_smaller_until_it_fits(tmp_path: Path) -> None:
    clip, target = tmp_path / "a.mp4", tmp_path / "a.webp"
    clip.write_bytes(make_clip())  # of noise
    moving.save_moving(clip, target)
    most = target.stat().st_size // 10
    moving.save_moving(clip, target, most)
    assert 0 < target.stat().st_size <= most
    with Image.open(target) as picture:
        assert picture.width < 64
        assert picture.width / picture.height == pytest.approx(4 / 3, rel=0.1)


@pytest.mark.parametrize("kind", EXPORTS)
@pytest.mark.parametrize("content", [None, b"", b"no clip"])
def test_of_what_is_no_clip_nothing_is_left(
    kind: str, content: bytes | None, tmp_path: Path
) -> None:
    clip = tmp_path / "a.mp4"
    if content is not None:
        clip.write_bytes(content)
    with pytest.raises(ClipUnavailable):
        export(clip, kind, tmp_path / "exports")
    assert list((tmp_path / "exports").iterdir()) == []
