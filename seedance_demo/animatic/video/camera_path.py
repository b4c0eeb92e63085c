"""Camera moves: for each frame of a shot, where the camera stands and where it looks.

The picture is a sheet at distance 1 whose points lie at their own depth. `x`, `y` and `dolly` move
the camera, and near things pass faster than far ones; `yaw`, `pitch`, `roll` and `zoom` turn and
focus it, which needs no depth.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..plan import FPS, OPPOSITES, SUDDEN_MOVES, Framing, Move, Shot

Floats = NDArray[np.float64]

TIGHTNESS = {
    Framing.EXTREME_CLOSE_UP: 1.75,
    Framing.CLOSE_UP: 1.4,
    Framing.MEDIUM_CLOSE_UP: 1.22,
    Framing.MEDIUM: 1.08,
    Framing.WIDE: 1.0,
}


@dataclass(frozen=True)
class CameraPath:
    """The camera at each frame; every field is an array of shape (frames,).

    `x` (right) and `y` (up) in units of the distance to the subject, `dolly` the logarithm of how
    many times nearer the camera came to it, `zoom` the logarithm of the focal length's factor,
    angles in radians: `yaw` to the right, `pitch` up, `roll` clockwise. `centre_x` and `centre_y`
    move the frame over the picture, in fractions of it. `defocus` is 0-1: 1 is far out of focus.
    """

    x: Floats
    y: Floats
    dolly: Floats
    zoom: Floats
    yaw: Floats
    pitch: Floats
    roll: Floats
    centre_x: Floats
    centre_y: Floats
    defocus: Floats

    def __len__(self) -> int:
        return len(self.x)

    def __getitem__(self, frames: slice) -> "CameraPath":
        return CameraPath(*(getattr(self, f.name)[frames] for f in fields(self)))

    def zoomed(self, factor: float) -> "CameraPath":
        return replace(self, zoom=self.zoom + np.log(factor))

    @cached_property
    def rests(self) -> bool:
        """Every frame is like the first."""
        return all(not np.ptp(getattr(self, f.name)) for f in fields(self))

    @cached_property
    def turns_only(self) -> bool:
        """No translation anywhere: depth does not show."""
        return not (self.x.any() or self.y.any() or self.dolly.any())


@dataclass(frozen=True)
class Ramp:
    """One channel of a move from its first value to its last, within a part of the shot.

    The channels are those of `CameraPath`, and "approach": a dolly as far as the picture bears its
    parallax, and a zoom for the rest.
    """

    channel: str
    first: float
    last: float
    begins: float = 0.0
    ends: float = 1.0


# What a camera word does, at the default pace in a shot of about four seconds. Sizes are those at
# which photographs still look like photographs; the vertical is half the horizontal because a wide
# frame has little to spare above and below.
MOVES: dict[Move, tuple[Ramp, ...]] = {
    Move.STATIC: (),
    Move.DRIFT: (Ramp("approach", 0, 0.07), Ramp("x", -0.008, 0.008)),
    Move.PUSH_IN: (Ramp("approach", 0, 0.3),),
    Move.PULL_OUT: (Ramp("approach", 0.3, 0),),
    Move.ZOOM_IN: (Ramp("zoom", 0, 0.27),),
    Move.ZOOM_OUT: (Ramp("zoom", 0.27, 0),),
    Move.CRASH_ZOOM: (Ramp("zoom", 0, 0.4, *SUDDEN_MOVES[Move.CRASH_ZOOM]),),
    Move.DOLLY_ZOOM: (Ramp("dolly", 0, 0.4), Ramp("zoom", 0.3, -0.1)),
    Move.PAN_LEFT: (Ramp("yaw", 0.055, -0.055),),
    Move.PAN_RIGHT: (Ramp("yaw", -0.055, 0.055),),
    Move.TILT_UP: (Ramp("pitch", -0.045, 0.045),),
    Move.TILT_DOWN: (Ramp("pitch", 0.045, -0.045),),
    Move.TRUCK_LEFT: (Ramp("x", 0.05, -0.05),),
    Move.TRUCK_RIGHT: (Ramp("x", -0.05, 0.05),),
    Move.CRANE_UP: (Ramp("y", -0.03, 0.03), Ramp("pitch", -0.01, 0.01)),
    Move.CRANE_DOWN: (Ramp("y", 0.03, -0.03), Ramp("pitch", 0.01, -0.01)),
    Move.ORBIT_LEFT: (Ramp("x", 0.075, -0.075), Ramp("yaw", -0.07, 0.07)),
    Move.ORBIT_RIGHT: (Ramp("x", -0.075, 0.075), Ramp("yaw", 0.07, -0.07)),
    Move.TRACK: (Ramp("approach", 0, 0.16), Ramp("x", -0.02, 0.02)),
    Move.AERIAL: (Ramp("approach", 0, 0.16), Ramp("y", -0.02, 0.02)),
    Move.HANDHELD: (),
    Move.WHIP_PAN_LEFT: (Ramp("yaw", 0.08, -0.08, *SUDDEN_MOVES[Move.WHIP_PAN_LEFT]),),
    Move.WHIP_PAN_RIGHT: (Ramp("yaw", -0.08, 0.08, *SUDDEN_MOVES[Move.WHIP_PAN_RIGHT]),),
    Move.ROLL: (Ramp("roll", -0.035, 0.035),),
    Move.RACK_FOCUS: (Ramp("defocus", 1, 0, 0.1, 0.6),),
}


HAND = ((1.1, 1.0), (2.3, 0.6), (4.7, 0.22))  # a hand's sway: half of rad/s, share
HAND_ANGLE = 0.0035  # radians
_NO_LESS_THAN_NONE = {"approach", "zoom", "dolly", "defocus"}  # there is no picture beyond it


def path(shot: Shot, focus: tuple[float, float], seed: int, amount: float = 1.0) -> CameraPath:
    """The camera's way through a shot whose picture has its subject at `focus`.

    `amount` scales every move down: what a picture cannot bear in full it gets in part.
    """
    frames = max(1, round(shot.seconds * FPS))
    names = "approach", *(f.name for f in fields(CameraPath))
    channels = {name: np.zeros(frames) for name in names}
    for move, begins, ends in _moves(shot):
        time = np.clip((np.linspace(0, 1, frames) - begins) / (ends - begins), 0, 1)
        for ramp in MOVES[move]:
            way = _follow(ramp, time) - (ramp.first if begins else 0)  # on from where it is
            channels[ramp.channel] += way * _size(
                ramp, (ends - begins) * shot.seconds, shot.pace, amount
            )
    if shot.in_turn:
        _within_the_picture(channels)
    if any(Move.HANDHELD in moves for moves, _, _ in shot.stages):
        _sway(channels, np.arange(frames) / FPS, amount * HAND_ANGLE * _in_hand(shot, frames), seed)
    approach = channels.pop("approach")
    channels["dolly"] += amount * approach
    channels["zoom"] += (1 - amount) * approach + np.log(TIGHTNESS[shot.framing])
    closer = 1 - np.exp(-np.maximum(channels["zoom"] + channels["dolly"], 0))
    for channel, place in zip(("centre_x", "centre_y"), focus, strict=True):
        # Going in by s about a point moves the middle by 1 - 1/s of the way there; a little more
        # brings the subject to the middle, and never the frame over the picture's edge.
        offset = place - 0.5
        channels[channel] += offset * min(1.5, 0.5 / max(abs(offset), 1e-6)) * closer
    return CameraPath(**channels)


def _moves(shot: Shot) -> Iterator[tuple[Move, float, float]]:
    """Each move with the part of the shot that it takes."""
    for moves, first, last in shot.stages:
        for move in moves:
            begins, ends = _part(move, moves)
            yield move, first + (last - first) * begins, first + (last - first) * ends


def _within_the_picture(channels: dict[str, Floats]) -> None:
    """Moves that come one after the other may lead away from the picture: the shot begins where
    all of them have room. A pull out behind a still moment begins nearer."""
    for name, way in channels.items():
        least, most = way.min(), way.max()
        way -= min(least, 0.0) if name in _NO_LESS_THAN_NONE else (least + most) / 2


def _in_hand(shot: Shot, frames: int) -> Floats:
    """How much of a hand's sway there is at each frame, 0-1, without a jolt between two parts."""
    stages = shot.stages
    part = np.minimum(np.arange(frames) * len(stages) // frames, len(stages) - 1)
    held = np.array([float(Move.HANDHELD in moves) for moves, _, _ in stages])[part]
    if len(stages) == 1:
        return held
    edge = FPS // 4
    around = np.pad(held, edge, mode="edge")
    return np.convolve(around, np.full(2 * edge + 1, 1 / (2 * edge + 1)), mode="valid")


def _part(move: Move, moves: Sequence[Move]) -> tuple[float, float]:
    """The part of its time a move takes: all of it, or half where there is a way back."""
    back = OPPOSITES.get(move)
    if back not in moves:
        return 0.0, 1.0
    return (0.0, 0.5) if moves.index(move) < moves.index(back) else (0.5, 1.0)


def _follow(ramp: Ramp, time: Floats) -> Floats:
    """The channel's value while `time` goes from 0 to 1."""
    u = np.clip((time - ramp.begins) / (ramp.ends - ramp.begins), 0, 1)
    whole_shot = ramp.ends - ramp.begins == 1
    return ramp.first + (ramp.last - ramp.first) * (
        cruise(u) if whole_shot else u * u * (3 - 2 * u)
    )


def _size(ramp: Ramp, seconds: float, pace: float, amount: float) -> float:
    """Long shots go farther, fast ones too; what happens in a moment is as large as it is."""
    bearable = 1.0 if ramp.channel in ("approach", "defocus") else amount
    if ramp.ends - ramp.begins < 1:
        return bearable
    length = min(1.3, max(0.6, 0.55 + 0.12 * seconds))
    return bearable * length * min(1.5, max(0.5, float(pace**0.6)))


def cruise(u: Floats, ramp: float = 0.18) -> Floats:
    """A move's progress, 0-1: it gathers speed, keeps it, and comes to rest, as a dolly does."""
    speed = 1 / (1 - ramp)
    begin, end = speed * u**2 / (2 * ramp), 1 - speed * (1 - u) ** 2 / (2 * ramp)
    return np.where(u < ramp, begin, np.where(u < 1 - ramp, speed * (u - ramp / 2), end))


def _sway(channels: dict[str, Floats], t: Floats, angle: Floats, seed: int) -> None:
    phases = np.random.default_rng(seed).uniform(0, 2 * np.pi, (3, len(HAND)))
    for channel, share, phase in zip(
        ("yaw", "pitch", "roll"), (1.0, 0.9, 0.6), phases, strict=True
    ):
        for (speed, part), start in zip(HAND, phase, strict=True):
            channels[channel] += angle * share * part * np.sin(2 * speed * t + start)
