"""Tells whether a prompt in another language than English and Chinese refuses what it names.

A refusal is looked for on the side where the language has it: "sans pluie", 雨なし.
"""

import re
from functools import lru_cache
from typing import Any

from ..plan import Sound, Weather
from .lexicon import Hit
from .rules import Rule, any_of
from .vocabulary.tables import Tables

_REACH = 24  # characters between a refusal and what it refuses
_REACH_BEHIND = 60  # where the refusal closes a list
_NOT_ONLY = r"(?!(?:so|apenas|somente|mas|solo|soltanto|seulement|nur)(?![a-z]))"
# Behind a refusal, all of a list whose last member an "or" joins.
_LIST = any_of(
    Rule(
        rf"(?: [a-z'-]+){{1,4}}(?:, ?{_NOT_ONLY}[a-z'-]+(?: [a-z'-]+){{0,3}})*"
        r",? (?:ou|o|u|oder|noch|ni|nem|ne) (?:de |d')?[a-z'-]+",
        takes="ni| musique, foule ou klaxon",
        leaves="sans| musique, la camera avance",
    )
)
# A list to the end of its sentence, which "without" does not begin: "without music, camera fixed".
_SENTENCE = any_of(
    Rule(
        r"(?:evit|vermeid|omit|quita|supprim|togli)[a-z]*(?: [a-z'-]+){1,3}"
        r"(?:, ?[a-z'-]+(?: [a-z'-]+){0,2})+(?= ?(?:[.;!?\n]|$))",
        takes="evita texto, manos deformes, camara temblorosa",
        leaves="sin texto, luz suave, camara en mano",
    ),
    Rule(
        r"(?:nessun|aucun|kein|pas d|nada d|niente)[a-z]*[ '](?:[a-z'-]+ )?[a-z'-]+"
        r"(?:, ?(?:d[e'] ?)?(?:slow[- ]motion|lens[- ]flare|time[- ]lapse|[a-z-]+))+"
        r"(?= ?(?:[.;!?\n]|$))",
        takes="nessuna stabilizzazione, gimbal, slow motion",
        leaves="nessuna pioggia, luce calda, camera a mano",
    ),
)

# Before a refusal, the members of one list: none of them has a subject or an object of its own.
_LIST_BEHIND = (
    r"[^,.、。!?\nはがを을를]{0,8}?(?:(?:[,、・]|と|や|및|와|과|이나|하고|도) ?"
    r"[^,.、。!?\nはがを을를]{1,16}?)+"
)
_NOUNS = "なし|無し|不要|禁止|없음|제외|금지|불필요"  # that refuse without a topic
_ITS_SOUND = "(?:소리|の音|音|声)?"
# Up to a refusal: no other clause begins.
_NEAR = r"(?:(?!(?:고|며|면서|지만|는데) )[^,.、。!?\n]){0,6}?"
# Only this, and what never ends.
_ASKED_ALL_THE_SAME = any_of(
    Rule(
        r"[^,.、。!?\n]{0,4}?(?:しか|밖에)"
        r"|[^,.、。!?\n]{0,3}?"
        r"(?:止ま|止めず|やま|途切れ|消え|絶え|終わら|멈추|그치|끊이|끊기|끝나)",
        takes="雨|しか降らない",
        leaves="雨|は降らない",
    )
)
# Behind what it refuses, in languages that mostly refuse before it.
_UNWANTED = any_of(
    Rule(
        r"(?:(?:, [a-zа-яё']+){0,4} (?:y|e|et|und|o|ou|oder|и|или)(?: [a-zа-яё']+){1,2})?"
        r" (?:(?:bitte )?(?:weglassen|vermeiden)"
        r"|(?:ist|sind|wird|werden) nicht (?:notig|erwunscht|gewunscht|gebraucht|benotigt)"
        r"|(?:n'est|ne sont) pas (?:necessaire|souhait|voulu)|no (?:es|son) necesari|no hace"
        r"|nao (?:e|sao) necessari|nao (?:precisa|faz falta)|non (?:e|sono) necessari|non serv"
        r"|не (?:нуж|надо|требу))",
        takes="musik| und untertitel sind nicht notig",
        leaves="musik| und untertitel sind nicht laut",
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
# A rain of petals is none.
_FALLING = frozenset({Weather.RAIN, Weather.SNOW, Sound.RAIN})
_OF_THINGS = any_of(
    Rule(
        r"(?:花びら|花|桜|矢|弾丸?|火花?|光|星|コイン|金貨|紙|羽|血|涙|꽃잎|꽃|화살|불꽃|별|동전|총알|빛)"
        r"(?:の| |吹)?$",
        takes="花びらの|雨が降る",
        leaves="夏の|雨が降る",
    )
)


def is_refused_in(text: str, hit: Hit[Any], tables: Tables) -> bool:
    """Whether a hit in `text`, which is lower case and without accents, is refused."""
    if tables.refused_behind:
        behind = _refusal_behind(tables.refused).match(text, hit.end, hit.end + _REACH_BEHIND)
        falls = hit.meaning in _FALLING
        things = falls and _OF_THINGS.search(text, max(0, hit.start - 8), hit.start)
        return bool(behind or things)
    if _UNWANTED.match(text, hit.end):
        return True
    if any(start <= hit.start < end for start, end in refused_lists(text, tables.refused)):
        return True
    if _ELSEWHERE.search(text, max(0, hit.start - 2 * _REACH), hit.start):
        return True
    before = text[max(0, hit.start - _REACH) : hit.start]
    return bool(
        re.search(rf"(?<![a-zа-яё])(?:{tables.refused})(?: [a-zа-яё']+){{0,2}}[ ']$", before)
    )


@lru_cache(maxsize=16)  # languages
def _refusal_behind(refused: str) -> re.Pattern[str]:
    """A refusal of the word before it, or of the list which that begins: 音楽と字幕は入れない."""
    several = rf"{_LIST_BEHIND}(?:(?:は|も|은|는|이|가|도)[^,.、。!?\n]{{0,6}}?|(?={_NOUNS}))"
    return re.compile(
        rf"(?!{_ASKED_ALL_THE_SAME.pattern})(?:{_ITS_SOUND}{_NEAR}|{several})(?:{refused})"
    )


@lru_cache(maxsize=16)  # asked for each hit of a text
def refused_lists(text: str, refused: str) -> list[tuple[int, int]]:
    refusals = re.finditer(rf"(?<![a-z])(?:{refused})(?![a-z])", text)
    found = (
        _SENTENCE.match(text, refusal.start()) or _LIST.match(text, refusal.end())
        for refusal in refusals
    )
    return [each.span() for each in found if each]
