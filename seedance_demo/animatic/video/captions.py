"""Sets dialogue and subtitles as captions at the foot of the frame."""

from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image, ImageDraw

from ..plan import Shot
from .fonts import font, wrapped
from .grade import BLACK, GREY, WHITE
from .image import F32, Planes

SIZE = 0.047  # of the frame's height, about what broadcasters use for subtitles
WIDEST = 0.86  # of the frame's width
FOOT = 0.07  # of the frame's height, below the last line
FADE = 5  # frames


@dataclass(frozen=True)
class Caption:
    """Type over a strip of the frame that begins at row `top` (even) and spans its width.

    A pixel becomes `keep` times itself plus `add`, float32 of the strip's shape.
    """

    top: int
    keep: F32
    add: F32


def lines(shot: Shot) -> tuple[str, ...]:
    """What a shot shows as text, in order; each has its equal part of the shot."""
    return (*shot.subtitles, *(f"“{line}”" for line in shot.dialogue))


def caption(text: str, frame: tuple[int, int]) -> Caption | None:
    """The text set for a frame of (width, height); None when no font has its letters."""
    w, h = frame
    typeface = font(text, max(9, round(SIZE * min(h, w))))
    if not typeface:
        return None
    rows = wrapped(text, typeface, WIDEST * w)
    leading = round(1.35 * typeface.size)
    height = min(h, (leading * (len(rows) + 1)) // 2 * 2)
    image = Image.new("L", (w, height))
    draw = ImageDraw.Draw(image)
    for i, row in enumerate(rows):
        draw.text((w / 2, leading * (i + 1)), row, fill=255, font=typeface, anchor="ms")
    ink = np.asarray(image, np.float32) / 255
    shadow = cv2.GaussianBlur(cv2.dilate(ink, np.ones((3, 3))), (0, 0), typeface.size / 9)
    shadow = np.minimum(1, 1.4 * shadow) * 0.75
    top = max(0, round(h * (1 - FOOT)) - height) // 2 * 2
    return Caption(top, (1 - shadow) * (1 - ink), BLACK * shadow * (1 - ink) + WHITE * ink)


def captioned(picture: Planes, caption: Caption, strength: float) -> Planes:
    """The frame with a card on it, `strength` 0-1 of the way."""
    end = caption.top + caption.keep.shape[0]
    keep, add = 1 - strength * (1 - caption.keep), strength * caption.add
    y = picture.y.copy()
    y[caption.top : end] = y[caption.top : end] * keep + add
    half = cv2.resize(keep, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    chroma = [c.copy() for c in picture[1:]]
    for c in chroma:
        rows = slice(caption.top // 2, end // 2)
        c[rows] = c[rows] * half + GREY * (1 - half)
    return Planes(y, *chroma)
