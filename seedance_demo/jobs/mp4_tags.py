"""Writes tags into an MP4 and leaves everything else in it as it came, byte by byte.

Whoever writes a film anew keeps what they know of. Here the boxes of the file (ISO 14496-12) are
copied as they are: only `moov` gets tags more, and comes before the frames, so that a player can
begin at once. The offsets in it, which say where frames lie, follow.
"""

import re
import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

MAX_INDEX = 64 << 20  # bytes that are not frames; more is no clip
# A file with one of these outside its frames stays as it came. Content credentials, in the file or
# A box is its size, which begins with a small byte, and its kind: words amid a prompt are none.
# A box is its size, of which the first byte is small, and its kind: words amid a prompt are none.
C2PA = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")  # type of its `uuid` box
LEFT_ALONE = re.compile(
    re.escape(C2PA) + rb"|dcterms:provenance"
    rb"|[\0-\3].{3}(c2pa|jumb|moof|mfra|sidx|iloc|saio|cmov)",
    re.DOTALL,
)
CONTAINERS = (b"moov", b"trak", b"mdia", b"minf", b"stbl")
OFFSETS = {b"stco": ">I", b"co64": ">Q"}
# The boxes of tags that iTunes began with, and that players and FFmpeg know by these names.
ITEMS = {
    "title": b"\xa9nam",
    "artist": b"\xa9ART",
    "comment": b"\xa9cmt",
    "date": b"\xa9day",
    "description": b"desc",
}
ITEMS_HANDLER, KEYS_HANDLER = b"mdir", b"mdta"


@dataclass(frozen=True)
class Box:
    """Byte positions: of the whole box, and where its content begins."""

    kind: bytes
    start: int
    inside: int
    end: int


def add_tags(source: Path, target: Path, tags: Mapping[str, str]) -> bool:
    """Write `source` to `target` with `tags`, by the names of `ITEMS`. A tag that the source has
    stays as it is, and ours is written beside it as `seedance_NAME`.

    False when the file is to be left alone, or is built in a way that is not understood.
    """
    with source.open("rb") as file:
        try:
            boxes = list(_top_boxes(file, source.stat().st_size))
            (moov,) = (box for box in boxes if box.kind == b"moov")
            if LEFT_ALONE.search(_all_but_frames(file, boxes)):
                return False
            tagged = _edit(_read(file, moov), b"moov", lambda moov: _with_tags(moov, tags))
            order = _index_first(boxes, moov)
            tagged = _follow(tagged, _moves(order, moov, len(tagged)))
        except (ValueError, struct.error):
            return False
        with target.open("wb") as out:
            for box in order:
                if box is moov:
                    out.write(tagged)
                else:
                    _copy(file, box, out)
    return True


# Reading ------------------------------


def _top_boxes(file: BinaryIO, size: int) -> Iterator[Box]:
    at = 0
    while at < size:
        file.seek(at)
        box = _box(file.read(16), 0, size - at)
        yield Box(box.kind, at, at + box.inside, at + box.end)
        at += box.end


def _boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    while start < end:
        box = _box(data, start, end)
        yield box
        start = box.end


def _box(data: bytes, start: int, end: int) -> Box:
    """The box at `start`, which ends by `end`. Raises `ValueError` or `struct.error`."""
    size, kind = struct.unpack_from(">I4s", data, start)
    inside = start + 8
    if size == 1:  # a large one
        (size,) = struct.unpack_from(">Q", data, inside)
        inside += 8
    stop = start + size if size else end
    if not inside <= stop <= end:
        raise ValueError("a box that does not fit")
    return Box(kind, start, inside, stop)


def _read(file: BinaryIO, box: Box) -> bytes:
    file.seek(box.start)
    return file.read(box.end - box.start)


def _all_but_frames(file: BinaryIO, boxes: list[Box]) -> bytes:
    others = [box for box in boxes if box.kind != b"mdat"]
    if sum(box.end - box.start for box in others) > MAX_INDEX:
        raise ValueError("far more than an index")
    return b"".join(_read(file, box) for box in others)


# Tags ------------------------------


