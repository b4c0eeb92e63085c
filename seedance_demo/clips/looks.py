"""What the pictures of clips are, as far as it decides how they become one film."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
from av.container import InputContainer
from av.video.stream import VideoStream
from numpy.typing import NDArray

from ..errors import ClipUnavailable
from .frames import UNREADABLE, check, check_colours, last_of, opened, turns_of

ALIKE = 6  # of 255, between two small grey frames: what a model and an encoder change of one
USUAL_RATE = Fraction(24)  # frames a second, of a clip that does not say it


@dataclass(frozen=True)
class Stored:
    """A frame as it lies in the file. Times are whole numbers of the clip's time base."""

    shown: int
    decoded: int


@dataclass(frozen=True)
class Look:
    """`form` is equal for clips of one encoder with one setting. `step` is from a frame to the
    next, in units of the time base; 0 where that differs, or not all that is stored is shown."""

    path: Path
    form: tuple[object, ...]
    stored: tuple[Stored, ...]
    step: int
    rate: Fraction  # frames a second
    size: tuple[int, int]  # in pixels, upright
    start: float  # seconds at which the first frame is shown
    first: NDArray[np.uint8]  # small and grey
    last: NDArray[np.uint8]
    has_sound: bool

    @property
    def ends_free(self) -> bool:
        """Whether no other frame is made from the last one that is shown."""
        return self.stored[-1].shown == max(each.shown for each in self.stored)

    def begins_like_the_end_of(self, other: "Look") -> bool:
        """Whether the one goes on from the last frame of the other, and shows it once more."""
        return bool(np.abs(self.first.astype(np.int16) - other.last).mean() < ALIKE)


def look(clip: Path) -> Look:
    """Raises `ClipUnavailable`, also for colours that a film here cannot have."""
    check(clip)
    with opened(clip) as film:
        video = film.streams.video[0]
        stored, as_it_is = _stored(film, video)
        film.seek(0)
        first, last = next(film.decode(video), None), last_of(film)
        if first is None or last is None:
            raise ClipUnavailable(UNREADABLE)
        check_colours(first)
        shows = sorted(each.shown for each in stored)
        steps = {after - before for before, after in pairwise(shows)}
        step = steps.pop() if as_it_is and len(steps) == 1 and not turns_of(first) else 0
        base, context = video.time_base or Fraction(1), video.codec_context
        coded = context.name, context.codec_tag, bytes(context.extradata or b""), context.pix_fmt
        size = (context.width, context.height)[:: -1 if turns_of(first) % 2 else 1]
        return Look(
            path=clip,
            form=(*coded, size, base, step),
            stored=stored,
            step=step,
            rate=1 / (step * base) if step else video.average_rate or USUAL_RATE,
            size=(size[0] // 2 * 2, size[1] // 2 * 2),  # half as much chroma
            start=first.time or 0.0,
            first=_small(first),
            last=_small(last),
            has_sound=bool(film.streams.audio),
        )


def _stored(film: InputContainer, video: VideoStream) -> tuple[tuple[Stored, ...], bool]:
    """The frames, and whether they can be taken as they are: all shown, from a key frame on."""
    found, as_it_is = list[Stored](), True
    for packet in film.demux(video):
        if packet.size:
            has_times = packet.pts is not None and packet.dts is not None
            as_it_is &= has_times and not packet.is_discard and (bool(found) or packet.is_keyframe)
            found.append(Stored(packet.pts or 0, packet.dts or 0))
    return tuple(found), as_it_is


def _small(frame: av.VideoFrame) -> NDArray[np.uint8]:
    small = frame.reformat(48, 48, "gray").to_ndarray().astype(np.uint8)
    return np.rot90(small, turns_of(frame))


def fit(looks: Sequence[Look]) -> bool:
    """Whether their pictures can stand one behind the other as they are."""
    first, *others = looks
    if not first.step or any(each.form != first.form for each in others):
        return False
    delays = {_delay(each) for each in looks}  # else one would be decoded before the end of another
    return len(delays) == 1


def _delay(each: Look) -> int:
    """From the first that is decoded to the first that is shown."""
    return min(frame.shown for frame in each.stored) - each.stored[0].decoded
