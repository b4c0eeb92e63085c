"""Films whose frames can be told from each other, of any encoder, and what is found in one."""

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream
from av.video.stream import VideoStream
from numpy.typing import NDArray

BITS, BLOCK = 8, 32  # a frame's number in its upper rows, a bit each 32 pixels
SIZE = BITS * BLOCK, 96
Sound = NDArray[np.float32]
Planes = tuple[NDArray[np.uint16], NDArray[np.uint16], NDArray[np.uint16]]


@dataclass(frozen=True)
class Kind:
    """How a film is encoded. Colours are codes of H.273."""

    codec: str = "libx264"
    options: dict[str, str] = field(default_factory=lambda: {"crf": "12", "preset": "veryfast"})
    form: str = "yuv420p"
    rate: Fraction = Fraction(24)
    matrix: int = 1
    range: int = 1
    transfer: int = 1
    primaries: int = 1
    sound: str = "alac"  # which loses nothing
    sound_rate: int = 48_000

    @property
    def depth(self) -> int:
        """Bits of a sample."""
        return 10 if self.form.endswith("10le") else 8


USUAL = Kind()


def numbered(numbers: Sequence[int], depth: int = 8) -> Iterator[Planes]:
    """Grey frames that say their numbers, over a slope that moves."""
    width, height = SIZE
    for number in numbers:
        luma = np.tile((np.arange(width) * 2 + number * 8) % 200 + 20, (height, 1))
        for bit in range(BITS):
            luma[: height // 2, bit * BLOCK :][:, :BLOCK] = 200 if number >> bit & 1 else 50
        grey = np.full((height // 2, width // 2), 128)
        y, u, v = ((each << (depth - 8)).astype(np.uint16) for each in (luma, grey, grey))
        yield y, u, v


def numbers_of(path: Path) -> list[int]:
    """What the frames of a film say, in the order in which they are shown."""
    found = []
    with av.open(str(path)) as film:
        for frame in film.decode(video=0):
            luma = frame.reformat(format="gray").to_ndarray()[8 : SIZE[1] // 2 - 8]
            means = [luma[:, bit * BLOCK + 8 : (bit + 1) * BLOCK - 8].mean() for bit in range(BITS)]
            found.append(sum(1 << bit for bit, mean in enumerate(means) if mean > 125))
    return found


def write(
    path: Path, frames: Iterable[Planes], kind: Kind = USUAL, sound: Sound | None = None
) -> Path:
    """A film of these planes, with float32 (2, samples) at the kind's rate."""
    first, *others = frames
    with av.open(str(path), "w", format="mp4") as film:
        video = film.add_stream(kind.codec, rate=kind.rate, options=kind.options)
        assert isinstance(video, VideoStream)
        (video.height, video.width), video.pix_fmt = first[0].shape, kind.form
        context = video.codec_context
        context.colorspace, context.color_range = kind.matrix, kind.range
        context.color_trc, context.color_primaries = kind.transfer, kind.primaries
        audio: AudioStream | None = None
        if sound is not None:
            made = film.add_stream(kind.sound, rate=kind.sound_rate, layout="stereo")
            assert isinstance(made, AudioStream)
            audio = made
        film.start_encoding()
        for n, planes in enumerate([first, *others]):
            film.mux(video.encode(frame_of(planes, kind, n)))
        film.mux(video.encode(None))
        if audio and sound is not None:
            heard = av.AudioFrame.from_ndarray(sound, "fltp", "stereo")
            heard.sample_rate, heard.pts = kind.sound_rate, 0
            heard.time_base = Fraction(1, kind.sound_rate)
            film.mux([*audio.encode(heard), *audio.encode(None)])
    return path


def frame_of(planes: Planes, kind: Kind, n: int) -> av.VideoFrame:
    height, width = planes[0].shape
    frame = av.VideoFrame(width, height, kind.form)
    form = np.dtype("<u2" if kind.depth > 8 else np.uint8)
    for plane, values in zip(frame.planes, planes, strict=True):
        rows = np.frombuffer(plane, np.uint8)  # type: ignore[call-overload]
        rows = rows.reshape(plane.height, plane.line_size)
        data = values.astype(form).view(np.uint8)
        rows[:, : data.shape[1]] = data
    frame.pts, frame.time_base = n, 1 / kind.rate
    return frame


def tone(seconds: float, rate: int = 48_000, phase: float = 0.0) -> Sound:
    """220 Hz, half as loud as can be."""
    at = np.arange(round(seconds * rate)) / rate
    return np.tile((0.5 * np.sin(2 * np.pi * 220 * at + phase)).astype(np.float32), (2, 1))


def patch(path: Path, kind: bytes, at: int, form: str, *values: int) -> None:
    """Write numbers over those in the first box of a kind, so many bytes behind its name."""
    data = bytearray(path.read_bytes())
    struct.pack_into(form, data, data.index(kind) + 4 + at, *values)
    path.write_bytes(data)
