"""The camera's way: for each frame of a shot, where the camera stands and where it looks.

The picture is a sheet at distance 1 whose points lie at their own depth. `x`, `y` and `dolly` move
the camera, and near things pass faster than far ones; `yaw`, `pitch`, `roll` and `zoom` turn and
focus it, which needs no depth.
"""

from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..plan import FPS, Framing, Move, Shot
from .moves import PASSING, TIGHTNESS, Ramp, timed
from .reach import ONE_FRAME, Point, Reach, lens_of

Floats = NDArray[np.float64]
Channels = dict[str, Floats]
HAND = ((1.1, 1.0), (2.3, 0.6), (4.7, 0.22))  # a hand's sway: half of rad/s, share
HAND_ANGLE = 0.0035  # radians
HEADROOM = 0.06  # of the frame's height, above a subject
_NO_LESS_THAN_NONE = {"approach", "zoom", "dolly", "defocus"}  # there is no picture beyond it
# Of either side of the frame: the way over the picture, the turn for where there is none, and what
# of the path they go into; the way that a camera which moves makes by itself.
_SIDES = (("across", "pan", "centre_x", "yaw", "x"), ("down", "tilt", "centre_y", "pitch", "y"))
_ONLY_HERE = "approach", *PASSING, "pan", "tilt"


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
class Room:
    """What a camera has to move in: the `film`'s shape as width / height, and how many frames of it
    the picture is wide and high."""

    film: float = 16 / 9
    reach: Reach = ONE_FRAME


FREE = Room()


class Aim(NamedTuple):
    """Where the eye goes in a picture, and where what it sees begins below the upper edge; in
    fractions of the picture. 1 for a `top` that is not known."""

    x: float
    y: float
    top: float = 1.0

    def middle(self, high: float) -> float:
        """The lowest place for the middle of a frame, so high in fractions of the picture, that has
        air above the subject and the eye's place in it."""
        return max(self.top + (0.5 - HEADROOM) * high, self.y - high / 2)

    def framed(self, high: float) -> Point:
        """The middle of such a frame of the subject."""
        return self.x, min(self.y, self.middle(high))


def path(
    shot: Shot,
    aim: Aim,
    seed: int,
    amount: float = 1.0,
    room: Room = FREE,
) -> CameraPath:
    """The camera's way through a shot whose picture has its subject at `aim`.

    `amount` scales every move down but the way over what the frame leaves out: what a picture
    cannot bear in full it gets in part.
    """
    frames = max(1, round(shot.seconds * FPS))
    channels = _asked(shot, frames, amount)
    if shot.in_turn:
        _within_the_picture(channels)
    _pass_over(channels, room)
    if any(Move.HANDHELD in moves for moves, _, _ in shot.stages):
        _sway(channels, np.arange(frames) / FPS, amount * HAND_ANGLE * _in_hand(shot, frames), seed)
    channels["dolly"] += amount * channels["approach"]
    channels["zoom"] += (1 - amount) * channels["approach"] + np.log(TIGHTNESS[shot.framing])
    _end_on(channels, shot.framing_at_end)
    whole = Framing.EXTREME_CLOSE_UP not in (shot.framing, shot.framing_at_end)
    _close_in(
        channels,
        aim if whole else aim._replace(top=1.0),
        room.reach,
        arrives=shot.ends_on is not None,
    )
    return CameraPath(**{f.name: channels[f.name] for f in fields(CameraPath)})


def _asked(shot: Shot, frames: int, amount: float) -> Channels:
    """What the words ask for, one move on the other."""
    channels = {name: np.zeros(frames) for name in _ONLY_HERE}
    channels |= {f.name: np.zeros(frames) for f in fields(CameraPath)}
    for ramps, begins, ends in timed(shot):
        time = np.clip((np.linspace(0, 1, frames) - begins) / (ends - begins), 0, 1)
        for ramp in ramps:
            way = _follow(ramp, time) - (ramp.first if begins else 0)  # on from where it is
            channels[ramp.channel] += way * _size(
                ramp, (ends - begins) * shot.seconds, shot.pace, amount
            )
    return channels


def _within_the_picture(channels: Channels) -> None:
    """Moves that come one after the other may lead away from the picture: the shot begins where
    all of them have room. A pull out behind a still moment begins nearer."""
    for name, way in channels.items():
        least, most = way.min(), way.max()
        way -= min(least, 0.0) if name in _NO_LESS_THAN_NONE else (least + most) / 2


