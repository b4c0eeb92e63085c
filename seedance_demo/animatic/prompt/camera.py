"""Finds what a prompt text asks of the camera: size of shot, moves, pace, and transitions."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..plan import OPPOSITES, Framing, Move, Transition
from .ends import led_by_ends
from .extent import Extent, extent_of
from .lexicon import Hit, Lexicon
from .moves import moves_in, ways_back
from .named_cuts import named_cuts, ways_in_and_out
from .negation import is_refused
from .pace import pace_of
from .rules import Rule, any_of
from .sequence import PART, in_turn
from .vocabulary import camera_words as words
from .vocabulary import cut_words

_FRAMINGS = Lexicon(words.FRAMINGS)
_LOCKED = Lexicon({Move.STATIC: words.LOCKED})
_REFUSED = Lexicon({Move.STATIC: words.REFUSED_MOVES})
_ONE_TAKE = Lexicon({True: cut_words.ONE_TAKE})

_ON_A_TRIPOD = {Move.STATIC, Move.RACK_FOCUS, Move.HANDHELD}
_INWARD = {Move.PUSH_IN, Move.ZOOM_IN, Move.CRASH_ZOOM}

_A_SIDE = any_of(
    Rule(
        r"(?<![a-z])(?:left|right|up|down|in|out|back|away|forward|toward|closer|clockwise|counter"
        r"|anti)|[左右上下前后推拉升降近远顺逆进出]|push|pull|lift|ris|sink|descend",
        takes="pan to the right",
        leaves="sweeping across",
    )
)
# The size of shot that a move ends with is not the one that it begins with.
_ENDS_ON = any_of(
    Rule(
        r"(?<![a-z])(?:end|finish|land|settl)[a-z]* (?:on|in|with|at)(?: an?| the)? $",
        takes="the camera drifts and ends on a |close-up",
        leaves="the camera drifts past a |close-up",
    ),
    Rule(
        r"(?:定格|停|落|结束|停留)[在到][一-鿿]{0,10}$",
        takes="最后定格在女孩的|特写",
        leaves="开始是女孩的|特写",
    ),
    Rule(r"(?:→|->) ?$", takes="环绕→|特写", leaves="环绕,|特写"),
)
_ARRIVES_AT = any_of(
    Rule(
        r"(?<![a-z])(?:to|into|onto|on|for)(?: an?| the)? $",
        takes="push in to a |close-up",
        leaves="push in from a |wide shot",
    ),
    Rule(r"[到至成为][一-鿿]{0,8}$", takes="推近到人物|特写", leaves="推近人物|特写"),
)
# In Chinese the move alone leads there.
_INTO = any_of(
    Rule(
        r"[一-鿿]{0,12}",
        takes="镜头推近|老人的面部|特写",
        leaves="镜头推近,|老人,|特写",
    )
)
_ONE_TO_OTHER = any_of(
    Rule(
        r"(?<![a-z])(?:to|into|then|until|end|ends|ending|finish[a-z]*|becom[a-z]*)(?![a-z])",
        takes="from a wide shot to a close-up",
        leaves="a wide shot or a close-up",
    ),
    Rule(r"->", takes="wide shot -> close-up", leaves="wide shot - close-up"),
    Rule(r"[到至变转成→]", takes="全景变特写", leaves="全景和特写"),
)


@dataclass(frozen=True)
class Camera:
    """What a text asks of the camera; None and empty where it says nothing."""

    framing: Framing | None
    moves: tuple[Move, ...]
    in_turn: tuple[tuple[Move, ...], ...]  # those that come one after the other
    pace: float | None
    extent: Extent
    enters: Transition | None  # named in the first words of the passage
    passes: Transition | None  # named later, it leads to what comes next
    leaves: Transition | None
    beyond: tuple[str, ...]  # moves there is no room for
    spans: tuple[tuple[int, int], ...]  # words that have had their meaning

    @property
    def is_told(self) -> bool:
        """Whether anything is said of the camera."""
        told = self.framing, self.enters, self.passes, self.leaves
        return bool(self.moves) or any(each is not None for each in told)


def is_one_take(text: str) -> bool:
    """Whether the text asks for a film without cuts."""
    return any(not is_refused(text, hit.start, hit.end) for hit in _ONE_TAKE.find(text))


def framings(text: str) -> list[Hit[Framing]]:
    """Where the sizes of shots are named."""
    return [hit for hit in _FRAMINGS.find(text) if not is_refused(text, hit.start, hit.end)]


def read_camera(text: str) -> Camera:
    """What `text`, in its plain form, asks of the camera."""
    locked = list(_LOCKED.find(text))
    found = led_by_ends(text, moves_in(text))
    asked = _one_way([hit for hit in found if not is_refused(text, hit.start, hit.end)], text)
    back = list(ways_back(text, asked))
    sizes = framings(text)
    transitions = named_cuts(text)
    refused = len(found) > len(asked) or any(_REFUSED.find(text))
    # What dissolves may be the light too: "night dissolves into day".
    fades = [hit for hit in transitions if hit.meaning is not Transition.DISSOLVE]
    every = sorted([*asked, *back], key=lambda hit: hit.start)
    stages = in_turn(text, sorted([*every, *locked], key=lambda hit: hit.start))
    stands = not stages and (bool(locked) or (refused and not asked))
    moves, beyond = _moves(text, every, stands)
    last = None if set(moves) == {Move.STATIC} else _framing_at_end(text, sizes, asked)
    enters, passes, leaves = ways_in_and_out(text, transitions)
    return Camera(
        framing=_framing(text, sizes, asked),
        moves=_with_framings(text, moves, sizes),
        in_turn=stages,
        pace=pace_of(text, asked),
        extent=extent_of(text, asked, last),
        enters=enters,
        passes=passes,
        leaves=leaves,
        beyond=beyond,
        spans=_spans(locked) + _spans(found) + _spans(back) + _spans(sizes) + _spans(fades),
    )


def _one_way(hits: Sequence[Hit[Move]], text: str) -> list[Hit[Move]]:
    """Without those that name no side where the camera already goes the other way: "pans left,
    sweeping across the bay"."""
    told: set[Move] = set()
    kept = []
    for hit in hits:
        back = OPPOSITES.get(hit.meaning)
        if back not in told or _A_SIDE.search(text, hit.start, hit.end):
            told.add(hit.meaning)
            kept.append(hit)
    return kept


