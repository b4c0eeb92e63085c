"""What each camera word does, and when in its shot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..plan import OPPOSITES, SUDDEN_MOVES, Framing, Move, Shot

TIGHTNESS = {
    Framing.EXTREME_CLOSE_UP: 1.75,
    Framing.CLOSE_UP: 1.4,
    Framing.MEDIUM_CLOSE_UP: 1.22,
    Framing.MEDIUM: 1.08,
    Framing.WIDE: 1.0,
}


@dataclass(frozen=True)
class Ramp:
    """One channel of a move from its first value to its last, within a part of the shot.

    The channels are those of `CameraPath`, and four more. "approach" is a dolly as far as the
    picture bears its parallax, and a zoom for the rest. "across" and "down" go over what the frame
    leaves out of the picture, from -1, its left or upper edge, to 1. "pan" and "tilt" are a yaw and
    a pitch for where that is less than they turn.
    """

    channel: str
    first: float
    last: float
    begins: float = 0.0
    ends: float = 1.0

    @property
    def is_sudden(self) -> bool:
        return self.ends - self.begins < 1


PASSING = "across", "down"
HOLD = 0.93  # radians that hold a subject where the camera moves by its distance
_TURNED_BACK = {"x": "yaw", "y": "pitch"}
_WHIP_LEFT, _WHIP_RIGHT = SUDDEN_MOVES[Move.WHIP_PAN_LEFT], SUDDEN_MOVES[Move.WHIP_PAN_RIGHT]
_LEFTWARD, _RIGHTWARD = Ramp("across", 1, -1), Ramp("across", -1, 1)
_UPWARD, _DOWNWARD = Ramp("down", 1, -1), Ramp("down", -1, 1)
# At the default pace in a shot of about four seconds. Sizes are those at which photographs still
# look like photographs; the vertical is half the horizontal because a wide frame has little to
# spare above and below.
MOVES: dict[Move, tuple[Ramp, ...]] = {
    Move.STATIC: (),
    Move.DRIFT: (Ramp("approach", 0, 0.07), Ramp("x", -0.008, 0.008)),
    Move.PUSH_IN: (Ramp("approach", 0, 0.3),),
    Move.PULL_OUT: (Ramp("approach", 0.3, 0),),
    Move.ZOOM_IN: (Ramp("zoom", 0, 0.27),),
    Move.ZOOM_OUT: (Ramp("zoom", 0.27, 0),),
    Move.CRASH_ZOOM: (Ramp("zoom", 0, 0.4, *SUDDEN_MOVES[Move.CRASH_ZOOM]),),
    Move.DOLLY_ZOOM: (Ramp("dolly", 0, 0.4), Ramp("zoom", 0.3, -0.1)),
    Move.PAN_LEFT: (Ramp("pan", 0.055, -0.055), _LEFTWARD),
    Move.PAN_RIGHT: (Ramp("pan", -0.055, 0.055), _RIGHTWARD),
    Move.TILT_UP: (Ramp("tilt", -0.045, 0.045), _UPWARD),
    Move.TILT_DOWN: (Ramp("tilt", 0.045, -0.045), _DOWNWARD),
    Move.TRUCK_LEFT: (Ramp("x", 0.05, -0.05), _LEFTWARD),
    Move.TRUCK_RIGHT: (Ramp("x", -0.05, 0.05), _RIGHTWARD),
    Move.CRANE_UP: (Ramp("y", -0.03, 0.03), Ramp("tilt", -0.01, 0.01), _UPWARD),
    Move.CRANE_DOWN: (Ramp("y", 0.03, -0.03), Ramp("tilt", 0.01, -0.01), _DOWNWARD),
    Move.ORBIT_LEFT: (Ramp("x", 0.075, -0.075), Ramp("yaw", -0.07, 0.07)),
    Move.ORBIT_RIGHT: (Ramp("x", -0.075, 0.075), Ramp("yaw", 0.07, -0.07)),
    Move.TRACK: (Ramp("approach", 0, 0.16), Ramp("x", -0.04, 0.04)),
    Move.AERIAL: (Ramp("approach", 0, 0.16), Ramp("y", -0.02, 0.02)),
    Move.HANDHELD: (),
    Move.WHIP_PAN_LEFT: (Ramp("pan", 0.08, -0.08, *_WHIP_LEFT), Ramp("across", 1, -1, *_WHIP_LEFT)),
    Move.WHIP_PAN_RIGHT: (
        Ramp("pan", -0.08, 0.08, *_WHIP_RIGHT),
        Ramp("across", -1, 1, *_WHIP_RIGHT),
    ),
    Move.ROLL: (Ramp("roll", -0.035, 0.035),),
    Move.RACK_FOCUS: (Ramp("defocus", 1, 0, 0.1, 0.6),),
}


def timed(shot: Shot) -> Iterator[tuple[tuple[Ramp, ...], float, float]]:
    """What each move does, with the part of the shot that it takes, from 0 to 1."""
    for moves, first, last in shot.stages:
        for move in moves:
            begins, ends = _part(move, moves)
            ramps = tuple(_held(MOVES[move])) if Move.TRACK in moves else MOVES[move]
            if shot.slightly or Move.TRACK in moves:
                ramps = tuple(ramp for ramp in ramps if ramp.channel not in PASSING)
            yield ramps, first + (last - first) * begins, first + (last - first) * ends


def _held(ramps: Sequence[Ramp]) -> Iterator[Ramp]:
    """The same in a shot that follows somebody: what the camera moves aside it turns back."""
    for ramp in ramps:
        yield ramp
        if ramp.channel in _TURNED_BACK:
            turn = _TURNED_BACK[ramp.channel]
            yield replace(ramp, channel=turn, first=-HOLD * ramp.first, last=-HOLD * ramp.last)


def _part(move: Move, moves: Sequence[Move]) -> tuple[float, float]:
    """The part of its time a move takes: all of it, or half where there is a way back."""
    back = OPPOSITES.get(move)
    if back not in moves:
        return 0.0, 1.0
    return (0.0, 0.5) if moves.index(move) < moves.index(back) else (0.5, 1.0)
