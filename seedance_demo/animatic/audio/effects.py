"""Synthesizes single sounds: steps, heartbeats, keys, bells, thunder, impacts."""

import math

import numpy as np
from numpy.random import Generator

from .synthesis import (
    RATE,
    Track,
    band,
    beats,
    clock,
    glide,
    hit,
    knock,
    modes,
    noise,
    pan,
    place,
    samples,
    scatter,
)

HEART = 60 / 66  # seconds between beats, at rest
STEP = 60 / 108  # seconds between steps, walking
TOLL = 2.8  # seconds between strokes of a bell
FIRST = 0.25  # seconds from the start of a rhythm to its first beat


def heartbeat(count: int, rng: Generator) -> Track:
    """Lub and dub, felt as much as heard; the overtones are for small loudspeakers."""
    out = np.zeros((2, count), np.float32)
    for at in beats(count, FIRST, HEART):
        place(out, pan(thump(46 * rng.uniform(0.97, 1.03)), 0), at, 0.32)
        place(out, pan(thump(58 * rng.uniform(0.97, 1.03)), 0), at + samples(0.29), 0.2)
    return out


def thump(pitch: float) -> Track:
    """A soft blow on something large: its pitch falls as it spreads."""
    count = samples(0.32)
    t = clock(count)
    phase = glide(pitch * (1 + 0.8 * np.exp(-t / 0.03)))
    skin = np.sin(phase) + 0.5 * np.sin(2 * phase) + 0.25 * np.sin(3 * phase + 1)
    return skin * hit(count, 0.012, 0.07, release=0.05)


def footsteps(count: int, rng: Generator) -> Track:
    """Heel, then sole, left and right by turns."""
    out = np.zeros((2, count), np.float32)
    for number, at in enumerate(beats(count, FIRST, STEP)):
        side = 0.22 if number % 2 else -0.22
        weight = rng.uniform(0.85, 1.0)
        place(out, pan(tread(rng, 0.024, 105), side), at, 0.2 * weight)
        roll = samples(rng.uniform(0.085, 0.105))
        place(out, pan(tread(rng, 0.05, 80), side), at + roll, 0.11 * weight)
    return out


def tread(rng: Generator, scrape: float, pitch: float) -> Track:
    """A shoe on a hard floor: the floor's thud, the sole's knock and grit."""
    count = samples(0.25)
    pitch *= rng.uniform(0.94, 1.06)
    floor = modes(count, [pitch, 1.7 * pitch, 5.2 * pitch], [18, 24, 45], [1, 0.5, 0.15])
    grit = noise(count, rng, band(350, 4200, -4), 1)[0] * hit(count, 0.0015, scrape)
    fall: Track = np.tanh(1.5 * (floor + 0.8 * grit)) * hit(count, 0.002, release=0.05)
    return fall


def typing(count: int, rng: Generator) -> Track:
    """Words at a keyboard: quick keys, a longer bar between the words, now and then a thought."""
    keys = [pan(key(rng, rng.uniform(320, 460)), rng.uniform(-0.35, 0.35)) for _ in range(16)]
    bar = [pan(key(rng, 210), 0)]
    out = np.zeros((2, count), np.float32)
    at = 0.1
    while at < count / RATE:
        word = at + np.cumsum(rng.uniform(0.085, 0.17, rng.integers(3, 8)))
        strokes = np.array([samples(stroke) for stroke in word])
        out += scatter(count, rng, keys, strokes, rng.uniform(0.08, 0.13, len(strokes)))
        at = word[-1] + rng.uniform(0.12, 0.18)
        place(out, bar[0], samples(at), 0.12)
        at += rng.uniform(0.02, 0.1) + (rng.random() < 0.2) * rng.uniform(0.2, 0.5)
    return out


def key(rng: Generator, pitch: float) -> Track:
    """A key struck and let go."""
    count = samples(0.14)
    click = noise(count, rng, band(1100, 6500, -4), 2)
    down = click[0] * hit(count, 0.0008, 0.009)
    case = modes(count, [pitch, 2.3 * pitch, 5.1 * pitch], [45, 70, 130], [0.5, 0.35, 0.2])
    struck: Track = np.tanh(2 * (0.6 * down + case)) * hit(count, 0.0012)
    place(struck, 0.2 * click[1] * hit(count, 0.0008, 0.004), samples(rng.uniform(0.06, 0.08)))
    return struck


# Partials of a church bell over its prime: hum, prime, tierce, quint, nominal and what is above, as
# bells are tuned (Rossing, "Science of Percussion Instruments", 2000).
BELL = np.array([0.5, 1.0, 1.2, 1.5, 2.0, 2.5, 2.67, 3.0, 4.0, 5.33, 6.67])
BELL_LEVELS = np.array([0.45, 0.6, 0.55, 0.2, 0.6, 0.15, 0.2, 0.3, 0.2, 0.12, 0.07])


