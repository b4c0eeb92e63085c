"""What a language needs so that the animatic reads it: a small table for each kind of instruction.

The notation is that of `lexicon`. Latin letters stand without accents; a verb stands in the forms
that film scripts use: third person, infinitive, imperative, participle.
"""

from dataclasses import dataclass

from ...plan import Framing, Look, Move, Music, Sound, Transition, Weather

# English terms of film and music that all of them use.
LOOKS = {
    Look.GOLDEN_HOUR: "golden hour",
    Look.FLARE: "lens flare, lens flares, レンズフレア, 렌즈 플레어",
    Look.NOIR: "film noir, フィルムノワール, フィルム・ノワール",
    Look.LOW_KEY: "low key",
    Look.GRAIN: "film grain",
    Look.VINTAGE: "hi8, vhs, minidv, super 8",
}
MUSIC = {
    Music.PIANO: "primo/mezzo/primissimo/secondo/al/ultimo/campo/in<piano "
    "!sequenza/americano/medio/ampio/ravvicinato/piano, pianoforte, klavier, ピアノ, 피아노",
    Music.EPIC: "orchester, orchestre, orquesta, orquestra, オーケストラ, 오케스트라",
    Music.SYNTH: "edm, techno, synthwave, シンセ, 신스",
    Music.HAPPY: "jazz, funk, k pop",
    Music.AMBIENT: "lofi, lo fi",
}


@dataclass(frozen=True, eq=False)
class Tables:
    """`refused` is a pattern for the words between which and a hit nothing but few words stands;
    it stands behind the hit where `refused_behind`. `ways` are told by both their ends, as the
    language tells them by the last: a pattern, and its plain form."""

    moves: dict[Move, str]
    framings: dict[Framing, str]
    paces: dict[float, str]
    looks: dict[Look, str]
    changes: dict[tuple[Look, Look], str]
    weather: dict[Weather, str]
    sounds: dict[Sound, str]
    ways: dict[str, str]
    fades: dict[Transition, str]
    silence: str
    one_take: str
    refused: str
    refused_behind: bool = False
