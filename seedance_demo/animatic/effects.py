"""Sounds with a moment: steps, beats and keys that keep time, and hits that land on a cue."""

import numpy as np
from numpy.random import Generator

from .plan import Sound
from .synthesis import (
    RATE,
    Track,
    band,
    beats,
    clock,
    drift,
    hit,
    modes,
    noise,
    pan,
    place,
    samples,
)


def heartbeat(count: int, rng: Generator) -> Track:
    out = np.zeros((2, count), np.float32)
    for at in beats(0.25, count / RATE, 60 / 66):
        place(out, pan(thump(52, rng), 0), samples(at), 0.5)
        place(out, pan(thump(64, rng), 0), samples(at + 0.3), 0.3)
    return out


def thump(pitch: float, rng: Generator) -> Track:
    count = samples(0.25)
    body = modes(count, [pitch, pitch * 2, pitch * 3.1], [18, 26, 40], [1, 0.4, 0.12], [0, 0, 0])
    return body * hit(count, 0.008, 0.5)


def footsteps(count: int, rng: Generator) -> Track:
    out = np.zeros((2, count), np.float32)
    for k, at in enumerate(beats(0.25, count / RATE, 60 / 108)):
        side = 0.2 if k % 2 else -0.2
        place(out, pan(step(0.03, rng), side), samples(at), rng.uniform(0.35, 0.45))
        place(out, pan(step(0.015, rng), side), samples(at + 0.11), rng.uniform(0.12, 0.2))
    return out


def step(decay: float, rng: Generator) -> Track:
    count = samples(0.15)
    scuff = noise(count, rng, band(250, 3500, -5), 1)[0] * hit(count, 0.002, decay)
    return 0.3 * scuff + 0.5 * modes(count, [95, 160], [40, 60], [1, 0.5], [0, 0]) * hit(
        count, 0.003, 1
    )


def typing(count: int, rng: Generator) -> Track:
    out = np.zeros((2, count), np.float32)
    at = 0.15
    while at < count / RATE:
        place(out, pan(key(rng), rng.uniform(-0.3, 0.3)), samples(at), rng.uniform(0.2, 0.4))
        at += rng.uniform(0.09, 0.2) if rng.random() < 0.85 else rng.uniform(0.3, 0.6)
    return out


def key(rng: Generator) -> Track:
    count = samples(0.05)
    return noise(count, rng, band(800, 6000, -4), 1)[0] * hit(count, 0.0008, 0.006)


def bell(count: int, rng: Generator) -> Track:
    out = np.zeros((2, count), np.float32)
    for at in beats(0.25, count / RATE, 2.6):
        place(out, pan(toll(rng), 0.1), samples(at), 0.3)
    return out


def toll(rng: Generator) -> Track:
    count = samples(4)
    ratios = np.array([0.5, 1, 1.2, 1.5, 2, 2.5, 2.66, 3, 4.16])
    levels = [0.5, 0.6, 0.5, 0.25, 0.6, 0.2, 0.2, 0.15, 0.1]
    ring = modes(count, 440 * ratios, 0.5 + 0.9 * ratios, levels, rng.uniform(0, 6, 9))
    return ring * hit(count, 0.004, 10)


def whoosh(rng: Generator, direction: float = 1.0) -> tuple[Track, int]:
    """A rush of air and the sample at which it peaks."""
    count = samples(0.7)
    peak = samples(0.38)
    t = (np.arange(count) - peak) / RATE
    swell = np.where(t < 0, np.exp(t / 0.09), np.exp(-t / 0.07)).astype(np.float32)
    body = noise(count, rng, band(150, 900, -2)) * np.sqrt(swell)
    air = noise(count, rng, band(900, 6000, -4)) * swell
    return (0.12 * body * swell + 0.2 * air) * hit(count, 0.05, 10), peak


def thunder(rng: Generator) -> Track:
    count = samples(4.5)
    t = clock(count)
    rumble = noise(count, rng, band(25, 180, -4)) * np.exp(-t / 1.2) * drift(count, rng, 5, 0.3, 1)
    crack = noise(count, rng, band(200, 4500, -5)) * np.exp(-t / 0.12)
    return (0.5 * rumble + 0.25 * crack) * hit(count, 0.01, 100)


def impact(rng: Generator) -> Track:
    count = samples(1.8)
    t = clock(count)
    body = np.sin(2 * np.pi * (42 * t + 50 / 14 * (1 - np.exp(-14 * t)))) * np.exp(-t * 3.5)
    dust = noise(count, rng, band(60, 1500, -6)) * np.exp(-t * 6)
    return (pan(0.7 * body, 0) + 0.25 * dust) * hit(count, 0.003, 100)


RHYTHMS = {
    Sound.HEARTBEAT: heartbeat,
    Sound.FOOTSTEPS: footsteps,
    Sound.TYPING: typing,
    Sound.BELL: bell,
}
