"""Encodes frames and sound as an H.264/AAC mp4, on every core.

Each worker draws and encodes whole chunks with a one-thread encoder of its own: x264's own threads
leave a core half idle while frames are drawn. The chunks join because their encoders share one
setting and `stitchable` keeps their headers alike.
"""

from __future__ import annotations  # PyAV's packets are generic only to the type checker

import os
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from operator import itemgetter
from pathlib import Path

import av
import cv2
import numpy as np
from av.audio.codeccontext import AudioCodecContext
from av.audio.stream import AudioStream
from av.codec.context import Flags
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext
from av.video.stream import VideoStream
from numpy.typing import NDArray

from .plan import FPS
from .video.image import Planes

SAMPLE_RATE = 48_000
CHUNK = 30  # frames, about: short enough to share out evenly, long enough to need few key frames
HALVED = 2  # chunks at the end
SNAP = 8  # frames by which a chunk yields to a cut, where a key frame comes anyway
MOST_WORKERS = 8
# The macroblock tree starves frames between references, and a slow move trembles by up to 0.08 px.
# One quality for all frames brings that below 0.03 px for a tenth more bytes, and gives the same
# film each time, which the tree does not.
X264 = {"preset": "veryfast", "crf": "21", "x264-params": "stitchable=1:mbtree=0:qcomp=1"}
MOST = 7_600  # kbit/s of the picture, in each chunk
# kbit that a chunk may take before their time, for its key frame. With more of them one frame each
# second would be full of grain, and those between would have less.
AHEAD = 900
AAC = {"aac_coder": "fast"}
BT709 = 1  # primaries, transfer and matrix share this code (ITU-T H.273)
LIMITED = 1
PART = ".animatic-"  # begins the name of a film that is not complete
LEFT = 3600  # seconds without a word written, after which nobody works on it any more
COMMENT = "local preview (animatic), not made by Seedance"

Draw = Callable[[int], Planes]
Progress = Callable[[int, int, Planes], None]  # frames done, of how many, the farthest of them


@dataclass(frozen=True)
class Footage:
    """What becomes a film: `draw(n)` gives frame n of `frames`, at `size` (width, height); `sound`
    gives float32 (2, samples) and may take its time; `cuts` are the frames that open a shot.
    `grain`: what looks like noise is wanted."""

    size: tuple[int, int]
    frames: int
    cuts: Sequence[int]
    draw: Draw
    sound: Callable[[], NDArray[np.float32]]
    grain: bool = False

    @property
    def settings(self) -> dict[str, str]:
        return X264 | ({"tune": "grain"} if self.grain else {})


class FilmError(Exception):
    """The film cannot be written; the message is one sentence for the visitor."""


