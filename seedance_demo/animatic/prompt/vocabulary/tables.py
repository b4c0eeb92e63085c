"""What a language needs so that the animatic reads it: a small table for each kind of instruction.

The notation is that of `lexicon`. Latin letters stand without accents; a verb stands in the forms
that film scripts use: third person, infinitive, imperative, participle.
"""

from dataclasses import dataclass

from ...plan import Framing, Look, Move, Music, Sound, Transition, Weather


@dataclass(frozen=True)
class Tables:
    """`refused` is a pattern for the words between which and a hit nothing but few words stands;
    it stands behind the hit where `refused_behind`."""

    moves: dict[Move, str]
    framings: dict[Framing, str]
    paces: dict[float, str]
    looks: dict[Look, str]
    weather: dict[Weather, str]
    sounds: dict[Sound, str]
    music: dict[Music, str]
    endings: dict[Transition, str]
    silence: str
    refused: str
    refused_behind: bool = False
