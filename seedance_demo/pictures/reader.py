"""Reads a picture as it looks: upright, in sRGB, on white, and no larger than it is needed.

What a file says of its picture, and says wrong, is no reason to refuse it: whole pixels are a whole
picture.
"""

import re
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PIL import Image, UnidentifiedImageError

from .bare import without_metadata
from .colour import Unreadable, to_srgb
from .large_webp import decoded, is_large_webp
from .orientation import LYING, TURNS, orientation

T = TypeVar("T")
Formats = tuple[str, ...] | None  # by Pillow's names; None: all that it knows
# Of telephones, 108, and of medium format, 102. A decoder takes 4 bytes for each of them, or 6 for
# a progressive JPEG, and a file of 100 kB can promise any number.
MOST_PIXELS = 128_000_000
Image.MAX_IMAGE_PIXELS = MOST_PIXELS  # Pillow's own refuses twice as many before it looks at them
READING = threading.BoundedSemaphore(2)
STRIP = 1 << 20  # pixels whose colours are worked on at once
_TOO_LARGE = f"has more than {MOST_PIXELS / 1e6:.0f} megapixels, which is the limit"
_DAMAGED = "is damaged and cannot be read; save it again and retry"
_HEIC = re.compile(rb"....ftyp(hei|hev|mif|msf)", re.DOTALL)
_NAMES = {"WEBP": "WebP"}  # as people write them


def size_of(path: Path, formats: Formats = None) -> tuple[int, int]:
    """Width and height of a picture, upright, without decoding it. Raises `Unreadable`."""
    return _opened(path, formats, _upright_size)


def read(path: Path, shortest: int = 0, formats: Formats = None) -> Image.Image:
    """The picture in mode RGB; a half, a third and so on of it, as long as no side has less than
    `shortest` pixels, or all of it when that is 0. Raises `Unreadable`."""
    with READING:
        return _opened(path, formats, partial(_read, shortest=shortest))


def _opened(path: Path, formats: Formats, look: Callable[[Image.Image], T]) -> T:
    """What `look` finds, or a sentence why it finds nothing."""
    try:
        return _tried(path, formats, look)
    except Unreadable:
        raise
    except Image.DecompressionBombError:
        raise Unreadable(_TOO_LARGE) from None
    except MemoryError:
        raise Unreadable("is larger than the memory that is free; make it smaller") from None
    except UnidentifiedImageError:
        raise Unreadable(_what_else(path, formats)) from None
    except Exception as error:  # a damaged file can raise anything inside a decoder
        missing = error.strerror if isinstance(error, OSError) else ""
        raise Unreadable(f"cannot be opened ({missing})" if missing else _DAMAGED) from None


def _tried(path: Path, formats: Formats, look: Callable[[Image.Image], T]) -> T:
    """Once more without its metadata when it fails: perhaps only that is damaged."""
    try:
        with Image.open(path, formats=formats) as picture:
            return look(picture)
    except (Unreadable, Image.DecompressionBombError, MemoryError):
        raise
    except Exception:
        bare = without_metadata(path)
        if bare is None:
            raise
        with Image.open(bare, formats=formats) as picture:
            return look(picture)


def _what_else(path: Path, formats: Formats) -> str:
    with path.open("rb") as file:
        if _HEIC.match(file.read(12)):
            return "is a HEIC photograph; save it as JPEG and add it again"
    if not formats:
        return "is not a picture that can be read"
    *most, last = (_NAMES.get(each, each) for each in formats)
    return f"is not a {', '.join(most)} or {last} picture"


def _upright_size(picture: Image.Image) -> tuple[int, int]:
    width, height = picture.size
    return (height, width) if orientation(picture) in LYING else (width, height)


def _read(picture: Image.Image, shortest: int) -> Image.Image:
    if picture.width * picture.height > MOST_PIXELS:
        raise Unreadable(_TOO_LARGE)
    if shortest:
        picture.draft(None, (shortest, shortest))  # a JPEG decodes to a part of its size
    if is_large_webp(picture):
        picture = decoded(picture)
    else:
        picture.load()
    whole = _in_srgb(picture, max(1, min(picture.size) // shortest) if shortest else 1)
    turn = TURNS.get(orientation(picture))
    return whole if turn is None else whole.transpose(turn)


def _in_srgb(picture: Image.Image, factor: int) -> Image.Image:
    """The picture with each side divided by `factor`, strip by strip: its colours are worked on at
    its full size, which would take several times the memory at once."""
    convert = to_srgb(picture)
    width, height = picture.size
    rows = factor * max(1, STRIP // (width * factor))
    whole = Image.new("RGB", (-(-width // factor), -(-height // factor)))
    for top in range(0, height, rows):
        strip = convert(picture.crop((0, top, width, min(top + rows, height))))
        whole.paste(strip.reduce(factor) if factor > 1 else strip, (0, top // factor))
    return whole
