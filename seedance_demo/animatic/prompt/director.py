"""Directs a prompt: text, duration and number of images become a plan of shots.

`json_script` makes a script of JSON, `text` brings the prompt into the form that is read,
`segments` divides it, `timing` gives each segment its frames and images, `instructions` reads what
each asks for, `scene` what it inherits, `transitions` how it is cut; `shots` puts that together.
"""

import zlib
from dataclasses import replace
from functools import lru_cache

from ..plan import FPS, Plan, Shot
from .camera import is_one_take
from .chains import dealt
from .instructions import (
    Instructions,
    for_each_shot,
    read_instructions,
    refuses_captions,
    with_things,
    without_captions,
)
from .json_script import Script, script_of
from .language import Language, language_of
from .montage import as_montage
from .other_languages import is_one_take_in
from .scene import scenes_of
from .segment import Segment, SegmentedPrompt
from .segments import divide
from .shots import Directed, shots_of
from .speakers import to_their_speakers
from .text import PromptText
from .timing import timed_segments
from .transitions import cuts_of


@lru_cache(maxsize=64)  # a page asks for the same plan many times while its words stand
def direct(prompt: str, seconds: float, images: int, *, ends: bool = False) -> Plan:
    """The plan for `images` pictures (0 to 12) in `seconds`, which is rounded to whole frames; with
    `ends` it begins on the first of them and ends on the last, whatever the prompt says.

    Any text is accepted. Every picture is used, and no word is dropped in silence: what a still
    cannot follow is listed in the shots' `not_animated`. The same prompt, seconds and number of
    pictures give the same plan on every machine.
    """
    frames = max(1, round(seconds * FPS))
    images = min(images, frames)
    script = script_of(prompt)
    words = PromptText.of("\n".join((script.head, *(shot.text for shot in script.shots))))
    language = language_of(words.plain)
    divided = _divided(script, words, frames / FPS, images, language)
    divided = as_montage(to_their_speakers(dealt(divided)), frames / FPS)
    one_take = is_one_take(divided.speaks_of_all) or bool(
        language.tables and is_one_take_in(words, language.tables)
    )
    segments = timed_segments(divided.segments, frames, max(1, images), one_take)

    head = with_things(read_instructions(divided.head, images, language), script.things)
    if len(segments) > 1:
        head = for_each_shot(head, divided.head)
    own = [read_instructions(segment.words, images, language) for segment in segments]
    if refuses_captions(words.plain):
        head, own = without_captions(head), [without_captions(each) for each in own]
    scenes = scenes_of(head, own, segments)
    cuts = cuts_of(head.camera, [each.camera for each in own], segments, one_take)
    directed = [Directed(*each) for each in zip(segments, own, scenes, cuts, strict=True)]
    seed = zlib.crc32(f"{prompt}\0{frames}\0{images}".encode(errors="replace"))
    shots = shots_of(head, directed, seed)
    return Plan(
        seconds=frames / FPS,
        shots=_from_first_to_last(shots, images) if ends and images > 1 else shots,
        silent=_is_silent(head, directed),
        seed=seed,
        head=_in_lines(divided.head.text),
        pictures=images,
        language=language.name,
        partly_read=language.tables is not None,
    )


def _from_first_to_last(shots: tuple[Shot, ...], images: int) -> tuple[Shot, ...]:
    first, *between, last = shots
    return replace(first, image=0), *between, replace(last, image=images - 1)


def _divided(
    script: Script, words: PromptText, seconds: float, images: int, language: Language
) -> SegmentedPrompt:
    if not script.shots:
        return divide(words, seconds, images, language)
    shots = (
        Segment(PromptText.of(shot.text), shot.span.start, shot.span.stop, shot.span.length)
        for shot in script.shots
    )
    return SegmentedPrompt(PromptText.of(script.head), tuple(shots))


def _in_lines(text: str) -> str:
    """With single spaces, and no empty lines: a label is found at the beginning of its line."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def _is_silent(head: Instructions, directed: list[Directed]) -> bool:
    told = [each.own.heard.silent for each in directed if each.segment.words]
    return head.heard.silent or (bool(told) and all(told))
