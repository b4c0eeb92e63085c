"""Ears for the tests: loudness, true peak, bands and onsets, from the standards' own formulas."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

RATE = 48_000

Floats = NDArray[np.floating]


def biquad(b: tuple[float, ...], a: tuple[float, ...], x: Floats) -> Floats:
    y = np.zeros(len(x) + 2)
    padded = np.concatenate([[0.0, 0.0], x])
    for n in range(2, len(padded)):
        y[n] = b[0] * padded[n] + b[1] * padded[n - 1] + b[2] * padded[n - 2]
        y[n] -= a[0] * y[n - 1] + a[1] * y[n - 2]
    return y[2:]


@cache
def k_weighting() -> Floats:
    """The impulse response of BS.1770-4's two filters, by their recursion; it is over in 0.2 s."""
    impulse = np.zeros(RATE // 5)
    impulse[0] = 1.0
    shelf = biquad(
        (1.53512485958697, -2.69169618940638, 1.19839281085285),
        (-1.69065929318241, 0.73248077421585),
        impulse,
    )
    return biquad((1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621), shelf)


def lufs(track: Floats) -> float:
    """Integrated loudness of BS.1770-4: K-weighting, 400 ms blocks at 75 % overlap, two gates."""
    size = track.shape[1] + RATE // 5
    weighted = np.fft.irfft(np.fft.rfft(track, size) * np.fft.rfft(k_weighting(), size), size)
    squares = np.concatenate([[0.0], np.cumsum((weighted[:, : track.shape[1]] ** 2).sum(axis=0))])
    block, hop = RATE * 4 // 10, RATE // 10
    starts = np.arange(0, track.shape[1] - block + 1, hop)
    power = (squares[starts + block] - squares[starts]) / block
    loudness = -0.691 + 10 * np.log10(power + 1e-20)
    absolute = power[loudness > -70]
    threshold = -0.691 + 10 * np.log10(absolute.mean()) - 10
    gated = power[(loudness > -70) & (loudness > threshold)]
    return float(-0.691 + 10 * np.log10(gated.mean()))


def true_peak(track: Floats) -> float:
    """The highest point between the samples too, in dBTP, from 4 times as many."""
    size = track.shape[1] + 4800
    spectrum = np.fft.rfft(track, size)
    dense = np.fft.irfft(spectrum, 4 * size) * 4
    return float(20 * np.log10(np.abs(dense).max()))


def band(track: Floats, low: float, high: float) -> Floats:
    """What lies between two frequencies, both channels: the same shape."""
    spectrum = np.fft.rfft(track)
    f = np.fft.rfftfreq(track.shape[-1], 1 / RATE)
    spectrum[..., (f < low) | (f > high)] = 0
    return np.fft.irfft(spectrum, track.shape[-1])


def level(track: Floats, start: float = 0.0, end: float | None = None) -> float:
    """RMS in dB between two times."""
    stop = None if end is None else round(end * RATE)
    part = track[..., round(start * RATE) : stop]
    return float(10 * np.log10((part**2).mean() + 1e-20))


def envelope(track: Floats, seconds: float) -> Floats:
    """The RMS over a sliding window of so many seconds, centred, of all channels: (samples,)."""
    power = (np.atleast_2d(track) ** 2).mean(axis=0)
    width = round(seconds * RATE)
    total = np.cumsum(np.pad(power, (width // 2 + 1, width - width // 2 - 1)))
    smooth = np.maximum(total[width:] - total[:-width], 0) / width
    heard: Floats = np.sqrt(smooth[: len(power)])
    return heard


def peak_time(track: Floats, low: float, high: float, start: float, end: float) -> float:
    """When a band is loudest between two times, in seconds."""
    first = round(start * RATE)
    heard = envelope(band(track, low, high), 0.05)[first : round(end * RATE)]
    return (first + int(np.argmax(heard))) / RATE


def onsets(track: Floats, low: float, high: float, apart: float, threshold: float) -> list[float]:
    """When a band rises through a share of its maximum, no two nearer than `apart` seconds."""
    heard = envelope(band(track, low, high), 0.02)
    above = heard > threshold * heard.max()
    rises = np.flatnonzero(above[1:] & ~above[:-1]) / RATE
    times: list[float] = []
    for rise in rises:
        if not times or rise - times[-1] >= apart:
            times.append(float(rise))
    return times
