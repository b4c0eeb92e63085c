"""How much of a picture a shot passes over, where the film's shape leaves parts of it out.

Known by the shapes of the film and the picture alone, each as width / height: no pixel is needed.
"""

from typing import NamedTuple

from ..plan import Shot
from .moves import PASSING, TIGHTNESS, timed

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


def reach(shot: Shot, picture: float, film: float) -> Reach:
    """What a shot passes over: all of the picture, or as much as can be watched in its time."""
    sides = zip((picture / film, film / picture), PASSING, lens_of(film), strict=True)
    found = (
        min(whole, MOST, 1 + _farthest(shot, channel) * lens / FOCAL) if whole > ALIKE else 1.0
        for whole, channel, lens in sides
    )
    return Reach(*found)


def film_shape(width: float, height: float) -> float:
    """The shape of a film as wide and high as a picture, within what players show."""
    return min(WIDEST, max(NARROWEST, width / height))


def lens_of(film: float) -> tuple[float, float]:
    """The focal length in widths and in heights of the frame; a tall frame has the lens of a wide
    one of the same area."""
    return FOCAL * (16 / 9 / film) ** 0.5, FOCAL * (16 / 9 * film) ** 0.5


def _farthest(shot: Shot, channel: str) -> float:
    """In widths of a 16:9 frame: the way of whichever move along this side has the least time, for
    each goes from edge to edge; 0 where there is none."""
    ways = (
        (ends - begins) * (ramp.ends - ramp.begins) * (WHIPPED if ramp.is_sudden else WATCHABLE)
        for ramps, begins, ends in timed(shot)
        for ramp in ramps
        if ramp.channel == channel
    )
    return shot.seconds * shot.pace * min(ways, default=0.0) / TIGHTNESS[shot.framing]
