"""Images of a brief: what was cleaned when it arrived is known at the press."""

import io
import os
import shutil
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import ExifTags, Image

from seedance_demo.errors import BadBrief
from seedance_demo.orders import images
from seedance_demo.orders.images import read_picture, upload_shape
from seedance_demo.orders.sending import for_sending


@pytest.fixture
def upload(tmp_path: Path, cup: Path) -> Path:
    return Path(shutil.copy(cup, tmp_path / "cup.jpg"))


def read(upload: Path) -> Path:
    return read_picture(str(upload), upload.parent, upload.parent / "pictures", 1)


def test_a_picture_is_read_once_and_again_when_its_copy_is_gone(upload: Path) -> None:
    first, moment = read(upload), upload.stat().st_mtime_ns
    cleaned = first.read_bytes()
    upload.write_bytes(b"not read again")
    os.utime(upload, ns=(moment, moment))
    assert read(upload) == first
    first.unlink()
    with pytest.raises(BadBrief, match="Picture 1"):
        read(upload)
    shutil.copy(Path(__file__).parents[1] / "pictures" / "cup.jpg", upload)
    assert read(upload).read_bytes() == cleaned


def test_another_picture_at_its_place_is_another(upload: Path, astronaut: Path) -> None:
    first = read(upload)
    shutil.copy(astronaut, upload)
    os.utime(upload, (1, 1))
    assert read(upload) != first


def test_memory_does_not_grow_with_pictures(upload: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "MOST_KNOWN", 3)
    monkeypatch.setattr(images, "_CLEANED", known := dict[tuple[Path, Path, int], Path]())
    for n in range(9):
        os.utime(upload, (n, n))
        read(upload)
    assert len(known) == 3


@pytest.mark.parametrize(
    ("resolution", "longest"),
    [("480p", 1708), ("720p", 2560), ("1080p", 3840), ("4k", 4000), ("8k-cinema", 4000)],
)
def test_what_is_sent_is_twice_as_long_as_the_clip_and_whole(
    tmp_path: Path, resolution: str, longest: int
) -> None:
    path = tmp_path / "wide.jpg"
    chance = np.random.default_rng(1).integers(0, 255, (3, 8, 3), np.uint8)
    cv2.imwrite(str(path), large := cv2.resize(chance, (4000, 1600)))
    with Image.open(io.BytesIO(for_sending(path, resolution))) as sent:
        assert sent.size == (longest, round(longest * 0.4))
        seen = np.asarray(sent.convert("RGB"), int)[..., ::-1]
    assert np.abs(cv2.resize(large, sent.size) - seen).mean() < 4


def test_what_is_small_enough_is_sent_as_it_is_kept(upload: Path) -> None:
    kept = read(upload)
    assert for_sending(kept, "720p") == kept.read_bytes()


def test_the_shape_of_an_upload_is_that_of_the_picture_held_upright(tmp_path: Path) -> None:
    lying, junk = tmp_path / "phone.jpg", tmp_path / "junk.jpg"
    turned = Image.Exif()
    turned[ExifTags.Base.Orientation] = 6
    Image.new("RGB", (400, 300)).save(lying, exif=turned)
    junk.write_bytes(b"no picture")
    assert upload_shape(str(lying), tmp_path) == pytest.approx(3 / 4)
    assert upload_shape(str(junk), tmp_path) is None
    assert upload_shape("/etc/passwd", tmp_path) is None
