"""The few primitives every sound of the animatic is made of: shaped noise, damped modes, slow drift.

A track is float32, shape (2, samples) or (samples,) for mono, at `RATE`. Nothing here knows what a
sound means; `ambience`, `effects` and `music` give the meaning.
"""

import math
from collections.abc import Callable, Iterable

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray

RATE = 48_000  # samples per second

Track = NDArray[np.float32]
Gain = Callable[[Track], Track]  # amplitude over frequency in Hz


def samples(seconds: float) -> int:
    return round(seconds * RATE)


def clock(count: int) -> Track:
    """The time of each sample in seconds."""
    return (np.arange(count) / RATE).astype(np.float32)


def band(low: float, high: float, tilt: float = 0.0) -> Gain:
    """A band-pass of 24 dB per octave at both sides, tilted by `tilt` dB per octave between them."""

    def gain(f: Track) -> Track:
        slope = (f / 1000) ** (tilt / 6.02)
        return slope / ((1 + (low / f) ** 4) * (1 + (f / high) ** 4))

    return gain


def noise(count: int, rng: Generator, gain: Gain, channels: int = 2) -> Track:
    """Noise of unit RMS with the spectrum `gain`, channels independent: (channels, count).

    Random phases in the frequency domain: any spectrum for the price of one inverse FFT.
    """
    size = -(-count // 9600) * 9600  # a product of small primes, where the FFT is fast
    f = np.fft.rfftfreq(size, 1 / RATE).astype(np.float32)
    shape = gain(np.maximum(f, 1.0)).astype(np.float32)
    shape[0] = 0.0
    shape *= size / (2 * math.sqrt(float(shape @ shape)))
    draws = rng.standard_normal((channels, 2 * len(f)), dtype=np.float32)
    return np.fft.irfft(draws.view(np.complex64) * shape, size)[:, :count].astype(np.float32)


def drift(count: int, rng: Generator, rate: float, low: float = 0.0, high: float = 1.0) -> Track:
    """A smooth random curve that turns about `rate` times a second, between `low` and `high`."""
    knots = max(4, math.ceil(count / RATE * rate) + 3)
    values = rng.random(knots)
    values = (values - values.min()) / np.ptp(values)  # a short clip deserves the whole range too
    fine = np.linspace(0, knots - 1.001, max(2, count // 240))
    left = fine.astype(int)
    blend = (1 - np.cos(np.pi * (fine - left))) / 2
    curve = low + (high - low) * (values[left] * (1 - blend) + values[left + 1] * blend)
    x = np.linspace(0, len(curve) - 1, count)
    return np.interp(x, np.arange(len(curve)), curve).astype(np.float32)


def modes(
    count: int, frequencies: ArrayLike, decays: ArrayLike, amplitudes: ArrayLike, phases: ArrayLike
) -> Track:
    """A sum of damped sinusoids, the way struck and plucked things ring: (count,).

    Frequencies in Hz, decays in 1/s. The exponential of a sum is a product of exponentials, so the
    samples come from one matrix product over blocks instead of a sine for each sample and mode.
    """
    block = 256
    rates = (2j * np.pi * np.asarray(frequencies) - np.asarray(decays)) / RATE
    start = np.asarray(amplitudes) * np.exp(1j * np.asarray(phases))
    blocks = np.exp(np.outer(np.arange(-(-count // block)) * block, rates)) * start
    inside = np.exp(np.outer(rates, np.arange(block)))
    rung = blocks.astype(np.complex64) @ inside.astype(np.complex64)
    return rung.real.reshape(-1)[:count].astype(np.float32)


def hit(count: int, attack: float, decay: float) -> Track:
    """The envelope of a struck sound: up in `attack` seconds, then falling by e each `decay`."""
    t = clock(count)
    release = np.clip((count / RATE - t) / 0.004, 0, 1)  # the end of the array is not a click
    return np.clip(t / attack, 0, 1) * np.exp(-np.maximum(t - attack, 0) / decay) * release


def pan(mono: Track, position: ArrayLike) -> Track:
    """Equal-power stereo from mono; `position` from -1 (left) to 1 (right), fixed or a curve."""
    angle = (np.asarray(position, np.float32) + 1) * np.float32(np.pi / 4)
    return np.stack([mono * np.cos(angle), mono * np.sin(angle)]).astype(np.float32) * math.sqrt(2)


def place(track: Track, sound: Track, at: int, gain: float = 1.0) -> None:
    """Add `sound` into `track` from sample `at` on; what lies outside the track is dropped."""
    first, last = max(at, 0), min(at + sound.shape[-1], track.shape[-1])
    if first < last:
        track[..., first:last] += gain * sound[..., first - at : last - at]


def beats(start: float, end: float, interval: float) -> Iterable[float]:
    """The times of a steady tempo from `start` up to `end`, in seconds."""
    return (start + k * interval for k in range(max(0, math.ceil((end - start) / interval))))
