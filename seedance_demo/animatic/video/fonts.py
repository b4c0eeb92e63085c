"""Finds typefaces on this machine that have a text's letters, and breaks text into rows."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from PIL import ImageFont

from ..plan import Shot

# Pillow's own typeface is the same everywhere; where it lacks a letter, these are looked for by
# name where each system keeps its fonts. The first that has every letter is taken.
FONTS = (
    "Helvetica.ttc",
    "Arial.ttf",
    "LiberationSans-Regular.ttf",
    "NotoSans-Regular.ttf",
    "DejaVuSans.ttf",
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
_ANY_SIZE = 24
_HAN = "⺀-鿿가-힣＀-￯"
_CLOSING = "，。、！？；：）】」』》”’"  # these begin no row
_UNBROKEN = re.compile(rf"[{_HAN}][{_CLOSING}]*|[^\s{_HAN}]+\s*|\s+")


def font(text: str, size: int) -> ImageFont.FreeTypeFont | None:
    """A typeface with every letter of a text; None where this machine has none."""
    face = _face(frozenset(text))
    return face and face.font_variant(size=size)


def unset_lines(shot: Shot, *, is_slate: bool) -> tuple[str, ...]:
    """The captions of a shot, and on a slate its words, for which this machine has no typeface."""
    lines = (*shot.subtitles, *shot.dialogue, *((shot.text,) if is_slate else ()))
    return tuple(line for line in lines if not font(line, _ANY_SIZE))


def wrapped(text: str, face: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """Rows no wider than `width`, as few as possible and about equally long; broken at spaces, and
    anywhere in scripts that have none."""
    parts = _UNBROKEN.findall(" ".join(text.split()))
    lengths = [face.getlength(part) for part in parts]
    rows = closest = _rows(parts, lengths, width)
    while len(closest) == len(rows) > 1 and width > max(lengths):
        rows, width = closest, 0.96 * width
        closest = _rows(parts, lengths, width)
    return ["".join(row).strip() for row in rows]


def _rows(parts: Sequence[str], lengths: Sequence[float], width: float) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    room = width
    for part, length in zip(parts, lengths, strict=True):
        if rows[-1] and length > room:
            rows.append([])
            room = width
        rows[-1].append(part)
        room -= length
    return rows


@lru_cache(maxsize=256)
def _face(letters: frozenset[str]) -> ImageFont.FreeTypeFont | None:
    faces = (_named(name) for name in (None, *FONTS))
    return next((face for face in faces if face and _covers(face, letters)), None)


@cache
def _named(name: str | None) -> ImageFont.FreeTypeFont | None:
    try:
        face = ImageFont.truetype(name, _ANY_SIZE) if name else ImageFont.load_default(_ANY_SIZE)
    except OSError:
        return None
    return face if isinstance(face, ImageFont.FreeTypeFont) else None


def _covers(face: ImageFont.FreeTypeFont, letters: frozenset[str]) -> bool:
    """Whether no letter comes out as the box that stands for a missing one."""
    box = bytes(face.getmask("\U0010fffe"))
    return all(bytes(face.getmask(c)) != box for c in letters if not c.isspace())
