"""Images that a program sent by their address or in its own words, on the disk while they are read.

Fetching is work that a stranger starts, so it is done in their turn, from public addresses alone,
and bounded in size and time.
"""

import base64
import binascii
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from gradio.utils import get_upload_folder

from ...errors import BadBrief, ClipUnavailable, StorageError
from ...wavespeed.download import download
from ...wavespeed.transport import BRISK

MAX_BYTES = 30 << 20  # as of an upload
_PATIENCE = replace(BRISK, fetch=30, fetch_tries=2)
_INLINE = re.compile(r"data:image/[\w.+-]+;base64,", re.ASCII | re.I)
_ADDRESS = re.compile(r"https?://", re.I)


def is_brought(image: str) -> bool:
    """Whether this is an address or an image itself, and no path of an upload."""
    return bool(_INLINE.match(image) or _ADDRESS.match(image))


@contextmanager
def room_for(images: Sequence[str]) -> Iterator[Path | None]:
    """A folder among the uploads for those of `images` that have to be brought, removed in the end;
    None when there are none. Raises `StorageError`."""
    if not any(map(is_brought, images)):
        yield None
        return
    try:
        folder = TemporaryDirectory(dir=get_upload_folder())
    except OSError as error:
        raise StorageError(f"The pictures could not be kept ({error.strerror}).") from None
    with folder as kept:
        yield Path(kept)


def bring(images: Sequence[str], folder: Path) -> list[str]:
    """Their paths; what is no upload is brought into `folder`. Blocks. Raises `BadBrief`, and
    `StorageError`."""
    return [_brought(each, n, folder / f"{n}") for n, each in enumerate(images, 1)]


def _brought(image: str, number: int, target: Path) -> str:
    if not is_brought(image):
        return image
    try:
        if _ADDRESS.match(image):
            download(image, target, "", _PATIENCE, MAX_BYTES)
        else:
            target.write_bytes(base64.b64decode(image.partition(",")[2], validate=True))
    except (binascii.Error, ValueError):
        raise BadBrief("images", f"Picture {number} is damaged: its base64 is cut off.") from None
    except ClipUnavailable:
        raise BadBrief(
            "images",
            f"Picture {number} could not be fetched from its address, which has to be public and "
            "hold at most 30 MB. Upload it, or send it in another way.",
        ) from None
    except OSError as error:
        raise StorageError(f"Picture {number} could not be kept ({error.strerror}).") from None
    return str(target)
