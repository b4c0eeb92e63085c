"""Images of a brief: what was cleaned when it arrived is known at the press."""

import os
import shutil
from pathlib import Path

import pytest

from seedance_demo.errors import BadBrief
from seedance_demo.orders import images
from seedance_demo.orders.images import read_picture


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
