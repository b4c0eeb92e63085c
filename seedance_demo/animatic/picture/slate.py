"""The card that stands in for a shot without a picture: its own direction, set in type."""

import numpy as np
from PIL import Image, ImageDraw

from ..plan import Shot
from . import captions
from .still import OVERSAMPLING, U8

PAPER, INK, QUIET = (38, 36, 34), (236, 231, 222), (150, 143, 132)
MARGIN = 0.13  # of the frame's width
MOST_LINES = 7


def slate(shot: Shot, number: int, frame: tuple[int, int]) -> U8:
    """The card of shot `number` (from 1) as RGB, large enough for a frame of (width, height)."""
    w, h = (round(side * OVERSAMPLING) for side in frame)
    image = Image.new("RGB", (w, h), PAPER)
    draw = ImageDraw.Draw(image)
    left, room = MARGIN * w, (1 - 2 * MARGIN) * w
    if typeface := captions.font(shot.text, round(0.06 * min(w, h))):
        lines = captions.wrapped(shot.text, typeface, room)[:MOST_LINES]
        leading = 1.4 * typeface.size
        top = (h - leading * len(lines)) / 2
        for i, line in enumerate(lines):
            draw.text((left, top + i * leading), line, INK, typeface)
    heading = f"SHOT {number}   {shot.start:g}–{shot.end:g} s"
    if typeface := captions.font(heading, round(0.03 * min(w, h))):
        draw.text((left, MARGIN * h), heading, QUIET, typeface)
    draw.line((left, MARGIN * h * 1.6, left + room, MARGIN * h * 1.6), QUIET, max(1, h // 500))
    return np.asarray(image)
