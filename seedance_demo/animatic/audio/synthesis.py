"""Building blocks of synthesis: shaped noise, damped modes, grains, slow drift.

A track is float32, (2, samples) or mono (samples,), at `RATE`. Nothing here knows what a sound
means; `nature`, `town`, `effects` and `music` give the meaning.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray

RATE = 48_000  # samples per second
JOINT = 2400  # samples over which one piece of noise gives way to the next

Track = NDArray[np.floating[Any]]
Gain = Callable[[Track], Track]  # amplitude over frequency in Hz
Synth = Callable[[int, Generator], Track]  # so many samples of a sound, stereo


def samples(seconds: float) -> int:
    return round(seconds * RATE)


def clock(count: int) -> Track:
    """The time of each sample in seconds."""
    return np.arange(count, dtype=np.float32) / np.float32(RATE)


def band(low: float, high: float, tilt: float = 0.0) -> Gain:
    """A band-pass, 24 dB per octave at both sides, tilted by `tilt` dB per octave between them."""

    def gain(f: Track) -> Track:
        slope: Track = (f / 1000) ** (tilt / 6.02)
        return slope / ((1 + (low / f) ** 4) * (1 + (f / high) ** 4))

    return gain


def noise(count: int, rng: Generator, gain: Gain, channels: int = 2) -> Track:
    """Noise of unit RMS with the spectrum `gain`, channels independent: (channels, count).

    Random bins in the frequency domain: any spectrum for the price of one inverse FFT. Pieces of a
    second, each of its own bins, give way to each other at equal power, so that minutes need no
    more room at work than seconds.
    """
    size = min(RATE, -(-(count + 2 * JOINT) // 9600) * 9600)  # small primes: the FFT is fast
    shape = gain(np.maximum(np.fft.rfftfreq(size, 1 / RATE), 1.0)).astype(np.float32)
    shape[0] = 0.0
    # The draws have a variance of 1/12.
    shape *= size * math.sqrt(1.5 / float(np.square(shape).sum()))
    out = np.zeros((channels, count), np.float32)
    rise = np.sin(np.linspace(0, np.pi / 2, JOINT, dtype=np.float32))
    for start in range(-JOINT, count, size - JOINT):
        draws = rng.random((channels, 2 * len(shape)), dtype=np.float32) - np.float32(0.5)
        piece = np.fft.irfft(draws.view(np.complex64) * shape, size)
        piece[:, :JOINT] *= rise
        piece[:, -JOINT:] *= rise[::-1]
        place(out, piece, start)
    return out


def convolved(track: Track, response: Track, size: int) -> Track:
    """A track (..., samples) through a filter's impulse response, as long as the track is.

    By overlap-add: `size` samples are transformed at a time, more than the response has.
    """
    step = size - response.shape[-1]
    spectrum = np.fft.rfft(response, size)
    shape = np.broadcast_shapes(track.shape[:-1], response.shape[:-1])
    out = np.zeros((*shape, track.shape[-1]), np.float32)
    for start in range(0, track.shape[-1], step):
        block = np.fft.rfft(track[..., start : start + step], size)
        place(out, np.fft.irfft(block * spectrum, size), start)
    return out


def drift(count: int, rng: Generator, rate: float, low: float = 0.0, high: float = 1.0) -> Track:
    """A smooth random curve that turns about `rate` times a second, between `low` and `high`."""
    knots = max(4, math.ceil(count / RATE * rate) + 2)
    values = rng.random(knots)
    values = (values - values.min()) / np.ptp(values)  # a short clip deserves the whole range too
    position = np.linspace(0, knots - 1.001, max(2, count // 240))
    left = position.astype(int)
    blend = (1 - np.cos(np.pi * (position - left))) / 2
    curve = low + (high - low) * (values[left] * (1 - blend) + values[left + 1] * blend)
    return stretched(curve, count)


def stretched(curve: ArrayLike, count: int) -> Track:
    """A coarse curve drawn over `count` samples."""
    coarse = np.asarray(curve)
    position = np.linspace(0, len(coarse) - 1, count)
    drawn: Track = np.interp(position, np.arange(len(coarse)), coarse).astype(np.float32)
    return drawn


def modes(
    count: int, frequencies: ArrayLike, decays: ArrayLike, levels: ArrayLike, phases: ArrayLike = 0
) -> Track:
    """A sum of damped sinusoids, the way struck and plucked things ring: (count,).

    Frequencies in Hz, decays in 1/s. The exponential of a sum is a product of exponentials, so the
    samples come from matrix products over blocks instead of a sine for each sample and mode.
    """
    block, stack = 256, 8
    rates = (2j * np.pi * np.asarray(frequencies) - np.asarray(decays)) / RATE
    start = np.asarray(levels) * np.exp(1j * (np.asarray(phases) - np.pi / 2))
    blocks = -(-count // (block * stack)) * stack
    outer = np.exp(np.outer(np.arange(blocks) * block, rates)) * start
    inner = np.exp(np.outer(rates, np.arange(block)))
    left = np.concatenate([outer.real, -outer.imag], axis=1).astype(np.float32)
    right = np.concatenate([inner.real, inner.imag]).astype(np.float32)
    # Products this small stay on one thread; a large one wakes every core, which are encoding.
    rung: Track = left.reshape(-1, stack, len(right)) @ right
    return rung.reshape(-1)[:count]


def period(levels: ArrayLike, phases: ArrayLike, points: int = 8192) -> Track:
    """One period of a tone with harmonics 1, 2, 3, ... as a table of unit RMS: (points,)."""
    partials = np.asarray(levels) * np.exp(1j * np.asarray(phases))
    spectrum = np.zeros(points // 2 + 1, np.complex128)
    spectrum[1 : len(partials) + 1] = partials
    table = np.fft.irfft(spectrum)
    return (table / np.std(table)).astype(np.float32)


def glide(frequency: Track) -> Track:
    """The phase in radians of a tone whose frequency in Hz moves."""
    return (2 * np.pi / RATE * np.cumsum(frequency, dtype=np.float64) % (2 * np.pi)).astype(
        np.float32
    )


def whistle(rng: Generator, centre: Track, width: float) -> Track:
    """Narrow noise, `width` Hz wide, around a moving centre frequency: (count,)."""
    knots = max(3, math.ceil(len(centre) / RATE * width))
    inphase, quadrature = (stretched(rng.standard_normal(knots), len(centre)) for _ in range(2))
    phase = glide(centre)
    return inphase * np.cos(phase) + quadrature * np.sin(phase)


def hit(count: int, attack: float, decay: float = math.inf, release: float = 0.004) -> Track:
    """The envelope of a struck sound: up in `attack` seconds, falling by e each `decay` seconds.

    The last `release` seconds bring it to zero, so that the end of the array is not a click.
    """
    t = clock(count)
    end = count / RATE
    fall = np.exp(-np.maximum(t - attack, 0) / decay)
    envelope: Track = np.clip(t / attack, 0, 1) * fall * np.clip((end - t) / release, 0, 1)
    return envelope


def knock(rng: Generator, colour: Gain, attack: float, decay: float) -> Track:
    """A short burst of mono noise: a hammer's felt, a drum's stick, a bell's clapper."""
    count = samples(attack + 7 * decay)
    burst: Track = noise(count, rng, colour, 1)[0] * hit(count, attack, decay)
    return burst


