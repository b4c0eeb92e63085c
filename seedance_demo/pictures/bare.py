"""A picture's file with nothing in it but pixels, and what it takes to show them.

Pillow reads all that a file says on the way to its pixels, and gives up at the first word that is
damaged, where a browser shows the picture. Times, places, comments and previews are left out here
for such a file; orientation and colour profile stay when they are sound.
"""

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from PIL import PngImagePlugin

JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
# Segments of a JPEG by their markers, with how they begin and how long their content is at least.
SEGMENTS = {
    0xE0: (b"JFIF\0", 14),
    0xE1: (b"Exif\0\0", 6),
    0xE2: (b"ICC_PROFILE\0", 14),
    0xEE: (b"Adobe", 12),  # says how the colours are coded
}
PIXELS_BEGIN = 0xDA, 0xFF  # or something that this does not know
PIXELS = b"IHDR", b"PLTE", b"IDAT", b"IEND"
BESIDE = b"tRNS", b"iCCP", b"eXIf"


def without_metadata(path: Path) -> io.BytesIO | None:
    """The bare file of a JPEG or PNG; None for another. Raises `OSError`."""
    with path.open("rb") as file:
        start = file.read(8)
    if start.startswith(JPEG):
        return io.BytesIO(_bare_jpeg(path.read_bytes()))
    if start == PNG:
        return io.BytesIO(PNG + b"".join(_bare_png(path.read_bytes())))
    return None


def _bare_jpeg(data: bytes) -> bytes:
    kept, at = data[:2], 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] not in PIXELS_BEGIN:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if _is_of_use(data[at + 1], data[at + 4 : end]):
            kept += data[at:end]
        at = end
    return kept + data[at:]


def _is_of_use(marker: int, content: bytes) -> bool:
    """Whether a segment is about pixels: an application's only if it is known, and no comment."""
    if marker in SEGMENTS:
        start, least = SEGMENTS[marker]
        return content.startswith(start) and len(content) >= least
    return not 0xE0 <= marker <= 0xEF and marker != 0xFE


def _bare_png(data: bytes) -> Iterator[bytes]:
    at, kind = len(PNG), b""
    while at + 8 <= len(data) and kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        chunk = data[at : at + 12 + length]
        if kind in PIXELS or (kind in BESIDE and _is_sound(chunk, kind)):
            yield chunk
        at += len(chunk)


def _is_sound(chunk: bytes, kind: bytes) -> bool:
    told = int.from_bytes(chunk[-4:])
    return zlib.crc32(chunk[4:-4]) == told and (kind != b"iCCP" or _unpacks(chunk[8:-4]))


def _unpacks(profile: bytes) -> bool:
    """Whether a profile is packed in the only way there is, and no more than Pillow takes."""
    packed = profile.partition(b"\0")[2]
    most = PngImagePlugin.MAX_TEXT_CHUNK
    with suppress(zlib.error):
        return (
            packed[:1] == b"\0"
            and len(zlib.decompressobj().decompress(packed[1:], most + 1)) <= most
        )
    return False
