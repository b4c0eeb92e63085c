"""Sets text in rows: each letter in a typeface that has it, each row in the order in which it is
read."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from PIL import ImageDraw

from . import clusters, fonts
from .direction import from_the_left, is_leftward, levels
from .typefaces import HAS_LAYOUT, Typeface

# Han letters have other forms in each of these languages, where a typeface knows them.
_KANA, _HANGUL = re.compile("[ぁ-ヿ]"), re.compile("[가-힣]")
DOTS = "…"
MEASURED = 200  # pixels, the size in which a part is measured

Ink = int | tuple[int, int, int]


class Piece(NamedTuple):
    """Letters of one typeface and one direction, in the order in which they are read."""

    text: str
    face: Typeface
    level: int  # odd: to the left


@dataclass(frozen=True)
class Row:
    """`pieces` from left to right, `size` in pixels."""

    pieces: tuple[Piece, ...]
    size: int
    language: str

    @property
    def length(self) -> float:
        return sum(self._length(piece) for piece in self.pieces)

    def draw(self, draw: ImageDraw.ImageDraw, left: float, baseline: float, fill: Ink) -> None:
        for piece in self.pieces:
            where, face = (left, baseline), piece.face.at(self.size)
            way, language = self._layout(piece)
            draw.text(where, piece.text, fill, face, anchor="ls", direction=way, language=language)
            left += self._length(piece)

    def _length(self, piece: Piece) -> float:
        way, language = self._layout(piece)
        return piece.face.at(self.size).getlength(piece.text, direction=way, language=language)

    def _layout(self, piece: Piece) -> tuple[str | None, str | None]:
        """Direction and language; without HarfBuzz there is one of each."""
        way = "rtl" if piece.level % 2 else "ltr"
        return (way, self.language) if HAS_LAYOUT else (None, None)


@dataclass(frozen=True)
class Paragraph:
    """A text without what no typeface here has, and for each of its letters the typeface and how
    deep it is embedded in text of the other direction."""

    text: str
    faces: tuple[Typeface, ...]
    levels: tuple[int, ...]
    leftward: bool
    language: str

    @classmethod
    def of(cls, text: str) -> "Paragraph":
        """Of quotation marks alone nothing is left."""
        found = [(c, run.face) for run in fonts.runs(" ".join(text.split())) for c in run.text]
        letters = [
            (c, face)
            for n, (c, face) in enumerate(found)
            if c != " " or (n and found[n - 1][0] != " ")
        ]
        drawn = "".join(c for c, _ in letters)
        if not any(unicodedata.category(c)[0] in "LNS" for c in drawn):
            drawn, letters = "", []
        leftward = is_leftward(drawn)
        language = "ja" if _KANA.search(drawn) else "ko" if _HANGUL.search(drawn) else "zh-Hans"
        faces = tuple(face for _, face in letters)
        return cls(drawn, faces, tuple(levels(drawn, leftward=leftward)), leftward, language)

    def rows(self, size: int, width: float, most: int | None = None) -> list[Row]:
        """Rows of a type of `size` pixels that are no wider than `width`; at most so many, of which
        the last then ends in dots."""
        spans = clusters.rows(self.text, self._ems, width / size)
        if most is None or len(spans) <= most:
            return [self._row(self._bare(span), size) for span in spans]
        shorter = Paragraph.of(self.text[: spans[most - 1][1] - 2].rstrip() + DOTS)
        return shorter.rows(size, width)[:most]

    def _ems(self, span: clusters.Span) -> float:
        """The length of a part in a type of one pixel: it is the same in all sizes, to 0.2 %."""
        if span not in self._measured:
            self._measured[span] = self._row(span, MEASURED).length / MEASURED
        return self._measured[span]

    @cached_property
    def _measured(self) -> dict[clusters.Span, float]:
        return {}

    def _bare(self, span: clusters.Span) -> clusters.Span:
        """Without the spaces at its end."""
        start, end = span
        return start, start + len(self.text[start:end].rstrip())

    def _row(self, span: clusters.Span, size: int) -> Row:
        alike = groupby(range(*span), lambda n: (self.faces[n], self.levels[n]))
        runs = [(key, [*places]) for key, places in alike]
        pieces = [Piece(self.text[at[0] : at[-1] + 1], *key) for key, at in runs]
        return Row(tuple(from_the_left(pieces, lambda piece: piece.level)), size, self.language)
