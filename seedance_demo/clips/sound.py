"""The sound of clips that become one film: as long as their pictures to the sample, without a click
where they meet."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from .frames import opened

RATE = 48_000  # samples a second
FADE = 240  # samples, 5 ms: too short to be heard as a pause, long enough for no click
Samples = NDArray[np.float32]  # (2, samples)


def heard(clip: Path, start: float, count: int) -> Samples:
    """So many samples of a clip's sound from a second on, with silence where there is none. Raises
    `ClipUnavailable`."""
    sound = np.zeros((2, count), np.float32)
    with opened(clip) as film:
        if not film.streams.audio:
            return sound
        resampler, at = av.AudioResampler("fltp", "stereo", RATE), None
        for frame in chain(film.decode(audio=0), [None]):
            if at is None and frame:
                at = round(((frame.time or 0) - start) * RATE)
            for block in resampler.resample(frame):
                samples = block.to_ndarray().astype(np.float32)
                _lay(samples, sound, at or 0)
                at = (at or 0) + samples.shape[1]
    return sound


def _lay(samples: Samples, sound: Samples, at: int) -> None:
    """As much of the samples as there is room for."""
    first, last = max(at, 0), min(at + samples.shape[1], sound.shape[1])
    if first < last:
        sound[:, first:last] = samples[:, first - at : last - at]


def met(parts: Iterator[tuple[int, Samples]], held: int) -> Iterator[Samples]:
    """One sound of several, in pieces. Each comes with the samples for which it is heard together
    with the one before it, at most `held`: as many fade over into each other. With none they fade
    out and in."""
    before = np.zeros((2, 0), np.float32)
    for overlap, sound in parts:
        if before.shape[1]:
            before, sound = _met(before, sound, overlap)
        both = np.concatenate([before, sound], axis=1)
        yield both[:, :-held]
        before = both[:, -held:]
    yield before


def _met(before: Samples, after: Samples, overlap: int) -> tuple[Samples, Samples]:
    length = overlap or FADE
    turn = np.linspace(0, np.pi / 2, length, dtype=np.float32)  # the power of both stays the same
    ending, beginning = before[:, -length:] * np.cos(turn), after[:, :length] * np.sin(turn)
    if overlap:
        return before[:, :-length], np.concatenate([ending + beginning, after[:, length:]], axis=1)
    return (
        np.concatenate([before[:, :-length], ending], axis=1),
        np.concatenate([beginning, after[:, length:]], axis=1),
    )
