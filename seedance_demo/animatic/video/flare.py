"""Lens flare at the light of a picture; where a picture shows none, from beside the frame."""

from typing import NamedTuple

import cv2
import numpy as np

from .image import F32, U8
from .maps import spots, unlit
from .view import View

LOOKED_AT = 256  # pixels, the width at which a picture is searched for its light
AROUND = 36  # of these, how far around a light it is darker
BRIGHT = 190, 235  # luma: where a light begins, and what is one for certain
LEAST = 36  # levels by which a light is brighter than what is around it
OF_SUBJECT = 0.2  # what these levels count on a subject: a cup has highlights of its own
AT_FOOT = 0.5  # and at the foot of a picture, where light is thrown back
OUTSIDE = (0.16, -0.06)  # of the frame, or the same on the right: where the sun then stands


class LightSource(NamedTuple):
    """`place` is (x, y) in fractions of the picture; `of_subject`: the subject carries it, so that
    it does not stand before it."""

    place: tuple[float, float]
    of_subject: bool


def light_source(y: U8, matte: F32) -> LightSource:
    """The light that a picture of luma `y` shows: small, bright, and brighter than its
    surroundings on three sides at least. Else the sun above its brighter half."""
    size = (LOOKED_AT, max(8, round(LOOKED_AT * y.shape[0] / y.shape[1])))
    small = cv2.resize(y, size, interpolation=cv2.INTER_AREA)
    subject = cv2.resize(matte, size, interpolation=cv2.INTER_AREA)
    bright = np.interp(cv2.dilate(small, np.ones((5, 5))), BRIGHT, (0, 1))
    height = np.linspace(1, AT_FOOT, size[1])[:, None]
    stands_out = _stands_out(small) * bright * height
    carries = cv2.dilate(unlit(small.astype(np.float32), subject), np.ones((7, 7)))  # and its edge
    stands_out *= 1 - (1 - OF_SUBJECT) * carries
    row, column = map(int, np.unravel_index(stands_out.argmax(), stands_out.shape))
    if stands_out[row, column] >= LEAST:
        return LightSource(_middle(small, row, column), bool(subject[row, column] > 0.5))
    left, right = np.array_split(small[: size[1] // 2], 2, axis=1)
    x, above = OUTSIDE
    return LightSource((x if left.mean() >= right.mean() else 1 - x, above), of_subject=False)


def _middle(luma: U8, row: int, column: int) -> tuple[float, float]:
    """The middle of the light around its brightest place, in fractions: a window has bars."""
    bright = np.zeros(luma.shape, np.uint8)
    reach = AROUND // 2
    near = np.s_[max(0, row - reach) : row + reach, max(0, column - reach) : column + reach]
    bright[near] = luma[near] >= luma[near].max() - 15
    rows, columns = np.nonzero(bright)
    return (columns.mean() + 0.5) / luma.shape[1], (rows.mean() + 0.5) / luma.shape[0]


def _stands_out(luma: U8) -> F32:
    """By how much each place is brighter than what is around it, but for the brightest side, which
    may be the picture's edge."""
    h, w = luma.shape
    soft = cv2.GaussianBlur(luma.astype(np.float32), (0, 0), 2.5)
    wide = cv2.copyMakeBorder(soft, *(AROUND,) * 4, cv2.BORDER_REPLICATE)
    corners = ((0, AROUND), (2 * AROUND, AROUND), (AROUND, 0), (AROUND, 2 * AROUND))
    sides = [soft - wide[top : top + h, left : left + w] for top, left in corners]
    second: F32 = np.sort(sides, axis=0)[1]
    return second


def flare(luma: F32, view: View, source: LightSource) -> F32:
    """Levels of light to add: a glow at the source, which the subject hides where it stands before
    it, and in the lens a streak and ghosts through the middle of the frame."""
    h, w = luma.shape
    x, y = seen_at(view, source)
    glow = spots(w, h, [(110, (x, y), 0.03), (90, (x, y), 0.09), (45, (x, y), 0.35)])
    if not source.of_subject:
        glow *= 1 - 0.8 * view.matte
    away = max(0.0, -x, x - 1, -y, y - 1)  # out of the frame; what is in the lens goes with it
    ghosts = [
        (26, (x + (1 - 2 * x) * far, y + (1 - 2 * y) * far), size)
        for far, size in ((0.35, 0.016), (0.62, 0.026), (0.8, 0.036), (1.0, 0.05))
    ]
    rows = np.arange(h, dtype=np.float32)[:, None]
    streak = np.exp(-(((rows - y * h) / (0.014 * h)) ** 2)) * spots(w, 1, [(70, (x, 0.0), 0.4)])
    in_lens = (spots(w, h, ghosts) + streak) * np.exp(-((away / 0.2) ** 2))
    light: F32 = (glow + in_lens) * (1 - luma / 255)  # as a screen does: white stays white
    return light


def seen_at(view: View, source: LightSource) -> tuple[float, float]:
    """Where the source is in the frame, in fractions of it."""
    x, y = view.mesh.seen(view.points, source.place)
    w, h = view.mesh.frame
    return x / w, y / h
