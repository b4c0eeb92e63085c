"""Checks and cleans the images of a brief, and keeps them by their content.

They leave the upload folder as fresh sRGB JPEGs: upright, without metadata (a phone writes GPS
positions into every photograph), named by a hash of what they show.
"""

import hashlib
import io
import re
import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from filecmp import cmp
from pathlib import Path

import numpy as np
from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

from ..errors import BadBrief, StorageError

EXTENSIONS = (".jpg", ".jpeg", ".png", ".webp")
MAX_FILE = 30 << 20  # bytes of an upload
MAX_PIXELS = 40_000_000  # refused before decoding: a 100 kB file can unpack to gigabytes
MIN_SIDE, MAX_SIDE = 64, 4096
# What ByteDance takes, by its nodes in ComfyUI's documentation; the animatic takes more. A larger
# one than its 6000 pixels never leaves here.
PAID_MIN_SIDE, PAID_LONGEST = 300, 2.5  # pixels; times as long as narrow
MAX_BYTES = 10_000_000  # of a cleaned picture, about what the provider's line takes well
_QUALITIES = 95, 90, 85, 75
_SMALLER = 0.8  # of each side, when the lowest quality is not enough
_FORMATS = ("JPEG", "PNG", "WEBP")
_HEIC = re.compile(rb"....ftyp(hei|hev|mif|msf)", re.DOTALL)
_NO_PICTURE = OSError, Image.DecompressionBombError
DECODERS = threading.BoundedSemaphore(2)  # 40 megapixels take up to 1 GB while they are read
MOST_KNOWN = 500
_CLEANED: dict[tuple[Path, Path, int], Path] = {}  # where the cleaned picture of an upload lies
_LYING = 5  # EXIF orientations from here on change width and height
_PAPER = (244, 244, 244)  # what shows through a transparent picture


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
        with suppress(*_NO_PICTURE), Image.open(picture, formats=_FORMATS) as opened:
            _check_for_paid(*_shrunk(*opened.size), number)


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
        with Image.open(uploaded(path, uploads, 1), formats=_FORMATS) as opened:
            lies = opened.getexif().get(ExifTags.Base.Orientation, 1) >= _LYING
            return opened.height / opened.width if lies else opened.width / opened.height
    except Exception:  # a damaged file can raise anything inside a decoder
        return None


def clean_picture(path: Path, number: int) -> bytes:
    """The picture as a fresh JPEG. `number` is its place among them, for the sentences."""
    try:
        with DECODERS, Image.open(path, formats=_FORMATS) as picture:
            _check_size(picture, number)
            return _jpeg(_upright_rgb(picture))
    except BadBrief:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError):
        raise BadBrief("images", f"Picture {number} is {_what_else(path)}.") from None
    except Exception:  # a damaged file can raise anything inside a decoder
        raise BadBrief(
            "images", f"Picture {number} is damaged and cannot be read. Save it again and retry."
        ) from None


def _what_else(path: Path) -> str:
    with path.open("rb") as file:
        if _HEIC.match(file.read(12)):
            return "a HEIC photograph; save it as JPEG and add it again"
    return "not a JPEG, PNG or WebP picture"


def _check_size(picture: Image.Image, number: int) -> None:
    width, height = picture.size
    if width * height > MAX_PIXELS:
        raise BadBrief(
            "images",
            f"Picture {number} has {width * height / 1e6:.0f} megapixels; "
            f"{MAX_PIXELS / 1e6:.0f} is the limit.",
        )
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


def _shrunk(width: int, height: int) -> tuple[int, int]:
    """Rounded up: a picture that is just within the limits stays there."""
    longest = max(width, height, MAX_SIDE)
    return -(-width * MAX_SIDE // longest), -(-height * MAX_SIDE // longest)


def _upright_rgb(picture: Image.Image) -> Image.Image:
    picture.load()
    upright = _srgb(ImageOps.exif_transpose(picture))
    if (size := _shrunk(*upright.size)) == upright.size:
        return upright
    return upright.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)


def _srgb(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I"):  # 16-bit grey: convert() would clip it to white
        return Image.fromarray((np.asarray(picture) >> 8).astype(np.uint8)).convert("RGB")
    if picture.has_transparency_data:
        paper = Image.new("RGBA", picture.size, _PAPER)
        return Image.alpha_composite(paper, picture.convert("RGBA")).convert("RGB")
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
            if converted is not None:
                return converted
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a broken profile is no reason to refuse the picture
    return picture.convert("RGB")


def _jpeg(picture: Image.Image) -> bytes:
    """As good as `MAX_BYTES` allow: first the quality is lowered, then the size."""
    clean = Image.new("RGB", picture.size)  # carries pixels over and nothing else
    clean.paste(picture)
    for quality in _QUALITIES:
        data = encoded(clean, quality)
        if len(data) <= MAX_BYTES:
            return data
    smaller = round(clean.width * _SMALLER), round(clean.height * _SMALLER)
    return _jpeg(clean.resize(smaller, Image.Resampling.LANCZOS))


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
