"""Draws light that differs across the frame: vignette, fog, sun, bloom, and light from behind.

All but the vignette are drawn small, as one map to multiply by and one to add, and enlarged once:
any number of looks costs the same. Dark corners stay as they are, and are kept at full size.
"""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from .backlight import from_behind
from .flare import LightSource, flare, seen_at
from .grade import BLACK, GREY, WHITE, Grade, tone
from .image import F32, U8, Planes
from .maps import enlarged, small, spots
from .view import SHRINK, View


def needed(look: Grade) -> bool:
    """Whether a look varies over the frame at all."""
    varying = look.vignette, look.glow, look.bloom, look.fog, look.flare, look.backlight
    return any(varying)


def shaded(picture: Planes, look: Grade, view: View, source: LightSource) -> Planes:
    """The frame under light of different strength here and there; `source` is the picture's."""
    h, w = (-(-side // SHRINK) for side in picture.y.shape)
    gain, lift, warmth = np.ones((h, w), np.float32), *np.zeros((2, h, w), np.float32)
    if look.backlight:
        gain, lift = from_behind(small(picture.y), look, view)
    if look.glow:
        sun = spots(w, h, [(1.0, seen_at(view, source), 0.6)]) * (0.55 + 0.45 * view.distance)
        lift += 46 * look.glow * sun
        warmth += 15 * look.glow * sun
    if look.fog:
        thick = look.fog * (0.2 + 0.8 * view.distance) * _mist(view, w, h)
        gain *= 1 - thick
        lift += thick * (float(tone(look)[190]) - BLACK)
    if look.bloom:
        luma = small(picture.y)
        lift += look.bloom * _halo(luma) * (1 - luma / 255)  # a screen: white stays white
    if look.flare:
        light = look.flare * flare(small(picture.y), view, source)
        lift += light
        warmth += 0.08 * light
    if look.vignette:
        picture = _vignette(picture.y.shape, look.vignette).before(picture)
    if look.backlight or look.fog:
        picture = Filter.of(enlarged(255 - 255 * gain, picture.y)).before(picture)
    return _lifted(picture, lift, warmth)


@dataclass(frozen=True)
class Filter:
    """A grey filter that is denser here than there: what it leaves of luma and chroma, 255 where it
    is clear, and what keeps black and neutral where they are."""

    luma: U8
    black: U8
    chroma: U8
    neutral: U8

    @classmethod
    def of(cls, density: U8, strength: float = 1.0) -> "Filter":
        """`density` has the frame's size; `strength` of the light is lost where it is 255."""
        half = cv2.resize(density, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        return cls(*_share(density, strength, BLACK), *_share(half, strength, GREY))

    def before(self, picture: Planes) -> Planes:
        """Chroma loses with luma, or dark corners would glow in colour."""
        y = cv2.add(cv2.multiply(picture.y, self.luma, scale=1 / 255), self.black)
        u, v = (
            cv2.add(cv2.multiply(c, self.chroma, scale=1 / 255), self.neutral) for c in picture[1:]
        )
        return Planes(y, u, v)


def _share(density: U8, strength: float, level: int) -> tuple[U8, U8]:
    """What is left of a plane, 255 where it is all, and what it loses of a level."""
    left = cv2.convertScaleAbs(density, alpha=-strength, beta=255)
    return left, cv2.convertScaleAbs(left, alpha=-level / 255, beta=level)


@lru_cache(maxsize=4)
def _vignette(shape: tuple[int, ...], strength: float) -> Filter:
    """Corners that lose `strength` of their light; kept, as most shots keep theirs."""
    return Filter.of(_corners(shape), strength)


@lru_cache(maxsize=1)
def _corners(shape: tuple[int, ...]) -> U8:
    """0 in the middle, 255 in the corners."""
    y, x = (np.linspace(-1, 1, side, dtype=np.float32) ** 2 for side in shape)
    corners: U8 = (127.5 * (y[:, None] + x)).astype(np.uint8)
    return corners


def _lifted(picture: Planes, lift: F32, warmth: F32) -> Planes:
    y, u, v = picture
    if lift.any():
        y = cv2.add(y, enlarged(np.minimum(lift, WHITE - BLACK), y))
    if warmth.any():
        warm = cv2.resize(warmth + 0.5, u.shape[::-1]).astype(np.uint8)
        u, v = cv2.subtract(u, warm), cv2.add(v, warm)
    return Planes(y, u, v)


def _halo(small: F32) -> F32:
    """What spills over from bright places. A blur so wide is as good on a quarter of the size."""
    h, w = small.shape
    bright = np.maximum(small - 110, 0)
    tiny = cv2.resize(bright, (w // 4, h // 4), interpolation=cv2.INTER_AREA)
    halo: F32 = cv2.resize(cv2.GaussianBlur(tiny, (0, 0), w / 160), (w, h))
    return halo


@lru_cache(maxsize=4)
def _clouds(w: int, h: int, seed: int) -> F32:
    """Noise in three octaves, twice as wide as the frame, that joins at its sides: 0-1."""
    rng = np.random.default_rng(seed)
    total = np.zeros((h, 2 * w), np.float32)
    for octave in (1, 2, 4):
        coarse = rng.random((5 * octave, 14 * octave)).astype(np.float32)
        coarse = np.pad(coarse, ((2, 2), (2, 2)), mode="wrap")
        across, down = 2 * w / (14 * octave), h / (5 * octave)
        fine = cv2.resize(coarse, None, fx=across, fy=down, interpolation=cv2.INTER_CUBIC)
        top, left = round(2 * down), round(2 * across)
        total += fine[top : top + h, left : left + 2 * w] / octave
    low, high = np.percentile(total, (2, 98))
    clouds: F32 = np.clip((total - low) / (high - low), 0, 1)
    return clouds


def _mist(view: View, w: int, h: int) -> F32:
    """Two sheets of cloud drifting at their own speeds, between thin and dense."""
    clouds = _clouds(w, h, view.seed)
    sheets = []
    for speed, start in ((0.02, 0.0), (0.035, 0.9)):
        x = (start + speed * view.seconds) % 2 * w
        move = np.array([[1, 0, x], [0, 1, 0]], np.float32)
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        sheets.append(cv2.warpAffine(clouds, move, (w, h), flags=flags, borderMode=cv2.BORDER_WRAP))
    mist: F32 = 0.45 + 0.55 * (sheets[0] + sheets[1]) / 2
    return mist
