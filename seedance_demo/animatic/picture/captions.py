"""Dialogue and subtitles, set in type at the foot of the frame."""

import re
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ..plan import Plan, Shot
from .light import BLACK, GREY, WHITE
from .still import F32, Planes

# Looked for by name where each system keeps its fonts; the first that has every letter is taken.
FONTS = (
    "DejaVuSans.ttf",
    "Arial.ttf",
    "Helvetica.ttc",
    "LiberationSans-Regular.ttf",
    "NotoSans-Regular.ttf",
    "NotoSansCJK-Regular.ttc",
    "NotoSansSC-Regular.otf",
    "SourceHanSansSC-Regular.otf",
    "wqy-microhei.ttc",
    "wqy-zenhei.ttc",
    "DroidSansFallbackFull.ttf",
    "msyh.ttc",
    "simhei.ttf",
    "PingFang.ttc",
    "Hiragino Sans GB.ttc",
    "Arial Unicode.ttf",
)
SIZE = 0.047  # of the frame's height, about what broadcasters use for subtitles
WIDEST = 0.86  # of the frame's width
FOOT = 0.07  # of the frame's height, below the last line
FADE = 5  # frames


@dataclass(frozen=True)
class Card:
    """Type over a strip of the frame that begins at row `top` (even) and spans its width.

    A pixel becomes `keep` times itself plus `add`, float32 of the strip's shape.
    """

    top: int
    keep: F32
    add: F32


def lines(shot: Shot) -> tuple[str, ...]:
    """What a shot shows as text, in order; each has its equal part of the shot."""
    return (*shot.subtitles, *(f"“{line}”" for line in shot.dialogue))


def missing(plan: Plan) -> tuple[str, ...]:
    """Lines that no font on this machine can set, and that the film therefore leaves out."""
    return tuple(line for shot in plan.shots for line in lines(shot) if not font(line, 24))


def card(text: str, frame: tuple[int, int]) -> Card | None:
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
    return Card(top, (1 - shadow) * (1 - ink), BLACK * shadow * (1 - ink) + WHITE * ink)


def captioned(picture: Planes, card: Card, strength: float) -> Planes:
    """The frame with a card on it, `strength` 0-1 of the way."""
    end = card.top + card.keep.shape[0]
    keep, add = 1 - strength * (1 - card.keep), strength * card.add
    y = picture.y.copy()
    y[card.top : end] = y[card.top : end] * keep + add
    half = cv2.resize(keep, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    chroma = [c.copy() for c in picture[1:]]
    for c in chroma:
        rows = slice(card.top // 2, end // 2)
        c[rows] = c[rows] * half + GREY * (1 - half)
    return Planes(y, *chroma)


@lru_cache(maxsize=32)
def font(text: str, size: int) -> ImageFont.FreeTypeFont | None:
    """The first font of this machine with every letter of a text, then Pillow's own."""
    for name in (*FONTS, None):
        try:
            face = ImageFont.truetype(name, size) if name else ImageFont.load_default(size)
        except OSError:
            continue
        if isinstance(face, ImageFont.FreeTypeFont) and _covers(face, text):
            return face
    return None


def _covers(face: ImageFont.FreeTypeFont, text: str) -> bool:
    """Whether no letter comes out as the box that stands for a missing one."""
    box = bytes(face.getmask("\U0010fffe"))
    return all(bytes(face.getmask(c)) != box for c in set(text) if not c.isspace())


def wrapped(text: str, face: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """Rows no wider than `width`; broken at spaces, and anywhere in scripts that have none."""
    rows = [""]
    for part in re.findall(r"[⺀-鿿가-힣＀-￯]|[^\s⺀-鿿가-힣＀-￯]+\s*|\s+", text):
        if rows[-1] and face.getlength((rows[-1] + part).rstrip()) > width:
            rows.append("")
        rows[-1] += part
    return [row.strip() for row in rows]
