"""Finds what a prompt text asks of the camera: size of shot, moves, pace, and transitions."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..plan import OPPOSITES, Framing, Move, Transition
from .camera_kinds import by_kind, held_by
from .ends import led_by_ends
from .extent import Extent, extent_of
from .lexicon import Hit, Lexicon, places
from .moves import moves_in, ways_back
from .named_cuts import named_cuts, ways_in_and_out
from .named_in_brackets import as_named
from .negation import is_refused
from .pace import pace_of
from .rules import Rule, any_of
from .sequence import in_turn
from .sizes import framings, moved_by_sizes, size_at_end, size_at_start
from .vocabulary import camera_words as words
from .vocabulary import cut_words

_LOCKED = Lexicon({Move.STATIC: words.LOCKED})
_REFUSED = Lexicon({Move.STATIC: words.REFUSED_MOVES})
_ONE_TAKE = Lexicon({True: cut_words.ONE_TAKE})

_ON_A_TRIPOD = {Move.STATIC, Move.RACK_FOCUS, Move.HANDHELD}
_WHIPS = {Move.WHIP_PAN_LEFT, Move.WHIP_PAN_RIGHT}

_A_SIDE = any_of(
    Rule(
        r"(?<![a-z])(?:left|right|up|down|in|out|back|away|forward|toward|closer|clockwise|counter"
        r"|anti)|[左右上下前后推拉升降近远顺逆进出]|push|pull|lift|ris|sink|descend",
        takes="pan to the right",
        leaves="sweeping across",
    )
)


@dataclass(frozen=True)
class Camera:
    """What a text asks of the camera; None and empty where it says nothing."""

    framing: Framing | None = None
    moves: tuple[Move, ...] = ()
    in_turn: tuple[tuple[Move, ...], ...] = ()  # those that come one after the other
    held: tuple[Move, ...] = ()  # by the kind of camera, where no move is told
    dealt: tuple[Move, ...] = ()  # one for each shot that has none of its own
    pace: float | None = None
    extent: Extent = Extent()
    enters: Transition | None = None  # named in the first words of the passage
    passes: Transition | None = None  # named later, it leads to what comes next
    leaves: Transition | None = None
    beyond: tuple[str, ...] = ()  # moves there is no room for
    spans: tuple[tuple[int, int], ...] = ()  # words that have had their meaning
    pace_words: tuple[tuple[int, int], ...] = ()  # which alone are no camera

    @property
    def is_told(self) -> bool:
        """Whether anything is said of the camera."""
        told = self.framing, self.enters, self.passes, self.leaves
        return bool(self.moves) or any(each is not None for each in told)


def is_one_take(text: str) -> bool:
    """Whether the text asks for a film without cuts."""
    return any(not is_refused(text, hit.start, hit.end) for hit in _ONE_TAKE.find(text))


def read_camera(text: str) -> Camera:
    """What `text`, in its plain form, asks of the camera."""
    locked = list(_LOCKED.find(text))
    found = as_named(text, led_by_ends(text, moves_in(text)))
    meant = [hit for hit in found if not is_refused(text, hit.start, hit.end)]
    asked = _one_way(meant, text)
    back = list(ways_back(text, asked))
    sizes = framings(text)
    transitions = named_cuts(text)
    refused = len(found) > len(meant) or any(_REFUSED.find(text))
    # What dissolves may be the light too: "night dissolves into day".
    fades = [hit for hit in transitions if hit.meaning is not Transition.DISSOLVE]
    every = sorted([*asked, *back], key=lambda hit: hit.start)
    stages = in_turn(text, sorted([*every, *locked], key=lambda hit: hit.start))
    stands = not stages and (bool(locked) or (refused and not asked))
    moves, beyond = _moves(text, every, stands)
    last = None if set(moves) == {Move.STATIC} else size_at_end(text, sizes, asked)
    kinds = list(by_kind(text))
    enters, passes, leaves = ways_in_and_out(text, transitions)
    pace = pace_of(text, asked)
    return Camera(
        framing=size_at_start(text, sizes, asked),
        moves=moved_by_sizes(text, moves, sizes) or held_by(kinds),
        held=held_by(kinds),
        in_turn=stages,
        pace=pace.meaning if pace else None,
        extent=extent_of(text, asked, last),
        enters=enters,
        passes=passes,
        leaves=leaves,
        beyond=beyond,
        spans=places([*locked, *found, *back, *sizes, *fades, *kinds]),
        pace_words=places([pace]) if pace else (),
    )


def _one_way(hits: Sequence[Hit[Move]], text: str) -> list[Hit[Move]]:
    """Without those that name no side where the camera already goes the other way, or flies:
    "pans left, sweeping across the bay", "drone shot gliding over the bay", "whip pan, turning to
    the bay"."""
    told: set[Move] = set()
    kept = []
    for hit in hits:
        flies = hit.meaning is Move.TRUCK_RIGHT and Move.AERIAL in told
        whips = hit.meaning is Move.PAN_RIGHT and not told.isdisjoint(_WHIPS)
        if not (flies or whips or OPPOSITES.get(hit.meaning) in told) or _A_SIDE.search(
            text, hit.start, hit.end
        ):
            told.add(hit.meaning)
            kept.append(hit)
    return kept


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
