"""Draws rain, snow, dust and embers in depth: some behind the subject, some before it.

A layer is one sheet of particles that joins at its edges and slides over the frame. Near sheets
are fewer, larger, faster and softer, and follow the camera more than far ones.
"""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from ..plan import Weather
from .image import F32, U8, Planes
from .maps import spots
from .view import View


@dataclass(frozen=True)
class Sheet:
    """One layer. Lengths in fractions of the frame's height, a second where they are speeds.

    `distance` in units of that to the subject: above 1 lies behind it. `count` is that on a 16:9
    frame; `length` is a streak's, 0 for a disc. What is `dull` has a tone of
    its own: bright before dark things, dark before white ones.
    """

    distance: float
    count: int
    radius: float
    light: int
    fall: float
    wind: float
    sway: float = 0.0
    length: float = 0.0
    warmth: float = 0.0
    dull: bool = False


LARGEST = 1.4  # how much larger than usual a particle can be
FACE = 0.34  # how far what the eye goes to reaches, in roots of the subject's share of the frame
TONE = 175  # luma of dust in the light
RAIN = -0.1  # the slant: how far a drop goes sideways while it falls by one
SHEETS: dict[Weather, tuple[Sheet, ...]] = {
    Weather.RAIN: (
        Sheet(2.4, 900, 0.0007, 26, 1.7, RAIN * 1.7, length=0.03),
        Sheet(1.5, 420, 0.0009, 38, 2.3, RAIN * 2.3, length=0.055),
        Sheet(0.75, 150, 0.0013, 48, 3.3, RAIN * 3.3, length=0.1),
        Sheet(0.4, 26, 0.0028, 34, 5.2, RAIN * 5.2, length=0.24),
    ),
    Weather.SNOW: (
        Sheet(2.6, 700, 0.0016, 70, 0.075, 0.02, 0.012),
        Sheet(1.6, 330, 0.0026, 105, 0.11, 0.03, 0.02),
        Sheet(0.8, 110, 0.0048, 135, 0.17, 0.045, 0.035),
        Sheet(0.4, 22, 0.012, 105, 0.3, 0.07, 0.06),
    ),
    Weather.DUST: (
        Sheet(1.8, 340, 0.0022, 150, -0.008, 0.012, 0.02, dull=True),
        Sheet(0.9, 140, 0.0036, 165, -0.014, 0.022, 0.035, dull=True),
        Sheet(0.45, 24, 0.011, 110, -0.022, 0.04, 0.05, dull=True),
    ),
    Weather.EMBERS: (
        Sheet(1.8, 120, 0.0014, 95, -0.16, 0.03, 0.025, warmth=0.5),
        Sheet(0.9, 60, 0.0022, 130, -0.27, 0.05, 0.045, warmth=0.55),
        Sheet(0.45, 12, 0.0055, 115, -0.42, 0.09, 0.07, warmth=0.6),
    ),
}


def fallen(picture: Planes, kinds: tuple[Weather, ...], view: View) -> Planes:
    """The frame with its weather, from the farthest sheet to the nearest."""
    sheets = [(kind, i, s) for kind in kinds for i, s in enumerate(SHEETS[kind])]
    behind, before = _open_air(view, picture.y.shape)
    dull = np.zeros_like(picture.y)
    for kind, i, sheet in sorted(sheets, key=lambda entry: -entry[2].distance):
        light = _piece(picture.y.shape, kind, i, sheet, view)
        light = cv2.min(light, behind if sheet.distance > 1 else before)
        if sheet.dull:
            dull = cv2.add(dull, light)
        else:
            picture = _added(picture, light, sheet.warmth)
    return _covered(picture, dull) if any(sheet.dull for _, _, sheet in sheets) else picture


def _piece(shape: tuple[int, ...], kind: Weather, i: int, sheet: Sheet, view: View) -> U8:
    """The part of the sheet that the frame sees now, to a fraction of a pixel."""
    h, w = shape
    t = view.seconds
    right, down = view.offset(sheet.distance)
    right += sheet.wind * h * t + sheet.sway * h * float(np.sin(0.9 * t + 2.1 * i))
    left, top = -right % w, -(down + sheet.fall * h * t) % h
    whole = _sheet(w, h, kind, i, view.seed)
    if sheet.length:  # nobody sees a fraction of a pixel on a streak
        return whole[int(top) : int(top) + h, int(left) : int(left) + w]
    return cv2.getRectSubPix(whole, (w, h), (left + (w - 1) / 2, top + (h - 1) / 2))


