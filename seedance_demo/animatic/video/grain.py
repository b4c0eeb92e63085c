"""Film grain: fine, strongest in the middle tones, and another one on each frame."""

from functools import lru_cache

import cv2
import numpy as np

from .grade import BLACK, WHITE
from .image import F32, U8

DEEPEST = 4.2  # standard deviation at full strength in the middle tones, in levels of luma
SIZE = 0.9  # of a grain, as the sigma of a Gaussian, in pixels
COARSEST = 2.5  # the same, above which noise is blotches and not grain
SLACK = 96  # how far the noise may be shifted
UNIT = 64  # what stands for 1 in whole numbers


def grained(y: U8, strength: float, frame: int, seed: int) -> U8:
    """Luma with grain: another piece of the same noise on each frame."""
    h, w = y.shape
    left, top = np.random.default_rng((seed, frame)).integers(0, SLACK, 2)
    noise = _noise(w, h, seed)[top : top + h, left : left + w]
    grain = cv2.multiply(cv2.LUT(y, _response(strength)), noise, scale=1 / UNIT**2)
    return cv2.add(y, grain, dtype=cv2.CV_8U)


@lru_cache(maxsize=8)
def _response(strength: float) -> F32:
    """How deep grain is on each level of luma: black and white have none, as film that is clear or
    all silver has no grains to tell apart."""
    tone = np.clip((np.arange(256) - BLACK) / (WHITE - BLACK), 0, 1)
    deep: F32 = np.rint(UNIT * DEEPEST * strength * 4 * tone * (1 - tone)).astype(np.int16)
    return deep


@lru_cache(maxsize=2)
def _noise(w: int, h: int, seed: int) -> F32:
    """Noise of standard deviation `UNIT`, without what is coarser than a grain."""
    rng = np.random.default_rng(seed)
    white = rng.standard_normal((h + SLACK, w + SLACK), np.float32)
    fine = cv2.GaussianBlur(white, (0, 0), SIZE) - cv2.GaussianBlur(white, (0, 0), COARSEST)
    noise: F32 = np.rint(UNIT * fine / fine.std()).astype(np.int16)
    return noise
