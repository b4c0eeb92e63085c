"""The phrases of a language that has but a small table, ready to be found in its texts."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from ..plan import Move
from .lexicon import Lexicon
from .vocabulary.tables import LOOKS, MOVES, Tables

Meaning = TypeVar("Meaning")

_WITH_CAMERA = re.compile(r"^(?:camera/camara|camara|camera|kamera) (?:\.\. )?|^カメラ … ")


class Lexicons:
    """One for each table; `verbs` are the moves whose phrases begin with the camera, without it."""

    def __init__(self, tables: Tables) -> None:
        self.moves = Lexicon(_joined(tables.moves, MOVES))
        self.verbs = Lexicon(_verbs(tables.moves))
        self.framings = Lexicon(tables.framings)
        self.paces = Lexicon(tables.paces)
        self.fades = Lexicon(tables.fades)
        self.one_take = Lexicon({True: tables.one_take})
        self.looks = Lexicon(_joined(tables.looks, LOOKS))
        self.changes = Lexicon(tables.changes)
        self.weather = Lexicon(tables.weather)
        self.sounds = Lexicon(tables.sounds)
        self.silence = Lexicon({True: tables.silence})


@lru_cache(maxsize=16)  # languages: a lexicon compiles its phrases anew
def lexicons_of(tables: Tables) -> Lexicons:
    return Lexicons(tables)


def _verbs(moves: Mapping[Move, str]) -> dict[Move, str]:
    found = {}
    for move, phrases in moves.items():
        own = (each.strip() for each in phrases.split(","))
        verbs = [_WITH_CAMERA.sub("", each) for each in own if _WITH_CAMERA.match(each)]
        if verbs:
            found[move] = ", ".join(verbs)
    return found


def _joined(own: Mapping[Meaning, str], loans: Mapping[Meaning, str]) -> dict[Meaning, str]:
    return {
        meaning: ", ".join(filter(None, (own.get(meaning), loans.get(meaning))))
        for meaning in {**own, **loans}
    }
