"""Loads an image and makes video planes of it: upright, opaque, cropped to the frame."""

import io
from pathlib import Path
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ...pictures import reader
from ...pictures.colour import Unreadable
from .reach import film_shape

# OpenCV's stubs know no element type, so these names say it and the type checker cannot.
U8 = NDArray[Any]
F32 = NDArray[Any]

SMALLEST = 32  # pixels a side; below that there is nothing to show
# Linear sampling from a picture 1.5 times the frame is as sharp as cubic sampling in half the time,
# and its sharpness does not pulsate while the camera moves.
OVERSAMPLING = 1.5
# What is finer than a frame can show would shimmer while the camera moves, so that it goes before:
# half of a symmetric filter, 1 up to a sixth of the sampling rate, 2/3 at a third, 0 at a half.
CALM = (2 / 3, 1 / 4, -1 / 12)
STILL = 640  # pixels, the longer side of a frame that is shown while the film is drawn
SOFT = 2.0  # a picture enlarged by more than this looks soft and is sharpened a little
# RGB 0-255 to Y'CbCr, BT.709, limited range (ITU-R BT.709-6, items 3.2 to 3.5).
BT709 = np.array(
    [
        [0.2126 * 219 / 255, 0.7152 * 219 / 255, 0.0722 * 219 / 255, 16],
        [-0.2126 / 1.8556 * 224 / 255, -0.7152 / 1.8556 * 224 / 255, 0.5 * 224 / 255, 128],
        [0.5 * 224 / 255, -0.7152 / 1.5748 * 224 / 255, -0.0722 / 1.5748 * 224 / 255, 128],
    ]
)


class PictureError(ValueError):
    """A picture cannot be used; the message is one sentence for the visitor."""


class Planes(NamedTuple):
    """4:2:0 video planes: `y` is (height, width), `u` and `v` are half of it each way."""

    y: U8
    u: U8
    v: U8


class Box(NamedTuple):
    """A part of a picture, in fractions of its sides."""

    left: float
    top: float
    width: float
    height: float

    def of(self, image: NDArray[Any]) -> NDArray[Any]:
        """That part of an image or a map, to the nearest pixel."""
        h, w = image.shape[:2]
        x0, x1 = round(self.left * w), round((self.left + self.width) * w)
        y0, y1 = round(self.top * h), round((self.top + self.height) * h)
        return image[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)]


def load(path: Path, shortest: int = 0) -> U8:
    """The picture as (height, width, 3) RGB, as it looks. One much larger may be read smaller, with
    no side below `shortest` pixels. Raises `PictureError`."""
    try:
        rgb = np.asarray(reader.read(path, shortest))
    except Unreadable as error:
        raise PictureError(f"{path.name} {error}.") from None
    if min(rgb.shape[:2]) < SMALLEST:
        raise PictureError(f"{path.name} is less than {SMALLEST} pixels wide or high.")
    return rgb


def frame_size(width: int, height: int, pixels: int) -> tuple[int, int]:
    """The clip's (width, height): the picture's aspect, about `pixels` in all, even sides."""
    aspect = film_shape(width, height)
    w, h = (pixels * aspect) ** 0.5, (pixels / aspect) ** 0.5
    shrink = min(1.0, (pixels * 16 / 9) ** 0.5 / max(w, h))  # no side longer than that of 16:9
    return round(w * shrink / 2) * 2, round(h * shrink / 2) * 2


def cover(size: tuple[int, int], frame: tuple[float, float], focus: tuple[float, float]) -> Box:
    """The part of a picture that fills `frame`, as near its `focus` as fits; (width, height)s."""
    aspect = (frame[0] / frame[1]) / (size[0] / size[1])
    w, h = min(1.0, aspect), min(1.0, 1 / aspect)
    left = min(max(focus[0] - w / 2, 0.0), 1 - w)
    top = min(max(focus[1] - h / 2, 0.0), 1 - h)
    return Box(left, top, w, h)


def planes(rgb: U8, frame: tuple[float, float]) -> Planes:
    """The picture scaled to `OVERSAMPLING` times `frame` (width, height), as video planes."""
    w, h = (round(side * OVERSAMPLING / 2) * 2 for side in frame)
    enlarged = w / rgb.shape[1]
    if enlarged < 1:
        work = np.asarray(Image.fromarray(rgb).resize((w, h), Image.Resampling.LANCZOS))
    else:
        work = cv2.resize(rgb, (w, h), interpolation=cv2.INTER_CUBIC)
    if enlarged > SOFT:
        work = cv2.addWeighted(work, 1.35, cv2.GaussianBlur(work, (0, 0), 1.6), -0.35, 0)
    y, u, v = cv2.split(cv2.transform(work, BT709))
    half = (w // 2, h // 2)
    u, v = (cv2.resize(c, half, interpolation=cv2.INTER_AREA) for c in (u, v))
    return Planes(*map(_calm, (y, u, v)))


def _calm(plane: U8) -> U8:
    """The plane without what is too fine for the frame."""
    taps = np.array([*CALM[:0:-1], *CALM], np.float32)
    return np.asarray(cv2.sepFilter2D(plane, cv2.CV_8U, taps, taps), np.uint8)


def jpeg(picture: Planes) -> bytes:
    """A frame as a small picture."""
    h, w = picture.y.shape
    size = tuple(max(1, round(side * min(1, STILL / max(w, h)))) for side in (w, h))
    y, u, v = (cv2.resize(plane, size, interpolation=cv2.INTER_AREA) for plane in picture)
    back = np.linalg.inv(BT709[:, :3])
    rgb = cv2.transform(cv2.merge([y, u, v]), np.column_stack([back, -back @ BT709[:, 3]]))
    file = io.BytesIO()
    Image.fromarray(rgb).save(file, "JPEG", quality=80)
    return file.getvalue()
