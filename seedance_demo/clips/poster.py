"""The frame of a clip that stands for it: the first that shows something."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import av
import numpy as np
from PIL import Image

from ..errors import ClipUnavailable
from .frames import UNREADABLE, opened, shown

LOOKED_AT = 100  # frames from the first, about four seconds: by then a fade is over
RICH = 64  # of 255 between dark and light: a first frame with less may be of a fade
ENOUGH = 0.8  # of the contrast of the richest frame


def poster(clip: Path) -> Image.Image:
    """Of the clip's size, in RGB. Raises `ClipUnavailable`."""
    number = _telling([*_contrasts(clip)])
    with opened(clip) as film:
        for frame in islice(film.decode(video=0), number, None):
            return shown(frame)
    raise ClipUnavailable(UNREADABLE)


def _telling(contrasts: Sequence[float]) -> int:
    """The number of the first frame that shows about as much as any other that was looked at."""
    enough = ENOUGH * max(contrasts, default=0)
    return next((n for n, contrast in enumerate(contrasts) if contrast >= enough), 0)


def _contrasts(clip: Path) -> Iterator[float]:
    """How much the first frames show, each; only of the first where that is enough."""
    with opened(clip) as film:
        for number, frame in enumerate(islice(film.decode(video=0), LOOKED_AT)):
            yield (contrast := _contrast(frame))
            if number == 0 and contrast >= RICH:
                return


def _contrast(frame: av.VideoFrame) -> float:
    """From dark to light, 0 to 255, without the extremes."""
    small = frame.reformat(width=64, height=64, format="gray").to_ndarray()
    dark, light = np.percentile(small, (2, 98))
    return float(light - dark)
