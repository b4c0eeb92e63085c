"""What a passage asks to be heard: ambience, effects, music, or nothing."""

import re
from dataclasses import dataclass

from ..plan import Music, Sound
from .negation import Asked, ask, is_refused
from .phrases import Hit, Lexicon
from .vocabulary import sound as words

_SOUNDS = Lexicon(words.SOUNDS)
_MUSIC = Lexicon(words.MUSIC)
_MOODS = Lexicon(words.MOODS)
_MUSIC_NOUNS = Lexicon({True: words.MUSIC_NOUNS})
_SILENCE = Lexicon({True: words.SILENCE})
_FALLS_SILENT = re.compile(
    r"(?:then|to|into|fades?|followed by|before|然后|随后|最后|归于|陷入)[ ,]*$"
)
_EXCEPT = re.compile(
    r"^[^.;!?\n]{0,12}?(?:except|apart from|other than|besides|but|only|just|除了|只有|仅有|只)"
)
_ONLY = re.compile(r"(?:only|just|只有|仅有)[^.;!?\n]{0,24}$")
_NEARLY_BESIDE = re.compile(r"[ ,:\-]*(?:[a-z]+[ ,\-]+){0,2}|[ ,、:的]*[一-鿿]{0,4}[的、]?")
_IN_BRACKETS = re.compile(r"（([^（）]{1,60})）")


@dataclass(frozen=True)
class Heard:
    sounds: Asked[Sound]
    music: Asked[Music]
    silent: bool
    unknown: tuple[str, ...]  # effects in <> that nothing here can make


def read_sound(text: str, effects: tuple[str, ...]) -> Heard:
    """`effects` are the contents of <> in the same passage."""
    marked = [ask(_SOUNDS, effect.lower()).wanted for effect in effects]
    unknown = tuple(effect for effect, found in zip(effects, marked, strict=True) if not found)
    named = ask(_SOUNDS, text)
    wanted = tuple(dict.fromkeys((*(sound for found in marked for sound in found), *named.wanted)))
    silence = _silence(text)
    if silence is not None:
        rest = text[silence.end :].split(".")[0]
        kept = ask(_SOUNDS, rest).wanted if _EXCEPT.match(rest) else ()
        wanted = tuple(dict.fromkeys((*(s for found in marked for s in found), *kept)))
        return Heard(
            Asked(wanted, frozenset(Sound) - set(wanted)),
            Asked((), frozenset(Music)),
            not wanted,
            unknown,
        )
    return Heard(Asked(wanted, named.refused), _music(text), False, unknown)


def _silence(text: str) -> Hit[bool] | None:
    for hit in _SILENCE.find(text):
        falls = _FALLS_SILENT.search(text[max(0, hit.start - 24) : hit.start])
        if not falls and not is_refused(text, hit.start, hit.end):
            return hit
    return None


def _music(text: str) -> Asked[Music]:
    named = ask(_MUSIC, text)
    nouns = list(_MUSIC_NOUNS.find(text))
    if any(is_refused(text, hit.start, hit.end) for hit in nouns):
        return Asked((), frozenset(Music))
    marks = [match.span(1) for match in _IN_BRACKETS.finditer(text)]
    moods = [
        mood.meaning
        for mood in _MOODS.find(text)
        if any(_beside(text, mood, noun) for noun in nouns)
        or any(start <= mood.start and mood.end <= end for start, end in marks)
    ]
    wanted = dict.fromkeys((*named.wanted, *moods))
    if nouns and not wanted:
        wanted = {Music.AMBIENT: None}
    return Asked(tuple(wanted), named.refused)


def _beside(text: str, mood: Hit[Music], noun: Hit[bool]) -> bool:
    """ "Tense, low music" and "music, slow and tense", with two words between at most."""
    start, end = sorted((mood.start, mood.end, noun.start, noun.end))[1:3]
    return end - start <= 30 and bool(_NEARLY_BESIDE.fullmatch(text[start:end]))
