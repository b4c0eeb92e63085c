"""Reads in other languages which size a shot begins with, and whether it becomes another."""

from collections.abc import Sequence
from operator import attrgetter

from ..plan import Framing, Move
from .lexicon import Hit
from .other_lexicons import lexicons_of
from .refusals import is_refused_in
from .rules import Rule, any_of
from .sequence import PART
from .sizes import between_sizes, framings
from .vocabulary.tables import Tables

# What leads to the size that a shot ends on, before it ...
_ENDS_ON = any_of(
    Rule(
        r"(?<![a-z])(?:termina[a-z]*|cierra"
        r"|acaba[a-z]*|finaliza[a-z]*|encerra|fecha|finit"
        r"|se termine"
        r"|s'acheve|se pose|endet|enden|schliesst|hasta|ate|jusqu'(?:a|au|en)|bis zur?|abre hasta)"
        r"(?: (?:en|con|com|em|num|numa|sur|par|mit|auf|in|a|au|un|una|um|uma|einer?|einem))* $",
        takes="la camara avanza y cierra en un |plano medio",
        leaves="la camara abre con un |plano medio",
    )
)
# ... or behind it.
_ENDS_SO = any_of(
    Rule(
        r"[で]?(?:終わ|締め|終了)|へと(?:寄|迫)|(?:으로|로) ?(?:끝|마무리|마친)",
        takes="顔のアップ|で終わる",
        leaves="顔のアップ|で始まる",
    )
)
# Between a size and the one that it becomes.
_BECOMES = any_of(
    Rule(
        r"[^.!?\n]{0,40}(?<![a-zа-я])(?:se (?:convierte|transforma|vuelve)|convirti[a-z]*"
        r"|pas[ae][a-z]*|termin[a-z]*|acaba[a-z]*|cierra|devien[a-z]*|finit|s'acheve|jusqu'[a-z]+|puis|wird|werden"
        r"|endet|endend|ubergeh[a-z]*|geht|diventa[a-z]*|fino|torna[a-z]*|vira|encerra|переход[а-я]*"
        r"|сменя[а-я]*|donus[a-z]*|luego|despues|depois|poi|danach|dann|ate|hasta"
        r"|transition[a-z]*|then|becom[a-z]*)(?![a-zа-я])[^.!?\n]{0,24}",
        takes="plano general| que se convierte en un |plano medio",
        leaves="plano general| y tambien |plano medio",
    ),
    Rule(
        r",? (?:a|al|au|aux|zu|zur|zum|bis|para|em|to|к|до|на|в)(?: (?:un|una|une|uma|einer"
        r"|o|a|la))? ",
        takes="de un plano general| a un |primer plano",
        leaves="un plano general| con un |primer plano",
    ),
    Rule(
        r"[^。!?\n]{0,6}(?:から|→|へ|になり|에서|하다가)[^。.!?\n]{0,16}",
        takes="ワイドショット|から始まり、|クローズアップ",
        leaves="ワイドショット|と|クローズアップ",
    ),
)


def first_size(text: str, tables: Tables) -> Framing | None:
    """The size that a shot begins with, and not the one it ends on."""
    return next(
        (
            hit.meaning
            for hit in named_sizes(text.split(PART)[0], tables)
            if not (_is_the_end(text, hit) or is_refused_in(text, hit, tables))
        ),
        None,
    )


def named_sizes(text: str, tables: Tables) -> Sequence[Hit[Framing]]:
    """Where the sizes of its table are named, asked for or refused."""
    return lexicons_of(tables).framings.find(text)


def becomes(text: str, tables: Tables) -> tuple[Framing, Move] | None:
    """The size that a shot begins with, and the move to the other size that it becomes."""
    own = list(named_sizes(text, tables))
    loans = [hit for hit in framings(text) if text[hit.start : hit.end].isascii()]
    borrowed = [hit for hit in loans if not any(_overlap(hit, each) for each in own)]
    sizes = sorted([*own, *borrowed], key=attrgetter("start"))[:2]
    if len(sizes) < 2 or not _BECOMES.fullmatch(text, sizes[0].end, sizes[1].start):
        return None
    move = between_sizes(sizes[0].meaning, sizes[1].meaning)
    return (sizes[0].meaning, move) if move else None


def _overlap(one: Hit[Framing], other: Hit[Framing]) -> bool:
    return one.start < other.end and other.start < one.end


def _is_the_end(text: str, hit: Hit[Framing]) -> bool:
    before = text[max(0, hit.start - 24) : hit.start]
    return bool(_ENDS_ON.search(before) or _ENDS_SO.match(text, hit.end))
