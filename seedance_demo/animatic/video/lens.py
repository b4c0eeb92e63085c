"""Blurs frames as a lens and a shutter do: out of focus, and smeared by a fast turn."""

import cv2
import numpy as np

from .image import F32, U8, Planes

WIDEST_BLUR = 0.011  # of the frame's width: the blur's sigma when fully out of focus


def smeared(picture: Planes, length: float) -> Planes:
    """The frame blurred sideways over a length in fractions of its width."""
    return Planes(*(cv2.blur(p, (max(1, round(length * p.shape[1])), 1)) for p in picture))


def racked(picture: Planes, subject: float, background: float, matte: F32) -> Planes:
    """Subject and background each out of focus by their own amount, 0-1."""
    near, far = defocused(picture, subject), defocused(picture, background)
    return Planes(*(_blend(a, b, matte) for a, b in zip(near, far, strict=True)))


def defocused(picture: Planes, amount: float) -> Planes:
    """The whole frame out of focus by an amount 0-1."""
    sigma = amount * WIDEST_BLUR * picture.y.shape[1]
    if sigma < 0.3:
        return picture
    return Planes(
        *(_blurred(p, s) for p, s in zip(picture, (sigma, sigma / 2, sigma / 2), strict=True))
    )


def _blurred(plane: U8, sigma: float) -> U8:
    """A wide Gaussian is as good on a small copy, and much cheaper."""
    shrink = 4 if sigma > 6 else 2 if sigma > 3 else 1
    h, w = plane.shape
    small = cv2.resize(plane, (w // shrink, h // shrink), interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small, (0, 0), sigma / shrink)
    return cv2.resize(soft, (w, h), interpolation=cv2.INTER_LINEAR)


def _blend(a: U8, b: U8, share: F32) -> U8:
    weight = cv2.resize(share, (a.shape[1], a.shape[0]), interpolation=cv2.INTER_LINEAR)
    return cv2.blendLinear(a, b, weight, np.subtract(1, weight, dtype=np.float32))
