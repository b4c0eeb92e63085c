"""Frames of a finished clip as a player shows them: upright, in the clip's own colours."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from itertools import repeat
from math import ceil
from pathlib import Path

import av
import numpy as np
from av.container import InputContainer
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc, Interpolation
from PIL import Image

from ..errors import ClipUnavailable

# Swscale rounds by up to two levels, and takes the nearest chroma, unless it is told not to.
EXACT = (
    Interpolation.BICUBIC
    | Interpolation.ACCURATE_RND
    | Interpolation.FULL_CHR_H_INT
    | Interpolation.FULL_CHR_H_INP
)
# A clip's matrix by its code in ITU-T H.273, as swscale calls it.
MATRICES = {
    1: Colorspace.ITU709,
    4: Colorspace.FCC,
    5: Colorspace.ITU601,
    6: Colorspace.ITU601,
    7: Colorspace.SMPTE240M,
    9: Colorspace.BT2020,
}
HD = 720  # lines from which a clip that says no matrix is BT.709, as in Chromium
HIGH_RANGE = ColorTrc.SMPTE2084, ColorTrc.ARIB_STD_B67
WIDE = ColorPrimaries.BT2020, ColorPrimaries.SMPTE431, ColorPrimaries.SMPTE432
GONE = "The clip's file is not here any more."
UNREADABLE = "The clip's file is not a video that plays."
OTHER_COLOURS = "The clip's colours are of a kind (HDR) that no picture here can hold."


@contextmanager
def opened(clip: Path, **options: str) -> Iterator[InputContainer]:
    """The clip, to be read. Raises `ClipUnavailable`, also for what is found while it is read."""
    try:
        # As MP4 only: FFmpeg would take a playlist for a video and open the files it names.
        with av.open(str(clip), format="mp4", options=options) as film:
            yield film
    except FileNotFoundError:
        raise ClipUnavailable(GONE) from None
    except (av.FFmpegError, IndexError, ValueError):
        raise ClipUnavailable(UNREADABLE) from None


def check(clip: Path) -> None:
    """It must play and hold every frame it promises, whatever its name and headers say. Raises
    `ClipUnavailable`."""
    # The edit list is left out because it may hide some of the frames that the index counts.
    with opened(clip, ignore_editlist="1") as film:
        video = film.streams.video[0]
        if next(film.decode(video), None) is None:
            raise ClipUnavailable(UNREADABLE)
        film.seek(0)
        whole = sum(each.size > 0 and not each.is_corrupt for each in film.demux(video))
        promised = video.frames  # 0 when the index does not say
    if whole < promised:
        raise ClipUnavailable(f"Only {whole} of the clip's {promised} frames arrived.")


def last_frame(clip: Path) -> Image.Image:
    """The last frame that is shown, in RGB. Raises `ClipUnavailable`, also where a part of the file
    is missing: the frame before it is another one."""
    check(clip)
    with opened(clip) as film:
        frame = last_of(film)
    if frame is None:
        raise ClipUnavailable(UNREADABLE)
    check_colours(frame)
    return shown(frame)


def last_of(film: InputContainer) -> av.VideoFrame | None:
    """The last frame that is shown, if there is one."""
    video = film.streams.video[0]
    film.seek((video.start_time or 0) + (video.duration or 0), stream=video)  # its last key frame
    return next(iter(deque(film.decode(video), maxlen=1)), None)


def check_colours(frame: av.VideoFrame) -> None:
    """Raises `ClipUnavailable` for those that 8 bits of sRGB do not hold: they would look faded."""
    if frame.color_trc in HIGH_RANGE or frame.color_primaries in WIDE:
        raise ClipUnavailable(OTHER_COLOURS)


def shown(frame: av.VideoFrame, width: int | None = None, height: int | None = None) -> Image.Image:
    """A frame in RGB, upright; at a size in pixels before it is turned. A clip's transfer is taken
    for that of sRGB, as players do."""
    rgb = frame.reformat(
        width,
        height,
        "rgb24",
        src_colorspace=matrix_of(frame),
        interpolation=EXACT,
        src_color_range=range_of(frame),
        dst_color_range=ColorRange.JPEG,
    )
    return Image.fromarray(np.ascontiguousarray(np.rot90(rgb.to_ndarray(), turns_of(frame))))


def paced(frames: Iterator[av.VideoFrame], rate: Fraction) -> Iterator[av.VideoFrame]:
    """So many of them a second, by their times; each once where that is their own rate."""
    first = last = next(frames, None)
    told = 0
    for frame in frames:
        assert first and last and frame.time_base  # noqa: PT018
        since = ((frame.pts or 0) - (first.pts or 0)) * frame.time_base
        due = ceil(since * rate - Fraction(1, 2))  # the nearest, of two the earlier one
        yield from repeat(last, due - told)
        last, told = frame, max(told, due)
    if last:
        yield last


def turns_of(frame: av.VideoFrame) -> int:
    """Quarters of a turn, against the clock, that bring it upright."""
    return round(frame.rotation / 90) % 4


def matrix_of(frame: av.VideoFrame) -> Colorspace:
    """How its colours became luma and chroma."""
    usual = Colorspace.ITU709 if frame.height >= HD else Colorspace.ITU601
    return MATRICES.get(frame.colorspace, usual)


def range_of(frame: av.VideoFrame) -> ColorRange:
    """Whether black and white are 16 and 235, or 0 and 255."""
    is_full = frame.color_range == ColorRange.JPEG or frame.format.name.startswith("yuvj")
    return ColorRange.JPEG if is_full else ColorRange.MPEG