@lru_cache(maxsize=16)
def _sheet(w: int, h: int, kind: Weather, i: int, seed: int) -> U8:
    """All particles of a sheet, on a surface of twice the frame that repeats after one frame."""
    sheet = SHEETS[kind][i]
    rng = np.random.default_rng((seed, i, len(kind)))
    blur = sheet.radius * h * (0.6 if sheet.distance < 0.6 else 0.3)
    beyond = round(LARGEST * h * (sheet.length + sheet.radius) + 4 * blur) + 2
    surface = np.zeros((h + 2 * beyond, w + 2 * beyond), np.uint8)
    for x, y, size, light in rng.random((round(sheet.count * w / h * 9 / 16), 4)):
        place = (beyond + x * w, beyond + y * h)
        _particle(surface, place, sheet, h * (LARGEST - 0.8 * size), 0.5 + 0.5 * light)
    surface = _folded(cv2.GaussianBlur(surface, (0, 0), blur), beyond)
    surface = _folded(surface.T, beyond).T
    return np.tile(surface, (2, 2))


def _folded(surface: U8, beyond: int) -> U8:
    """The rows of a surface, with those that reach beyond one end laid over the other."""
    rows = surface[beyond:-beyond].copy()
    rows[:beyond] = cv2.add(rows[:beyond], surface[-beyond:])
    rows[-beyond:] = cv2.add(rows[-beyond:], surface[:beyond])
    return rows


def _particle(
    surface: U8, place: tuple[float, float], sheet: Sheet, scale: float, brightness: float
) -> None:
    """One drop or flake; lengths of the sheet times `scale` are pixels."""
    radius, light = max(0.5, sheet.radius * scale), sheet.light * brightness
    x, y = place
    here = (round(16 * x), round(16 * y))  # in sixteenths of a pixel, as `shift` says
    if sheet.length:
        tail = sheet.length * scale
        there = (round(16 * (x + tail * sheet.wind / sheet.fall)), round(16 * (y + tail)))
        cv2.line(surface, here, there, light, max(1, round(2 * radius)), cv2.LINE_AA, 4)
    else:
        cv2.circle(surface, here, round(16 * radius), light, -1, cv2.LINE_AA, 4)


def _open_air(view: View, shape: tuple[int, ...]) -> tuple[U8, U8]:
    """255 where nothing stands before the far sheets; and where the near ones hide nothing that the
    eye goes to, such as a face."""
    subject = np.clip(1.6 * view.matte - 0.3, 0, 1)
    h, w = subject.shape
    x, y = view.mesh.seen(view.points, view.depth.focus)
    reach = max(0.01, FACE * float(subject.mean()) ** 0.5)
    face = np.minimum(1, 1.6 * spots(w, h, [(1.0, (x / shape[1], y / shape[0]), reach)]))
    return _clear(subject, shape), _clear(subject * face, shape)


def _clear(hidden: F32, shape: tuple[int, ...]) -> U8:
    open_air = (255 * (1 - hidden)).astype(np.uint8)
    return cv2.resize(open_air, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR)


def _added(picture: Planes, light: U8, warmth: float) -> Planes:
    y, u, v = picture
    if warmth:
        half = cv2.resize(light, (u.shape[1], u.shape[0]), interpolation=cv2.INTER_AREA)
        warm = cv2.convertScaleAbs(half, alpha=warmth)
        u, v = cv2.subtract(u, warm), cv2.add(v, warm)
    return Planes(cv2.add(y, light), u, v)


def _covered(picture: Planes, dull: U8) -> Planes:
    """The frame behind what has a tone of its own, as densely as it is there, of 255."""
    left = cv2.multiply(picture.y, cv2.bitwise_not(dull), scale=1 / 255)
    return picture._replace(y=cv2.add(left, cv2.convertScaleAbs(dull, alpha=TONE / 255)))