def _spans(hits: Iterable[Hit[Any]]) -> tuple[tuple[int, int], ...]:
    return tuple((hit.start, hit.end) for hit in hits)


def _moves(
    text: str, hits: Sequence[Hit[Move]], locked: bool
) -> tuple[tuple[Move, ...], tuple[str, ...]]:
    moves: dict[Move, None] = {Move.STATIC: None} if locked else {}
    beyond = []
    for hit in hits:
        move = hit.meaning
        to_and_fro = move in moves and OPPOSITES.get(move) in moves
        if to_and_fro or (locked and move not in _ON_A_TRIPOD):
            beyond.append(text[hit.start : hit.end])
        else:
            moves[move] = None
    if moves.keys() - _ON_A_TRIPOD - {Move.DRIFT}:
        moves.pop(Move.DRIFT, None)
        if not locked:
            moves.pop(Move.STATIC, None)
    return tuple(moves), tuple(beyond)


def _framing(
    text: str, sizes: Sequence[Hit[Framing]], moves: Sequence[Hit[Move]]
) -> Framing | None:
    """The size the shot begins with: "push in to a close-up" does not begin close."""
    first_part, arrivals = len(text.split(PART)[0]), _arrivals(moves)
    for hit in sizes:
        if hit.start > first_part:
            break
        if not _is_an_end(text, hit, arrivals):
            return hit.meaning
    return None


def _framing_at_end(
    text: str, sizes: Sequence[Hit[Framing]], moves: Sequence[Hit[Move]]
) -> Framing | None:
    """The size the shot ends with, where that is told."""
    arrivals = _arrivals(moves)
    ends = [hit.meaning for hit in sizes if _is_an_end(text, hit, arrivals)]
    return ends[-1] if ends else None


def _is_an_end(text: str, size: Hit[Framing], arrivals: set[int]) -> bool:
    """Of a size, by the words before it and where moves towards something end."""
    before = text[max(0, size.start - 20) : size.start]
    near = arrivals.intersection(range(size.start - 24, size.start + 1))
    led = any(_INTO.fullmatch(text, end, size.start) for end in near)
    return bool(_ENDS_ON.search(before) or led or (near and _ARRIVES_AT.search(before)))


def _arrivals(moves: Sequence[Hit[Move]]) -> set[int]:
    return {hit.end for hit in moves if hit.meaning in _INWARD}


def _with_framings(
    text: str, moves: tuple[Move, ...], sizes: Sequence[Hit[Framing]]
) -> tuple[Move, ...]:
    """ "From a wide shot to a close-up" is a push in though nobody calls it one."""
    order = list(Framing)
    if moves or len(sizes) < 2 or sizes[0].meaning == sizes[-1].meaning:
        return moves
    between = text[sizes[0].end : sizes[-1].start]
    if not _ONE_TO_OTHER.search(between) or re.search(r"[.!?\n]", between):
        return moves
    tighter = order.index(sizes[-1].meaning) < order.index(sizes[0].meaning)
    return (Move.PUSH_IN if tighter else Move.PULL_OUT,)
