"""Synthesizes ambience of nature: weather, water, fire and animals."""

import math

import numpy as np
from numpy.random import Generator

from .synthesis import (
    RATE,
    Gain,
    Track,
    band,
    clock,
    drift,
    glide,
    hit,
    moments,
    noise,
    pan,
    place,
    samples,
    scatter,
    whistle,
)


def rain(count: int, rng: Generator) -> Track:
    """A far wash, the patter of drops on leaves and stone, and blips where it stands in puddles."""
    heavy = drift(count, rng, 0.35, 0.55, 1.0)
    return (
        0.045 * noise(count, rng, band(400, 7000, -3.5)) * heavy
        + 0.012 * noise(count, rng, band(90, 450, -3)) * (1.3 - heavy)
        + ticks(count, rng, 260, heavy, band(1500, 9000, -3), (0.0006, 0.003), 0.06)
        + ticks(count, rng, 26, heavy, band(350, 2600, -4), (0.004, 0.012), 0.09)
        + bubbles(count, rng, 12, heavy, (700, 2800), 0.05)
    )


def ticks(
    count: int,
    rng: Generator,
    per_second: float,
    density: Track,
    colour: Gain,
    decay: tuple[float, float],
    level: float,
) -> Track:
    """Short bursts at random times, most of them soft and far, a few near."""
    raw = noise(samples(0.05), rng, colour, 24)
    grains = [
        pan(burst * hit(len(burst), 0.0004, rng.uniform(*decay)), rng.uniform(-1, 1))
        for burst in raw
    ]
    at = moments(rng, per_second, density)
    return scatter(count, rng, grains, at, level * np.minimum(rng.pareto(2.2, len(at)), 2.5))


def bubbles(
    count: int,
    rng: Generator,
    per_second: float,
    density: Track,
    pitch: tuple[float, float],
    level: float,
) -> Track:
    """Drops into water: bubbles ring at a pitch set by their size and rise near the surface.

    Damping 0.043 f + 0.0014 f^1.5 and rise 0.1 of it: van den Doel, "Physically based models for
    liquid sounds", ACM TAP 2005.
    """
    at = moments(rng, per_second, density)
    t = clock(samples(0.07))
    grains = []
    for f in np.geomspace(*pitch, 40):
        damping = 0.043 * f + 0.0014 * f**1.5
        ring = np.sin(2 * np.pi * f * t * (1 + 0.1 * damping * t)) * np.exp(-damping * t)
        grains.append(pan(ring * hit(len(t), 0.0015), rng.uniform(-0.9, 0.9)))
    return scatter(count, rng, grains, at, level * rng.random(len(at)) ** 2)


def wind(count: int, rng: Generator) -> Track:
    """Gusts that pass from side to side, leaves in them, and a hollow whistle at the top."""
    late = samples(0.5)
    gust = drift(count + late, rng, 0.5)
    gusts = np.stack([gust[late:], gust[:count]])
    return (
        0.06 * noise(count, rng, band(60, 380, -4)) * (0.35 + 0.65 * gusts)
        + 0.07 * noise(count, rng, band(280, 1600, -4)) * (0.25 + 0.75 * gusts) ** 2
        + 0.016 * noise(count, rng, band(1800, 7000, -3)) * (0.2 + 0.8 * gusts) ** 3
        + 0.025 * whistle(rng, 420 + 380 * gusts.mean(axis=0), 45) * gusts**2
    )


def waves(count: int, rng: Generator) -> Track:
    """Breakers that swell, fall and run out in foam, no two alike and never quite evenly."""
    swell, crash, foam = np.zeros((3, count), np.float32)
    t = clock(count)
    at = rng.uniform(0.9, 2.0)
    while at < count / RATE + 3:
        size = rng.uniform(0.6, 1.0)
        before, after = np.clip(at - t, 0, None), np.clip(t - at, 0, None)
        swell += size * np.where(after > 0, np.exp(-after / 1.2), np.exp(-before / 0.9))
        crash += size * np.where(after > 0, np.exp(-after / 0.5), np.exp(-before / 0.25))
        foam += size * np.where(after > 0, np.exp(-after / 1.9), np.exp(-before / 0.3))
        at += rng.uniform(3.6, 6.4)
    return (
        0.045 * noise(count, rng, band(50, 380, -3)) * (0.15 + swell)
        + 0.05 * noise(count, rng, band(250, 2400, -4)) * (0.06 + crash)
        + 0.02 * noise(count, rng, band(1200, 8000, -3)) * (0.08 + foam)
        + bubbles(count, rng, 90, np.clip(foam, 0, 1), (1200, 5000), 0.03)
    )


