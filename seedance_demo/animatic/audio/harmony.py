"""Composes chords on a grid of beats, so that a piece fits its seconds and ends at home."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np

from .synthesis import samples

BEATS = 4  # to a chord

Chord = tuple[int, int, int, int]  # semitones over the tonic, root first


@dataclass(frozen=True)
class Harmony:
    """What a mood's chords are, and how it likes to move."""

    tonic: int  # MIDI number of the bass
    beat: float  # seconds
    cycle: tuple[Chord, ...]
    cadence: Chord  # leads home
    home: Chord
    ring: float = 3.0  # seconds the last chord is left to itself


@dataclass(frozen=True)
class Bar:
    """One chord for `BEATS` beats; the last one rings until the end."""

    start: float  # seconds
    root: int  # MIDI number of the bass
    voices: tuple[int, ...]  # MIDI numbers of the four upper voices, lowest first
    last: bool = False


@dataclass(frozen=True)
class Piece:
    seconds: float
    beat: float  # seconds
    bars: tuple[Bar, ...]

    @property
    def count(self) -> int:
        return samples(self.seconds)

    @property
    def landing(self) -> float:
        """When the last chord begins, in seconds."""
        return self.bars[-1].start

    def beats(self, part: float = 1.0) -> Iterator[tuple[float, Bar]]:
        """Every beat before the last chord, or every `part` of one, with its chord."""
        for bar in self.bars[:-1]:
            for step in range(round(BEATS / part)):
                yield bar.start + step * part * self.beat, bar


def compose(harmony: Harmony, seconds: float, cuts: Sequence[float]) -> Piece:
    """A piece of so many seconds that starts with the cycle and comes home before its end."""
    beat, count = tempo(harmony, seconds, cuts)
    chords = [harmony.cycle[bar % len(harmony.cycle)] for bar in range(count)]
    chords[1:] = [*chords[1:-1], harmony.cadence] if count > 1 else []
    voices: Sequence[int] = [harmony.tonic + 24 + tone for tone in chords[0]]
    bars = []
    for number, chord in enumerate([*chords, harmony.home]):
        voices = lead(voices, [harmony.tonic + tone for tone in chord])
        root = harmony.tonic + (chord[0] + 6) % 12 - 6
        bars.append(Bar(number * BEATS * beat, root, tuple(sorted(voices)), number == count))
    return Piece(seconds, beat, tuple(bars))


def tempo(harmony: Harmony, seconds: float, cuts: Sequence[float]) -> tuple[float, int]:
    """The beat in seconds, and how many chords come before the last one.

    Whole chords fit exactly before the last one rings, at a tempo near the one the mood likes and
    with the cuts near its beats.
    """
    ring = min(harmony.ring, 0.35 * seconds)
    choices = [
        (float(seconds - share * ring) / (count * BEATS), count)
        for count in range(1, 2 + math.ceil(seconds / (harmony.beat * BEATS)))
        for share in np.linspace(0.7, 1.3, 25)
    ]

    def cost(choice: tuple[float, int]) -> float:
        beat, _ = choice
        misses = sum(abs(cut / beat - round(cut / beat)) for cut in cuts)
        return 1.5 * abs(math.log2(beat / harmony.beat)) + misses / max(1, len(cuts))

    return min(choices, key=cost)


def lead(voices: Sequence[int], chord: Sequence[int]) -> Sequence[int]:
    """The voices of the next chord, each moving as little as it can."""

    def moved(order: Sequence[int]) -> list[int]:
        return [v + (tone - v + 6) % 12 - 6 for v, tone in zip(voices, order, strict=True)]

    def effort(new: Sequence[int]) -> int:
        return sum(abs(a - b) for a, b in zip(voices, new, strict=True))

    return min(map(moved, permutations(chord)), key=effort)
