"""A short score for each mood: chords in the frequency domain, notes as damped modes."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from .plan import Music
from .synthesis import RATE, Track, clock, noise, place, samples


@dataclass(frozen=True)
class Mood:
    chords: tuple[tuple[int, ...], ...]  # semitones over the root; the last one is home
    root: float = 110.0


MINOR = ((0, 3, 7, 10), (-4, 0, 3, 7), (-2, 2, 5, 9), (0, 3, 7, 12))
MAJOR = ((0, 4, 7, 11), (-3, 0, 4, 9), (-5, -1, 2, 7), (0, 4, 7, 12))
MOODS: dict[Music, Mood] = {
    Music.AMBIENT: Mood(MAJOR),
    Music.EPIC: Mood(MINOR, 73.4),
    Music.PIANO: Mood(MAJOR, 130.8),
    Music.SYNTH: Mood(MINOR),
    Music.HAPPY: Mood(MAJOR, 130.8),
    Music.SAD: Mood(MINOR),
    Music.TENSE: Mood(MINOR, 82.4),
    Music.WONDER: Mood(MAJOR, 123.5),
}


def score(moods: tuple[Music, ...], count: int, rng: Generator) -> Track:
    mood = MOODS[moods[0]]
    out = np.zeros((2, count), np.float32)
    each = count // len(mood.chords)
    for k, chord in enumerate(mood.chords):
        long = each + samples(0.6)
        t = clock(long)
        swell = np.clip(t / 0.6, 0, 1) * np.clip((long / RATE - t) / 0.6, 0, 1)
        pitches = mood.root * 2 ** (np.array(chord) / 12)
        place(out, noise(long, rng, lambda f, p=pitches: strings(f, p)) * swell, k * each, 0.07)
    return out


def strings(f: Track, pitches: Track) -> Track:
    gain = np.zeros_like(f)
    for pitch in pitches:
        for k in range(1, 9):
            width = 0.004 * pitch * k
            gain += np.exp(-(((f - k * pitch) / width) ** 2)) / k**1.5
    return gain
