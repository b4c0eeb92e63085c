"""Sets dialogue and subtitles as captions at the foot of the frame."""

from dataclasses import dataclass
from math import ceil

import cv2
import numpy as np
from PIL import Image, ImageDraw

from ..plan import Shot
from .direction import is_leftward
from .grade import BLACK, GREY, WHITE
from .image import F32, Planes
from .typesetting import Paragraph, Row

# Of the frame's shorter side: what broadcasters use for subtitles, and what can just be read.
SIZES = (0.047, 0.042, 0.037, 0.033, 0.029)
LEADING = 1.4  # rows of the tallest scripts do not touch
MOST_ROWS = 3
LEAST_SECONDS = 1.2  # that rows stay on the screen, before they become smaller instead
FADE = 5  # frames
FOOT, TALL_FOOT = 0.07, 0.2  # of the frame's height, below the last row
TALL = 0.7  # a frame narrower than this is shown where apps lay their own words over it
WIDE = 16 / 9  # a wider frame is cut to this by many players


@dataclass(frozen=True)
class Caption:
    """Type over a strip of the frame that begins at row `top` (even) and spans its width.

    A pixel becomes `keep` times itself plus `add`, float32 of the strip's shape.
    """

    top: int
    keep: F32
    add: F32


def of_shot(shot: Shot, frame: tuple[int, int]) -> list[Caption]:
    """The captions of a shot, each of which has its equal part of it."""
    said = lines(shot)
    return [each for line in said for each in captions(line, frame, shot.seconds / len(said))]


def lines(shot: Shot) -> tuple[str, ...]:
    """What a shot shows as text, in order."""
    return (*shot.subtitles, *map(quoted, shot.dialogue))


def quoted(line: str) -> str:
    return f"”{line}“" if is_leftward(line) else f"“{line}”"


def is_tall(frame: tuple[int, int]) -> bool:
    return frame[0] / frame[1] < TALL


def foot(frame: tuple[int, int]) -> float:
    """How much of the height of a frame of (width, height) is free of captions below them. Phones
    show tall films under the names and buttons of an app, in a fifth of the height."""
    return TALL_FOOT if is_tall(frame) else FOOT


def room(frame: tuple[int, int]) -> float:
    """How much of the height of a frame, from its foot on, captions of some rows take."""
    rows = MOST_ROWS if is_tall(frame) else MOST_ROWS - 1
    return foot(frame) + LEADING * SIZES[0] * (rows + 0.6) * min(frame) / frame[1]


def widest(frame: tuple[int, int]) -> float:
    """How wide captions may be, in pixels."""
    return 0.86 * min(frame[0], WIDE * frame[1])


def captions(text: str, frame: tuple[int, int], seconds: float) -> list[Caption]:
    """The text set for a frame of (width, height), in as many parts as are shown one after the
    other in so many seconds; none where no typeface has anything of it."""
    paragraph, side = Paragraph.of(text), min(frame)
    parts = max(1, int(seconds / LEAST_SECONDS))
    for share in SIZES:
        rows = paragraph.rows(max(9, round(share * side)), widest(frame))
        if len(rows) <= MOST_ROWS * parts:
            return [_set(part, frame) for part in _parts(rows, ceil(len(rows) / MOST_ROWS))]
    size = rows[0].size
    most = int((1 - 2 * foot(frame)) * frame[1] / (LEADING * size)) - 1
    rows = paragraph.rows(size, widest(frame), most * parts)
    return [_set(part, frame) for part in _parts(rows, parts)]


def _parts(rows: list[Row], parts: int) -> list[list[Row]]:
    each = ceil(len(rows) / max(1, parts))
    return [rows[n : n + each] for n in range(0, len(rows), each or 1)]


def _set(rows: list[Row], frame: tuple[int, int]) -> Caption:
    w, h = frame
    size = rows[0].size
    leading = round(LEADING * size)
    height = min(h, (leading * (len(rows) + 1)) // 2 * 2)
    image = Image.new("L", (w, height))
    draw = ImageDraw.Draw(image)
    for n, row in enumerate(rows, 1):
        row.draw(draw, (w - row.length) / 2, leading * n, 255)
    ink = np.asarray(image, np.float32) / 255
    shadow = cv2.GaussianBlur(cv2.dilate(ink, np.ones((3, 3))), (0, 0), size / 9)
    shadow = np.minimum(1, 1.4 * shadow) * 0.75
    top = max(0, round(h * (1 - foot(frame))) - height) // 2 * 2
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