def encode(footage: Footage, out: Path, on_frame: Progress | None = None) -> None:
    """Write the film to `out`, which appears when it is complete and not before. Raises
    `FilmError`."""
    part = out.with_name(f"{PART}{secrets.token_hex(8)}.mp4")
    try:
        _sweep(out.parent)
        _write(footage, part, on_frame)
        part.replace(out)
    except OSError as error:
        raise FilmError(f"{out.name} cannot be written: {error.strerror}.") from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove what killed renders left; one that is at work writes every few seconds."""
    for part in folder.glob(f"{PART}*.mp4"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > LEFT:
                part.unlink()


def _write(footage: Footage, out: Path, on_frame: Progress | None) -> None:
    options = {"movflags": "faststart"}
    with av.open(str(out), "w", format="mp4", options=options) as film:
        film.metadata["comment"] = COMMENT
        video = film.add_stream("libx264", rate=FPS, options=footage.settings)
        _describe(video.codec_context, footage.size)
        audio = film.add_stream("aac", rate=SAMPLE_RATE, layout="stereo", options=AAC)
        audio.bit_rate = 160_000
        film.start_encoding()
        with _Workers(footage, on_frame) as workers:
            sound = deque(_heard(audio.codec_context, footage.sound()))
            while workers.chunks:
                end, chunk = workers.chunks.popleft()  # and let go of what is written
                for packet in chunk.result():
                    packet.stream = video
                    film.mux_one(packet)
                while sound and (sound[0].pts or 0) < end * SAMPLE_RATE // FPS:
                    sound[0].stream = audio
                    film.mux_one(sound.popleft())


class _Workers:
    """Draws and encodes chunks; stops early when one fails."""

    def __init__(self, footage: Footage, on_frame: Progress | None) -> None:
        self.footage, self.on_frame = footage, on_frame
        self.stop = threading.Event()
        self.done, self.lock = set[int](), threading.Lock()
        self.farthest: tuple[int, Planes] | None = None

    def __enter__(self) -> _Workers:
        count = min(MOST_WORKERS, _cores())
        cv2.setNumThreads(1)  # the workers fill the cores already
        self.pool = ThreadPoolExecutor(count)
        bounds = chunks(self.footage.frames, self.footage.cuts)
        jobs = ((end, self.pool.submit(self._encode, start, end)) for start, end in bounds)
        self.chunks = deque(jobs)
        return self

    def __exit__(self, *_: object) -> None:
        self.stop.set()
        self.pool.shutdown(cancel_futures=True)

    def _encode(self, start: int, end: int) -> list[Packet[VideoStream]]:
        """A chunk: at one quality, and where that takes more than `MOST`, within that. Grain always
        does, so that it is not tried."""
        most = MOST * (end - start) / FPS
        if not self.footage.grain:
            packets = self._drawn(start, end, self.footage.settings)
            if sum(packet.size for packet in packets) * 8 / 1000 <= most:
                return packets
        return self._drawn(start, end, bounded(self.footage.settings, end - start))

    def _drawn(self, start: int, end: int, settings: dict[str, str]) -> list[Packet[VideoStream]]:
        encoder = av.CodecContext.create("libx264", "w")
        _describe(encoder, self.footage.size)
        encoder.options, encoder.thread_count = settings, 1
        packets = []
        for n in range(start, end):
            if self.stop.is_set():
                break
            picture = self.footage.draw(n)
            packets += encoder.encode(_frame(picture, n))
            self._report(n, picture)
        return packets + encoder.encode(None)

    def _report(self, n: int, picture: Planes) -> None:
        with self.lock:
            if n in self.done:
                return  # it is drawn again, because its chunk became too large
            self.done.add(n)
            self.farthest = max((n, picture), self.farthest or (n, picture), key=itemgetter(0))
            if self.on_frame:
                self.on_frame(len(self.done), self.footage.frames, self.farthest[1])


def bounded(settings: dict[str, str], frames: int) -> dict[str, str]:
    """The settings with which a chunk of so many frames takes no more than `MOST`: what a decoder
    finds in its buffer at first and what it loads meanwhile are no more (H.264, annex C)."""
    seconds = frames / FPS
    ahead = min(AHEAD, MOST * seconds / 2)
    rate = MOST - ahead / seconds
    limits = f"vbv-maxrate={rate:.0f}:vbv-bufsize={ahead:.0f}:vbv-init=1"
    return settings | {"x264-params": f"{settings['x264-params']}:{limits}"}


def chunks(frames: int, cuts: Sequence[int]) -> list[tuple[int, int]]:
    """Spans of about `CHUNK` frames; the last are half as long, so that no core waits long for
    another at the end. They depend on the plan alone and not on the machine's cores, so that one
    brief gives one film."""
    count = max(1, round(frames / CHUNK))
    whole = max(0, count - HALVED)
    marks = [*range(whole), *np.arange(whole, count + 0.5, 0.5)]
    inner = {_snapped(round(frames * mark / count), cuts) for mark in marks[1:-1]}
    return list(pairwise(sorted({0, *inner, frames})))


def _snapped(bound: int, cuts: Sequence[int]) -> int:
    near = [cut for cut in cuts if abs(cut - bound) <= SNAP]
    return near[0] if near else bound


def _describe(encoder: VideoCodecContext, size: tuple[int, int]) -> None:
    encoder.width, encoder.height = size
    encoder.pix_fmt = "yuv420p"
    encoder.framerate, encoder.time_base = Fraction(FPS), Fraction(1, FPS)
    encoder.color_primaries = encoder.color_trc = encoder.colorspace = BT709
    encoder.color_range = LIMITED
    encoder.flags |= Flags.global_header


def _frame(planes: Planes, n: int) -> av.VideoFrame:
    height, width = planes.y.shape
    frame = av.VideoFrame(width, height, "yuv420p")
    for plane, pixels in zip(frame.planes, planes, strict=True):
        rows = np.frombuffer(plane, np.uint8)  # type: ignore[call-overload]
        rows = rows.reshape(plane.height, plane.line_size)
        rows[:, : plane.width] = pixels
    frame.pts, frame.time_base = n, Fraction(1, FPS)
    return frame


def _heard(
    encoder: AudioCodecContext, samples: NDArray[np.float32]
) -> Iterator[Packet[AudioStream]]:
    """AAC packets of float32 (2, samples), in the encoder's own frames of 1024."""
    for start in range(0, samples.shape[1], 1024):
        block = np.ascontiguousarray(samples[:, start : start + 1024], np.float32)
        frame = av.AudioFrame.from_ndarray(block, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts = SAMPLE_RATE, start
        frame.time_base = Fraction(1, SAMPLE_RATE)
        yield from encoder.encode(frame)
    yield from encoder.encode(None)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
