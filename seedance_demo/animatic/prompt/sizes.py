"""Finds the sizes of shot that a text names, and which of them a shot begins and ends with."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from ..plan import Framing, Move
from .lexicon import Hit, Lexicon
from .negation import is_refused
from .rules import Rule, any_of
from .sequence import PART
from .vocabulary import camera_words as words

_FRAMINGS = Lexicon(words.FRAMINGS)
_INWARD = {Move.PUSH_IN, Move.ZOOM_IN, Move.CRASH_ZOOM}

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
    Rule(
        r"(?:结尾|结束时?|最后|末尾|收尾)(?:是|用|给|定格|停在|回到)?[一-鿿]{0,3}$",
        takes="开头全景,结尾|特写",
        leaves="开头|特写,结尾全景",
    ),
    Rule(r"(?:→|->) ?$", takes="环绕→|特写", leaves="环绕,|特写"),
)
_AT_THE_END = any_of(
    Rule(
        r"[^.;!?\n]{0,40}?(?:at the (?:very )?end|to finish"
        r"|in the last (?:second|moment)s?)(?![a-z])",
        takes="close-up| of her eyes at the end",
        leaves="close-up| of her eyes at the window",
    )
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
    Rule(r"[到至变转成→后再]|结尾|结束|最后", takes="全景变特写", leaves="全景和特写"),
)


# Any move leads into what it is told to come into.
_FEW_WORDS = 100  # letters of a move and of what leads from it to a size
_COMES_INTO = any_of(
    Rule(
        r"(?: [a-z]+)? into(?: an?| the)?(?: [a-z]+){0,2} ",
        takes="glides down| into an intimate |close-up",
        leaves="glides down| past an intimate |close-up",
    )
)


def framings(text: str) -> list[Hit[Framing]]:
    """Where the sizes of shots are named."""
    return [
        hit
        for hit in _FRAMINGS.find(text)
        if not (
            is_refused(text, hit.start, hit.end)
            or text.startswith("-to-", hit.end)  # a range is the size of no shot
            or text.endswith("-to-", 0, hit.start)
        )
    ]


def size_at_start(
    text: str, sizes: Sequence[Hit[Framing]], moves: Sequence[Hit[Move]]
) -> Framing | None:
    """The size the shot begins with: "push in to a close-up" does not begin close."""
    first_part = len(text.split(PART)[0])
    for hit in sizes:
        if hit.start > first_part:
            break
        if not _is_an_end(text, hit, moves):
            return hit.meaning
    return None


def size_at_end(
    text: str, sizes: Sequence[Hit[Framing]], moves: Sequence[Hit[Move]]
) -> Framing | None:
    """The size the shot ends with, where that is told."""
    ends = [hit.meaning for hit in sizes if _is_an_end(text, hit, moves)]
    return ends[-1] if ends else None


def _is_an_end(text: str, size: Hit[Framing], moves: Sequence[Hit[Move]]) -> bool:
    """Of a size, by the words before it and where moves towards something end."""
    before = text[max(0, size.start - 20) : size.start]
    leading = [hit for hit in _just_before(moves, size.start) if hit.end <= size.start]
    near = [hit.end for hit in leading if hit.meaning in _INWARD and hit.end >= size.start - 24]
    led = any(_INTO.fullmatch(text, end, size.start) for end in near)
    led = led or any(_COMES_INTO.fullmatch(text, hit.end, size.start) for hit in leading)
    last = _ENDS_ON.search(before) or _AT_THE_END.match(text, size.end)
    return bool(last or led or (near and _ARRIVES_AT.search(before)))


def _just_before(moves: Sequence[Hit[Move]], place: int) -> Sequence[Hit[Move]]:
    """Those that begin a few words before it, of moves in their order."""
    start = attrgetter("start")
    first = bisect_left(moves, place - _FEW_WORDS, key=start)
    return moves[first : bisect_left(moves, place, key=start)]


def moved_by_sizes(
    text: str, moves: tuple[Move, ...], sizes: Sequence[Hit[Framing]]
) -> tuple[Move, ...]:
    """ "From a wide shot to a close-up" is a push in though nobody calls it one."""
    if moves or len(sizes) < 2 or sizes[0].meaning == sizes[-1].meaning:
        return moves
    between = text[sizes[0].end : sizes[-1].start]
    if not _ONE_TO_OTHER.search(between) or re.search(r"[.!?\n]", between):
        return moves
    move = between_sizes(sizes[0].meaning, sizes[-1].meaning)
    return (move,) if move else ()


def between_sizes(one: Framing, other: Framing) -> Move | None:
    """The move that leads from one size to the other."""
    order = list(Framing)
    nearer = order.index(one) - order.index(other)
    return (Move.PUSH_IN if nearer > 0 else Move.PULL_OUT) if nearer else None
