"""A frame of a clip as a JPEG: the first that shows something."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

import av
import numpy as np
from PIL import Image

WIDTH = 480  # pixels, enough for a card on a sharp screen
LOOKED_AT = 100  # frames from the first, about four seconds: by then a fade is over
RICH = 64  # of 255 between dark and light: a first frame with less may be of a fade
ENOUGH = 0.8  # of the contrast of the richest frame


def thumbnail(clip: Path, target: Path) -> Path | None:
    """A frame of `clip` as the JPEG `target`, made when it is not there yet; None when the clip
    cannot be read."""
    with suppress(OSError, av.FFmpegError, StopIteration, IndexError):
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            number = _telling([*_contrasts(clip)])
            with av.open(str(clip), format="mp4") as film:
                frame = next(islice(film.decode(video=0), number, None)).to_ndarray(format="rgb24")
            picture = Image.fromarray(frame)
            picture.thumbnail((WIDTH, WIDTH))
            picture.save(target, quality=82)
        return target
    return None


def _telling(contrasts: Sequence[float]) -> int:
    """The number of the first frame that shows about as much as any other that was looked at."""
    enough = ENOUGH * max(contrasts, default=0)
    return next((n for n, contrast in enumerate(contrasts) if contrast >= enough), 0)


def _contrasts(clip: Path) -> Iterator[float]:
    """How much the first frames show, each; only of the first where that is enough."""
    with av.open(str(clip), format="mp4") as film:
        for number, frame in enumerate(islice(film.decode(video=0), LOOKED_AT)):
            yield (contrast := _contrast(frame))
            if number == 0 and contrast >= RICH:
                return


def _contrast(frame: av.VideoFrame) -> float:
    """From dark to light, 0 to 255, without the extremes."""
    small = frame.reformat(width=64, height=64, format="gray").to_ndarray()
    dark, light = np.percentile(small, (2, 98))
    return float(light - dark)
