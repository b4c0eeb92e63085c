"""Grades frames: tone and colour of a look, and its changes over time.

A look is a handful of numbers that add up, so looks combine and blend into each other. Tone and
colour go through 256-entry tables; everything that varies over the frame (vignette, fog, glow,
silhouette) is one small map to multiply by and one to add.
"""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from functools import lru_cache

import cv2
import numpy as np

from ..plan import Look
from .image import U8, Planes

BLACK, WHITE, GREY = 16, 235, 128  # limited range


@dataclass(frozen=True)
class Grade:
    """Sums of looks; all zero is the picture as it is.

    `exposure` in stops, `contrast` and `saturation` as changes of a factor, `u` (blue) and `v`
    (red) in steps of 8-bit chroma for the whole tone range, `shadow_*` and `light_*` for its ends.
    The rest are strengths, 0-1.
    """

    exposure: float = 0.0
    contrast: float = 0.0
    saturation: float = 0.0
    u: float = 0.0
    v: float = 0.0
    shadow_u: float = 0.0
    shadow_v: float = 0.0
    light_u: float = 0.0
    light_v: float = 0.0
    matte_black: float = 0.0
    vignette: float = 0.0
    glow: float = 0.0
    bloom: float = 0.0
    fog: float = 0.0
    flare: float = 0.0
    backlight: float = 0.0
    rim: float = 0.0
    grain: float = 0.0
    flicker: float = 0.0

    def towards(self, other: "Grade", share: float) -> "Grade":
        pairs = zip(vars(self).values(), vars(other).values(), strict=True)
        return Grade(*(a + (b - a) * share for a, b in pairs))


LOOKS: dict[Look, Grade] = {
    Look.DAY: Grade(),
    Look.BRIGHT: Grade(exposure=0.5, contrast=-0.05, saturation=0.04),
    Look.GOLDEN_HOUR: Grade(0.1, 0.08, 0.12, u=-9, v=7, shadow_u=4, vignette=0.1, glow=0.5),
    Look.SUNSET: Grade(
        -0.25, 0.12, 0.15, u=-8, v=9, shadow_u=8, shadow_v=-2, vignette=0.2, glow=0.7
    ),
    Look.SUNRISE: Grade(0.1, -0.08, 0.02, u=-5, v=6, matte_black=0.15, glow=0.6),
    Look.NIGHT: Grade(-1.9, 0.1, -0.3, u=9, v=-5, shadow_u=4, vignette=0.4),
    Look.NEON: Grade(
        -0.55, 0.15, 0.15, shadow_u=16, shadow_v=-9, light_u=5, light_v=14, vignette=0.3, bloom=0.35
    ),
    Look.LOW_KEY: Grade(-0.9, 0.3, -0.15, vignette=0.55),
    Look.SILHOUETTE: Grade(contrast=0.1, saturation=-0.1, vignette=0.1, backlight=0.94),
    Look.BACKLIT: Grade(
        0.05, saturation=-0.08, u=-3, v=2, matte_black=0.2, bloom=0.25, backlight=0.45, rim=1
    ),
    Look.NOIR: Grade(-0.35, 0.45, -1, vignette=0.45, grain=0.7),
    Look.BLACK_AND_WHITE: Grade(contrast=0.15, saturation=-1),
    Look.WARM: Grade(saturation=0.06, u=-8, v=5),
    Look.COLD: Grade(contrast=0.05, saturation=-0.15, u=7, v=-6),
    Look.OVERCAST: Grade(0.06, -0.14, -0.22, u=3, v=-2),
    Look.VINTAGE: Grade(0.05, -0.12, -0.3, u=-9, v=4, matte_black=0.5, vignette=0.35, grain=0.8),
    Look.GRAIN: Grade(grain=1),
    Look.BLOOM: Grade(0.1, -0.1, 0.05, bloom=0.7),
    Look.FLARE: Grade(flare=1),
    Look.FOG: Grade(contrast=-0.15, saturation=-0.3, fog=0.75),
    Look.STORM: Grade(-0.8, 0.1, -0.35, u=4, v=-3, vignette=0.3),
    Look.FLICKER: Grade(u=-4, v=4, vignette=0.15, flicker=1),
}


# What 8-bit pictures bear: more chroma gain posterises, more contrast clips.
# No light is negative.
LIMITS = {
    "exposure": (-1.9, 0.8),
    "contrast": (-0.4, 0.5),
    "saturation": (-1.0, 0.25),
    "u": (-14.0, 14.0),
    "v": (-12.0, 12.0),
    "backlight": (0.0, 0.94),
}


