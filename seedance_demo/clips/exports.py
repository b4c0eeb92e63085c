"""What can be saved of a clip beside the clip itself."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .frames import last_frame
from .moving import save_moving
from .poster import poster


@dataclass(frozen=True)
class Export:
    """`words` are those of its button; `end` is that of its file's name."""

    words: str
    end: str
    save: Callable[[Path, Path], None]  # of a clip, to a file


def _save_last_frame(clip: Path, target: Path) -> None:
    last_frame(clip).save(target, "PNG")


def _save_poster(clip: Path, target: Path) -> None:
    poster(clip).save(target, "JPEG", quality=92, subsampling="4:4:4")


LAST_FRAME, POSTER = "last-frame", "poster"
EXPORTS = {
    LAST_FRAME: Export("Last frame (PNG)", "-last-frame.png", _save_last_frame),
    POSTER: Export("Poster (JPEG)", "-poster.jpg", _save_poster),
    "moving": Export("Animated WebP", ".webp", save_moving),
}


def export(clip: Path, kind: str, folder: Path) -> Path:
    """The file in `folder`, made when it is not there yet; whole or not at all. Raises
    `ClipUnavailable`, and `OSError` when the folder does not take it."""
    target = folder / f"{clip.stem}{EXPORTS[kind].end}"
    if not target.exists():
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f".{secrets.token_hex(8)}{target.suffix}"
        try:
            EXPORTS[kind].save(clip, part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    return target