def _pass_over(channels: Channels, room: Room) -> None:
    """Lead the frame from edge to edge of what it leaves out of the picture. Where that is less
    than the camera would turn, it turns for the rest; what it moves besides is a part of the way,
    so that it ends at the edge, too."""
    sides = zip(_SIDES, room.reach, lens_of(room.film), strict=True)
    for (way, turn, centre, angle, step), frames, lens in sides:
        spare = (frames - 1) / 2 if channels[way].any() else 0.0
        moved, turned = (lens * float(np.abs(channels[name]).max()) for name in (step, turn))
        edges = max(1.0, float(np.abs(channels[way]).max()))
        channels[centre] += channels[way] / edges * max(0.0, spare - moved) / frames
        channels[angle] += channels[turn] * (1 - min(1.0, spare / turned) if turned else 0.0)


def _end_on(channels: Channels, framing: Framing | None) -> None:
    """Come to that size in the end, by the lens, whatever the moves came to."""
    if framing is None:
        return
    zoom, dolly = channels["zoom"], channels["dolly"]
    missing = np.log(TIGHTNESS[framing]) - zoom[-1] - dolly[-1]
    zoom += missing * cruise(np.linspace(0, 1, len(zoom)))
    np.maximum(zoom, -dolly, out=zoom)


def _close_in(channels: Channels, aim: Aim, reach: Reach, *, arrives: bool) -> None:
    """Going in by s about a point moves the middle by 1 - 1/s of the way there; a little more
    brings the subject to the middle, and never the frame over the picture's edge. A frame that
    passes over the picture leans to the subject the less the farther it goes, and not where
    it `arrives` at a place of its own. The subject's top stays in the frame."""
    closer = 1 - np.exp(-np.maximum(channels["zoom"] + channels["dolly"], 0))
    nearest = max(float(closer.max()), 1e-6)
    most = (1.0, 2 * (aim.middle(1 - nearest) - 0.5) / nearest)
    sides = zip(("centre_x", "centre_y"), aim, most, reach, strict=False)
    for centre, place, lowest, frames in sides:
        lean = max(-1.0, min(1.0, lowest, 3 * (place - 0.5) * frames))
        share = 0.0 if arrives and frames > 1 else max(0.0, 2 - frames)
        channels[centre] += share * lean * closer / 2 / frames


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


def _follow(ramp: Ramp, time: Floats) -> Floats:
    """The channel's value while `time` goes from 0 to 1."""
    u = np.clip((time - ramp.begins) / (ramp.ends - ramp.begins), 0, 1)
    share = u * u * (3 - 2 * u) if ramp.is_sudden else cruise(u)
    return ramp.first + (ramp.last - ramp.first) * share


def _size(ramp: Ramp, seconds: float, pace: float, amount: float) -> float:
    """Long shots go farther, fast ones too; what happens in a moment is as large as it is, and so
    is the way over the picture."""
    if ramp.channel in PASSING:
        return 1.0
    bearable = 1.0 if ramp.channel in ("approach", "defocus") else amount
    if ramp.is_sudden:
        return bearable
    length = min(1.3, max(0.6, 0.55 + 0.12 * seconds))
    return bearable * length * min(1.5, max(0.5, float(pace**0.6)))


def cruise(u: Floats, ramp: float = 0.18) -> Floats:
    """A move's progress, 0-1: it gathers speed, keeps it, and comes to rest, as a dolly does."""
    speed = 1 / (1 - ramp)
    begin, end = speed * u**2 / (2 * ramp), 1 - speed * (1 - u) ** 2 / (2 * ramp)
    return np.where(u < ramp, begin, np.where(u < 1 - ramp, speed * (u - ramp / 2), end))


def _sway(channels: Channels, t: Floats, angle: Floats, seed: int) -> None:
    phases = np.random.default_rng(seed).uniform(0, 2 * np.pi, (3, len(HAND)))
    for channel, share, phase in zip(
        ("yaw", "pitch", "roll"), (1.0, 0.9, 0.6), phases, strict=True
    ):
        for (speed, part), start in zip(HAND, phase, strict=True):
            channels[channel] += angle * share * part * np.sin(2 * speed * t + start)