def water(count: int, rng: Generator) -> Track:
    """A brook: countless bubbles over a low wash."""
    flow = drift(count, rng, 0.8, 0.6, 1.0)
    return (
        0.014 * noise(count, rng, band(250, 6000, -4)) * flow
        + bubbles(count, rng, 14, flow, (220, 420), 0.12)
        + bubbles(count, rng, 130, flow, (420, 1500), 0.1)
        + bubbles(count, rng, 130, flow, (1200, 4000), 0.06)
    )


def fire(count: int, rng: Generator) -> Track:
    """A low flutter of flames, and crackles that come in volleys."""
    volleys = drift(count, rng, 2.5) ** 4
    return (
        0.06 * noise(count, rng, band(45, 240, -3)) * drift(count, rng, 5, 0.35, 1.0)
        + 0.035 * noise(count, rng, band(300, 2500, -5)) * drift(count, rng, 2, 0.3, 1.0)
        + ticks(count, rng, 80, volleys, band(1500, 7000, -2), (0.001, 0.005), 0.07)
        + ticks(count, rng, 9, volleys + 0.1, band(350, 2500, -3), (0.004, 0.016), 0.07)
    )


def birds(count: int, rng: Generator) -> Track:
    """A few singers, each with a place, a pitch and a song of its own, over still air."""
    out = 0.004 * noise(count, rng, band(150, 2500, -5))
    for song in (whistled, trill, chirps, warble, chirps):
        pitch, place_in_tree = rng.uniform(2300, 4300), rng.uniform(-0.9, 0.9)
        near = rng.uniform(0.35, 1.0)
        at = rng.uniform(0.1, 2.5)
        while at < count / RATE:
            phrase = song(rng, pitch * rng.uniform(0.96, 1.04))
            place(out, pan(phrase, place_in_tree), samples(at), 0.06 * near)
            at += len(phrase) / RATE + rng.uniform(0.7, 3.0)
    return out


def syllable(seconds: float, start: float, end: float, bend: float = 0.0) -> Track:
    """One note of a bird, gliding from pitch to pitch over an arch of `bend` Hz."""
    u = np.linspace(0, 1, samples(seconds), dtype=np.float32)
    phase = glide(start + (end - start) * u + bend * np.sin(np.pi * u))
    swell: Track = np.sin(np.pi * u**0.7) ** 2
    return (np.sin(phase) + 0.08 * np.sin(2 * phase)) * swell


def silence(seconds: float) -> Track:
    return np.zeros(samples(seconds), np.float32)


def whistled(rng: Generator, pitch: float) -> Track:
    steps = pitch * 0.8 * rng.choice([0.84, 1.0, 1.12, 1.26], 4)
    notes = [syllable(rng.uniform(0.12, 0.3), f, f * rng.uniform(0.95, 1.03)) for f in steps]
    return np.concatenate([part for note in notes for part in (note, silence(0.05))])


def trill(rng: Generator, pitch: float) -> Track:
    note = np.concatenate([syllable(0.045, pitch * 1.25, pitch * 0.9), silence(0.018)])
    run = np.tile(note, rng.integers(7, 16))
    return run * np.linspace(0.4, 1, len(run), dtype=np.float32)


def chirps(rng: Generator, pitch: float) -> Track:
    parts = []
    for _ in range(rng.integers(2, 5)):
        parts += [syllable(rng.uniform(0.05, 0.09), pitch, pitch * 1.1, 500)]
        parts += [silence(rng.uniform(0.08, 0.22))]
    return np.concatenate(parts)


def warble(rng: Generator, pitch: float) -> Track:
    count = samples(rng.uniform(0.5, 1.1))
    phase = glide(pitch * drift(count, rng, 11, 0.75, 1.3))
    return np.sin(phase) * drift(count, rng, 9, 0.1, 1.0) * hit(count, 0.06, release=0.1)


def crickets(count: int, rng: Generator) -> Track:
    """Near insects that chirp out of step, a far chorus, and the night air beneath them."""
    chorus = (whistle(rng, drift(count, rng, 0.3, 4150, 4550), 260) for _ in range(2))
    out = 0.004 * np.stack([*chorus]) + 0.012 * noise(count, rng, band(80, 700, -4))
    for _ in range(4):
        pulse = syllable(rng.uniform(0.016, 0.022), *rng.uniform(4100, 4900) * np.array([1.02, 1]))
        gap = silence(rng.uniform(0.012, 0.02))
        where, near = rng.uniform(-0.9, 0.9), rng.uniform(0.3, 1.0)
        rest = rng.uniform(0.35, 0.7)
        at = rng.uniform(0, rest)
        while at < count / RATE:
            chirp = np.tile(np.concatenate([pulse, gap]), rng.integers(3, 5))
            place(out, pan(chirp, where), samples(at), 0.05 * near * rng.uniform(0.7, 1))
            at += rest * math.exp(rng.normal(0, 0.06)) + (rng.random() < 0.08) * rng.uniform(0.5, 2)
    return out
