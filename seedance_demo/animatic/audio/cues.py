"""Decides what is heard when: a plan's shots become tracks that start at their times.

What lasts is one track over every run of shots that share it; what happens lands on its moment.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise
from zlib import crc32

import numpy as np
from numpy.random import Generator

from ..plan import SUDDEN_MOVES, Move, Music, Plan, Shot, Sound, Transition
from . import effects, nature, town
from .music import score
from .synthesis import Synth, Track, clock, samples

CROSSFADE = 0.24  # seconds, centred on a cut


@dataclass(frozen=True)
class Voice:
    """A sound and its level in the mix: how loud, and how much of it the hall gives back."""

    synth: Synth
    gain: float = 1.0
    wet: float = 0.0


@dataclass(frozen=True)
class Cue:
    """A track that starts at a time, in seconds; a negative time has begun before the clip."""

    at: float
    track: Track
    wet: float = 0.0


@dataclass(frozen=True)
class Span:
    """A run of shots as heard: half a crossfade longer at each end that is a cut."""

    begin: float  # seconds
    end: float
    opens: bool  # the clip begins with it
    closes: bool  # the clip ends with it

    @classmethod
    def of(cls, plan: Plan, shots: Sequence[Shot]) -> "Span":
        start, end = shots[0].start, shots[-1].end
        opens, closes = start <= 0, end >= plan.seconds
        half = CROSSFADE / 2
        return cls(start - half * (not opens), end + half * (not closes), opens, closes)

    @property
    def seconds(self) -> float:
        return self.end - self.begin

    def sloped(self, track: Track) -> Track:
        """The track with its crossfades: equal power, as neighbouring sounds are not alike."""
        t = clock(track.shape[1])
        if not self.opens:
            track = track * np.sin(np.pi / 2 * np.minimum(t / CROSSFADE, 1))
        if not self.closes:
            track = track * np.sin(np.pi / 2 * np.minimum(t[::-1] / CROSSFADE, 1))
        return track


AMBIENCE: dict[Sound, Voice] = {
    Sound.RAIN: Voice(nature.rain),
    Sound.WIND: Voice(nature.wind),
    Sound.WAVES: Voice(nature.waves, 2.0),
    Sound.WATER: Voice(nature.water, 1.2, wet=0.05),
    Sound.FIRE: Voice(nature.fire, 1.4, wet=0.03),
    Sound.BIRDS: Voice(nature.birds, 1.35, wet=0.25),
    Sound.CRICKETS: Voice(nature.crickets, 1.6, wet=0.06),
    Sound.CITY: Voice(town.city, 1.1, wet=0.12),
    Sound.CROWD: Voice(town.crowd, 1.1, wet=0.3),
    Sound.ENGINE: Voice(town.engine, 1.1, wet=0.05),
}
RHYTHMS: dict[Sound, Voice] = {
    Sound.HEARTBEAT: Voice(effects.heartbeat, wet=0.1),
    Sound.FOOTSTEPS: Voice(effects.footsteps, 0.9, wet=0.3),
    Sound.TYPING: Voice(effects.typing, 1.5, wet=0.15),
    Sound.BELL: Voice(effects.bell, wet=0.3),
}
HITS = {Sound.THUNDER, Sound.WHOOSH, Sound.IMPACT}  # land on a moment, see `hits`
ROOM_TONE = Voice(town.room, 1.4)
SCORE_WET = 0.3

CLAP = 0.35  # seconds of a thunder that are heard at least
SOFTLY = 0.3  # the gain of a rush of air at a plain cut
# A film with these in it is not interrupted by a rush of air at every plain cut.
CALM_MUSIC = {Music.AMBIENT, Music.PIANO, Music.SAD, Music.WONDER}
CALM_SOUNDS = {Sound.BIRDS, Sound.CRICKETS, Sound.WAVES, Sound.HEARTBEAT, Sound.BELL}


def cues(plan: Plan) -> Iterator[Cue]:
    """Everything that is heard in the clip."""
    for sound, voice in {**AMBIENCE, **RHYTHMS}.items():
        yield from beds(plan, voice, sound, partial(hears, sound))
    yield from beds(plan, ROOM_TONE, "room", hears_no_ambience)
    yield from scores(plan)
    yield from hits(plan)


def hears(sound: Sound, shot: Shot) -> bool:
    return sound in shot.sounds


def hears_no_ambience(shot: Shot) -> bool:
    """Nothing sounds all the time, so between its sounds the shot would be dead."""
    return not shot.music and not AMBIENCE.keys() & set(shot.sounds)


def beds(plan: Plan, voice: Voice, name: str, heard: Callable[[Shot], bool]) -> Iterator[Cue]:
    """A voice over every run of neighbouring shots that hear it, never restarted inside a run."""
    for yes, run in groupby(plan.shots, heard):
        if yes:
            span = Span.of(plan, list(run))
            chance = random_for(plan, f"{name} {span.begin}")
            track = span.sloped(voice.synth(samples(span.seconds), chance))
            track *= voice.gain
            yield Cue(span.begin, track, voice.wet)
            del track


def scores(plan: Plan) -> Iterator[Cue]:
    """Each run of shots with the same music gets a piece of its own, with its own ending."""
    for moods, run in groupby(plan.shots, lambda shot: shot.music):
        if moods:
            shots = list(run)
            span = Span.of(plan, shots)
            cuts = [shot.start - span.begin for shot in shots[1:]]
            track = score(moods, span.seconds, cuts, random_for(plan, f"{moods} {span.begin}"))
            yield Cue(span.begin, span.sloped(track), SCORE_WET)


def hits(plan: Plan) -> Iterator[Cue]:
    """Thunder, impacts, rushes of air and glitches, each on its moment."""
    for at, gain, side in whooshes(plan):
        rush = effects.whoosh(random_for(plan, f"whoosh {at}"), side)
        yield Cue(at - effects.WHOOSH_PEAK, gain * rush, 0.1)
    for at, near in thunders(plan):
        yield Cue(at, effects.thunder(random_for(plan, f"thunder {at}"), near), 0.15)
    for shot in plan.shots:
        if Sound.IMPACT in shot.sounds:
            yield Cue(moment(shot), effects.impact(random_for(plan, f"impact {shot.start}")), 0.2)
        if shot.enters is Transition.GLITCH:
            yield Cue(shot.start - 0.12, effects.glitch(random_for(plan, f"glitch {shot.start}")))


def sudden(shot: Shot) -> Move | None:
    """The whip pan or crash zoom of a shot that has one."""
    return next((move for move in shot.moves if move in SUDDEN_MOVES), None)


def moment(shot: Shot) -> float:
    """When a hit lands in a shot: on its sudden move, else its cut, else soon after the start."""
    for moves, begins, ends in shot.stages:
        if move := next((move for move in moves if move in SUDDEN_MOVES), None):
            middle = begins + (ends - begins) * sum(SUDDEN_MOVES[move]) / 2
            return shot.start + shot.seconds * middle
    return shot.start if shot.start > 0 else min(0.6, shot.seconds / 2)


def whooshes(plan: Plan) -> Iterator[tuple[float, float, float]]:
    """When a rush of air peaks, how loud it is, and to which side it goes: -1 left, 1 right."""
    for shot in plan.shots:
        if move := sudden(shot):
            yield moment(shot), 1.0, -1.0 if move is Move.WHIP_PAN_LEFT else 1.0
        elif Sound.WHOOSH in shot.sounds:
            yield moment(shot), 1.0, 1.0
    for before, shot in pairwise(plan.shots):
        if Sound.WHOOSH in shot.sounds and not sudden(shot):
            continue  # it has its own, on this cut
        if shot.enters is Transition.WHIP:
            yield shot.start, 1.0, 1.0
        elif shot.enters is Transition.CUT and bears_a_rush(before) and bears_a_rush(shot):
            yield shot.start, SOFTLY, 1.0


def bears_a_rush(shot: Shot) -> bool:
    """Neither calm, nor so short that a rush at each of its cuts would be panting."""
    calm = CALM_MUSIC & set(shot.music) or CALM_SOUNDS & set(shot.sounds)
    return not calm and shot.seconds >= 1.0


def thunders(plan: Plan) -> Iterator[tuple[float, float]]:
    """When it thunders, and how near: after each flash, or far away where none is seen. A clap has
    time to be heard before the clip ends: a late bolt strikes nearer, the latest are too far."""
    latest = plan.seconds - CLAP
    return ((min(at, latest), near) for at, near in _bolts(plan, latest))


def _bolts(plan: Plan, latest: float) -> Iterator[tuple[float, float]]:
    last = -math.inf
    for shot in plan.shots:
        for flash in sorted(shot.flashes):
            if flash - last > 0.6 and flash <= latest:  # a bolt often flickers twice
                last = flash
                yield flash + random_for(plan, f"bolt {flash}").uniform(0.2, 0.5), 1.0
        if Sound.THUNDER in shot.sounds and not shot.flashes and shot.start - last > 3:
            last = shot.start
            yield shot.start + 0.5, 0.25


def random_for(plan: Plan, name: str) -> Generator:
    """Chance of its own for each sound, so that adding one leaves the others as they were."""
    return np.random.default_rng([plan.seed, crc32(name.encode())])
