"""Finds what a prompt text asks to be heard: ambience, effects, music, or nothing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from ..plan import Music, Sound
from .lexicon import Hit, Lexicon, near, places
from .negation import Asked, Member, ask, is_refused
from .quiet import is_a_mood, unheard_places
from .rules import Rule, any_of
from .senses import is_meant, other_senses
from .sequence import PART
from .text import blanked
from .vocabulary import sound_words as words

_SOUNDS = Lexicon(words.SOUNDS)
_STORMS = Lexicon({Sound.THUNDER: "thunderstorm*, 雷雨"})  # that are heard as rain, too
_MUSIC = Lexicon(words.MUSIC)
_MOODS = Lexicon(words.MOODS)
_MUSIC_NOUNS = Lexicon({True: words.MUSIC_NOUNS})
_SILENCE = Lexicon({True: words.SILENCE})
_NO_EFFECTS = Lexicon({True: words.NO_EFFECTS})
# Sounds with nothing to be seen but what light and weather show: their verbs are not lost.
_MERELY_HEARD = frozenset(
    {Sound.RAIN, Sound.THUNDER, Sound.WIND, Sound.BIRDS, Sound.CRICKETS, Sound.BELL}
    | {Sound.HEARTBEAT, Sound.ENGINE}
)
# A silence that something else goes before or follows does not last.
_FALLS_SILENT = any_of(
    Rule(
        r"(?:then|to|into|fades?|followed by|before|然后|随后|最后|归于|陷入)[ ,]*$",
        takes="thunder, then |silence",
        leaves="a lake in complete |silence",
    ),
    Rule(
        r"(?<![a-z])(?:except|apart from|other than|besides|save)(?: [a-z]+){1,4},? $"
        r"|除了[^,。.]{1,8},?$",
        takes="apart from the wind, |no sound",
        leaves="part of the wind, |no sound",
    ),
)
_BREAKS = any_of(
    Rule(
        r"[\s,]*(?:and )?(?:then|before|until|broken|followed|然后|随后|直到)(?![a-z])",
        takes="silence|, then thunder",
        leaves="silence| over the lake",
    )
)
_EXCEPT = any_of(
    Rule(
        r"[^.;!?\n]{0,12}?(?:except|apart from|other than|besides|but|only|just|除了|只有|仅有|只)",
        takes="no sound| except the wind",
        leaves="no sound| of any kind",
    )
)
# Two words at most between a mood and the music that has it.
_NEARLY_BESIDE = any_of(
    Rule(
        r"[ ,:\-]*(?:[a-z]+[ ,\-]+){0,2}",
        takes="tense|, low |music",
        leaves="a tense| scene with very loud |music",
    ),
    Rule(
        r"[ ,、:的]*[一-鿿]{0,4}[的、]?",
        takes="紧张|的|音乐",
        leaves="紧张|地跑过街道,响起了|音乐",
    ),
)
_NO_SOUND_OF = any_of(
    Rule(
        r"(?<![a-z])(?:no|without(?: the| any)?) sounds? of (?:the )?$",
        takes="heavy rain without the sound of |rain",
        leaves="heavy rain and the sound of |rain",
    )
)
_ITS_SOUND = any_of(
    Rule(
        r"[ -](?:sounds?|noises?)(?![a-z])|声音?|の音",
        takes="heavy rain, no rain| sounds",
        leaves="heavy rain, no rain| clouds",
    )
)
_REACH = 30  # letters between a mood and the word for music
_IN_BRACKETS = re.compile(r"（([^（）]{1,60})）")


@dataclass(frozen=True)
class Heard:
    """What a text asks to be heard."""

    sounds: Asked[Sound] = Asked()
    music: Asked[Music] = Asked()
    silent: bool = False
    unknown: tuple[str, ...] = ()  # effects in <> that nothing here can make
    elements: tuple[tuple[int, int], ...] = ()  # words for music and for what is heard and not seen
    spans: tuple[tuple[int, int], ...] = ()  # all words that have had their meaning


def read_sound(text: str, effects: tuple[str, ...]) -> Heard:
    """What is to be heard; `effects` are the contents of <> in the same text."""
    marked = [ask(_SOUNDS, effect.lower()).wanted for effect in effects]
    unknown = tuple(effect for effect, found in zip(effects, marked, strict=True) if not found)
    silences = list(_SILENCE.find(text))
    silence, no_effects = _silence(text, silences), any(_NO_EFFECTS.find(text))
    heard = text if silence is None else _excepted(text[silence.end :])
    meant = blanked(heard, other_senses(heard, _SOUNDS.find(heard)))
    named = Asked() if no_effects else ask(_SOUNDS, meant)
    storm = Asked() if no_effects else ask(_STORMS, meant)
    unheard = _unheard(meant, silences)
    heard_too = dict.fromkeys(chain(*marked, named.wanted, storm.wanted))
    sounds = Asked(
        tuple(sound for sound in heard_too if sound not in unheard),
        named.refused | storm.refused | unheard,
    )
    of_music: list[Hit[Any]] = [*_MUSIC.find(heard), *_MUSIC_NOUNS.find(heard)]
    music = _music(blanked(heard, other_senses(heard, of_music)))
    if silence is not None or no_effects:
        sounds = _nothing_but(sounds, Sound)
    if silence is not None:
        music = _nothing_but(music, Music)
    silent = silence is not None and not (sounds.wanted or music.wanted)
    of_music = [*_MUSIC.find(text), *_MUSIC_NOUNS.find(text)]
    merely = [hit for hit in _SOUNDS.find(text) if hit.meaning in _MERELY_HEARD]
    every = [*_SOUNDS.find(meant), *of_music, *silences, *_NO_EFFECTS.find(text)]
    elements = () if silent else places([*merely, *of_music])
    return Heard(sounds, music, silent, unknown, elements, places(every))


def _unheard(text: str, silences: Iterable[Hit[bool]]) -> frozenset[Sound]:
    """What may be seen, and is not to be heard: "rain without the sound of rain"."""
    hits = list(_SOUNDS.find(text))
    told = {hit.meaning for hit in hits if _is_told_as_sound(text, hit)}
    return (unheard_places(text, hits, silences) - told) | {
        hit.meaning
        for hit in hits
        if _NO_SOUND_OF.search(text[max(0, hit.start - 30) : hit.start])
        or (_is_told_as_sound(text, hit) and is_refused(text, hit.start, hit.end))
    }


def _is_told_as_sound(text: str, hit: Hit[Sound]) -> bool:
    return bool(text.endswith("声", hit.start, hit.end) or _ITS_SOUND.match(text, hit.end))


def _nothing_but(asked: Asked[Member], members: Iterable[Member]) -> Asked[Member]:
    return Asked(asked.wanted, frozenset(members) - set(asked.wanted))


def _excepted(rest: str) -> str:
    """What stays to be heard: "no sound except the wind"."""
    sentence = rest.split(".")[0]
    return sentence if _EXCEPT.match(sentence) else ""


def _silence(text: str, silences: Iterable[Hit[bool]]) -> Hit[bool] | None:
    for hit in silences:
        falls = _FALLS_SILENT.search(text[max(0, hit.start - 24) : hit.start])
        part = PART in text  # of a take: the others are heard
        passes = falls or part or _BREAKS.match(text, hit.end) or is_a_mood(text, hit)
        if is_meant(text, hit) and not passes and not is_refused(text, hit.start, hit.end):
            return hit
    return None


def _music(text: str) -> Asked[Music]:
    hits, nouns = list(_MUSIC.find(text)), list(_MUSIC_NOUNS.find(text))
    if any(is_refused(text, hit.start, hit.end) for hit in nouns):
        return Asked((), frozenset(Music))
    named, moods = ask(_MUSIC, text), list(_MOODS.find(text))
    beside = [mood.meaning for mood in moods if _stands_by(text, mood, nouns)]
    # A soft piano is a piano; a sad one is sad besides.
    beside += [
        mood.meaning
        for mood in moods
        if mood.meaning is not Music.AMBIENT and _stands_by(text, mood, hits)
    ]
    marked = (ask(_MOODS, match[1]).wanted for match in _IN_BRACKETS.finditer(text))
    wanted = dict.fromkeys(chain(named.wanted, beside, *marked))
    if nouns and not wanted:
        wanted = {Music.AMBIENT: None}
    return Asked(tuple(wanted), named.refused)


def _stands_by(text: str, mood: Hit[Music], nouns: Sequence[Hit[Any]]) -> bool:
    return any(_beside(text, mood, noun) for noun in near(nouns, mood, _REACH))


def _beside(text: str, mood: Hit[Music], noun: Hit[Any]) -> bool:
    """ "Tense, low music" and "music, slow and tense", with two words between at most."""
    start, end = sorted((mood.start, mood.end, noun.start, noun.end))[1:3]
    return end - start <= _REACH and bool(_NEARLY_BESIDE.fullmatch(text[start:end]))
