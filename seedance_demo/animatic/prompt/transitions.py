"""Decides how shots are cut: how each segment begins, goes from image to image, and ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..plan import Framing, Move, Transition
from .camera import Camera
from .timing import TimedSegment

WHIPS = frozenset({Move.WHIP_PAN_LEFT, Move.WHIP_PAN_RIGHT})


@dataclass(frozen=True)
class Cuts:
    """How a segment begins, goes from one of its images to the next, and ends."""

    enters: Transition
    between: Transition
    leaves: Transition


def cuts_of(
    head: Camera, cameras: Sequence[Camera], segments: Sequence[TimedSegment], one_take: bool
) -> list[Cuts]:
    """The cuts of each segment: by its own words, those before it, or those for all."""
    usual = _usual(head, one_take)
    fades_in = Transition.FADE_IN in (head.enters, cameras[0].enters)
    ways_in = [Transition.FADE_IN if fades_in else Transition.CUT]
    for (before, segment), (last, own) in zip(pairwise(segments), pairwise(cameras), strict=True):
        same_view = segment.images[0] == before.images[-1] and _size(own) is _size(last)
        soft = segment.follows_on and same_view and usual is Transition.CUT
        softly = Transition.DISSOLVE if soft else usual
        ways_in.append(own.enters or last.passes or softly)
    found = [
        Cuts(enters, _between(own) or _whip(own) or usual, own.leaves or Transition.CUT)
        for enters, own in zip(ways_in, cameras, strict=True)
    ]
    if head.leaves:
        found[-1] = Cuts(found[-1].enters, found[-1].between, head.leaves)
    return found


def _usual(head: Camera, one_take: bool) -> Transition:
    return _between(head) or (Transition.DISSOLVE if one_take else Transition.CUT)


def _size(camera: Camera) -> Framing:
    return camera.framing or Framing.WIDE


def _whip(camera: Camera) -> Transition | None:
    """Between two pictures a whip pan is the way from one to the other."""
    return None if WHIPS.isdisjoint(camera.moves) else Transition.WHIP


def _between(camera: Camera) -> Transition | None:
    return camera.passes or (camera.enters if camera.enters is not Transition.FADE_IN else None)
