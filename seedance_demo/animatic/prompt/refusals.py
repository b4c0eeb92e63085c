"""Tells whether a prompt in another language than English and Chinese refuses what it names.

A refusal is looked for on the side where the language has it: "sans pluie", 雨なし.
"""

import re
from functools import lru_cache
from typing import Any

from .lexicon import Hit
from .rules import Rule, any_of
from .vocabulary.tables import Tables

_REACH = 24  # characters between a refusal and what it refuses
# Behind a refusal, all of a list whose last member an "or" joins.
_LIST = any_of(
    Rule(
        r"(?: [a-z'-]+){1,4}(?:, ?[a-z'-]+(?: [a-z'-]+){0,3})*"
        r",? (?:ou|o|u|oder|noch|ni|nem|ne) (?:de |d')?[a-z'-]+"
        r"|(?: [a-z'-]+){1,3}(?:, ?[a-z'-]+(?: [a-z'-]+){0,2}){2,}(?= ?(?:[.;!?\n]|$))",
        takes="ni| musique, foule ou klaxon",
        leaves="sans| musique, la camera avance",
    )
)

# Before a refusal, short members of one list.
_LIST_BEHIND = any_of(
    Rule(
        r"[^,.、。!?\nがをに을를]{0,8}(?:[,、][^,.、。!?\n]{1,24})+(?=[.。!?\n]|$)",
        takes="音楽|、語り、効果音は一切なし。",
        leaves="音楽|が流れ、彼女は静かに立ち上がって窓の外の海を眺めている",
    )
)

# What it comes after is over ("after a night of gentle rain"), and a likeness is none.
_ELSEWHERE = any_of(
    Rule(
        r"(?<![a-z])(?:nach|apres|tras|despues de|apos|depois de) (?:[a-z]+ ){1,2}"
        r"(?:nacht|tag|nuit|jour|journee|noche|dia|noite) (?:mit|voller|von|de|con|com)"
        r"(?: [a-z]+){0,2} $",
        takes="nach einer nacht mit sanftem |regen",
        leaves="in einer nacht mit sanftem |regen",
    ),
    Rule(
        r"(?<![a-z])(?:como si fuer[a-z]+|como se foss[a-z]+|parecen?|semblent?|comme si|als ware)"
        r"(?: [a-z]+){0,4} $",
        takes="una pantalla que parece un portal de |neon",
        leaves="una pantalla en un portal de |neon",
    ),
)


def is_refused_in(text: str, hit: Hit[Any], tables: Tables) -> bool:
    """Whether a hit in `text`, which is lower case and without accents, is refused."""
    if tables.refused_behind:
        behind = text[hit.end :][:_REACH]
        refused = re.match(rf"[^,.、。!?\n]{{0,4}}?(?:{tables.refused})", behind)
        return bool(refused or _closes_a_list(text, hit.end, tables.refused))
    if any(start <= hit.start < end for start, end in refused_lists(text, tables.refused)):
        return True
    if _ELSEWHERE.search(text, max(0, hit.start - 2 * _REACH), hit.start):
        return True
    before = text[max(0, hit.start - _REACH) : hit.start]
    return bool(
        re.search(rf"(?<![a-zа-яё])(?:{tables.refused})(?: [a-zа-яё']+){{0,2}}[ ']$", before)
    )


def _closes_a_list(text: str, at: int, refused: str) -> bool:
    """Whether a refusal closes the list that goes on behind a hit: 音楽、語り、効果音は一切なし."""
    rest = _LIST_BEHIND.match(text, at)
    return bool(rest and re.search(rf"(?:{refused})[^,、]{{0,4}}$", rest[0]))


@lru_cache(maxsize=16)  # asked for each hit of a text
def refused_lists(text: str, refused: str) -> list[tuple[int, int]]:
    refusals = re.finditer(rf"(?<![a-z])(?:{refused})(?![a-z])", text)
    found = (_LIST.match(text, refusal.end()) for refusal in refusals)
    return [each.span() for each in found if each]
