"""What the visitor asked for, checked and cleaned before anything is spent.

Pictures leave the upload folder as fresh sRGB JPEGs: upright, without metadata (a phone writes GPS
positions into every photograph), named by their content.
"""

import hashlib
import io
import re
import tempfile
import threading
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from ..catalog import BASE, BY_ID, MAX_IMAGES, Contract, Model, fallback_contract
from ..errors import BadBrief, StorageError

EXTENSIONS = (".jpg", ".jpeg", ".png", ".webp")
PROMPT_LIMIT = 4000  # characters
MAX_PIXELS = 40_000_000  # refused before decoding: a 100 kB file can unpack to gigabytes
MIN_SIDE, MAX_SIDE = 64, 4096
_FORMATS = ("JPEG", "PNG", "WEBP")
_HEIC = re.compile(rb"....ftyp(hei|hev|mif|msf)", re.DOTALL)
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_DECODERS = threading.BoundedSemaphore(2)  # 40 megapixels take up to 1 GB while they are read
_PAPER = (244, 244, 244)  # what shows through a transparent picture


@dataclass(frozen=True)
class Options:
    """What only newer contracts know. The defaults cost what the first contract costs."""

    resolution: str = BASE
    aspect_ratio: str = ""  # empty: as the picture
    generate_audio: bool = True
    end_frame: bool = False  # the last picture ends the clip
    camera_fixed: bool = False
    seed: int = -1  # any


DEFAULT_OPTIONS = Options()


@dataclass(frozen=True)
class Brief:
    """One press. `images` are cleaned pictures on disk, in the visitor's order; `shape` is width /
    height of the first."""

    images: tuple[Path, ...]
    prompt: str
    duration: int
    model: Model
    options: Options = DEFAULT_OPTIONS
    shape: float = 16 / 9

    @property
    def fingerprint(self) -> str:
        """Equal for two presses that ask for the same clip."""
        asked = (self.model.id, self.duration, self.prompt, *(p.name for p in self.images))
        parts = (*asked, *astuple(self.options))
        return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()


def read_brief(
    images: Sequence[str],
    prompt: str,
    duration: int,
    model: str,
    options: Options = DEFAULT_OPTIONS,
    *,
    uploads: Path,
    pictures: Path,
    in_force: Callable[[str], Contract] = fallback_contract,
) -> Brief:
    """Check everything, then clean the pictures from `uploads` into `pictures`. A model that takes
    no pictures gets none.

    Raises `BadBrief` naming the field at fault, `StorageError` when a picture cannot be kept.
    """
    chosen = check_model(model)
    contract = in_force(chosen.id)
    check_duration(duration, chosen, contract)
    text = check_prompt(prompt)
    check_count(images, contract)
    kept = read_pictures(images if contract.most_pictures else (), uploads, pictures)
    return Brief(kept, text, duration, chosen, options, _shape(kept))


def read_pictures(images: Sequence[str], uploads: Path, pictures: Path) -> tuple[Path, ...]:
    """Clean the pictures from `uploads` into `pictures`; raises as `read_brief`."""
    return tuple(
        _store(clean_picture(uploaded(path, uploads, n), n), pictures)
        for n, path in enumerate(images, 1)
    )


def check_model(model: str) -> Model:
    if model not in BY_ID:
        raise BadBrief("model", f"There is no model called “{_shown(model)}” here. Choose another.")
    return BY_ID[model]


def check_duration(duration: int, model: Model, contract: Contract) -> None:
    if isinstance(duration, bool) or duration not in contract.durations:
        raise BadBrief("duration", f"{model.title} makes clips of {_choices(contract)}.")


def check_prompt(prompt: str) -> str:
    """The prompt, trimmed, without control characters and without those that turn the direction of
    the text around them."""
    given = str(prompt or "").strip()
    if len(given) > PROMPT_LIMIT:
        raise BadBrief(
            "prompt", f"The prompt has {len(given):,} characters; {PROMPT_LIMIT:,} is the limit."
        )
    text = "".join(c for c in given if c in "\n\t" or not _unprintable(c)).strip()
    if not text:
        raise BadBrief("prompt", "Write what should happen: scene, action, camera, mood.")
    return text


def check_count(images: Sequence[str], contract: Contract) -> None:
    if not images and contract.needs_picture:
        raise BadBrief("images", "Add at least one picture: it becomes the first frame.")
    if len(images) > MAX_IMAGES and contract.most_pictures:
        raise BadBrief(
            "images", f"{len(images)} pictures are too many; keep the {MAX_IMAGES} that matter."
        )


def check_request_id(request_id: str) -> str:
    if not re.fullmatch(r"[\w-]{4,128}", request_id.strip(), re.ASCII):
        raise BadBrief("request-id", "A request id looks like 3aa327ae4d2a46ff899c9ac5c42986e2.")
    return request_id.strip()


def clean_picture(path: Path, number: int) -> bytes:
    """The picture as a fresh JPEG. `number` is its place among them, for the sentences."""
    try:
        with _DECODERS, Image.open(path, formats=_FORMATS) as picture:
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


def _upright_rgb(picture: Image.Image) -> Image.Image:
    picture.load()
    upright = _srgb(ImageOps.exif_transpose(picture))
    upright.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    return upright


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
    buffer = io.BytesIO()
    clean = Image.new("RGB", picture.size)  # carries pixels over and nothing else
    clean.paste(picture)
    clean.save(buffer, "JPEG", quality=95, subsampling=0)
    return buffer.getvalue()


def uploaded(path: str, uploads: Path, number: int) -> Path:
    """Only files of the upload folder: an API caller can name any path, a URL or a symlink
    (Gradio's ImageData accepts them unchecked)."""
    try:
        real = Path(path).resolve(strict=True)
    except (OSError, ValueError, TypeError):
        real = None
    if real is None or not real.is_file() or not real.is_relative_to(uploads.resolve()):
        raise BadBrief("images", f"Picture {number} was not uploaded here. Add it again.")
    return real


def _shape(pictures: Sequence[Path]) -> float:
    if not pictures:
        return Brief.shape
    with Image.open(pictures[0]) as first:
        return first.width / first.height


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


def _choices(contract: Contract) -> str:
    """`5, 10 or 15 seconds`; `4 to 15 seconds` where there are many."""
    if not contract.durations:
        return "a length that this page does not know; choose another model"
    *some, last = contract.durations
    if len(some) > 5:
        return f"{some[0]} to {last} seconds"
    return " or ".join(filter(None, (", ".join(map(str, some)), f"{last} seconds")))


def _unprintable(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind in {"Cc", "Cs", "Co", "Cn"} or character in _TURNING


def _shown(text: object) -> str:
    return "".join(c for c in str(text) if c.isprintable())[:80]
