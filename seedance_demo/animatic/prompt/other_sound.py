"""Reads sound and music in languages that have but a small table.

The mood of music is told by the word beside it, "sanfte, epische Musik": stems stand for what the
languages make of them, and music of no known mood is quiet music.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..plan import Music, Sound, Weather
from .lexicon import Hit, Lexicon, places
from .negation import Asked
from .other_languages import asked_in, asked_of, folded
from .other_lexicons import lexicons_of
from .quiet import unheard_elsewhere
from .quotes import Kind
from .rules import Rule, any_of
from .sound import Heard
from .text import PromptText
from .vocabulary.tables import MUSIC, Tables

_NAMED = Lexicon(MUSIC)
_MUSIC = any_of(
    Rule(
        r"(?<![a-z])(?:[a-z]*musik|musiques?|musicas?|melodi(?:e|a)s?|soundtrack|trilha sonora"
        r"|banda sonora|bande[- ]son)(?![a-z])|音楽|bgm|メロディ|음악|멜로디",
        takes="eine sanfte klaviermusik",
        leaves="ein musikvideo",
    )
)
_STEMS = {
    Music.EPIC: r"epi[cqs]|orchestr|orquest|grandios|triump|triunf|壮大|勇壮|웅장|장엄",
    Music.SAD: r"melan[ck]|trist|traur|nostalg|悲し|切な|哀愁|슬픈|애잔|쓸쓸",
    Music.TENSE: r"spann|tens[ao]|tendu|bedroh|suspens|inquiet|duster|緊迫|不穏|緊張|긴장|불안",
    Music.HAPPY: r"alegr|frohl|joyeu|heiter|feliz|animad|entrain|明るい|楽しい|軽快|밝은|경쾌|신나",
    Music.SYNTH: r"ele[ck]?tro|techno|synth|シンセ|電子|エレクトロ|전자",
    Music.PIANO: r"piano|[a-z]*klavier|ピアノ|피아노",
    Music.WONDER: r"magi[cqs]|zauber|marchen|feeri|神秘|魔法|신비|동화",
}
_MOODS = {music: re.compile(rf"(?<![a-z])(?:{stems})") for music, stems in _STEMS.items()}
_REACH = 36  # letters before and behind the word for music, in its clause
_CLAUSE = re.compile(r"[.;:!?\n()（）{}\"]")


def sound_in(words: PromptText, tables: Tables) -> Heard:
    """What `words` ask to be heard, in their own words and as effects in <>."""
    effects = "\n".join(words.asides(Kind.EFFECT))
    text = folded(words + PromptText(effects, effects) if effects else words)
    own = lexicons_of(tables)
    if asked_of(text, tables, own.silence).wanted:
        return Heard(silent=True)
    named, of_music = list(own.sounds.find(text)), list(_NAMED.find(text))
    sounds = asked_in(text, tables, named)
    if Weather.RAIN in asked_of(text, tables, own.weather).wanted:  # it is heard too
        sounds = replace(sounds, wanted=tuple(dict.fromkeys((*sounds.wanted, Sound.RAIN))))
    sounds = sounds.without(unheard_elsewhere(text, named))
    nouns = list(_MUSIC.finditer(text))
    music = asked_in(text, tables, [*of_music, *_moods(text, nouns)])
    if len(music.wanted) > 1:  # of a piano the music is not quiet besides
        music = Asked(tuple(each for each in music.wanted if each is not Music.AMBIENT))
    spans = places([*named, *of_music]) + tuple(noun.span() for noun in nouns)
    return Heard(sounds, music, spans=spans)


def _moods(text: str, nouns: Iterable[re.Match[str]]) -> Iterator[Hit[Music]]:
    for noun in nouns:
        before = _CLAUSE.split(text[max(0, noun.start() - _REACH) : noun.start()])[-1]
        after = _CLAUSE.split(text[noun.end() : noun.end() + _REACH])[0]
        beside = f"{before}{noun[0]}{after}"
        found = [music for music, stems in _MOODS.items() if stems.search(beside)]
        for music in found or [Music.AMBIENT]:
            yield Hit(music, *noun.span())
