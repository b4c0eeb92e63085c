"""A clip's poster as a small JPEG, for its card."""

from contextlib import suppress
from pathlib import Path

from ...clips.poster import poster
from ...errors import ClipUnavailable

WIDTH = 480  # pixels, enough for a card on a sharp screen


def thumbnail(clip: Path, target: Path) -> Path | None:
    """A frame of `clip` as the JPEG `target`, made when it is not there yet; None when the clip
    cannot be read."""
    with suppress(OSError, ClipUnavailable):
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            picture = poster(clip)
            picture.thumbnail((WIDTH, WIDTH))
            picture.save(target, quality=82)
        return target
    return None
