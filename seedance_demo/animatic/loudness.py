"""Loudness as listeners hear it, and a master that brings a mix to it without clipping."""

import numpy as np
from numpy.typing import NDArray

from .synthesis import Track

BLOCK = 480  # 10 ms: the grid on which the limiter thinks and energy is summed

# The two stages of K-weighting at 48 kHz, ITU-R BS.1770-4 tables 1 and 2: (b, a).
SHELF = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (1.0, -1.69065929318241, 0.73248077421585),
)
HIGH_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))


def k_weighted(track: Track) -> Track:
    """`track` through the K-weighting filter, applied as a frequency response."""
    size = -(-track.shape[1] // 9600) * 9600 + 9600  # room for the filter's tail to die away
    turn = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    response = np.ones_like(turn)
    for b, a in (SHELF, HIGH_PASS):
        response *= np.polyval(b[::-1], turn) / np.polyval(a[::-1], turn)
    spectrum = np.fft.rfft(track, size) * response.astype(np.complex64)
    return np.fft.irfft(spectrum, size)[:, : track.shape[1]].astype(np.float32)


def energies(track: Track) -> NDArray[np.float64]:
    """The K-weighted energy of each `BLOCK`, both channels added: (blocks,)."""
    squares = (k_weighted(track) ** 2).sum(axis=0, dtype=np.float64)
    return np.add.reduceat(squares, np.arange(0, len(squares), BLOCK))


def gated_loudness(energy: NDArray[np.float64]) -> float:
    """Integrated loudness in LUFS (BS.1770-4): 400 ms windows, 75 % overlap, gated at -70 and -10."""
    window, step = 40, 10
    sums = np.convolve(energy, np.ones(min(window, len(energy))), "valid")[::step]
    power = sums / (window * BLOCK)
    loud = power[power > 10 ** ((-70 + 0.691) / 10)]
    if not len(loud):
        return -np.inf
    loud = loud[loud > loud.mean() / 10]
    return float(-0.691 + 10 * np.log10(loud.mean()))


def limiter(peaks: NDArray[np.float32], ceiling: float) -> NDArray[np.float64]:
    """A gain for each block that keeps its peak under the ceiling and moves without a corner."""
    reach = 4
    need = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    padded = np.pad(need, 2 * reach, mode="edge")
    lowest = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).min(axis=1)
    return np.convolve(lowest, np.hanning(2 * reach + 3)[1:-1] / (reach + 1), "valid")


def master(track: Track, target: float, ceiling: float = 0.8) -> Track:
    """`track` at `target` LUFS, peaks under `ceiling`; silence stays silence."""
    energy = energies(track)
    loudness = gated_loudness(energy)
    if not np.isfinite(loudness):
        return track
    peaks = np.maximum.reduceat(np.abs(track).max(axis=0), np.arange(0, track.shape[1], BLOCK))
    gain = 10 ** ((target - loudness) / 20)
    for _ in range(4):
        curve = gain * limiter(peaks * gain, ceiling)
        gain *= 10 ** ((target - gated_loudness(energy * curve**2)) / 20)
    curve = gain * limiter(peaks * gain, ceiling)
    centres = np.arange(len(curve)) * BLOCK + BLOCK / 2
    return (track * np.interp(np.arange(track.shape[1]), centres, curve)).astype(np.float32)