def grade(looks: Iterable[Look]) -> Grade:
    """The sum of some looks, kept within limits."""
    rows = [astuple(Grade()), *(astuple(LOOKS[look]) for look in looks)]
    total = dict(zip(Grade.__annotations__, np.sum(rows, axis=0).tolist(), strict=True))
    for name, value in total.items():
        low, high = LIMITS.get(name, (-20.0 if name[-2:] in ("_u", "_v") else 0.0, 20.0))
        total[name] = min(high, max(low, value))
    return Grade(**total)


@lru_cache(maxsize=64)  # most shots keep their light
def tone(look: Grade, stops: float = 0.0) -> U8:
    """The luma table: exposure with a soft shoulder, contrast that keeps black and white."""
    y = np.clip((np.arange(256) - BLACK) / (WHITE - BLACK), 0, 1)
    y = y * 2 ** ((look.exposure + stops) / 2.2)  # a stop of light through a 2.2 gamma
    y = np.where(y > 0.75, 0.75 + 0.25 * np.tanh((y - 0.75) / 0.25), y) if y[-1] > 1 else y
    y = y + look.contrast * 4 * y * (1 - y) * (y - 0.4)
    y = 0.16 * look.matte_black + (1 - 0.2 * look.matte_black) * y
    return np.clip(np.rint(BLACK + (WHITE - BLACK) * y), BLACK, WHITE).astype(np.uint8)


def relit(picture: Planes, look: Grade, stops: float = 0.0) -> Planes:
    """Tone and colour, the same all over the frame; `stops` of light on top of the look's."""
    y, u, v = picture
    table = tone(look, stops)
    if not np.array_equal(table, IDENTITY):
        y = cv2.LUT(y, table)
    # Light scales chroma with luma; without it, dark pictures would be gaudy.
    factor = (1 + look.saturation) * min(1.0, 2 ** ((look.exposure + stops) / 2.2))
    if factor != 1 or look.u or look.v:
        chroma = (np.arange(256) - GREY) * factor + GREY
        u, v = (
            cv2.LUT(c, np.clip(np.rint(chroma + tint), 16, 240).astype(np.uint8))
            for c, tint in ((u, look.u), (v, look.v))
        )
    if look.shadow_u or look.shadow_v or look.light_u or look.light_v:
        u, v = _split_tone(y, u, v, look)
    return Planes(*(np.asarray(plane, np.uint8) for plane in (y, u, v)))


def _split_tone(y: U8, u: U8, v: U8, look: Grade) -> tuple[U8, U8]:
    """One tint for the shadows and another for the lights. Added, not multiplied: a gain would
    tear 8-bit chroma into steps."""
    half = cv2.resize(y, (u.shape[1], u.shape[0]), interpolation=cv2.INTER_AREA)
    light = np.clip((np.arange(256) - BLACK) / (WHITE - BLACK), 0, 1)
    dark = (1 - light) ** 2 * np.minimum(1, light * 8)  # black itself stays black
    tinted = []
    for c, low, high in ((u, look.shadow_u, look.light_u), (v, look.shadow_v, look.light_v)):
        tint = np.rint(GREY + dark * low + light * (1 - light**4) * high).astype(np.uint8)
        tinted.append(cv2.addWeighted(c, 1, cv2.LUT(half, tint), 1, -GREY))
    return tinted[0], tinted[1]


IDENTITY = tone(Grade())


def flicker(seconds: float, seed: int) -> float:
    """A flame's unsteady light in stops: three slow sines and one fast, never the same twice."""
    phase = np.random.default_rng(seed).uniform(0, 2 * np.pi, 4)
    waves = np.sin(seconds * np.array([7.1, 11.3, 17.9, 41.7]) + phase)
    return float(waves @ (0.3, 0.25, 0.2, 0.15))


# Lightning after a strike, one value a frame, in stops: strikes come in twos and threes.
FLASH = (1.6, 0.5, 1.2, 0.9, 0.3, 0.6, 0.3, 0.15, 0.07)


def flash(frame: int, strikes: Iterable[int]) -> float:
    """Stops of lightning at a frame, for strikes that begin at given frames."""
    return max((FLASH[frame - s] for s in strikes if 0 <= frame - s < len(FLASH)), default=0.0)
