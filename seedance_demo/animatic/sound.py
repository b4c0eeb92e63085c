"""The sound of a plan: what is heard when, crossfaded between shots and brought to one loudness."""

from collections.abc import Callable, Iterator
from itertools import groupby
from zlib import crc32

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from .ambience import AMBIENCE, room
from .effects import RHYTHMS, impact, thunder, whoosh
from .loudness import master
from .music import score
from .plan import Move, Music, Plan, Shot, Sound, Transition
from .synthesis import RATE, Track, place, samples

LOUDNESS = -18.0  # LUFS, integrated
UNASKED = -30.0  # LUFS of a clip whose prompt names no sound: present, never in the way
CROSSFADE = 0.24  # seconds, centred on the cut
EDGE = 0.15  # seconds of fade at both ends of the clip

CONTINUOUS = AMBIENCE | RHYTHMS
WHIPS = {Move.WHIP_PAN_LEFT, Move.WHIP_PAN_RIGHT}
CALM = {Music.AMBIENT, Music.PIANO, Music.SAD, Sound.BIRDS, Sound.CRICKETS, Sound.WAVES}


def soundtrack(plan: Plan) -> NDArray[np.float32]:
    """The clip's sound at 48 kHz: float32 of shape (2, samples), exact zeros if it is silent."""
    mix = np.zeros((2, samples(plan.seconds)), np.float32)
    if plan.silent:
        return mix
    for start, sound in cues(plan):
        place(mix, sound, samples(start))
    asked = any(shot.sounds or shot.music or shot.flashes for shot in plan.shots)
    return master(faded(mix, plan), LOUDNESS if asked else UNASKED)


def cues(plan: Plan) -> Iterator[tuple[float, Track]]:
    for sound, synth in CONTINUOUS.items():
        for start, end in spans(plan, lambda shot, sound=sound: sound in shot.sounds):
            yield bed(plan, start, end, synth, sound)
    for start, end in spans(plan, lambda shot: not shot.sounds and not shot.music):
        yield bed(plan, start, end, room, "room")
    for moods in dict.fromkeys(shot.music for shot in plan.shots if shot.music):
        for start, end in spans(plan, lambda shot, moods=moods: shot.music == moods):
            yield bed(
                plan, start, end, lambda n, rng, moods=moods: score(moods, n, rng), str(moods)
            )
    for at, loudness in whooshes(plan):
        sound, peak = whoosh(dice(plan, f"whoosh {at}"))
        yield at - peak / RATE, loudness * sound
    for shot in plan.shots:
        for flash in shot.flashes:
            rng = dice(plan, f"thunder {flash}")
            yield flash + rng.uniform(0.2, 0.5), thunder(rng)
        if Sound.THUNDER in shot.sounds and not shot.flashes:
            yield shot.start + 0.4, thunder(dice(plan, f"thunder {shot.start}"))
        if Sound.IMPACT in shot.sounds:
            yield shot.start or 0.5, impact(dice(plan, f"impact {shot.start}"))


def spans(plan: Plan, heard: Callable[[Shot], bool]) -> Iterator[tuple[float, float]]:
    """Start and end of every run of neighbouring shots in which something is heard."""
    for yes, run in groupby(plan.shots, heard):
        if yes:
            shots = list(run)
            yield shots[0].start, shots[-1].end


def bed(
    plan: Plan, start: float, end: float, synth: Callable[[int, Generator], Track], name: str
) -> tuple[float, Track]:
    """A synth over a span, reaching half a crossfade into the shots on either side."""
    before = CROSSFADE / 2 if start > 0 else 0.0
    after = CROSSFADE / 2 if end < plan.seconds else 0.0
    track = synth(samples(end - start + before + after), dice(plan, f"{name} {start}"))
    ramp = np.sin(np.linspace(0, np.pi / 2, samples(CROSSFADE), dtype=np.float32))
    if before:
        track[:, : len(ramp)] *= ramp[: track.shape[1]]
    if after:
        track[:, -len(ramp) :] *= ramp[::-1][-track.shape[1] :]
    return start - before, track


def whooshes(plan: Plan) -> Iterator[tuple[float, float]]:
    """When a rush of air peaks, and how loud."""
    for shot in plan.shots:
        if WHIPS & set(shot.moves):
            yield shot.start + shot.seconds / 2, 1.0
    for before, shot in zip(plan.shots, plan.shots[1:], strict=False):
        if shot.enters is Transition.WHIP or Sound.WHOOSH in shot.sounds:
            yield shot.start, 1.0
        elif shot.enters is Transition.CUT and not CALM & {
            *before.music,
            *shot.music,
            *before.sounds,
            *shot.sounds,
        }:
            yield shot.start, 0.3


def faded(mix: Track, plan: Plan) -> Track:
    ramp = np.linspace(0, 1, samples(EDGE), dtype=np.float32)
    mix[:, : len(ramp)] *= ramp
    mix[:, -len(ramp) :] *= ramp[::-1]
    return mix


def dice(plan: Plan, name: str) -> Generator:
    """Chance of its own for each sound, so that adding one leaves the others as they were."""
    return np.random.default_rng([plan.seed, crc32(name.encode())])
