"""Makes the score: each mood is data, its harmony and the parts that play it.

Every part reads the same piece, so moods can be combined ("sad piano"): one gives the harmony, all
give their parts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from ..plan import Music
from .arrangement import (
    Part,
    arpeggio,
    bass_line,
    bounce,
    broken_chords,
    held,
    ostinato,
    played,
    shakes,
    sparkle,
    sparse_tune,
    ticking,
    war_drums,
)
from .harmony import Harmony, compose
from .instruments import (
    Ensemble,
    bass,
    celesta,
    drum,
    marimba,
    piano,
    saw,
    shaker,
    string_stab,
    woodblock,
)
from .synthesis import Track, hit


@dataclass(frozen=True)
class Mood:
    harmony: Harmony
    parts: tuple[Part, ...]


STRINGS = Ensemble(slope=0.9, brightness=1900, spread=0.0035, attack=0.5)
DARK_STRINGS = Ensemble(slope=0.9, brightness=900, spread=0.004, attack=0.8)
GLASS = Ensemble(slope=1.7, brightness=2600, spread=0.0025, attack=0.9)
CHOIR = Ensemble(slope=0.5, brightness=1300, spread=0.006, attack=0.8)
WARM = Ensemble(slope=1.2, brightness=1100, spread=0.003, attack=0.35)

# In minor moods 3 is the third and 8 the sixth of the key, in major ones 4 and 9.
MOODS: dict[Music, Mood] = {
    Music.AMBIENT: Mood(
        Harmony(
            tonic=38,
            beat=0.95,
            cycle=((0, 4, 7, 11), (9, 0, 4, 7), (5, 9, 0, 4), (2, 5, 9, 0)),
            cadence=(5, 9, 0, 7),
            home=(0, 4, 7, 2),
        ),
        (held(GLASS, 0.12), held(WARM, 0.06), played(sparse_tune, celesta, 0.33)),
    ),
    Music.EPIC: Mood(
        Harmony(
            tonic=38,
            beat=0.6,
            cycle=((0, 3, 7, 0), (8, 0, 3, 8), (3, 7, 10, 3), (10, 2, 5, 10)),
            cadence=(10, 2, 5, 10),
            home=(0, 3, 7, 0),
        ),
        (held(STRINGS, 0.1), played(war_drums, drum, 0.16), played(ostinato, string_stab, 0.25)),
    ),
    Music.PIANO: Mood(
        Harmony(
            tonic=41,
            beat=0.72,
            cycle=((0, 4, 7, 2), (9, 0, 4, 7), (5, 9, 0, 4), (7, 11, 2, 5)),
            cadence=(7, 0, 2, 5),
            home=(0, 4, 7, 2),
        ),
        (played(broken_chords, piano, 0.5),),
    ),
    Music.SYNTH: Mood(
        Harmony(
            tonic=40,
            beat=0.54,
            cycle=((0, 3, 7, 10), (8, 0, 3, 7), (3, 7, 10, 2), (10, 2, 5, 9)),
            cadence=(10, 2, 5, 0),
            home=(0, 3, 7, 10),
            ring=2.4,
        ),
        (held(WARM, 0.05), played(arpeggio, saw, 0.32), played(bass_line, bass, 0.18)),
    ),
    Music.HAPPY: Mood(
        Harmony(
            tonic=43,
            beat=0.5,
            cycle=((0, 4, 7, 0), (5, 9, 0, 5), (9, 0, 4, 9), (7, 11, 2, 7)),
            cadence=(7, 11, 2, 5),
            home=(0, 4, 7, 0),
            ring=1.3,
        ),
        (played(bounce, marimba, 0.3), played(bass_line, bass, 0.2), played(shakes, shaker, 0.4)),
    ),
    Music.SAD: Mood(
        Harmony(
            tonic=38,
            beat=0.9,
            cycle=((0, 3, 7, 2), (8, 0, 3, 7), (5, 8, 0, 3), (7, 10, 2, 5)),
            cadence=(7, 11, 2, 5),
            home=(0, 3, 7, 2),
        ),
        (held(DARK_STRINGS, 0.11), played(sparse_tune, piano, 0.7)),
    ),
    Music.TENSE: Mood(
        Harmony(
            tonic=36,
            beat=0.56,
            cycle=((0, 1, 7, 8), (0, 3, 6, 11), (1, 5, 8, 0), (0, 2, 6, 8)),
            cadence=(1, 5, 7, 11),
            home=(0, 1, 7, 0),
            ring=2.0,
        ),
        (
            held(DARK_STRINGS, 0.1),
            held(GLASS, 0.03, octave=24),
            played(ostinato, string_stab, 0.45),
            played(ticking, woodblock, 0.15),
        ),
    ),
    Music.WONDER: Mood(
        Harmony(
            tonic=41,
            beat=0.7,
            cycle=((0, 4, 7, 2), (2, 6, 9, 0), (9, 0, 4, 7), (5, 9, 0, 4)),
            cadence=(2, 6, 9, 0),
            home=(0, 4, 7, 2),
        ),
        (held(CHOIR, 0.1), held(GLASS, 0.05, octave=12), played(sparkle, celesta, 0.6)),
    ),
}
COLOURS = {Music.AMBIENT, Music.PIANO, Music.SYNTH}  # how it sounds rather than how it feels


def score(moods: Sequence[Music], seconds: float, cuts: Sequence[float], rng: Generator) -> Track:
    """Music of one or more moods, (2, samples); `cuts` in seconds from the start of the music."""
    leader = min(moods, key=COLOURS.__contains__)
    piece = compose(MOODS[leader].harmony, seconds, cuts)
    out = np.zeros((2, piece.count), np.float32)
    for part in dict.fromkeys(part for mood in moods for part in MOODS[mood].parts):
        out += part(piece, rng)
    return out * hit(piece.count, 0.001, release=(seconds - piece.landing) / 2)