def pan(mono: Track, position: ArrayLike) -> Track:
    """Equal-power stereo from mono; `position` from -1 (left) to 1 (right), fixed or a curve."""
    angle = (np.asarray(position, np.float32) + 1) * np.float32(np.pi / 4)
    sides = np.stack([mono * np.cos(angle), mono * np.sin(angle)])
    return (sides * math.sqrt(2)).astype(np.float32)


def place(track: Track, sound: Track, at: int, gain: float = 1.0) -> None:
    """Add `sound` into `track` from sample `at` on; what lies outside the track is dropped."""
    first, last = max(at, 0), min(at + sound.shape[-1], track.shape[-1])
    if first < last:
        track[..., first:last] += gain * sound[..., first - at : last - at]


def moments(rng: Generator, per_second: float, density: Track) -> NDArray[np.int64]:
    """Samples at which something happens by chance, more often where `density` (0 to 1) is high."""
    weight = np.cumsum(density[::240])
    happen = rng.poisson(per_second * 240 / RATE * weight[-1])
    slots = np.searchsorted(weight, rng.random(happen) * weight[-1])
    at: NDArray[np.int64] = slots * 240 + rng.integers(0, 240, happen)
    return at


def scatter(
    count: int, rng: Generator, grains: Sequence[Track], at: NDArray[np.int64], levels: Track
) -> Track:
    """Grains, drawn at random from a few, at the given samples and levels: (2, count)."""
    out = np.zeros((2, count), np.float32)
    chosen = rng.integers(0, len(grains), len(at))
    for start, level, grain in zip(at.tolist(), levels.tolist(), chosen.tolist(), strict=True):
        place(out, grains[grain], start, level)
    return out


def beats(count: int, first: float, interval: float) -> list[int]:
    """The samples of a steady tempo from `first` seconds to the end of the track."""
    steps = max(0, math.ceil((count / RATE - first) / interval))
    return [samples(first + step * interval) for step in range(steps)]


def hall(send: Track, rng: Generator, seconds: float = 1.6) -> Track:
    """What a mono send (count,) leaves in a hall that takes `seconds` to fall by 60 dB: stereo."""
    tail = samples(seconds)
    t = clock(tail)
    bright = noise(tail, rng, band(250, 5000, -3)) * np.exp(-t * (11 / seconds))
    dark = noise(tail, rng, band(150, 1200, -3)) * np.exp(-t * (6.9 / seconds))
    echo = (bright + dark) * hit(tail, 0.02) / math.sqrt(RATE * seconds)
    return convolved(send, echo.astype(np.float32), 2 * tail)
