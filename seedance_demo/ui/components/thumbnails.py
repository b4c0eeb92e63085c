"""The first frame of a clip as a JPEG."""

from contextlib import suppress
from pathlib import Path

import av
from PIL import Image

WIDTH = 480  # pixels, enough for a card on a sharp screen


def thumbnail(clip: Path, target: Path) -> Path | None:
    """The first frame of `clip` as the JPEG `target`, made when it is not there yet; None when the
    clip cannot be read."""
    with suppress(OSError, av.FFmpegError, StopIteration, IndexError):
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            with av.open(str(clip), format="mp4") as film:
                frame = next(film.decode(video=0)).to_ndarray(format="rgb24")
            picture = Image.fromarray(frame)
            picture.thumbnail((WIDTH, WIDTH))
            picture.save(target, quality=82)
        return target
    return None
