"""A clip as an animated WebP, small enough to be sent anywhere."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from .frames import opened, paced, shown

MOST = 8_000_000  # bytes
SIDE, RATE = 640.0, 12.0  # pixels of the longer side, and frames a second, to begin with
SMALLER = 0.9  # of what would just fit
ENCODING = {"quality": "70", "compression_level": "4"}
FOR_EVER = {"loop": "0"}


def save_moving(clip: Path, target: Path, most: int = MOST) -> None:
    """Write it, without sound, in no more than `most` bytes: with shorter sides and fewer frames,
    until it fits. Raises `ClipUnavailable`."""
    side, rate = SIDE, RATE
    while (size := _write(clip, target, round(side), max(1, round(rate)))) > most:
        share = SMALLER * (most / size) ** (1 / 3)  # of each side, and of the rate
        side, rate = side * share, rate * share


def _write(clip: Path, target: Path, side: int, rate: int) -> int:
    """Bytes written. Frame by frame: only what is encoded stays in memory."""
    with opened(clip) as film, av.open(str(target), "w", format="webp", options=FOR_EVER) as out:
        video = film.streams.video[0]
        scale = min(1, side / max(video.width, video.height))
        size = round(video.width * scale), round(video.height * scale)
        moving = None
        for n, frame in enumerate(paced(film.decode(video), Fraction(rate))):
            picture = av.VideoFrame.from_ndarray(np.asarray(shown(frame, *size)))
            picture = picture.reformat(format="bgra")
            if moving is None:
                moving = out.add_stream("libwebp_anim", rate=rate, options=ENCODING)
                moving.width, moving.height = picture.width, picture.height
                moving.pix_fmt = "bgra"  # in which libwebp makes its own colours (BT.601)
            picture.pts, picture.time_base = n, Fraction(1, rate)
            out.mux(moving.encode(picture))
        if moving:
            out.mux(moving.encode(None))
    return target.stat().st_size
