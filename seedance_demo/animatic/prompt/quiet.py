"""Tells how far a text keeps its sound down: what alone is heard, and a room that is silent."""

import re
from collections.abc import Iterable, Sequence

from ..plan import Sound
from .lexicon import Hit
from .negation import is_refused
from .rules import Rule, any_of
from .vocabulary.film_words import SOUND_TERMS

# What a place sounds like, whoever does not say so.
_OF_A_PLACE = frozenset(
    {Sound.CITY, Sound.CROWD, Sound.BIRDS, Sound.WAVES, Sound.WATER, Sound.CRICKETS}
)
_ALONE = any_of(
    Rule(
        r"(?<![a-z])(?:only|just|nothing (?:but|except))(?: [a-z'-]+){0,4}"
        r" (?:sounds?|noises?|hum|patter|roar|(?:is|are|can be) (?:heard|audible))(?![a-z])"
        r"(?:(?! (?:in|at|over|under|through|across|behind|inside|near) )[^,.;:!?\n]){0,40}",
        takes="only the distant sound of rain",
        leaves="only a man in the rain",
    ),
    Rule(
        r"(?<![a-z])nothing (?:else )?(?:can be|is) heard (?:but|except)[^,.;:!?\n]{0,40}",
        takes="nothing is heard but the rain",
        leaves="nothing is seen but the rain",
    ),
    Rule(
        r"(?:只有|只剩下?|仅有|唯有|只听[见到得]|只能听[见到])[一-鿿、]{0,12}声"
        r"|除了[一-鿿、]{0,10}声[一-鿿]{0,3}(?:什么|没有|听不)",
        takes="只有雨声",
        leaves="只有雨中的人",
    ),
)
# One of them is in all that these rules take: quickly told of most texts.
_HINTS = ("only", "just", "nothing", "只", "仅有", "唯有", "除了")
_HINTS_ELSEWHERE = (
    *("nur ", "lediglich", "sol", "unicamente", "seul", "uniquement", "rien que", "so ", "apenas"),
    *("somente", "n'entend que", "только", "лишь", "だけ", "のみ", "しか", "소리"),
)
# The same in other languages.
_ALONE_ELSEWHERE = any_of(
    Rule(
        r"(?<![a-zа-яё])(?:nur|lediglich|solo|solamente|unicamente|seule?|seulement|uniquement"
        r"|rien que|so|apenas|somente|soltanto|только|лишь)(?: [a-zа-яё'-]+){0,3}"
        r" (?:gerausche?|klang|sonidos?|ruidos?|bruits?|sons?|som|barulho|suon[oi]|rumor[ei]"
        r"|звук[аи]?|шум)(?![a-zа-яё])[^,.;:!?\n]{0,40}",
        takes="seul le bruit de la pluie",
        leaves="seul sous la pluie",
    ),
    Rule(
        r"(?<![a-zа-яё])(?:(?:nur|solo|so|apenas|soltanto)"
        r" (?:se (?:oye|escucha|ouve)|si sent[a-z]+)"
        r"|(?:se (?:oye|escucha|ouve)|si sent[a-z]+|hort man) (?:nur|solo|so|apenas|soltanto)"
        r"|n'entend que|(?:только|лишь) слыш[а-я]+|слыш[а-я]+ (?:только|лишь))(?![a-zа-я])"
        r"(?:(?! (?:in|en|dans|em|na|no|nella|в) )[^,.;:!?\n]){0,40}",
        takes="on n'entend que la pluie",
        leaves="on entend la pluie",
    ),
    Rule(
        r"[^、。,.\n]{1,12}(?:[音声](?:だけ|のみ|しか)|소리(?:만|밖에))",
        takes="雨の音だけ",
        leaves="雨の音と声",
    ),
)
# A silence that somebody or something has ...
_SILENT = any_of(
    Rule(r"(?:completely |totally )?silent|寂静无声|无声", takes="silent", leaves="mute")
)
# ... unless it is said of the film.
_OF_THE_FILM = any_of(
    Rule(
        r"(?:sound(?: design)?|audio|soundtrack|video|clip|film|footage|shot|音频|声音|视频|全程)"
        r"(?: is|:|,)? ?$",
        takes="audio: |silent",
        leaves="the room is |silent",
    )
)


def unheard_places(
    text: str, hits: Sequence[Hit[Sound]], silences: Iterable[Hit[bool]]
) -> frozenset[Sound]:
    """The sounds of places that are not to be heard: "only the sound of rain, in a city"."""
    if any(hint in text for hint in _HINTS) and (alone := list(_ALONE.finditer(text))):
        return _beside(alone, hits)
    hushed = any(is_a_mood(text, silence) for silence in silences)
    return _OF_A_PLACE if hushed else frozenset()


def unheard_elsewhere(text: str, hits: Sequence[Hit[Sound]]) -> frozenset[Sound]:
    """The same in a text of another language than English and Chinese."""
    hinted = any(hint in text for hint in _HINTS_ELSEWHERE)
    alone = list(_ALONE_ELSEWHERE.finditer(text)) if hinted else []
    return _beside(alone, hits) if alone else frozenset()


def _beside(alone: Sequence[re.Match[str]], hits: Sequence[Hit[Sound]]) -> frozenset[Sound]:
    told = (hit for hit in hits if any(m.start() <= hit.start < m.end() for m in alone))
    return _OF_A_PLACE - {hit.meaning for hit in told}


def is_a_mood(text: str, silence: Hit[bool]) -> bool:
    """Whether a silence is no more than a quality, since the text goes on to tell of sounds: "the
    room is silent, a fridge hums"."""
    if not _SILENT.fullmatch(text, silence.start, silence.end):
        return False
    if _OF_THE_FILM.search(text, max(0, silence.start - 24), silence.start):
        return False
    told = (term.span() for term in SOUND_TERMS.finditer(text) if term.start() >= silence.end)
    return any(not is_refused(text, *span) for span in told)
