"""Mixes the soundtrack of a plan: cues in one hall, faded, brought to one loudness."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ..plan import Plan, Transition
from .cues import cues, random_for
from .loudness import master
from .synthesis import Track, clock, hall, place, samples

LOUDNESS = -18.0  # LUFS, integrated
UNASKED = -30.0  # LUFS of a clip whose prompt names no sound: present, never in the way
EDGE = 0.15  # seconds of fade at both ends of the clip
FADE = 0.8  # seconds of a fade from or to black or white, as long as the picture's
FADES_OUT = {Transition.FADE_TO_BLACK, Transition.FADE_TO_WHITE}


def soundtrack(plan: Plan) -> NDArray[np.float32]:
    """The clip's sound at 48 kHz: float32 of shape (2, samples), peak within 0.9.

    Exact zeros if the plan is silent; the same plan always sounds the same.
    """
    mix = np.zeros((2, samples(plan.seconds)), np.float32)
    if plan.silent:
        return mix
    send = np.zeros(mix.shape[1], np.float32)
    for cue in cues(plan):
        place(mix, cue.track, samples(cue.at))
        if cue.wet:
            place(send, cue.track.mean(axis=0), samples(cue.at), cue.wet)
        del cue  # or it would stay while the next is made
    if send.any():
        mix += hall(send, random_for(plan, "hall"))
    asked = any(shot.sounds or shot.music or shot.flashes for shot in plan.shots)
    return master(mix * fades(plan), LOUDNESS if asked else UNASKED).astype(np.float32)


def fades(plan: Plan) -> Track:
    """The gain of the whole mix: a dip at both ends of the clip and wherever the picture fades."""
    t = clock(samples(plan.seconds))
    gain = np.ones_like(t)
    for before, after in pairwise([None, *plan.shots, None]):
        falls = before is not None and before.leaves in FADES_OUT
        rises = after is not None and after.enters is Transition.FADE_IN
        if falls or rises or before is None or after is None:
            at = after.start if after else plan.seconds
            down, up = (at - t) / (FADE if falls else EDGE), (t - at) / (FADE if rises else EDGE)
            gain *= np.clip(np.maximum(down, up), 0, 1)
    return gain
