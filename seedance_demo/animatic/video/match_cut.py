"""Frames two takes for a match cut, so that their subjects meet at the same place and size."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from ..plan import Transition
from .camera_path import CameraPath
from .shot import Take

CLOSEST = np.log(1.8)  # a smaller subject is brought no closer than that
MOST_CROP_TO_MEET = 1.3  # what both shots may lose of their pictures to meet at one place


@dataclass(frozen=True)
class Reframing:
    """What is added to a path: to the logarithm of its zoom, and to its centre (x, y) in fractions
    of the picture."""

    zoom: float
    centre: NDArray[np.float64]


def matched(takes: Sequence[Take]) -> list[Take]:
    """The takes, those on both sides of a match cut framed so that their subjects meet there."""
    ends: list[list[Reframing | None]] = [[None, None] for _ in takes]
    for i, (before, after) in enumerate(pairwise(takes)):
        if after.shot.enters is Transition.MATCH_CUT:
            ends[i][1], ends[i + 1][0] = _meeting(before, after)
    return [_framed(take, *framings) for take, framings in zip(takes, ends, strict=True)]


def _meeting(before: Take, after: Take) -> tuple[Reframing, Reframing]:
    """How both shots are framed: the smaller subject as large as the other, and the one further
    from the middle at the other's place, or as near as its picture's borders allow."""
    takes, frames = (before, after), (len(before) - 1, 0)
    sizes = [_size(take, n) for take, n in zip(takes, frames, strict=True)]
    closer = [min(float(CLOSEST), np.log(max(sizes) / size)) if min(sizes) else 0 for size in sizes]
    scales = [np.exp(z) * _scale(take, n) for z, take, n in zip(closer, takes, frames, strict=True)]
    places = [s * _place(take, n) for s, take, n in zip(scales, takes, frames, strict=True)]
    target = min(places, key=np.linalg.norm)
    for share in (1.0, 0.8, 0.6, 0.4, 0.2, 0.0):
        framings = [
            Reframing(z, share * (place - target) / scale / take.mesh.reach)
            for z, place, scale, take in zip(closer, places, scales, takes, strict=True)
        ]
        paths = [_added(take.path, f, f) for take, f in zip(takes, framings, strict=True)]
        crop = max(t.mesh.least_zoom(path) for t, path in zip(takes, paths, strict=True))
        if crop <= MOST_CROP_TO_MEET:
            break
    one, other = (replace(framing, zoom=framing.zoom + np.log(crop)) for framing in framings)
    return one, other


def _size(take: Take, n: int) -> float:
    """How far the subject reaches around the place the eye goes to: half a face, half a cup. In
    widths of frame n; 0 without a subject. What the frame cuts off of it makes no difference."""
    matte, focus = take.prepared.depth.matte, take.prepared.depth.focus
    around = cv2.distanceTransform((matte > 0.45).astype(np.uint8), cv2.DIST_L2, 5)
    column, row = (int(f * (n - 1)) for f, n in zip(focus, matte.shape[::-1], strict=True))
    widths = around[row, column] / matte.shape[1] * take.mesh.reach.wide
    return float(widths) * _scale(take, n)


def _scale(take: Take, n: int) -> float:
    return float(np.exp(take.path.zoom[n] + take.path.dolly[n]))


def _place(take: Take, n: int) -> NDArray[np.float64]:
    """How far from the middle of frame n the eye goes, in frames before they are zoomed: to a face,
    so that no match cuts it off."""
    here = take.path[n : n + 1]
    gone = take.mesh.turned(here)[0] + take.mesh.travelled(here)[0]  # against it, frame pixels
    at = np.array(take.prepared.depth.focus) - 0.5 - (here.centre_x[0], here.centre_y[0])
    return np.asarray(at * take.mesh.reach - gone / take.mesh.frame / _scale(take, n))


def _framed(take: Take, start: Reframing | None, end: Reframing | None) -> Take:
    start, end = start or end, end or start
    if start is None or end is None:
        return take
    path = _added(take.path, start, end)
    return Take(take.shot, take.prepared, take.seed, path.zoomed(take.mesh.least_zoom(path)))


def _added(path: CameraPath, start: Reframing, end: Reframing) -> CameraPath:
    """The path with a framing that goes from one to another."""
    t = np.linspace(0, 1, len(path))
    share = t * t * (3 - 2 * t)
    x, y = (a + (b - a) * share for a, b in zip(start.centre, end.centre, strict=True))
    zoom = start.zoom + (end.zoom - start.zoom) * share
    return replace(
        path, zoom=path.zoom + zoom, centre_x=path.centre_x + x, centre_y=path.centre_y + y
    )
