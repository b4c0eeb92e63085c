"""Reads from a font file which letters it has outlines for.

The table `cmap` in its two forms that matter, 4 and 12 (OpenType 1.9, "cmap: Character to Glyph
Index Mapping Table"); Pillow tells of a letter only how it looks, also where it draws a box.
"""

import struct
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Letters = NDArray[np.uint32]  # code points, each once, in their order
NONE: Letters = np.zeros(0, np.uint32)
OUTLINES = {b"glyf", b"CFF ", b"CFF2"}  # without one of these it is a font of pictures
COLLECTION = b"ttcf"
# Platform and encoding of Unicode, from the fullest to the plainest.
UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))


def letters_of(font: bytes | Path) -> Letters:
    """The letters of a font, of a collection those of its first; none of what is no font."""
    try:
        if isinstance(font, bytes):
            return _letters(font)
        with font.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
            return _letters(data)
    except (OSError, ValueError, IndexError, struct.error):
        return NONE


def _letters(font: bytes | mmap) -> Letters:
    start = _unpacked(">I", font, 12) if font[:4] == COLLECTION else 0
    count = _unpacked(">H", font, start + 4)
    entries = (struct.unpack_from(">4s4xII", font, start + 12 + 16 * n) for n in range(count))
    tables = {name: (place, size) for name, place, size in entries}
    if not OUTLINES & tables.keys():
        return NONE
    place, size = tables[b"cmap"]
    cmap = font[place : place + size]
    kinds = (struct.unpack_from(">HHI", cmap, 4 + 8 * n) for n in range(_unpacked(">H", cmap, 2)))
    places = {(platform, encoding): place for platform, encoding, place in kinds}
    found = next((places[kind] for kind in UNICODE if kind in places), None)
    return NONE if found is None else _mapped(cmap[found:])


def _mapped(table: bytes) -> Letters:
    match _unpacked(">H", table, 0):
        case 4:
            return _in_segments(table)
        case 12:
            groups = np.frombuffer(table, ">u4", 3 * _unpacked(">I", table, 12), 16)
            return _spans(groups[0::3], groups[1::3])
    return NONE


def _in_segments(table: bytes) -> Letters:
    """Form 4: a segment's letters have glyphs at a distance, or by a list; glyph 0 is none."""
    count = _unpacked(">H", table, 6) // 2
    words = np.frombuffer(table, ">u2", len(table) // 2).astype(np.int64)
    ends, starts, steps, offsets = (words[7 + k : 7 + k + count] for k in _columns(count))
    letters = _spans(starts, ends).astype(np.int64)
    segment = np.searchsorted(ends, letters)
    places = 8 + 3 * count + segment + offsets[segment] // 2 + letters - starts[segment]
    listed = words[np.minimum(places, len(words) - 1)]
    glyphs = np.where(offsets[segment] == 0, letters, listed) + steps[segment]
    has = (glyphs & 0xFFFF != 0) & ((offsets[segment] == 0) | (listed != 0)) & (letters != 0xFFFF)
    mapped: Letters = letters[has].astype(np.uint32)
    return mapped


def _columns(count: int) -> tuple[int, int, int, int]:
    """Where the columns of form 4 begin, in words after the seventh; one word pads the first."""
    return 0, count + 1, 2 * count + 1, 3 * count + 1


def _spans(starts: NDArray[Any], ends: NDArray[Any]) -> Letters:
    spans = [
        np.arange(start, min(end, 0x10FFFF) + 1, dtype=np.uint32)
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
    ]
    return np.unique(np.concatenate(spans)) if spans else NONE


def _unpacked(form: str, font: bytes | mmap, place: int) -> int:
    return int(struct.unpack_from(form, font, place)[0])
