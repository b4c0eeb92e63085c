"""Reads camera, light and sound in languages that have but a small table.

Their grammar is not parsed: each phrase of a table is long enough to be sure of, and a refusal is
looked for on the side where the language has it. What is not in a table is left to the model, and
the shot list says so.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from .camera import Camera
from .language import Language
from .lexicon import Hit, Lexicon
from .light import Light
from .negation import Asked
from .sound import Heard
from .text import PromptText
from .vocabulary.tables import Tables

Meaning = TypeVar("Meaning")

_REACH = 24  # characters between a refusal and what it refuses
_HAN = re.compile(r"[一-鿿]")


def english_terms(plain: str, language: Language) -> str:
    """Of a text in another language, the words that our English tables may read: Japanese shares
    its letters with Chinese, but not its words."""
    return plain if language.is_usual else _HAN.sub("·", plain)


def with_camera(camera: Camera, words: PromptText, tables: Tables) -> Camera:
    """The camera of the English terms in `words`, with what its own language asks for."""
    text = _folded(words)
    moves = _asked(text, tables, tables.moves).wanted
    return replace(
        camera,
        framing=camera.framing or _first(_asked(text, tables, tables.framings)),
        moves=tuple(dict.fromkeys((*camera.moves, *moves))),
        pace=camera.pace or _first(_asked(text, tables, tables.paces)),
        leaves=camera.leaves or _first(_asked(text, tables, tables.endings)),
    )


def light_in(words: PromptText, tables: Tables) -> Light:
    """Light and weather that `words` ask for."""
    text = _folded(words)
    looks, weather = _asked(text, tables, tables.looks), _asked(text, tables, tables.weather)
    return Light(looks, None, weather, lightning=False, spans=(), elements=())


def sound_in(words: PromptText, tables: Tables) -> Heard:
    """What `words` ask to be heard."""
    text = _folded(words)
    silent = bool(_asked(text, tables, {True: tables.silence}).wanted)
    if silent:
        return Heard(Asked(), Asked(), silent=True, unknown=(), elements=())
    sounds, music = _asked(text, tables, tables.sounds), _asked(text, tables, tables.music)
    return Heard(sounds, music, silent=False, unknown=(), elements=())


def _asked(text: str, tables: Tables, table: Mapping[Meaning, str]) -> Asked[Meaning]:
    hits = list(_lexicon(tuple(table.items())).find(text))
    refused = {hit for hit in hits if _is_refused(text, hit, tables)}
    wanted = dict.fromkeys(hit.meaning for hit in hits if hit not in refused)
    return Asked(tuple(wanted), frozenset(hit.meaning for hit in refused) - wanted.keys())


@lru_cache(maxsize=64)
def _lexicon(table: tuple[tuple[Meaning, str], ...]) -> Lexicon[Meaning]:
    return Lexicon(dict(table))


def _is_refused(text: str, hit: Hit[Meaning], tables: Tables) -> bool:
    if tables.refused_behind:
        return bool(
            re.match(rf"[^,.、。!?\n]{{0,4}}?(?:{tables.refused})", text[hit.end :][:_REACH])
        )
    before = text[max(0, hit.start - _REACH) : hit.start]
    return bool(re.search(rf"(?<![a-z])(?:{tables.refused})(?: [a-z']+){{0,2}}[ ']$", before))


def _first(asked: Asked[Meaning]) -> Meaning | None:
    return next(iter(asked.wanted), None)


@lru_cache(maxsize=64)  # three readers ask in turn about the same words
def _folded(words: PromptText) -> str:
    """The text in lower case and without accents, each letter in its place; what has had its
    meaning stays blank."""
    pairs = zip(words.text, words.plain, strict=True)
    return "".join("·" if plain == "·" else _letter(written) for written, plain in pairs)


def _letter(written: str) -> str:
    if written in "’‘":
        return "'"
    low = written.lower()
    plain = unicodedata.normalize("NFD", low)[0] if low < "\u0250" else low
    return plain if len(plain) == 1 else written
