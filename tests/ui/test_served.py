"""Files lie where pages may fetch them without being written once more."""

import errno
import os
from pathlib import Path

import pytest
from gradio.utils import get_upload_folder

from seedance_demo.errors import StorageError
from seedance_demo.ui.served import ServedCopies


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    clip = tmp_path / "clip.mp4"
    clip.write_bytes(b"film")
    return clip


def _no_link(*_: object) -> None:
    raise OSError(errno.EXDEV, "Invalid cross-device link")


def test_a_clip_is_lent_once_and_not_copied(clip: Path) -> None:
    served = ServedCopies()
    lent = served.copy(clip)
    assert lent
    assert Path(lent).is_relative_to(get_upload_folder())
    assert Path(lent).samefile(clip)
    assert served.copy(clip) == lent
    Path(lent).unlink()  # as Gradio does after a day
    again = served.copy(clip)
    assert again
    assert again != lent
    assert clip.read_bytes() == b"film"


def test_across_disks_it_is_copied(clip: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", _no_link)
    lent = ServedCopies().copy(clip)
    assert lent
    assert not Path(lent).samefile(clip)
    assert Path(lent).read_bytes() == b"film"


def test_what_cannot_be_copied_leaves_nothing_and_is_told(
    clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _no_link)
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path / "gradio"))
    monkeypatch.setattr("shutil.copy2", _no_link)
    with pytest.raises(StorageError, match=r"clip\.mp4 is safe"):
        ServedCopies().copy(clip)
    assert list((tmp_path / "gradio").iterdir()) == []


def test_what_is_deleted_is_not_lent_any_more(clip: Path) -> None:
    served = ServedCopies()
    lent = served.copy(clip)
    assert lent
    served.forget(clip)
    assert not Path(lent).exists()
    assert clip.read_bytes() == b"film"
