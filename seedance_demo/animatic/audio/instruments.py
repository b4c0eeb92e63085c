"""Synthesizes instruments: notes, or the chords of a piece, become a track."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.random import Generator

from .synthesis import RATE, Track, band, clock, glide, hit, knock, modes, pan, place, samples


@dataclass(frozen=True)
class Note:
    at: float  # seconds from the start of the piece
    pitch: int  # MIDI number: 69 is the A of 440 Hz
    velocity: float = 0.7  # 0 to 1: louder, and brighter
    side: float = 0.0  # -1 left to 1 right


Instrument = Callable[[int, float], Track]  # (pitch, velocity) to mono


def hertz(pitch: float) -> float:
    return float(440 * 2 ** ((pitch - 69) / 12))


def play(count: int, notes: Iterable[Note], instrument: Instrument) -> Track:
    out = np.zeros((2, count), np.float32)
    sounding = cache(instrument)  # a piece repeats its notes
    for note in notes:
        sound = sounding(note.pitch, round(note.velocity, 1))
        place(out, pan(sound, note.side), samples(note.at), note.velocity)
    return out


def piano(pitch: int, velocity: float) -> Track:
    """Struck strings: stiff, so partials stretch, and in pairs, so they fall in two stages."""
    count = samples(3.6)
    f0 = hertz(pitch)
    k = np.arange(1, max(3, min(18, int(7000 / f0))))
    stretched = f0 * k * np.sqrt(1 + 0.0004 * 2 ** ((pitch - 60) / 10) * k**2)
    levels = (
        np.abs(np.sin(np.pi * k / 7.5)) * np.exp(-k * f0 / (500 + 2200 * velocity**1.5)) / k**0.4
    )
    levels /= np.sqrt((levels**2).sum())
    fast = (0.9 + f0 / 400) * (1 + 0.25 * k)
    string = modes(count, stretched, fast, 0.75 * levels)
    string += modes(count, stretched * 1.0005, fast * 0.25, 0.4 * levels, 0.5)
    felt = knock(np.random.default_rng(pitch), band(90, 1200, -6), 0.002, 0.018)
    place(string, felt, 0, 0.12 * velocity)
    return 0.3 * string * hit(count, 0.003, release=1.5)


def saw(pitch: int, velocity: float) -> Track:
    """A sawtooth through a filter that closes; `velocity` is how far it had opened."""
    count = samples(0.9)
    f0 = hertz(pitch)
    k = np.arange(1, max(3, min(28, int(9000 / f0))))
    levels = np.exp(-k * f0 / (300 + 3200 * velocity**2)) / k
    sides = [modes(count, f0 * k * cents, 2.5 + 0.9 * k, levels, k) for cents in (0.9975, 1.0025)]
    return 0.22 * (sides[0] + sides[1]) * hit(count, 0.004, release=0.3)


def marimba(pitch: int, velocity: float) -> Track:
    count = samples(1.0)
    f0 = hertz(pitch)
    ring = modes(count, [f0, 3.93 * f0, 9.5 * f0], [5.5, 16, 40], [1, 0.28 * velocity, 0.1])
    return 0.4 * ring * hit(count, 0.002, release=0.3)


def celesta(pitch: int, velocity: float) -> Track:
    count = samples(2.0)
    f0 = hertz(pitch)
    ring = modes(count, [f0, f0 + 0.7, 2 * f0, 4.02 * f0], [2.6, 2.4, 5, 9], [0.6, 0.5, 0.2, 0.12])
    return 0.25 * velocity * ring * hit(count, 0.003, release=0.8)


def string_stab(pitch: int, velocity: float) -> Track:
    """A low string bowed short."""
    count = samples(0.5)
    f0 = hertz(pitch)
    k = np.arange(1, 20)
    ring = modes(count, f0 * k, 5 + 0.4 * k, np.exp(-k / (2 + 5 * velocity)) / k**0.3, k**2)
    return 0.3 * ring * hit(count, 0.014, release=0.15)


def bass(pitch: int, velocity: float) -> Track:
    count = samples(1.4)
    f0 = hertz(pitch)
    k = np.arange(1, 9)
    ring = modes(count, f0 * k, 1.8 + 0.9 * k, np.exp(-k / (1 + velocity)))
    return 0.6 * ring * hit(count, 0.008, release=0.4)


def drum(pitch: int, velocity: float) -> Track:
    """A large drum; the skin's pitch falls from the blow, harder blows show more stick."""
    count = samples(1.3)
    t = clock(count)
    phase = glide(hertz(pitch) * (1 + 0.9 * velocity * np.exp(-t / 0.035)))
    skin: Track = np.sin(phase) + 0.35 * np.sin(1.59 * phase)
    struck = 0.8 * skin * hit(count, 0.003, 0.22, release=0.4)
    stick = knock(np.random.default_rng(pitch), band(180, 2600, -5), 0.002, 0.03)
    place(struck, stick, 0, 0.3 * velocity)
    return struck


def shaker(_: int, velocity: float) -> Track:
    grains = band(3500, 9000, -2)
    return 0.1 * knock(np.random.default_rng(3), grains, 0.012, 0.01 + 0.015 * velocity)


def woodblock(pitch: int, velocity: float) -> Track:
    count = samples(0.15)
    f0 = hertz(pitch)
    return modes(count, [f0, 2.6 * f0], [90, 150], [1, 0.4 * velocity]) * hit(count, 0.001)


@dataclass(frozen=True)
class Ensemble:
    """Many players on one part. Harmonics fade as 1/k**`slope`, and up to `brightness` Hz."""

    slope: float
    brightness: float
    spread: float  # how far the players disagree, as a share of the pitch
    attack: float  # seconds

    def chord(self, count: int, rng: Generator, pitches: Iterable[int]) -> Track:
        """A chord held for `count` samples, stereo.

        Each partial is a narrow bell of random bins in the frequency domain: the sound of a section
        at the price of one inverse FFT (after Nasca's PADsynth).
        """
        size = -(-count // 9600) * 9600
        step = RATE / size
        spectrum = np.zeros((2, size // 2 + 1), np.complex64)
        for f0 in map(hertz, pitches):
            for k in range(1, max(2, min(24, int(3 * self.brightness / f0)))):
                f = k * f0
                width = max(self.spread * f, 1.2 * step)
                bins = np.arange(int((f - 3 * width) / step), int((f + 3 * width) / step) + 2)
                level = (
                    np.exp(-((f / self.brightness) ** 2)) / k**self.slope / np.sqrt(width / step)
                )
                line = level * np.exp(-(((bins * step - f) / width) ** 2))
                phases = rng.uniform(0, 2 * np.pi, (2, len(bins)))
                if f < 160:  # a wide bass is lost on one loudspeaker
                    phases[1] = phases[0]
                spectrum[:, bins] += line * np.exp(1j * phases)
        return (np.fft.irfft(spectrum, size)[:, :count] * size / 10).astype(np.float32)
