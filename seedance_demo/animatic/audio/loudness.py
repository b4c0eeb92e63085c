"""Measures loudness (ITU-R BS.1770-4), and masters a mix to a level without clipping."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from .synthesis import RATE, Track, convolved

BLOCK = 240  # 5 ms: the grid on which energy is summed and the limiter thinks
WINDOW = 80  # blocks of a gating window, 400 ms
STEP = 20  # blocks from one window to the next, 75 % overlap
NEAR = 0.25  # LU from the target that nobody hears
LOOK = 4  # blocks the limiter sees ahead

# The stages of K-weighting as (b, a) at 48 kHz: ITU-R BS.1770-4, annex 1, tables 1 and 2.
K_WEIGHTING = (
    (
        (1.53512485958697, -2.69169618940638, 1.19839281085285),
        (1, -1.69065929318241, 0.73248077421585),
    ),
    ((1.0, -2.0, 1.0), (1, -1.99004745483398, 0.99007225036621)),
)

Blocks = NDArray[np.float64]


def k_weighted(track: Track) -> Track:
    """`track` through the K-weighting filter."""
    size = RATE // 5  # by then the filter's tail has died away
    delay = np.exp(-2j * np.pi / size * np.arange(size // 2 + 1))
    response = np.ones_like(delay)
    for b, a in K_WEIGHTING:
        response *= np.polyval(b[::-1], delay) / np.polyval(a[::-1], delay)
    return convolved(track, np.fft.irfft(response).astype(np.float32), RATE)


def energies(track: Track) -> Blocks:
    """The K-weighted energy of every block, both channels added: (blocks,)."""
    squares = (k_weighted(track) ** 2).sum(axis=0, dtype=np.float64)
    return np.add.reduceat(squares, np.arange(0, len(squares), BLOCK))


def gated_loudness(energy: Blocks) -> float:
    """Integrated loudness in LUFS, with both gates of BS.1770-4; -inf for silence."""
    window = min(WINDOW, len(energy))
    power = sliding_window_view(energy, window)[::STEP].sum(axis=1) / (window * BLOCK)
    loud = power[power > 10 ** ((-70 + 0.691) / 10)]
    if not len(loud):
        return -np.inf
    loud = loud[loud > loud.mean() / 10]
    return float(-0.691 + 10 * np.log10(loud.mean()))


def limiter(peaks: Blocks, ceiling: float) -> Blocks:
    """A gain for each block that keeps its peak under the ceiling and moves without a corner."""
    need = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    lowest = sliding_window_view(np.pad(need, 2 * LOOK + 1, mode="edge"), 2 * LOOK + 3).min(axis=1)
    bell = np.hanning(2 * LOOK + 3)[1:-1]
    return np.convolve(lowest, bell / bell.sum(), "valid")


def master(track: Track, target: float, ceiling: float = 0.8) -> Track:
    """`track` at `target` LUFS with its peaks under `ceiling`; silence stays silence.

    The ceiling leaves 1 dB for what a decoder's filters add between the samples.
    """
    energy = energies(track)
    if not np.isfinite(gated_loudness(energy)):
        return track
    starts = np.arange(0, track.shape[1], BLOCK)
    peaks = np.maximum.reduceat(np.abs(track).max(axis=0), starts).astype(np.float64)
    drive, curve = 1.0, limiter(peaks, ceiling)
    for _ in range(16):  # what the limiter takes away, the drive gives back
        missing = target - gated_loudness(energy * curve**2)
        if abs(missing) < NEAR:
            break
        drive *= 10 ** (missing / 20)
        curve = drive * limiter(drive * peaks, ceiling)
    gain = np.interp(np.arange(track.shape[1]), starts + BLOCK / 2, curve)
    return track * gain.astype(np.float32)
