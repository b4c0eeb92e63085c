"""Prompt, duration and number of pictures in; a plan of shots out.

`prompt.script` divides the words into beats, `prompt.schedule` gives the beats their frames and
pictures, `prompt.notes` reads what each asks for, `prompt.scene` what it inherits and
`prompt.joints` how it is cut; here that becomes shots.
"""

import random
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ..plan import FPS, Framing, Move, Plan, Shot, Transition
from .camera import Camera, is_one_take
from .instructions import Instructions, read_instructions
from .scene import Scene, scenes_of
from .segments import divide
from .text import PromptText
from .timing import TimedSegment, timed_segments
from .transitions import WHIPS, Cuts, cuts_of

_SECONDS_PER_FLASH = 2.5


@lru_cache(maxsize=64)  # a page asks for the same plan many times while its words stand
def direct(prompt: str, seconds: float, images: int) -> Plan:
    """The plan for `images` pictures (0 to 12) in `seconds`, which is rounded to whole frames.

    Any text is accepted. Every picture is used, and no word is dropped in silence: what a still
    cannot follow is listed in the shots' `not_animated`. The same prompt, seconds and number of
    pictures give the same plan on every machine.
    """
    frames = max(1, round(seconds * FPS))
    images = min(images, frames)
    words = PromptText.of(prompt)
    divided = divide(words, frames / FPS, images)
    one_take = is_one_take(divided.speaks_of_all)
    segments = timed_segments(divided.segments, frames, max(1, images), one_take)

    head = read_instructions(divided.head, images)
    instructions = [read_instructions(segment.words, images) for segment in segments]
    around = scenes_of(head, instructions, [segment.follows_on for segment in segments])
    every_cut = cuts_of(head.camera, [own.camera for own in instructions], segments, one_take)
    seed = zlib.crc32(f"{prompt}\0{frames}\0{images}".encode(errors="replace"))

    shots: list[Shot] = []
    for segment, own, scene, cuts in zip(segments, instructions, around, every_cut, strict=True):
        start = round(shots[-1].end * FPS) if shots else 0
        goes_on = bool(shots) and segment.follows_on and not own.camera.is_told
        shot = _shot(segment, own, head, scene, cuts, shots[-1] if goes_on else None)
        parts = _in_pictures(shot if shots else _with_words_of(head, shot), segment, cuts, start)
        storm = head.light.lightning or own.light.lightning
        shots += (_with_lightning(part, seed) for part in parts) if storm else parts
    return Plan(
        seconds=frames / FPS,
        shots=tuple(shots),
        silent=_is_silent(head, segments, instructions),
        seed=seed,
        head=" ".join(divided.head.text.split()),
        pictures=images,
    )


def _shot(
    segment: TimedSegment,
    instructions: Instructions,
    head: Instructions,
    scene: Scene,
    cuts: Cuts,
    begun: Shot | None,
) -> Shot:
    """The shot of a take before it has its time and its pictures. The move of the shot `begun` may
    go on in it: "zoom out from the eye, then the room"."""
    camera = instructions.camera
    return Shot(
        start=0.0,
        end=0.0,
        image=0,
        text=segment.words.text.strip(),
        framing=camera.framing or head.camera.framing or Framing.WIDE,
        moves=begun.moves
        if begun
        else _moves(camera, head.camera, whipped=_is_whipped(segment, cuts)),
        pace=camera.pace or (begun.pace if begun else head.camera.pace) or 1.0,
        looks=scene.looks.wanted,
        looks_at_end=scene.looks_at_end,
        weather=scene.weather.wanted,
        enters=cuts.enters,
        leaves=cuts.leaves,
        sounds=scene.sounds.wanted,
        music=scene.music.wanted,
        dialogue=instructions.dialogue,
        subtitles=instructions.subtitles,
        not_animated=instructions.not_animated,
    )


def _is_whipped(segment: TimedSegment, cuts: Cuts) -> bool:
    return Transition.WHIP in (
        cuts.enters,
        cuts.between if len(segment.images) > 1 else None,
    )


def _moves(camera: Camera, head: Camera, whipped: bool) -> tuple[Move, ...]:
    """A handheld film stays so whatever a shot does; a whip pan between shots whips only once."""
    moves = camera.moves or head.moves
    if whipped:
        moves = tuple(move for move in moves if move not in WHIPS)
    if Move.HANDHELD in head.moves and not {Move.STATIC, Move.HANDHELD} & set(moves):
        moves = (*moves, Move.HANDHELD)
    return moves or (Move.DRIFT,)


def _with_words_of(head: Instructions, shot: Shot) -> Shot:
    """The first shot with the captions of the head and its words that are not animated."""
    return replace(
        shot,
        dialogue=_once(head.dialogue + shot.dialogue),
        subtitles=_once(head.subtitles + shot.subtitles),
        not_animated=_once(head.not_animated + shot.not_animated),
    )


def _once(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))


def _in_pictures(shot: Shot, segment: TimedSegment, cuts: Cuts, start: int) -> Iterator[Shot]:
    """The take as one shot per picture from frame `start`; its light changes in the last."""
    parts = len(segment.images)
    for part, (image, frames) in enumerate(zip(segment.images, segment.shares, strict=True)):
        first, last = part == 0, part == parts - 1
        yield replace(
            shot,
            start=start / FPS,
            end=(start + frames) / FPS,
            image=image,
            enters=shot.enters if first else cuts.between,
            leaves=shot.leaves if last else Transition.CUT,
            looks_at_end=shot.looks_at_end if last else None,
            dialogue=_spread(shot.dialogue, part, parts),
            subtitles=_spread(shot.subtitles, part, parts),
        )
        start += frames


def _spread(lines: tuple[str, ...], part: int, parts: int) -> tuple[str, ...]:
    return tuple(line for n, line in enumerate(lines) if n * parts // len(lines) == part)


def _with_lightning(shot: Shot, seed: int) -> Shot:
    """Flashes lie on the frame grid, a little away from both ends of the shot."""
    first, frames = round(shot.start * FPS), round(shot.seconds * FPS)
    chance = random.Random(seed ^ first)
    count = 1 + int(shot.seconds / _SECONDS_PER_FLASH)
    slots = [(n + chance.uniform(0.2, 0.8)) / count for n in range(count)]
    return replace(shot, flashes=tuple((first + int(slot * frames)) / FPS for slot in slots))


def _is_silent(
    head: Instructions, segments: list[TimedSegment], instructions: list[Instructions]
) -> bool:
    told = [
        own.heard.silent
        for segment, own in zip(segments, instructions, strict=True)
        if segment.words
    ]
    return head.heard.silent or (bool(told) and all(told))
