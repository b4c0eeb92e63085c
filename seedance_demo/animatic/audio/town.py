"""Synthesizes ambience of people: streets, crowds, engines and rooms."""

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from .synthesis import (
    RATE,
    Track,
    band,
    clock,
    drift,
    glide,
    hit,
    modes,
    noise,
    pan,
    period,
    place,
    samples,
)


def city(count: int, rng: Generator) -> Track:
    """A hum of far traffic, cars that pass, and once in a while a horn streets away."""
    out = 0.045 * noise(count, rng, band(40, 260, -4)) * drift(count, rng, 0.5, 0.7, 1.0)
    out += 0.012 * noise(count, rng, band(250, 1800, -4)) * drift(count, rng, 0.6, 0.3, 1.0)
    at = rng.uniform(-1.0, 1.0)
    while at < count / RATE:
        place(out, passing_car(rng), samples(at), rng.uniform(0.5, 1.0))
        at += rng.uniform(2.2, 4.5)
    at = rng.uniform(1.0, 6.0)
    while at < count / RATE - 0.5:
        place(out, pan(horn(rng), rng.uniform(-0.7, 0.7)), samples(at), rng.uniform(0.008, 0.016))
        at += rng.uniform(5.0, 12.0)
    return out


def passing_car(rng: Generator) -> Track:
    """Tyres and engine going by; near the listener it is not only louder but brighter."""
    count = samples(4)
    t = clock(count) - 2
    near = 1 / (1 + (t / rng.uniform(0.4, 0.7)) ** 2) * hit(count, 0.8, release=0.8)
    tyres = noise(count, rng, band(300, 2600, -4), 1)[0] * near**1.5
    rumble = noise(count, rng, band(60, 260, -3), 1)[0] * near
    path = rng.choice([-1, 1]) * np.tanh(t / 0.8)
    return pan(0.06 * tyres + 0.07 * rumble, 0.85 * path)


def horn(rng: Generator) -> Track:
    """Two notes of a car horn, softened by the distance."""
    presses = [samples(rng.uniform(0.12, 0.5)) for _ in range(rng.integers(1, 3))]
    low = rng.uniform(340, 420)
    tones = np.outer([low, low * 1.26], np.arange(1, 7)).ravel()
    levels = np.exp(-tones / 900)
    blasts = [modes(n, tones, np.zeros(12), levels) * hit(n, 0.02, release=0.06) for n in presses]
    gap = np.zeros(samples(0.12), np.float32)
    return np.concatenate([part for blast in blasts for part in (blast, gap)])


# First three formants of five vowels in Hz, men's averages (Peterson and Barney 1952).
VOWELS = np.array(
    [(270, 2290, 3010), (530, 1840, 2480), (730, 1090, 2440), (570, 840, 2410), (300, 870, 2240)]
)
VOICES = 14
SLOW = 4  # voices have nothing above 6 kHz, so they are computed at a quarter of the rate


def crowd(count: int, rng: Generator) -> Track:
    """Many people talking at once: voices with pitch, vowels and pauses, too many to follow."""
    slow = -(-count // (SLOW * 2400)) * 2400
    table = np.zeros((2, slow), np.float32)
    for _ in range(VOICES):
        table += pan(voice(slow, rng) * rng.uniform(0.4, 1.0), rng.uniform(-0.9, 0.9))
    spectrum = np.zeros((2, slow * SLOW // 2 + 1), np.complex64)
    spectrum[:, : slow // 2] = np.fft.rfft(table)[:, : slow // 2]
    talk = np.fft.irfft(spectrum)[:, :count].astype(np.float32) * SLOW
    return (
        0.03 * talk
        + 0.012 * noise(count, rng, band(150, 900, -4))
        + 0.005 * noise(count, rng, band(2500, 6500, -3)) * drift(count, rng, 7) ** 3
    )


def voice(count: int, rng: Generator) -> Track:
    """Somebody's murmur, `count` samples at the slow rate."""

    def moving(rate: float, low: float = 0.0, high: float = 1.0) -> Track:
        return drift(count, rng, rate * SLOW, low, high)

    pitch = rng.uniform(95, 230)
    phase = np.cumsum(pitch * moving(2.2, 0.85, 1.2), dtype=np.float64) * (SLOW / RATE) % 1
    one, other = (vowel(pitch, VOWELS[k]) for k in rng.choice(len(VOWELS), 2, replace=False))
    index = (phase * len(one)).astype(np.int32)
    syllables = rng.uniform(3.2, 5.0)
    mouth = moving(syllables)
    talking = np.clip(3 * moving(0.8) - 0.8, 0, 1)  # people also listen
    said = one[index] * mouth + other[index] * (1 - mouth)
    murmur: Track = said * moving(syllables) * talking
    return murmur


def vowel(pitch: float, formants: NDArray[np.int64]) -> Track:
    """One period of a voice."""
    k = np.arange(1, int(5000 / pitch))
    peaks = 1 / (1 + (np.subtract.outer(k * pitch, formants) / 90) ** 2)
    throat = 0.02 + (peaks * (1.0, 0.6, 0.3)).sum(axis=1)
    return period(throat / k**0.4, k**2)


def engine(count: int, rng: Generator) -> Track:
    """Four cylinders under a changing load: firing order, a rough half order, intake breath."""
    load = drift(count, rng, 0.45)
    turns = (1500 + 900 * load) * drift(count, rng, 12, 0.992, 1.008) / 60
    cycle = glide(turns / 2)  # a four-stroke repeats after two turns
    orders = np.arange(1, 57)
    firing = np.where(orders % 4 == 0, 1.0, np.where(orders % 2 == 0, 0.22, 0.1))
    phases = orders**2 * 0.7 + rng.uniform(-0.5, 0.5, len(orders))
    soft, hard = (period(firing * np.exp(-orders / reach), phases) for reach in (7, 28))
    index = (cycle * (len(soft) / (2 * np.pi))).astype(np.int32) % len(soft)
    tone = soft[index] * (1 - load) + 1.2 * hard[index] * load
    breath = (0.6 + 0.4 * np.sin(4 * cycle)) * (0.4 + load)
    delayed = np.zeros_like(tone)
    place(delayed, tone, 19)  # samples: the far wall of the street
    tones = 0.028 * np.stack([tone + 0.3 * delayed, 0.3 * tone + delayed])
    return tones + 0.055 * noise(count, rng, band(150, 2200, -4)) * breath


def room(count: int, rng: Generator) -> Track:
    """The quiet of a place, for shots whose prompt names no sound."""
    air = noise(count, rng, band(45, 420, -5)) * drift(count, rng, 0.4, 0.75, 1.0)
    return 0.012 * air + 0.0012 * noise(count, rng, band(500, 5000, -5))
