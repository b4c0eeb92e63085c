"""Small maps of a frame, on which light is drawn before it is enlarged."""

from collections.abc import Sequence

import cv2
import numpy as np

from .image import F32, U8
from .view import SHRINK

# Strength, centre in fractions of the map, and radius in fractions of its longer side.
Spot = tuple[float, tuple[float, float], float]


def spots(w: int, h: int, lights: Sequence[Spot]) -> F32:
    """The sum of soft round lights. A Gaussian is the product of its row and its column, so their
    sum is one product of matrices."""
    strengths, centres, radii = (np.array(each, np.float32) for each in zip(*lights, strict=True))
    reach = 2 * (radii[:, None] * max(w, h)) ** 2
    x = np.exp(-((np.arange(w, dtype=np.float32) - centres[:, :1] * w) ** 2) / reach)
    y = np.exp(-((np.arange(h, dtype=np.float32) - centres[:, 1:] * h) ** 2) / reach)
    lit: F32 = (strengths[:, None] * y).T @ x
    return lit


def small(y: U8) -> F32:
    """Luma at the size of the maps; halving it twice is seven times as fast as quartering it."""
    h, w = y.shape
    for shrink in (SHRINK // 2, SHRINK):
        size = (-(-w // shrink), -(-h // shrink))
        y = cv2.resize(y, size, interpolation=cv2.INTER_AREA)
    return y.astype(np.float32)


def enlarged(values: F32, y: U8) -> U8:
    """A small map at the frame's size, in whole levels."""
    rounded = np.clip(values + 0.5, 0, 255).astype(np.uint8)
    return cv2.resize(rounded, y.shape[::-1])


def unlit(luma: F32, subject: F32) -> F32:
    """The subject without those of its parts that are lights: a sun, a lamp, a window is nearly
    white as a whole, and much brighter than what is around."""
    count, parts = cv2.connectedComponents((subject > 0.5).astype(np.uint8))
    outside = float(luma[parts == 0].mean()) if (parts == 0).any() else 0.0
    left = subject
    for inside in (parts == number for number in range(1, count)):
        mean = float(luma[inside].mean())
        light = min(1.0, max(0.0, (mean - 195) / 20)) * min(
            1.0, max(0.0, (mean - outside - 50) / 30)
        )
        if light:
            own = cv2.dilate(inside.astype(np.float32), np.ones((5, 5)))
            left = left * (1 - light * own)
    return left
