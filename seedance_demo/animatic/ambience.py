"""Places you hear rather than see: weather, water, fire, animals, streets, crowds, engines.

Every synth takes (samples, rng) and returns a stereo track of that length; `AMBIENCE` names them.
"""

import math
from collections.abc import Callable

import numpy as np
from numpy.random import Generator

from .plan import Sound
from .synthesis import RATE, Track, band, clock, drift, hit, noise, pan, place, samples

Synth = Callable[[int, Generator], Track]


def rain(count: int, rng: Generator) -> Track:
    """A far wash, a near patter of drops on leaves and stone, and the blips of puddles."""
    wash = noise(count, rng, band(350, 7000, -4.5)) * drift(count, rng, 0.4, 0.75, 1.0)
    roof = noise(count, rng, band(120, 500, -3)) * drift(count, rng, 0.7, 0.5, 1.0)
    drops = patter(count, rng, per_second=70, click=(0.0015, 0.006), colour=band(1200, 8000, -3))
    return 0.05 * wash + 0.025 * roof + 0.5 * drops + bubbles(count, rng, 18, (900, 3200), 0.05)


def patter(
    count: int,
    rng: Generator,
    per_second: float,
    click: tuple[float, float],
    colour: Callable[[Track], Track],
) -> Track:
    """Ticks of noise at random times, most of them soft and a few near."""
    out = np.zeros((2, count), np.float32)
    grains = noise(samples(0.03), rng, colour, 12)
    decays = rng.uniform(*click, 12)
    grains = [g * hit(len(g), 0.0004, d) for g, d in zip(grains, decays, strict=True)]
    for at in rng.integers(0, count, rng.poisson(per_second * count / RATE)):
        loudness = 0.05 * rng.pareto(2.5)
        place(out, pan(grains[rng.integers(12)], rng.uniform(-0.9, 0.9)), at, min(loudness, 0.25))
    return out


def bubbles(
    count: int, rng: Generator, per_second: float, pitch: tuple[float, float], level: float
) -> Track:
    """Drops into water: bubbles that ring and rise (van den Doel 2005, liquid sounds)."""
    out = np.zeros((2, count), np.float32)
    t = clock(samples(0.06))
    for at in rng.integers(0, count, rng.poisson(per_second * count / RATE)):
        f = math.exp(rng.uniform(*np.log(pitch)))
        damping = 0.043 * f + 0.0014 * f**1.5
        ring = np.sin(2 * np.pi * f * t * (1 + 0.1 * damping * t)) * np.exp(-damping * t)
        place(
            out,
            pan(ring * hit(len(t), 0.001, 1.0), rng.uniform(-0.8, 0.8)),
            at,
            level * rng.random() ** 2,
        )
    return out


def wind(count: int, rng: Generator) -> Track:
    gust = drift(count, rng, 0.45)
    low = noise(count, rng, band(50, 400, -4)) * (0.35 + 0.65 * gust)
    high = noise(count, rng, band(300, 1400, -6)) * gust**2
    return 0.07 * low + 0.06 * high


def waves(count: int, rng: Generator) -> Track:
    swell = drift(count, rng, 0.35) ** 2
    return (
        0.07 * noise(count, rng, band(60, 600, -4)) * (0.2 + swell)
        + 0.04 * noise(count, rng, band(700, 7000, -3)) * swell
    )


def water(count: int, rng: Generator) -> Track:
    return 0.02 * noise(count, rng, band(300, 4000, -4)) + bubbles(
        count, rng, 160, (350, 2600), 0.12
    )


def fire(count: int, rng: Generator) -> Track:
    roar = noise(count, rng, band(40, 260, -3)) * drift(count, rng, 4, 0.5, 1.0)
    return 0.05 * roar + patter(count, rng, 16, (0.001, 0.008), band(600, 5000, -3))


def birds(count: int, rng: Generator) -> Track:
    out = 0.004 * noise(count, rng, band(200, 3000, -5))
    for at in rng.integers(0, count, max(1, round(2.2 * count / RATE))):
        length = samples(rng.uniform(0.05, 0.16))
        u = np.linspace(0, 1, length)
        f = rng.uniform(2200, 4600) * (
            1 + rng.uniform(-0.2, 0.3) * np.sin(np.pi * u * rng.uniform(0.5, 2))
        )
        chirp = (np.sin(2 * np.pi * np.cumsum(f) / RATE) * np.sin(np.pi * u) ** 1.5).astype(
            np.float32
        )
        place(out, pan(chirp, rng.uniform(-0.8, 0.8)), at, rng.uniform(0.02, 0.08))
    return out


def crickets(count: int, rng: Generator) -> Track:
    out = 0.004 * noise(count, rng, band(100, 2000, -5))
    t = clock(count)
    for _ in range(4):
        pulses = np.clip(np.sin(2 * np.pi * rng.uniform(22, 30) * t), 0, 1) ** 2
        chirps = np.clip(
            np.sin(2 * np.pi * rng.uniform(1.4, 2.4) * t + rng.uniform(0, 6)) * 4, 0, 1
        )
        voice = np.sin(2 * np.pi * rng.uniform(3900, 5000) * t) * pulses * chirps
        out += pan(voice, rng.uniform(-0.9, 0.9)) * 0.02
    return out


def city(count: int, rng: Generator) -> Track:
    hum = noise(count, rng, band(40, 350, -5)) * drift(count, rng, 0.5, 0.7, 1)
    traffic = noise(count, rng, band(250, 1800, -4)) * drift(count, rng, 0.4, 0.1, 1)
    return 0.05 * hum + 0.02 * traffic


def crowd(count: int, rng: Generator) -> Track:
    out = np.zeros((2, count), np.float32)
    for centre in (300, 550, 900, 1500, 2300):
        out += (
            noise(count, rng, band(centre * 0.8, centre * 1.2))
            * drift(count, rng, 4.5)
            * (300 / centre)
        )
    return 0.04 * out


def engine(count: int, rng: Generator) -> Track:
    phase = np.cumsum(drift(count, rng, 0.5, 58, 84) / RATE) % 1
    u = np.linspace(0, 1, 2049)
    cycle = sum(np.sin(2 * np.pi * k * u + k * k) / k for k in range(1, 14))
    tone = np.interp(phase, u, cycle).astype(np.float32)
    return 0.05 * pan(tone, 0) + 0.02 * noise(count, rng, band(80, 900, -4))


def room(count: int, rng: Generator) -> Track:
    """The quiet of a room, for shots that name no sound."""
    return 0.01 * noise(count, rng, band(60, 900, -6)) * drift(count, rng, 0.3, 0.8, 1.0)


AMBIENCE: dict[Sound, Synth] = {
    Sound.RAIN: rain,
    Sound.WIND: wind,
    Sound.WAVES: waves,
    Sound.WATER: water,
    Sound.FIRE: fire,
    Sound.BIRDS: birds,
    Sound.CRICKETS: crickets,
    Sound.CITY: city,
    Sound.CROWD: crowd,
    Sound.ENGINE: engine,
}
