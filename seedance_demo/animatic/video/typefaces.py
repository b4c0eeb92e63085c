"""The typefaces of this machine, the plainest first, and which letters each of them has."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import ImageFont, features

from .cmap import Letters, letters_of

# For running text, in this order, after Pillow's own, which is the same everywhere. Where these
# lack a letter, everything else that is installed is asked.
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
_FILES = {".ttf", ".otf", ".ttc", ".otc"}
_STYLED = re.compile(
    "bold|italic|oblique|light|thin|black|heavy|medium|condensed|narrow|mono|looped|lastresort"
    "|[-_ ](?:b|i|bi|bd|it)$",
    re.IGNORECASE,
)
# HarfBuzz draws letters that join, stack or run to the left. Pillow's wheels hold it, and use it
# where the system has FriBiDi.
HAS_LAYOUT = features.check("raqm")


@dataclass(frozen=True)
class Typeface:
    """A font file; Pillow's own where there is none."""

    file: Path | None

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        return _opened(self.file, size)

    def has(self, letters: str) -> bool:
        return bool(self.among(codes(letters)).all())

    def among(self, letters: Letters) -> NDArray[np.bool_]:
        """For each of the letters whether it is there."""
        known = _letters(self.file)
        if not len(known):
            return np.zeros(len(letters), bool)
        there: NDArray[np.bool_] = known[np.searchsorted(known, letters) % len(known)] == letters
        return there


def codes(letters: Iterable[str]) -> Letters:
    return np.fromiter(map(ord, letters), np.uint32)


def ranks(letters: Iterable[str]) -> dict[str, int]:
    """For each letter that is here the first of the installed typefaces that has it."""
    left, found = codes(letters), dict[str, int]()
    for rank, face in enumerate(installed()):
        if not len(left):
            break
        there = face.among(left)
        found |= dict.fromkeys(map(chr, left[there]), rank)
        left = left[~there]
    return found


@cache
def installed() -> tuple[Typeface, ...]:
    """Every typeface of this machine, the plainest first."""
    found = {path.name: path for folder in _folders() for path in _fonts_in(folder)}
    order = sorted(found.values(), key=_plainness)
    return Typeface(None), *map(Typeface, order)


@cache
def for_running_text() -> int:
    """How many of the installed typefaces, from the first, are made for that."""
    return sum(face.file is None or face.file.name in FONTS for face in installed())


def _plainness(file: Path) -> tuple[int, bool, bool, str]:
    listed = FONTS.index(file.name) if file.name in FONTS else len(FONTS)
    return listed, bool(_STYLED.search(file.stem)), "Sans" not in file.stem, file.stem


def _fonts_in(folder: Path) -> Iterator[Path]:
    for here, _, names in os.walk(folder):
        yield from (Path(here, name) for name in names if Path(name).suffix.lower() in _FILES)


def _folders() -> list[Path]:
    """Where the system keeps its typefaces; the last of a name counts."""
    env = os.environ.get
    if sys.platform == "win32":
        own = Path(env("LOCALAPPDATA", ""), "Microsoft/Windows/Fonts")
        return [Path(env("WINDIR", ""), "Fonts"), own]
    if sys.platform == "darwin":
        return [Path(top, "Library/Fonts") for top in ("/System", "/", Path.home())]
    own = env("XDG_DATA_HOME") or Path.home() / ".local/share"
    shared = (env("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    return [Path(top, "fonts") for top in (*reversed(shared), own)]


@cache
def _letters(file: Path | None) -> Letters:
    return letters_of(file or _opened(None, 10).font_bytes)


@lru_cache(maxsize=64)
def _opened(file: Path | None, size: int) -> ImageFont.FreeTypeFont:
    if file:
        return ImageFont.truetype(file, size)
    own = ImageFont.load_default(size)
    assert isinstance(own, ImageFont.FreeTypeFont)  # every wheel of Pillow has FreeType
    return own.font_variant(layout_engine=ImageFont.Layout.RAQM) if HAS_LAYOUT else own
