"""Which way up a picture is: one number, read by itself, whatever else is said beside it."""

import struct
from contextlib import suppress

from PIL import ExifTags, Image

UPRIGHT = 1
SHORT, LONG = 3, 4  # types of a value (TIFF 6.0, page 15)
ORDERS = {b"II": "<", b"MM": ">"}
ENTRY = 12  # bytes
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
LYING = 5, 6, 7, 8  # width and height change places


def orientation(picture: Image.Image) -> int:
    """1 to 8, as TIFF 6.0 counts them (page 36); 1 where nothing that is understood says so. A TIFF
    turns itself."""
    if picture.format == "TIFF":
        return UPRIGHT
    found = _of_exif(picture.info.get("exif")) or _of_others(picture)
    return found if found in TURNS else UPRIGHT


def _of_exif(exif: object) -> int:
    """0 when it does not say. What stands before it there may be of any kind and length."""
    if not isinstance(exif, bytes):
        return 0
    tiff = exif.removeprefix(b"Exif\0\0")
    with suppress(KeyError, struct.error):
        order = ORDERS[tiff[:2]]
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for at in range(start + 2, start + 2 + ENTRY * count, ENTRY):
            tag, kind = struct.unpack_from(f"{order}HH", tiff, at)
            if tag == ExifTags.Base.Orientation and kind in (SHORT, LONG):
                form = "H" if kind == SHORT else "I"
                return int(struct.unpack_from(order + form, tiff, at + 8)[0])
    return 0


def _of_others(picture: Image.Image) -> int:
    """As XMP says, or EXIF in the words of ImageMagick. Not as a PNG asks for it: that would decode
    all of it, for what may stand behind its pixels."""
    with suppress(Exception):  # whatever is damaged there
        said = Image.Image.getexif(picture).get(ExifTags.Base.Orientation)
        return said if isinstance(said, int) else 0
    return 0