def _edit(row: bytes, kind: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A row of boxes with the content of the first of this kind changed; one is made for it where
    there is none."""
    boxes = list(_boxes(row, 0, len(row)))
    found = next((box for box in boxes if box.kind == kind), Box(kind, *[len(row)] * 3))
    edited = _make(kind, change(row[found.inside : found.end]))
    return row[: found.start] + edited + row[found.end :]


def _make(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, kind) + content


def _with_tags(moov: bytes, tags: Mapping[str, str]) -> bytes:
    return _edit(moov, b"udta", lambda udta: _edit(udta, b"meta", lambda meta: _told(meta, tags)))


def _told(meta: bytes, tags: Mapping[str, str]) -> bytes:
    meta = meta or bytes(4) + _make(b"hdlr", bytes(8) + ITEMS_HANDLER + b"appl" + bytes(9))
    at = 0 if meta[4:8] == b"hdlr" else 4  # QuickTime's has no version before its boxes
    version, row = meta[:at], meta[at:]
    kinds = {box.kind: row[box.inside : box.end] for box in _boxes(row, 0, len(row))}
    handler = kinds[b"hdlr"][8:12] if b"hdlr" in kinds else b""
    if handler == ITEMS_HANDLER:
        return version + _edit(row, b"ilst", lambda items: items + _items(items, tags))
    if handler == KEYS_HANDLER and b"keys" in kinds:
        return version + _with_keys(row, kinds[b"keys"], tags)
    raise ValueError("tags of a kind that is not known")


def _items(there: bytes, tags: Mapping[str, str]) -> bytes:
    taken = {box.kind for box in _boxes(there, 0, len(there))}
    return b"".join(
        _make(b"----", _free_name(name) + _text(words))
        if ITEMS[name] in taken
        else _make(ITEMS[name], _text(words))
        for name, words in tags.items()
    )


def _free_name(name: str) -> bytes:
    """The name of an item that iTunes does not know."""
    whose, called = bytes(4) + b"seedance-demo", bytes(4) + f"seedance_{name}".encode()
    return _make(b"mean", whose) + _make(b"name", called)


def _with_keys(row: bytes, keys: bytes, tags: Mapping[str, str]) -> bytes:
    """The other way to tag: a list of names, and items numbered by it from 1."""
    count = struct.unpack_from(">I", keys, 4)[0]
    taken = {keys[box.inside : box.end].decode() for box in _boxes(keys, 8, len(keys))}
    names = [f"seedance_{name}" if name in taken else name for name in tags]
    more = b"".join(_make(KEYS_HANDLER, name.encode()) for name in names)
    total = struct.pack(">I", count + len(names))
    items = b"".join(
        _make(struct.pack(">I", count + n), _text(words))
        for n, words in enumerate(tags.values(), 1)
    )
    row = _edit(row, b"keys", lambda old: old[:4] + total + old[8:] + more)
    return _edit(row, b"ilst", lambda old: old + items)


def _text(words: str) -> bytes:
    return _make(b"data", struct.pack(">II", 1, 0) + words.encode())  # 1: UTF-8


# Moving ------------------------------


def _index_first(boxes: list[Box], moov: Box) -> list[Box]:
    kinds = [box.kind for box in boxes]
    if b"mdat" not in kinds[: boxes.index(moov)]:
        return boxes
    others = [box for box in boxes if box is not moov]
    at = 1 if others[0].kind == b"ftyp" else 0
    return [*others[:at], moov, *others[at:]]


def _moves(order: list[Box], moov: Box, size: int) -> list[tuple[Box, int]]:
    """Each box but `moov`, and how far it is moved when they are written in this order."""
    moves, at = [], 0
    for box in order:
        if box is not moov:
            moves.append((box, at - box.start))
        at += size if box is moov else box.end - box.start
    return moves


def _follow(moov: bytes, moves: list[tuple[Box, int]]) -> bytes:
    """`moov` with each offset moved as the box that it points into."""
    new = bytearray(moov)
    for table in _tables(moov, 0, len(moov)):
        form = OFFSETS[table.kind]
        first, size = table.inside + 8, struct.calcsize(form)
        for at in range(first, first + size * struct.unpack_from(">I", moov, first - 4)[0], size):
            (offset,) = struct.unpack_from(form, moov, at)
            (moved,) = (by for box, by in moves if box.inside <= offset < box.end)
            struct.pack_into(form, new, at, offset + moved)
    return bytes(new)


def _tables(data: bytes, start: int, end: int) -> Iterator[Box]:
    for box in _boxes(data, start, end):
        if box.kind in OFFSETS:
            yield box
        elif box.kind in CONTAINERS:
            yield from _tables(data, box.inside, box.end)


def _copy(file: BinaryIO, box: Box, out: BinaryIO) -> None:
    file.seek(box.start)
    left = box.end - box.start
    while left and (piece := file.read(min(left, 1 << 20))):
        out.write(piece)
        left -= len(piece)