def bell(count: int, rng: Generator) -> Track:
    out = np.zeros((2, count), np.float32)
    for at in beats(count, FIRST, TOLL):
        place(out, pan(stroke(rng), 0.1), at, 0.16 * rng.uniform(0.85, 1))
    return out


def stroke(rng: Generator) -> Track:
    """One stroke: no casting is round, so every partial is a pair that beats slowly."""
    count = samples(5)
    low = 392 * BELL
    pairs = np.concatenate([low, low + rng.uniform(0.3, 0.9, len(low))])
    decays = np.tile(0.35 + 0.55 * BELL, 2)
    phases = np.tile(rng.uniform(0, 2 * np.pi, len(low)), 2)  # together at the blow
    ring = modes(count, pairs, decays, np.tile(BELL_LEVELS / 2, 2), phases)
    ring *= hit(count, 0.004, release=1.5)
    place(ring, knock(rng, band(1200, 6000, -4), 0.001, 0.02), 0, 0.12)
    return ring


WHOOSH_PEAK = 0.42  # seconds from the start of a whoosh to its loudest moment


def whoosh(rng: Generator, direction: float = 1.0) -> Track:
    """Air rushing past, from one side to the other; the nearer it is, the brighter."""
    count = samples(0.85)
    t = clock(count) - WHOOSH_PEAK
    near = np.exp(-np.where(t < 0, -t / 0.14, t / 0.1))
    air = sum(
        level * noise(count, rng, colour, 1)[0] * near**sharp
        for level, sharp, colour in (
            (0.5, 0.8, band(110, 600, -3)),
            (0.6, 1.4, band(450, 2400, -3)),
            (0.4, 2.2, band(1500, 7500, -3)),
        )
    )
    return 0.25 * pan(air * hit(count, 0.1, release=0.15), direction * 0.8 * np.tanh(t / 0.12))


def thunder(rng: Generator, near: float = 1.0) -> Track:
    """A crack, torn into several, and a rumble that rolls in from further and further away."""
    count = samples(5.5)
    t = clock(count)
    rolls = [0.0, *sorted(rng.uniform(0.15, 2.8, 7).tolist())]
    rumble = sum(
        (rng.uniform(0.4, 0.8) if at else 1.0)
        * math.exp(-at / 2)
        * rolling(t - at, 0.06 + 0.05 * at, 0.55)
        for at in rolls
    )
    tears = sum(
        (0.7 if at else 1.0) * rolling(t - at, 0.004, 0.07)
        for at in (0.0, *rng.uniform(0.03, 0.4, 4).tolist())
    )
    low = noise(count, rng, band(28, 130, -3)) * rumble
    middle = noise(count, rng, band(110, 700, -5)) * rumble * np.exp(-t / 1.3)
    crack = noise(count, rng, band(350, 5000, -5)) * tears
    all_of_it: Track = 0.2 * low + 0.2 * middle + 0.2 * near * crack
    return all_of_it * hit(count, 0.004, release=1.5)


def rolling(since: Track, attack: float, decay: float) -> Track:
    """An envelope that starts when `since`, in seconds, passes zero."""
    rise = np.clip(since / attack, 0, 1)
    envelope: Track = rise * np.exp(-np.maximum(since - attack, 0) / decay)
    return envelope


def impact(rng: Generator) -> Track:
    """A trailer's hit: a crack, a body that falls in pitch, and dust."""
    count = samples(2.5)
    t = clock(count)
    phase = glide(40 + 60 * np.exp(-t / 0.07))
    body = np.tanh(2.6 * (np.sin(phase) + 0.3 * np.sin(2 * phase))) * hit(count, 0.003, 0.5)
    crack = noise(count, rng, band(150, 2600, -5)) * hit(count, 0.001, 0.05)
    dust = noise(count, rng, band(70, 900, -5)) * hit(count, 0.01, 0.45)
    return (0.35 * pan(body, 0) + 0.4 * crack + 0.12 * dust) * hit(count, 0.002, release=0.8)


def glitch(rng: Generator) -> Track:
    """A signal that breaks up: a dozen slivers of tone and static."""
    out = np.zeros((2, samples(0.3)), np.float32)
    for at in np.sort(rng.uniform(0, 0.24, 12)):
        count = samples(rng.uniform(0.008, 0.04))
        tone = np.tanh(3 * modes(count, [rng.uniform(200, 2400)], [0], [1]))
        static = noise(count, rng, band(800, 7000, -3), 1)[0]
        sliver = (tone if rng.random() < 0.5 else static) * hit(count, 0.001, release=0.002)
        place(out, pan(sliver, rng.uniform(-0.6, 0.6)), samples(at), 0.12)
    return out
