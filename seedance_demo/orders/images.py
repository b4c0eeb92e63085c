"""Checks and cleans the images of a brief, and keeps them by their content.

They leave the upload folder as fresh sRGB JPEGs: upright, without metadata (a phone writes GPS
positions into every photograph), named by a hash of what they show.
"""

import hashlib
import io
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from filecmp import cmp
from pathlib import Path

from PIL import Image

from ..errors import BadBrief, StorageError
from ..pictures import reader
from ..pictures.colour import Unreadable

EXTENSIONS = (".jpg", ".jpeg", ".png", ".webp")
MAX_FILE = 30 << 20  # bytes of an upload
MIN_SIDE, MAX_SIDE = 64, 4096
ENOUGH = 3840  # pixels that the longer side keeps: no clip shows more, and half a picture is read
# What ByteDance takes, by its nodes in ComfyUI's documentation; the animatic takes more. A larger
# one than its 6000 pixels never leaves here.
PAID_MIN_SIDE, PAID_LONGEST = 300, 2.5  # pixels; times as long as narrow
MAX_BYTES = 10_000_000  # of a cleaned picture, about what the provider's line takes well
_QUALITIES = 95, 90, 85, 75
_SMALLER = 0.8  # of each side, when the lowest quality is not enough
_FORMATS = ("JPEG", "PNG", "WEBP")
MOST_KNOWN = 500
_CLEANED: dict[tuple[Path, Path, int], Path] = {}  # where the cleaned picture of an upload lies


def read_pictures(images: Sequence[str], uploads: Path, pictures: Path) -> tuple[Path, ...]:
    """Clean the pictures from `uploads` into `pictures`. Raises `BadBrief`, and `StorageError` when
    one cannot be kept."""
    return tuple(read_picture(path, uploads, pictures, n) for n, path in enumerate(images, 1))


def read_picture(path: str, uploads: Path, pictures: Path, number: int) -> Path:
    """The same for one of them. What was cleaned before, as when it arrived, is known."""
    upload = uploaded(path, uploads, number)
    version = upload, pictures, upload.stat().st_mtime_ns
    known = _CLEANED.pop(version, None) or _kept_already(upload, pictures)
    if known and known.exists():
        known.touch()  # in use again: what is old is removed
    else:
        known = _store(clean_picture(upload, number), pictures)
    _CLEANED[version] = known
    with suppress(StopIteration, KeyError):  # somebody else may make room, too
        if len(_CLEANED) > MOST_KNOWN:
            del _CLEANED[next(iter(_CLEANED))]
    return known


def _kept_already(upload: Path, pictures: Path) -> Path | None:
    """The cleaned picture that this is a copy of, as when a brief is made again: cleaned once more
    it would be another one, and so would the brief."""
    kept = pictures / upload.name
    return kept if kept.is_file() and cmp(upload, kept, shallow=False) else None


def uploaded(path: str, uploads: Path, number: int) -> Path:
    """The file of an upload, `number` in the brief. Raises `BadBrief` for what is no upload: an API
    caller can name any path, a URL or a symlink (Gradio's ImageData accepts them unchecked)."""
    try:
        real = Path(path).resolve(strict=True)
    except (OSError, ValueError, TypeError):
        real = None
    if real is None or not real.is_file() or not real.is_relative_to(uploads.resolve()):
        raise BadBrief("images", f"Picture {number} was not uploaded here. Add it again.")
    return real


def check_limits(pictures: Sequence[Path]) -> None:
    """Raises `BadBrief` for a picture that the paid models would turn down, as it is sent: shrunk.
    One that cannot be read is for `clean_picture` to tell."""
    for number, picture in enumerate(pictures, 1):
        with suppress(Unreadable):
            _check_for_paid(*_shrunk(*reader.size_of(picture, _FORMATS)), number)


def check_uploads(images: Sequence[str], uploads: Path) -> None:
    """The same for uploads, before they are cleaned. What is none is for the press to tell."""
    try:
        pictures = [uploaded(path, uploads, n) for n, path in enumerate(images, 1)]
    except BadBrief:
        return
    check_limits(pictures)


def shape_of(picture: Path) -> float:
    """Width / height of a cleaned picture."""
    with Image.open(picture) as opened:
        return opened.width / opened.height


def upload_shape(path: str, uploads: Path) -> float | None:
    """Width / height of an upload, upright; None where it cannot be read, which is for
    `clean_picture` to tell."""
    try:
        width, height = reader.size_of(uploaded(path, uploads, 1), _FORMATS)
    except (BadBrief, Unreadable):
        return None
    return width / height


def clean_picture(path: Path, number: int) -> bytes:
    """The picture as a fresh JPEG. `number` is its place among them, for the sentences."""
    try:
        size = reader.size_of(path, _FORMATS)
        _check_size(*size, number)
        read = reader.read(path, ENOUGH * min(size) // max(size), _FORMATS)
    except Unreadable as error:
        raise BadBrief("images", f"Picture {number} {error}.") from None
    if (read.width > read.height) != (size[0] > size[1]):
        size = size[1], size[0]  # a PNG may say behind its pixels which way up it is
    kept = _shrunk(*size, min(MAX_SIDE, max(read.size)))
    return _jpeg(read.resize(kept, Image.Resampling.LANCZOS, reducing_gap=2))


def _check_size(width: int, height: int, number: int) -> None:
    if min(width, height) < MIN_SIDE:
        raise BadBrief(
            "images",
            f"Picture {number} is {width} × {height} pixels; each side needs {MIN_SIDE} or more.",
        )


def _check_for_paid(width: int, height: int, number: int) -> None:
    short, long = sorted((width, height))
    if long > PAID_LONGEST * short:
        raise BadBrief(
            "images",
            f"Picture {number} is {long / short:.4g} times as long as narrow; {PAID_LONGEST} is "
            "the limit for Seedance. Crop it, or choose the animatic.",
        )
    if short < PAID_MIN_SIDE:
        raise BadBrief(
            "images",
            f"Picture {number} is {width} × {height} pixels; each side needs {PAID_MIN_SIDE} or "
            "more for Seedance. Take a larger one, or choose the animatic.",
        )


def _shrunk(width: int, height: int, most: int = MAX_SIDE) -> tuple[int, int]:
    """Rounded up: a picture that is just within the limits stays there."""
    longest = max(width, height, most)
    return -(-width * most // longest), -(-height * most // longest)


def _jpeg(picture: Image.Image) -> bytes:
    """As good as `MAX_BYTES` allow: first the quality is lowered, then the size."""
    for quality in _QUALITIES:
        data = encoded(picture, quality)
        if len(data) <= MAX_BYTES:
            return data
    smaller = round(picture.width * _SMALLER), round(picture.height * _SMALLER)
    return _jpeg(picture.resize(smaller, Image.Resampling.LANCZOS))


def encoded(picture: Image.Image, quality: int, subsampling: str = "4:4:4") -> bytes:
    """A JPEG."""
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=quality, subsampling=subsampling)
    return buffer.getvalue()


def _store(data: bytes, pictures: Path) -> Path:
    target = pictures / f"{hashlib.sha256(data).hexdigest()[:32]}.jpg"
    try:
        if target.exists():
            target.touch()  # in use again: what is old is removed
        else:
            pictures.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=pictures, delete=False) as part:
                part.write(data)
            Path(part.name).replace(target)  # whole or not at all
    except OSError as error:
        raise StorageError(
            f"The picture could not be kept on disk ({error.strerror}). Nothing was charged."
        ) from None
    return target
