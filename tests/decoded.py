"""What is in a finished mp4, beyond its picture planes: where it cuts, what is heard, how long."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from .animatic.clips import Clip


def seconds_of(path: Path) -> float:
    """Length of a file that must carry a picture and a sound."""
    with av.open(str(path)) as clip:
        assert {stream.type for stream in clip.streams} == {"video", "audio"}
        assert clip.duration is not None
        return clip.duration / av.time_base


def size_of(path: Path) -> tuple[int, int]:
    """Width and height in pixels."""
    with av.open(path) as clip:
        picture = clip.streams.video[0]
        return picture.width, picture.height


def sound_of(path: Path) -> NDArray[np.float32]:
    """The decoded sound, (2, samples) at 48 kHz."""
    with av.open(str(path)) as clip:
        return np.concatenate([frame.to_ndarray() for frame in clip.decode(audio=0)], axis=1)


def cuts(clip: Clip) -> list[int]:
    """Frames at which the picture is suddenly another one."""
    small = [cv2.resize(frame, (64, 48)).astype(np.float32) for frame in clip.y]
    change = np.array([0.0, *(np.abs(b - a).mean() for a, b in pairwise(small))])
    sudden = (change > 12) & (change > 4 * np.median(change))
    return [int(frame) for frame in np.flatnonzero(sudden)]


def part(clip: Clip, first: int, last: int) -> Clip:
    return replace(clip, y=clip.y[first:last], u=clip.u[first:last], v=clip.v[first:last])
