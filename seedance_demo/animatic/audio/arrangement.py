"""Arranges a piece: parts that turn its chords and beats into tracks."""

import math
from collections.abc import Callable, Iterator

import numpy as np
from numpy.random import Generator

from .harmony import BEATS, Piece
from .instruments import Ensemble, Instrument, Note, play
from .synthesis import Track, hit, place, samples

Part = Callable[[Piece, Generator], Track]
Notes = Callable[[Piece, Generator], Iterator[Note]]


def played(notes: Notes, instrument: Instrument, level: float) -> Part:
    """Notes read off the piece, on one instrument."""

    def part(piece: Piece, rng: Generator) -> Track:
        return level * play(piece.count, notes(piece, rng), instrument)

    return part


def held(players: Ensemble, level: float, octave: int = 0) -> Part:
    """An ensemble that holds every chord and breathes into the next."""

    def part(piece: Piece, rng: Generator) -> Track:
        out = np.zeros((2, piece.count), np.float32)
        breath = min(0.9, 2 * piece.beat)
        for bar in piece.bars:
            length = piece.seconds - bar.start if bar.last else BEATS * piece.beat + breath
            release = 0.8 * length if bar.last else breath
            count = samples(length)
            swell = hit(count, min(players.attack, length / 3), release=release)
            pitches = [bar.root, *bar.voices] if octave == 0 else [v + octave for v in bar.voices]
            place(out, players.chord(count, rng, pitches) * swell, samples(bar.start), level)
        return out

    return part


def broken_chords(piece: Piece, rng: Generator) -> Iterator[Note]:
    """A pianist's two hands: chords broken in eighths, and a tune that answers them."""
    for bar in piece.bars:
        low, inner, upper, high = bar.voices
        yield Note(bar.start, bar.root, 0.55, -0.25)
        if bar.last:
            for delay, pitch in enumerate(bar.voices):
                yield Note(bar.start + 0.06 * (delay + 1), pitch, 0.4, 0.1)
            yield Note(bar.start + 0.3, high + 12, 0.5, 0.2)
            return
        for eighth, pitch in enumerate((low, inner, upper, high, upper, inner, upper), start=1):
            at = bar.start + eighth * piece.beat / 2 + rng.uniform(0, 0.012)
            yield Note(at, pitch, rng.uniform(0.3, 0.42), -0.05)
        for beat in rng.choice([0, 1.5, 2, 3], 2, replace=False):
            at = bar.start + beat * piece.beat + rng.uniform(0, 0.01)
            yield Note(at, int(rng.choice(bar.voices)) + 12, rng.uniform(0.6, 0.8), 0.25)


def sparse_tune(piece: Piece, rng: Generator) -> Iterator[Note]:
    """A note to a chord, and another that hesitates."""
    for bar in piece.bars:
        yield Note(bar.start, bar.root + 12, 0.4, -0.2)
        yield Note(bar.start + 0.02, bar.voices[-1] + 12, 0.6, 0.15)
        if not bar.last:
            for beat in rng.choice([1.5, 2, 2.5, 3], 2, replace=False):
                pitch = int(rng.choice(bar.voices[1:])) + 12
                yield Note(bar.start + beat * piece.beat, pitch, rng.uniform(0.35, 0.5), 0.2)


def arpeggio(piece: Piece, rng: Generator) -> Iterator[Note]:
    """Up and down the chord in sixteenths, while the filter slowly opens and closes."""
    phase = rng.uniform(0, 2 * np.pi)
    for step, (at, bar) in enumerate(piece.beats(1 / 4)):
        ladder = [bar.root + 12, *bar.voices, *bar.voices[-2:0:-1]]
        opened = 0.5 + 0.25 * math.sin(0.9 * at + phase) + 0.15 * (step % 4 == 0)
        yield Note(at, ladder[step % len(ladder)], opened, 0.45 * math.sin(2.1 * at))
    yield Note(piece.landing, piece.bars[-1].root + 12, 0.8)


def sparkle(piece: Piece, rng: Generator) -> Iterator[Note]:
    """High notes of the chord, here and there, and one to end on."""
    for at, bar in piece.beats(1 / 2):
        if rng.random() < 0.5:
            pitch = int(rng.choice(bar.voices)) + int(rng.choice([12, 24]))
            late, side = rng.uniform(0, 0.02), rng.uniform(-0.7, 0.7)
            yield Note(at + late, pitch, rng.uniform(0.35, 0.8), side)
    for delay, pitch in enumerate(piece.bars[-1].voices):
        yield Note(piece.landing + 0.12 * delay, pitch + 12, 0.5, 0.3 - 0.2 * delay)


def bounce(piece: Piece, rng: Generator) -> Iterator[Note]:
    """Chords between the beats, and a tune that skips on them."""
    for at, bar in piece.beats():
        for pitch in bar.voices[:3]:
            yield Note(at + piece.beat / 2, pitch, 0.4, -0.3)
        for late, chance, velocity in ((0.0, 0.85, 0.75), (0.5, 0.45, 0.55)):
            if rng.random() < chance:
                tune = int(rng.choice(bar.voices)) + 12
                yield Note(at + late * piece.beat, tune, velocity, 0.25)
    for pitch in piece.bars[-1].voices:
        yield Note(piece.landing, pitch + 12, 0.7)


def bass_line(piece: Piece, _: Generator) -> Iterator[Note]:
    for at, bar in piece.beats(2):
        yield Note(at, bar.root if at == bar.start else bar.root + 7, 0.6)
    yield Note(piece.landing, piece.bars[-1].root, 0.7)


def shakes(piece: Piece, rng: Generator) -> Iterator[Note]:
    for half, (at, _) in enumerate(piece.beats(1 / 2)):
        yield Note(at, 0, (0.7 if half % 2 else 0.35) * rng.uniform(0.8, 1), 0.35)


def war_drums(piece: Piece, rng: Generator) -> Iterator[Note]:
    """Low drums that press towards the last chord and strike it."""
    for beat, (at, _) in enumerate(piece.beats()):
        press = 0.55 + 0.4 * at / piece.landing
        strong = beat % 2 == 0
        yield Note(at, 31 if beat % BEATS == 0 else 36, press if strong else 0.6 * press, -0.1)
        if beat % BEATS == 3:
            for late in (0.5, 0.75):
                yield Note(at + late * piece.beat, 38, 0.7 * press * rng.uniform(0.8, 1), 0.3)
    yield Note(piece.landing, 31, 1.0)


def ostinato(piece: Piece, rng: Generator) -> Iterator[Note]:
    """A low string that repeats itself and will not settle."""
    for eighth, (at, bar) in enumerate(piece.beats(1 / 2)):
        pitch = bar.root + 12 + (eighth % 8 == 6)
        accent = 0.75 if eighth % 8 in (0, 3, 6) else 0.45
        yield Note(at, pitch, accent * rng.uniform(0.9, 1), -0.15)
    yield Note(piece.landing, piece.bars[-1].root + 12, 0.9)


def ticking(piece: Piece, _: Generator) -> Iterator[Note]:
    """A clock somewhere in the room."""
    for half, (at, _bar) in enumerate(piece.beats(1 / 2)):
        yield Note(at, 96 if half % 2 else 91, 0.5, 0.5)
