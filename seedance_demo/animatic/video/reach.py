"""How much of a picture a shot passes over, where the film's shape leaves parts of it out.

Known by the shapes of the film and the picture alone, each as width / height: no pixel is needed.
"""

from typing import NamedTuple

from ..plan import Place, Shot
from .moves import PASSING, TIGHTNESS, timed

Point = tuple[float, float]
FOCAL = 1.1  # focal length over the width of a 16:9 picture: a normal lens
# Widths of a 16:9 frame of the same area that a camera passes in a second, at the default pace. The
# usual advice at 24 frames a second is seven seconds a width; that is twice as fast, because shots
# here are short. A whip is meant to smear.
WATCHABLE, WHIPPED = 0.3, 2.4
MOST = 8.0  # frames that a shot passes over: what is kept of the picture in memory
NARROWEST, WIDEST = 0.42, 2.4  # films, width / height
ALIKE = 1.02  # what is left out of a picture of nearly the film's shape is no way


class Reach(NamedTuple):
    """What a shot sees of its picture: so many frames wide and high, each at least 1."""

    wide: float = 1.0
    high: float = 1.0


ONE_FRAME = Reach()


class Part(NamedTuple):
    """The part of a picture that a shot passes over: how large it is, and where its middle lies, in
    fractions of the picture; None: at the subject."""

    reach: Reach = ONE_FRAME
    middle: Point | None = None


SUBJECT = Part()


def part_of(shot: Shot, picture: float, film: float, aim: Point) -> Part:
    """All of the picture, or as far as the shot is asked to go, or as much as can be watched in its
    time. `aim` is where the subject is, in fractions of the picture."""
    ways = _ways(shot, picture, film, aim)
    passed = Reach(*(1 + way.frames for way in ways))
    if passed == ONE_FRAME:
        return SUBJECT
    found = zip(aim, ways, strict=True)
    x, y = (place if way.middle is None else way.middle for place, way in found)
    return Part(passed, (x, y))


class _Way(NamedTuple):
    """Along one side of the picture: so many frames, around a place in fractions of it."""

    frames: float = 0.0
    middle: float | None = None


def _ways(shot: Shot, picture: float, film: float, aim: Point) -> tuple[_Way, ...]:
    sides = zip((picture / film, film / picture), PASSING, lens_of(film), aim, strict=True)
    return tuple(
        _way(shot, whole, _asked(shot, channel), lens / FOCAL, place)
        for whole, channel, lens, place in sides
    )


def _way(shot: Shot, whole: float, asked: "_Asked", widths: float, place: float) -> _Way:
    """Along a side of `whole` frames with the subject at `place`; `widths` of a frame are one of a
    16:9 frame."""
    if whole <= ALIKE or not asked.farthest:
        return _Way()
    edges = (0.5 / whole, 1 - 0.5 / whole)  # between them the middle of a frame can stand
    spots = {Place.MIDDLE: 0.5, Place.SUBJECT: min(max(place, edges[0]), edges[1])}
    told = zip((shot.begins_on, shot.ends_on), edges[:: asked.side], strict=True)
    begins, ends = (spots[spot] if spot else edge for spot, edge in told)
    if (ends - begins) * asked.side < 0:  # that is another way
        begins, ends = edges[:: asked.side]
    frames = min(abs(ends - begins) * whole, asked.farthest * widths, MOST - 1)
    half = asked.side * frames / whole / 2
    if shot.ends_on:
        return _Way(frames, ends - half)
    return _Way(frames, begins + half if shot.begins_on else None)


def film_shape(width: float, height: float) -> float:
    """The shape of a film as wide and high as a picture, within what players show."""
    return min(WIDEST, max(NARROWEST, width / height))


def lens_of(film: float) -> tuple[float, float]:
    """The focal length in widths and in heights of the frame; a tall frame has the lens of a wide
    one of the same area."""
    return FOCAL * (16 / 9 / film) ** 0.5, FOCAL * (16 / 9 * film) ** 0.5


class _Asked(NamedTuple):
    """What is asked of a shot along one side: how far it may go, in widths of a 16:9 frame, and
    which way: 1 to the right and down, -1 to the left and up."""

    farthest: float
    side: int


def _asked(shot: Shot, channel: str) -> _Asked:
    """By whichever move along this side has the least time, for each goes from edge to edge, and
    the way of the last of them."""
    moves = [
        (ramp, ends - begins)
        for ramps, begins, ends in timed(shot)
        for ramp in ramps
        if ramp.channel == channel
    ]
    ways = (
        share * (ramp.ends - ramp.begins) * (WHIPPED if ramp.is_sudden else WATCHABLE)
        for ramp, share in moves
    )
    farthest = shot.seconds * shot.pace * min(ways, default=0.0) / TIGHTNESS[shot.framing]
    return _Asked(farthest, 1 if not moves or moves[-1][0].last > 0 else -1)
