"""A picture on its way to the provider: no larger than its clip can show of it."""

from pathlib import Path

from PIL import Image

from ..pictures.reader import READING
from .images import encoded

# The longest side in pixels, by the clip's resolution: twice its own leaves room for any camera.
TWICE = {"480p": 1708, "720p": 2560, "1080p": 3840}
QUALITY = 90


def for_sending(picture: Path, resolution: str) -> bytes:
    """A cleaned picture as it is sent for a clip of this resolution: whole, at most twice as long
    as the clip. As it is where no such size is known. Raises `OSError`."""
    with Image.open(picture) as opened:
        longest = TWICE.get(resolution, max(opened.size))
        if max(opened.size) <= longest:
            return picture.read_bytes()
        with READING:
            opened.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=2)
        # Colours at half the size are still as many as the clip's pixels.
        return encoded(opened, QUALITY, subsampling="4:2:0")
