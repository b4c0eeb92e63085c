"""Depth of an image: what is near and what is far, as a smooth map.

The subject stands before a ground that comes closer towards the bottom. A page or a storyboard has
no depth at all, because its straight lines must stay straight. A subject without an outline comes
nearer softly, around the place the eye goes to.
"""

import hashlib
import secrets
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from . import image, subject
from .camera_path import Aim
from .image import F32, Box
from .subject import Subject, find_subject

VERSION = b"subject 6 "  # of the analysis; what is kept of an older one is not used
GRID = 96  # cells on the long side of the depth map: depth must be smooth, or edges would tear
BACKGROUND = 1.7  # how many times farther than the subject the background lies
HORIZON = 0.45  # where the ground begins, as a fraction of the height
SOLID = 0.45  # of a matte: what is more is the subject
REACH = 0.17  # of the long side: how far a subject without an outline is taken to reach


@dataclass(frozen=True)
class ImageDepth:
    """Depth and subject of an image. Both maps cover the whole picture.

    `matte`: 0-1, the subject. `nearness`: the inverse of depth, 1 at the subject.
    `focus`: where the eye goes, (x, y) in fractions of the picture: the middle of the subject.
    `subject`: the subject's share of the picture, 0 when there is none.
    """

    matte: F32
    nearness: F32
    focus: tuple[float, float]
    subject: float

    @property
    def aim(self) -> Aim:
        """What a camera aims at."""
        rows = np.flatnonzero((self.matte > SOLID).any(axis=1))
        return Aim(*self.focus, top=float(rows[0]) / len(self.matte) if rows.size else 1.0)

    def within(self, box: Box) -> "ImageDepth":
        """The same for a part of the picture."""
        matte = box.of(self.matte)
        x = min(max((self.focus[0] - box.left) / box.width, 0.0), 1.0)
        y = min(max((self.focus[1] - box.top) / box.height, 0.0), 1.0)
        return ImageDepth(matte, box.of(self.nearness), (x, y), float((matte > SOLID).mean()))


def flat() -> ImageDepth:
    """An image without depth or subject."""
    matte = np.zeros((2, 2), np.float32)
    return ImageDepth(matte, matte + 1, (0.5, 0.5), 0.0)


def analyse(path: Path, cache: Path | None = None) -> ImageDepth:
    """Find the subject of a picture; the answer is kept in the folder `cache` by the content.

    Raises `PictureError` when the picture cannot be read.
    """
    if cache is None:
        return _depth(find_subject(image.load(path, 2 * subject.NET_SIDE)))
    try:
        key = hashlib.sha256(VERSION + subject.network() + path.read_bytes()).hexdigest()[:32]
    except OSError:
        raise image.PictureError(f"{path.name} is not a picture that can be read.") from None
    kept = cache / f"{key}.npz"
    try:
        with np.load(kept) as found:
            return _depth(Subject(found["matte"], tuple(found["focus"]), float(found["flatness"])))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        looked = find_subject(image.load(path, 2 * subject.NET_SIDE))
        _keep(kept, looked)
        return _depth(looked)


def _keep(kept: Path, found: Subject) -> None:
    """It only saves time: where it cannot be written, the picture is looked at again."""
    part = kept.with_suffix(f".{secrets.token_hex(8)}")
    try:
        with suppress(OSError):
            kept.parent.mkdir(parents=True, exist_ok=True)
            with part.open("xb") as file:
                np.savez_compressed(file, allow_pickle=False, **found._asdict())
            part.replace(kept)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _depth(found: Subject) -> ImageDepth:
    matte = found.matte.astype(np.float32) / 255
    solid = _standing(matte) if subject.network() else _around(found.focus, matte.shape)
    nearness = found.flatness + (1 - found.flatness) * _before_ground(solid)
    return ImageDepth(
        matte, nearness.astype(np.float32), found.focus, float((matte > SOLID).mean())
    )


def _standing(matte: F32) -> F32:
    """The subject on the coarse grid: 1 on it, fading to 0 around it.

    It is widened before its edge is softened, so that what stretches lies outside it and the
    subject itself stays rigid.
    """
    size = _grid(matte.shape)
    small = cv2.resize(matte, size, interpolation=cv2.INTER_AREA)
    solid: F32 = (small > SOLID).astype(np.float32)
    solid = cv2.morphologyEx(solid, cv2.MORPH_CLOSE, np.ones((5, 5)))
    reach = 2 * int(size[0] * 0.05) + 1
    wide = cv2.dilate(solid, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)))
    softened: F32 = cv2.GaussianBlur(wide, (0, 0), size[0] * 0.056)
    return softened


def _around(focus: tuple[float, float], shape: tuple[int, ...]) -> F32:
    """The same for a subject of which only the place is known."""
    w, h = _grid(shape)
    x, y = (np.arange(n, dtype=np.float32) + 0.5 for n in (w, h))
    away = np.hypot(x - focus[0] * w, (y - focus[1] * h)[:, None]) / (REACH * max(w, h))
    around: F32 = np.exp(-((away / 1.5) ** 3))
    return around


def _grid(shape: tuple[int, ...]) -> tuple[int, int]:
    """Width and height of the depth map of a picture of (height, width)."""
    w, h = (max(2, round(GRID * side / max(shape))) for side in (shape[1], shape[0]))
    return w, h


def _before_ground(solid: F32) -> F32:
    """Nearness of a subject that stands before a ground ramp."""
    rows = np.linspace(0, 1, solid.shape[0], dtype=np.float32)[:, None]
    ground = np.clip((rows - HORIZON) / (1 - HORIZON), 0, 1) ** 1.3
    far = 1 / BACKGROUND + (1 - 1 / BACKGROUND) * 0.75 * ground
    nearness: F32 = far * (1 - solid) + solid
    return nearness
