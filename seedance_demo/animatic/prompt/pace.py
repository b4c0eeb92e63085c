"""Finds how fast a camera moves: the words for it, and not how fast somebody runs."""

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from ..plan import Move
from .lexicon import Hit, Lexicon, near
from .negation import is_refused
from .rules import Rule, any_of
from .vocabulary import camera_words as words

_PACES = Lexicon(words.PACES)
_PACES_OF_THE_SHOT = Lexicon(words.PACES_OF_THE_SHOT)
_NEAR = 30  # characters between a move and the word for its pace
_CLAUSE_ENDS = re.compile(r"[.,;:!?\n]")
# Between a move and a pace, these begin what somebody else does.
_OTHER_CLAUSE = any_of(
    Rule(
        r"[.;!?\n]|(?<![a-z])(?:as|while|when|where|who)(?![a-z])",
        takes="push in as the girl runs fast",
        leaves="push in on her very fast",
    )
)
# Behind a comma a pace is the move's where its clause says nothing else.
_ONLY_A_PACE = any_of(
    Rule(
        r"[ -]*(?:(?:[a-z]+ly|very|so|and|but|at|an?|the|in|with|is|it|its|more|all|then"
        r"|keep(?:s|ing)?|pace|speed|tempo|motion|movements?|camera|moves?|moving|steady|smooth|cinematic"
        r"|continuous|fluid|controlled|·+)[ -]*)*",
        takes="push in,| very and steady|",
        leaves="push in,| the girl runs |",
    ),
    Rule(
        r"[地的而且,]*(?:(?:镜头|运镜|速度|节奏|移动|平稳|匀速|稳定|流畅|平滑|运动|动作)[地的而且]*)*",
        takes="推近,|速度|",
        leaves="推近,|奔跑的男孩|",
    ),
)


def pace_of(text: str, moves: Sequence[Hit[Move]]) -> Hit[float] | None:
    """The word for the moves' pace, the nearest in the same sentence; else for the whole shot's."""
    paces = [hit for hit in _PACES.find(text) if not is_refused(text, hit.start, hit.end)]
    candidates = [
        (gap, pace.meaning, pace)
        for move in moves
        for pace in near(paces, move, _NEAR)
        if (gap := _distance(text, pace, move)) is not None
    ]
    if candidates:
        return min(candidates, key=itemgetter(0, 1))[2]
    of_all = _PACES_OF_THE_SHOT.find(text)
    told = (hit for hit in of_all if not is_refused(text, hit.start, hit.end))
    return next(told, None)


def _distance(text: str, pace: Hit[float], move: Hit[Any]) -> int | None:
    """The letters between them; None where the pace is somebody else's."""
    if pace.start < move.end and move.start < pace.end:
        return 0
    start, end = sorted((pace.start, pace.end, move.start, move.end))[1:3]
    between = text[start:end]
    if end - start > _NEAR or _OTHER_CLAUSE.search(between):
        return None
    return end - start if "," not in between or _stands_alone(text, pace) else None


def _stands_alone(text: str, pace: Hit[float]) -> bool:
    before = _CLAUSE_ENDS.split(text[max(0, pace.start - _NEAR) : pace.start])[-1]
    after = _CLAUSE_ENDS.split(text[pace.end : pace.end + _NEAR])[0]
    return bool(_ONLY_A_PACE.fullmatch(before) and _ONLY_A_PACE.fullmatch(after))
