"""Draws a slate: the card for a shot without an image, with the shot's own words."""

from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image, ImageDraw

from .captions import room
from .image import F32, OVERSAMPLING, U8
from .typesetting import Paragraph, Row

TOP, FOOT = (96, 91, 85), (48, 46, 45)  # the paper, lit from above
INK, QUIET, ACCENT = (255, 251, 243), (222, 215, 204), (247, 193, 104)
# The margins are wide, so that a camera that comes closer keeps all the words.
SIDE, ABOVE = 0.16, 0.15
LARGEST, SMALLEST = 0.11, 0.042  # of the frame's shorter side: read on a phone
SMALL = 0.044
LEADING, ASCENT = 1.28, 1.0  # of the type's size: a row, and what of it is above the baseline
HEAD_ROWS = 2
TOOTH = 1.3  # the paper's grain, in steps of 8-bit light: a bare gradient shows bands

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Words:
    """What a card says: the shot's number, what holds for the whole film, the shot's own part of
    the prompt, and how it is filmed."""

    heading: str
    head: str
    text: str
    legend: str


@dataclass(frozen=True)
class Block:
    rows: list[Row]
    leftward: bool
    colour: Colour

    @property
    def height(self) -> float:
        return LEADING * sum(row.size for row in self.rows)


def slate(words: Words, frame: tuple[int, int]) -> U8:
    """The card as RGB, large enough for a frame of (width, height)."""
    w, h = (round(side * OVERSAMPLING) for side in frame)
    left, width, side = SIDE * w, (1 - 2 * SIDE) * w, min(w, h)
    heading = block(Paragraph.of(words.heading), SMALL * side, width, ACCENT)
    head = block(Paragraph.of(words.head), SMALL * side, width, QUIET, HEAD_ROWS)
    legend = block(Paragraph.of(words.legend), SMALL * side, width, QUIET)
    gap = 0.8 * SMALL * side
    high = (1 - ABOVE - room(frame)) * h  # captions have what is below
    least = heading.height + head.height + legend.height + 3 * gap
    text = fitted(Paragraph.of(words.text), width, high - least, side)
    image = Image.fromarray(paper(w, h))
    draw = ImageDraw.Draw(image)
    y = ABOVE * h + (high - least - text.height) / 2
    for each, space in ((heading, 0.3), (head, 0.7), (text, 1.0)):
        y = written(draw, each, left, width, y) + space * gap * bool(each.rows)
    draw.line((left, y, left + 2.5 * gap, y), ACCENT, max(2, round(gap / 8)))
    written(draw, legend, left, width, y + gap)
    return np.asarray(image)


def block(
    text: Paragraph, size: float, width: float, colour: Colour, most: int | None = None
) -> Block:
    """A text of at most so many rows; none where no typeface has anything of it."""
    return Block(text.rows(round(size), width, most), text.leftward, colour)


def fitted(text: Paragraph, width: float, height: float, side: float) -> Block:
    """The text as large as it fits; what is too long even in the smallest type ends in dots."""
    sizes = side * np.geomspace(LARGEST, SMALLEST, 16)
    blocks = (block(text, size, width, INK) for size in sizes)
    most = max(1, int(height / (LEADING * sizes[-1])))
    return next(
        (fit for fit in blocks if fit.height <= height),
        block(text, sizes[-1], width, INK, most),
    )


def written(
    draw: ImageDraw.ImageDraw, words: Block, left: float, width: float, top: float
) -> float:
    """Draw a block, from the side from which it is read, and return where it ends."""
    for n, row in enumerate(words.rows):
        indent = width - row.length if words.leftward else 0
        row.draw(draw, left + indent, top + (LEADING * n + ASCENT) * row.size, words.colour)
    return top + words.height


def paper(w: int, h: int) -> U8:
    """A sheet with a pool of light on its upper part, and a grain too fine to see."""
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    far = np.hypot((x / w - 0.38) * 0.9, y / h - 0.25)
    light: F32 = np.exp(-((far / 0.62) ** 2))[..., None]
    noise = cv2.GaussianBlur(np.random.default_rng(0).standard_normal((h, w)), (0, 0), 0.8)
    sheet: F32 = light * np.array(TOP, np.float32) + (1 - light) * np.array(FOOT, np.float32)
    sheet += (TOOTH * noise / noise.std())[..., None]
    grained: U8 = np.clip(np.rint(sheet), 0, 255).astype(np.uint8)
    return grained
