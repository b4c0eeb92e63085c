"""Tells which camera moves of a shot come one after the other: "hold, then push in"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..plan import Move
from .lexicon import Hit
from .rules import Rule, any_of

PART = "\x1f"  # where the next part of a take without cuts begins, in its plain text
# What stands between a move and the one after it.
_NEXT = any_of(
    Rule(
        r"(?<![a-z])(?:then|finally|lastly|afterwards?|next(?! to)|after (?:that|which)"
        r"|after an? (?:[a-z]+ )?(?:beat|moment|second|while|pause))(?![a-z])",
        takes="hold, then push in",
        leaves="hold and push in",
    ),
    Rule(
        r"(?<![a-z])(?:before(?= (?:[a-z]+ly )?[a-z]+ing)|transition(?:s|ing)? (?:in)?to"
        r"|(?:end|finish|settl|com)(?:e?s|ing|e)(?= (?:on|in|to|at|locked|static)(?![a-z])))",
        takes="pan left before pushing in",
        leaves="pan left before the door",
    ),
    Rule(
        r"然后|接着|随后|随即|之后|最后|最终|继而"
        r"|(?<!不)再(?=[缓慢轻快向往上下左右推拉摇移升降环绕跟固])",
        takes="固定，再缓缓推近",
        leaves="固定，不再移动",
    ),
    Rule(
        r"(?<![a-z])(?:puis|ensuite|luego|despues|dann|danach|anschliessend|depois"
        r"|em seguida|poi|ardindan|sonra)(?![a-z])|(?<![а-я])(?:затем|потом)(?![а-я])|이후"
        r"|その後|次に|続いて|最後に|그리고|다음|이어서|마지막",
        takes="la camera avance, puis descend",
        leaves="la camera avance et descend",
    ),
    Rule(
        r"(?<=second) mark(?![a-z])",
        takes="hold, at the 4-second mark push in",
        leaves="hold at the mark, push in",
    ),
    Rule(rf"{PART}|->|→", takes="orbit → push in → hold", leaves="orbit, push in, hold"),
)
_SENTENCE_ENDS = re.compile(r"[.;!?\n。](?! ?(?:the |our )?camera)")
_SENTENCE = re.compile(r"[;!?\n。]|\.(?![0-9])")
# Ways to hold a camera or to look at a scene, which go together with any move.
_MANNERS = {Move.STATIC, Move.HANDHELD, Move.DRIFT, Move.AERIAL, Move.TRACK, Move.RACK_FOCUS}


# What the camera does while something else happens, told once more.
_AGAIN = any_of(
    Rule(
        r"(?<![a-z])(?:as|while|when) (?:the |our )?(?:camera|shot|it|we) $",
        takes="she looks up. as the camera |rises",
        leaves="she looks up. then the camera |rises",
    )
)


def in_turn(text: str, hits: Sequence[Hit[Move]]) -> tuple[tuple[Move, ...], ...]:
    """The moves of each part of the shot, or nothing where all are made together."""
    named = [match.start() for match in _NEXT.finditer(text)] if hits else []
    edges = sorted([*named, *_sentences(text, hits)])
    parts: list[dict[Move, None]] = [{} for _ in range(len(edges) + 1)]
    for hit in hits:
        if hit.meaning is not Move.DRIFT:
            parts[bisect_right(edges, hit.start)][hit.meaning] = None
    waits = bool(named) and not parts[0] and _waits(text, named, hits[0].start)
    told: list[tuple[Move, ...]] = [(Move.DRIFT,)] if waits else []
    for part in filter(None, parts):
        moves = _held(part, told[-1] if told else ())
        if not told or set(moves) != set(told[-1]):
            told.append(moves)
    return tuple(told) if len(told) > 1 else ()


def _sentences(text: str, hits: Sequence[Hit[Move]]) -> Iterator[int]:
    """Where a sentence with another way of the camera begins ("It pushes in. It orbits her."), or
    each way of a list of many: nobody means three at once."""
    ways = [hit for hit in hits if hit.meaning not in _MANNERS]
    many = len({hit.meaning for hit in ways}) > 2
    told = {hit.meaning for hit in ways[:1]}
    for one, other in pairwise(ways):
        ends = [match.end() for match in _SENTENCE.finditer(text, one.end, other.start)]
        again = other.meaning in told and _AGAIN.search(text, one.end, other.start)
        told.add(one.meaning)
        if one.meaning is not other.meaning and (ends or many) and not again:
            yield ends[-1] if ends else other.start


def _waits(text: str, edges: Sequence[int], first: int) -> bool:
    """Whether something is told before the first move that the move comes after: what "then" says
    in a sentence of its own is about the people."""
    edge = edges[bisect_right(edges, first) - 1] if edges[0] <= first else first
    told = any(letter.isalnum() for letter in text[: edges[0]])
    return told and (text[edge] == PART or not _SENTENCE_ENDS.search(text, edge, first))


def _held(part: dict[Move, None], before: tuple[Move, ...]) -> tuple[Move, ...]:
    """A camera in the hand stays there until it stands still; one that moves does not stand."""
    moves = tuple(move for move in part if move is not Move.STATIC or len(part) == 1)
    in_hand = Move.HANDHELD in before and Move.STATIC not in part and Move.HANDHELD not in part
    return (*moves, Move.HANDHELD) if in_hand else moves
