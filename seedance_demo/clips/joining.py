"""Joins clips to one film: with their pictures as they are where these fit together, else encoded
anew, once.

The sound is always encoded anew. AAC comes in blocks of 1024 samples, which end elsewhere than
pictures do, and a clip's begins with a block of nothing: put one behind the other as they are,
something would be missing or heard twice.

A clip that goes on from the last frame of the one before it shows that frame once more. One of the
two is left out, and the sounds fade over into each other for its time: the second where pictures
are encoded anew, else the first, unless other frames are made from it. Then both stay.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice
from math import log
from pathlib import Path
from typing import Protocol

import av
import numpy as np
from av.container import OutputContainer
from av.video.frame import PictureType
from av.video.reformatter import ColorRange, Colorspace
from PIL import ImageOps

from ..animatic.encode import AAC, BT709, LIMITED, X264
from .frames import EXACT, matrix_of, opened, paced, range_of, shown, turns_of
from .looks import Look, fit, look
from .sound import FADE, RATE, Samples, heard, met

NEAR = 0.02  # of the width: closer than that, two shapes are one
AUDIO_BITS = 192_000  # a second: the sound was compressed before


def join(clips: Sequence[Path], target: Path, tags: Mapping[str, str]) -> None:
    """Write the film of these clips, in their order. Raises `ClipUnavailable` for one of them."""
    looks = [look(each) for each in clips]
    with av.open(str(target), "w", format="mp4", options={"movflags": "faststart"}) as film:
        film.metadata.update(tags)
        pictures: Pictures = (Copied if fit(looks) else Encoded)(film, looks)
        if any(each.has_sound for each in looks):
            _write_sound(film, _written(pictures, looks), looks[0].rate)
        else:
            for n in range(len(looks)):
                pictures.write(n)
        pictures.end()


class Pictures(Protocol):
    """The pictures of a film."""

    def write(self, n: int) -> tuple[int, int]:
        """Those of clip n, in turn; the frame of the film at which its time begins, and the one
        behind its end."""

    def end(self) -> None: ...


class Copied:
    """Of clips that fit together."""

    def __init__(self, film: OutputContainer, looks: Sequence[Look]) -> None:
        self._film, self._looks, self._at = film, looks, 0
        with opened(looks[0].path) as first:
            self._stream = film.add_stream_from_template(first.streams.video[0])

    def write(self, n: int) -> tuple[int, int]:
        clip, begin = self._looks[n], self._at
        left_out = int(clip.ends_free and _comes_again(self._looks, n))
        count = len(clip.stored) - left_out
        shift = begin * clip.step - min(each.shown for each in clip.stored)
        with opened(clip.path) as film:
            packets = (each for each in film.demux(film.streams.video[0]) if each.size)
            for packet in islice(packets, count):
                packet.pts, packet.dts = (packet.pts or 0) + shift, (packet.dts or 0) + shift
                packet.stream = self._stream
                self._film.mux_one(packet)
        self._at += count
        return begin, self._at + left_out

    def end(self) -> None: ...


class Encoded:
    """Of any clips, at the size and the rate of the first: as an animatic is encoded."""

    def __init__(self, film: OutputContainer, looks: Sequence[Look]) -> None:
        self._film, self._looks, self._at = film, looks, 0
        self._rate, self._size = looks[0].rate, looks[0].size
        self._stream = film.add_stream("libx264", rate=self._rate, options=X264)
        context = self._stream.codec_context
        (context.width, context.height), context.pix_fmt = self._size, "yuv420p"
        context.color_primaries = context.color_trc = context.colorspace = BT709
        context.color_range = LIMITED

    def write(self, n: int) -> tuple[int, int]:
        left_out = int(n > 0 and _comes_again(self._looks, n - 1))
        begin = self._at - left_out
        with opened(self._looks[n].path) as film:
            for frame in islice(paced(film.decode(video=0), self._rate), left_out, None):
                self._encode(frame)
        return begin, self._at

    def end(self) -> None:
        self._film.mux(self._stream.encode(None))

    def _encode(self, frame: av.VideoFrame) -> None:
        made = _fitted(frame, self._size)
        made.pts, made.time_base = self._at, 1 / self._rate
        made.pict_type = PictureType.NONE  # of the clip's encoder; this one decides anew
        self._film.mux(self._stream.encode(made))
        self._at += 1


def _comes_again(looks: Sequence[Look], n: int) -> bool:
    """Whether the clip behind this one begins with its last frame."""
    return n + 1 < len(looks) and looks[n + 1].begins_like_the_end_of(looks[n])


def _fitted(frame: av.VideoFrame, size: tuple[int, int]) -> av.VideoFrame:
    """A frame in the film's colours and at its size, amid black where its shape is another."""
    apart = abs(log(frame.width / frame.height * size[1] / size[0]))
    if turns_of(frame) or apart > NEAR:
        whole = ImageOps.pad(shown(frame), size, color="black")
        frame = av.VideoFrame.from_ndarray(np.asarray(whole))
    return frame.reformat(
        *size,
        "yuv420p",
        src_colorspace=matrix_of(frame),
        dst_colorspace=Colorspace.ITU709,
        interpolation=EXACT,
        src_color_range=range_of(frame),
        dst_color_range=ColorRange.MPEG,
    )


def _written(pictures: Pictures, looks: Sequence[Look]) -> Iterator[tuple[int, Samples]]:
    """Writes the pictures, clip by clip; the sound that belongs to them, for `met`."""
    end = 0
    for n, each in enumerate(looks):
        first, last = (round(frame * RATE / looks[0].rate) for frame in pictures.write(n))
        yield end - first, heard(each.path, each.start, last - first)
        end = last


def _write_sound(
    film: OutputContainer, parts: Iterator[tuple[int, Samples]], rate: Fraction
) -> None:
    stream = film.add_stream("aac", rate=RATE, layout="stereo", options=AAC)
    stream.bit_rate = AUDIO_BITS
    film.start_encoding()
    at, longest_fade = 0, max(FADE, int(RATE / rate) + 1)
    for samples in met(parts, longest_fade):
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples), "fltp", "stereo")
        frame.sample_rate, frame.pts, frame.time_base = RATE, at, Fraction(1, RATE)
        film.mux(stream.encode(frame))
        at += samples.shape[1]
    film.mux(stream.encode(None))
