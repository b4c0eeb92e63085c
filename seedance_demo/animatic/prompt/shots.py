"""Turns segments, with their instructions, scenes and cuts, into the shots of a plan."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, cycle

from ..plan import FPS, SUDDEN_MOVES, Framing, Move, Shot, Transition
from .camera import Camera
from .instructions import MANNERS, Instructions
from .offscreen import is_indoors
from .scene import Scene
from .timing import TimedSegment
from .transitions import WHIPS, Cuts

_SECONDS_PER_FLASH = 2.5


@dataclass(frozen=True)
class Directed:
    """A segment, what its own words ask for, and what it has from those around it."""

    segment: TimedSegment
    own: Instructions
    scene: Scene
    cuts: Cuts


def shots_of(head: Instructions, directed: Sequence[Directed], seed: int) -> tuple[Shot, ...]:
    """The shots of all segments, without a gap; `head` are the instructions for the whole clip."""
    shots: list[Shot] = []
    head = _with_left_over(head, directed)
    cameras = _dealt(head.camera, directed)
    for number, (each, camera) in enumerate(zip(directed, cameras, strict=True)):
        start = round(shots[-1].end * FPS) if shots else 0
        goes_on = bool(shots) and _goes_on(each)
        shot = _shot(each, replace(head, camera=camera), shots[-1] if goes_on else None)
        told = _with_words_of(head, shot, number, len(directed))
        parts = _in_pictures(told, each, start)
        storm = each.own.light.lightning or (head.light.lightning and _is_outside(each))
        shots += (_with_lightning(part, seed) for part in parts) if storm else parts
    return tuple(shots)


def _goes_on(each: Directed) -> bool:
    return each.segment.follows_on and not each.own.camera.is_told


def _without_moves(directed: Sequence[Directed]) -> list[bool]:
    """Which of the shots have none, and do not go on with those of the shot before."""
    return [
        not (each.own.camera.moves or (number and _goes_on(each)))
        for number, each in enumerate(directed)
    ]


def _dealt(head: Camera, directed: Sequence[Directed]) -> Iterator[Camera]:
    """What the head asks of each shot's camera: shots that have no move take those of its list in
    turn, again and again; a move of a moment is made once."""
    again = [move for move in head.dealt if move not in SUDDEN_MOVES]
    moves = chain(head.dealt, cycle(again))
    for each, free in zip(directed, _without_moves(directed), strict=True):
        move = next(moves, None) if free else None
        from_afar = each.own.camera.framing in (None, Framing.WIDE)
        fits = move is not Move.AERIAL or from_afar
        yield replace(head, moves=(move, *head.moves)) if move and fits else head


def _with_left_over(head: Instructions, directed: Sequence[Directed]) -> Instructions:
    """The head, with the moves that no shot is left for told as not animated."""
    left = head.camera.dealt[sum(_without_moves(directed)) :]
    lost = tuple(move for move in left if move not in MANNERS)
    return replace(head, not_animated=_once(head.not_animated + lost))


def _shot(each: Directed, head: Instructions, begun: Shot | None) -> Shot:
    """The shot of a segment before it has its time and its images. The move of the shot `begun` may
    go on in it: "zoom out from the eye, then the room"."""
    camera, scene, own = each.own.camera, each.scene, each.own
    whipped = _is_whipped(each)
    own_moves = _moves(camera, head.camera, whipped)
    return Shot(
        start=0.0,
        end=0.0,
        image=0,
        text=each.segment.words.text.strip(),
        framing=camera.framing or head.camera.framing or Framing.WIDE,
        moves=begun.moves if begun else own_moves,
        in_turn=() if begun else _in_turn(camera, head.camera, whipped),
        **vars(camera.extent),
        pace=camera.pace or (begun.pace if begun else head.camera.pace) or 1.0,
        looks=scene.looks.wanted,
        looks_at_end=scene.looks_at_end,
        weather=scene.weather.wanted,
        enters=each.cuts.enters,
        leaves=each.cuts.leaves,
        sounds=scene.sounds.wanted,
        music=scene.music.wanted,
        dialogue=own.dialogue,
        subtitles=own.subtitles,
        not_animated=own.not_animated,
    )


def _is_outside(each: Directed) -> bool:
    return not is_indoors(each.segment.words.plain)


def _is_whipped(each: Directed) -> bool:
    between = each.cuts.between if len(each.segment.images) > 1 else None
    return Transition.WHIP in (each.cuts.enters, between)


def _moves(camera: Camera, head: Camera, whipped: bool) -> tuple[Move, ...]:
    """A handheld film stays so whatever a shot does; a whip pan between shots whips only once."""
    moves = camera.moves or head.moves
    if whipped:
        moves = tuple(move for move in moves if move not in WHIPS)
    if Move.HANDHELD in head.moves and not {Move.STATIC, Move.HANDHELD} & set(moves):
        moves = (*moves, Move.HANDHELD)
    return moves or (Move.DRIFT,)


def _in_turn(camera: Camera, head: Camera, whipped: bool) -> tuple[tuple[Move, ...], ...]:
    """The same for moves that come one after the other."""
    told = camera.in_turn if camera.moves else head.in_turn
    shown = [moves for moves in told if not (whipped and WHIPS.issuperset(moves))]
    stages = tuple(_moves(replace(camera, moves=moves), head, whipped) for moves in shown)
    return stages if len(stages) > 1 else ()


def _with_words_of(head: Instructions, shot: Shot, number: int, count: int) -> Shot:
    """Shot `number` of so many with its share of the head's captions, and the first with the head's
    words that are not animated."""
    return replace(
        shot,
        dialogue=_once(_spread(head.dialogue, number, count) + shot.dialogue),
        subtitles=_once(_spread(head.subtitles, number, count) + shot.subtitles),
        not_animated=_once(head.not_animated * (number == 0) + shot.not_animated),
    )


def _once(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))


def _in_pictures(shot: Shot, each: Directed, start: int) -> Iterator[Shot]:
    """The segment as one shot per image from frame `start`; its light changes in the last."""
    segment, cuts = each.segment, each.cuts
    parts = len(segment.images)
    for part, (image, frames) in enumerate(zip(segment.images, segment.shares, strict=True)):
        first, last = part == 0, part == parts - 1
        yield replace(
            shot,
            start=start / FPS,
            end=(start + frames) / FPS,
            image=image,
            enters=shot.enters if first else cuts.between,
            leaves=shot.leaves if last else Transition.CUT,
            looks_at_end=shot.looks_at_end if last else None,
            dialogue=_spread(shot.dialogue, part, parts),
            subtitles=_spread(shot.subtitles, part, parts),
        )
        start += frames


def _spread(lines: tuple[str, ...], part: int, parts: int) -> tuple[str, ...]:
    return tuple(line for n, line in enumerate(lines) if n * parts // len(lines) == part)


def _with_lightning(shot: Shot, seed: int) -> Shot:
    """Flashes lie on the frame grid, a little away from both ends of the shot."""
    first, frames = round(shot.start * FPS), round(shot.seconds * FPS)
    chance = random.Random(seed ^ first)
    count = 1 + int(shot.seconds / _SECONDS_PER_FLASH)
    slots = [(n + chance.uniform(0.2, 0.8)) / count for n in range(count)]
    return replace(shot, flashes=tuple((first + int(slot * frames)) / FPS for slot in slots))
