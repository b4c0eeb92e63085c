"""Joins takes into a film, frame by frame: cuts, dissolves, fades, whips and glitches."""

from bisect import bisect_right
from collections.abc import Sequence

import cv2
import numpy as np

from ..plan import FPS, Plan, Transition
from .grade import BLACK, GREY, WHITE
from .image import Planes
from .lens import smeared
from .shot import Take

# Frames on either side of the cut; a dissolve is half way exactly at the cut.
REACH = {Transition.DISSOLVE: 8, Transition.MATCH_CUT: 4, Transition.WHIP: 5, Transition.GLITCH: 3}
FADE = round(0.8 * FPS)  # frames
WHIP_LENGTH = 0.3  # of the frame's width, the smear at the cut itself


class Edit:
    """The takes of a plan in their order. `frame(n)` is frame n of the film, from any thread."""

    def __init__(self, plan: Plan, takes: Sequence[Take]) -> None:
        self.plan, self.takes = plan, takes
        self.starts = [round(shot.start * FPS) for shot in plan.shots]
        self.ends = [*self.starts[1:], plan.frames]

    def frame(self, n: int) -> Planes:
        i = bisect_right(self.starts, n) - 1
        picture = self._joined(n, i)
        shot, begun, left = self.plan.shots[i], n - self.starts[i], self.ends[i] - 1 - n
        if shot.enters is Transition.FADE_IN and begun < FADE:
            picture = faded(picture, begun / FADE, BLACK)
        if shot.leaves in FADES and left < FADE:
            picture = faded(picture, left / FADE, FADES[shot.leaves])
        return picture

    def _joined(self, n: int, i: int) -> Planes:
        """Frame n, which is shot i's, mixed with the other side of a cut nearby."""
        for cut in (i, i + 1):
            if 0 < cut < len(self.takes):
                how = self.plan.shots[cut].enters
                reach = min(REACH.get(how, 0), *(len(self.takes[k]) // 2 for k in (cut - 1, cut)))
                share = (n - self.starts[cut] + reach + 0.5) / (2 * reach) if reach else 1.0
                if 0 < share < 1:
                    return self._mixed(n, cut, how, share)
        return self._take(n, i)

    def _mixed(self, n: int, cut: int, how: Transition, share: float) -> Planes:
        """Frame n at `share` of the way over a cut, 0.5 at the cut itself."""
        if how in (Transition.DISSOLVE, Transition.MATCH_CUT):
            eased = share * share * (3 - 2 * share)
            pairs = zip(self._take(n, cut - 1), self._take(n, cut), strict=True)
            return Planes(*(cv2.addWeighted(a, 1 - eased, b, eased, 0) for a, b in pairs))
        own = self._take(n, cut if share > 0.5 else cut - 1)
        if how is Transition.GLITCH:
            return glitched(own, (self.plan.seed, n))
        return smeared(own, WHIP_LENGTH * (1 - abs(2 * share - 1)) ** 2)

    def _take(self, n: int, i: int) -> Planes:
        return self.takes[i].frame(n - self.starts[i])


FADES = {Transition.FADE_TO_BLACK: BLACK, Transition.FADE_TO_WHITE: WHITE}


def faded(picture: Planes, share: float, level: int) -> Planes:
    """The frame with `share` of the picture, the rest a plain luma level."""
    levels = (level, GREY, GREY)
    return Planes(
        *(
            cv2.convertScaleAbs(plane, alpha=share, beta=(1 - share) * grey)
            for plane, grey in zip(picture, levels, strict=True)
        )
    )


def glitched(picture: Planes, seed: tuple[int, int]) -> Planes:
    """The frame with bands torn sideways and colours out of register, another way on each frame."""
    rng = np.random.default_rng(seed)
    h, w = picture.y.shape
    torn = [plane.copy() for plane in picture]
    for top, height, shift in zip(
        rng.random(9), rng.random(9), rng.normal(0, 0.06, 9), strict=True
    ):
        for plane, size in zip(torn, (1, 2, 2), strict=True):
            a = int(top * h) // size
            b = a + max(2, int(height * 0.12 * h) // size)
            plane[a:b] = np.roll(plane[a:b], int(shift * w) // size, axis=1)
    torn[2] = np.roll(torn[2], w // 100, axis=1)
    return Planes(*torn)
