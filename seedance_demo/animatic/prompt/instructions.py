"""Reads everything that a part of the prompt asks for."""

from dataclasses import dataclass, replace

from .camera import Camera, read_camera
from .image_references import references
from .language import Language
from .light import Light, read_light
from .not_animated import not_animated
from .other_languages import english_terms, light_in, sound_in, with_camera
from .quotes import Kind
from .sound import Heard, read_sound
from .text import PromptText


@dataclass(frozen=True)
class Instructions:
    """What a part of the prompt asks for."""

    camera: Camera
    light: Light
    heard: Heard
    dialogue: tuple[str, ...]
    subtitles: tuple[str, ...]
    not_animated: tuple[str, ...]


def read_instructions(words: PromptText, images: int, language: Language) -> Instructions:
    """What `words` ask of a clip of `images` pictures; a picture beyond them is a lost word."""
    tables = language.tables
    camera = read_camera(english_terms(words.plain, language))
    if tables:
        camera = with_camera(camera, words, tables)
    pictures = references(words.plain)
    missing = (words.text[r.start : r.end] for r in pictures if r.number > images)
    left = words.without([*camera.spans, *((found.start, found.end) for found in pictures)])
    light = light_in(words, tables) if tables else read_light(left.plain)
    heard = sound_in(words, tables) if tables else read_sound(left.plain, words.asides(Kind.EFFECT))
    # Of another language the shot list says as much in one sentence.
    lost: tuple[str, ...] = ()
    if not tables:
        lost = not_animated(words, left.without(light.spans), light.elements, heard.elements)
    quoted = (line for line in words.asides(Kind.QUOTED) if not read_camera(line.lower()).is_told)
    return Instructions(
        camera=camera,
        light=light,
        heard=heard,
        dialogue=words.asides(Kind.DIALOGUE),
        subtitles=words.asides(Kind.SUBTITLE),
        not_animated=tuple(
            dict.fromkeys((*camera.beyond, *missing, *lost, *heard.unknown, *quoted))
        ),
    )


def with_things(said: Instructions, things: tuple[str, ...]) -> Instructions:
    """The same with what is to be in the picture, and is not drawn, told as such."""
    return replace(said, not_animated=tuple(dict.fromkeys((*said.not_animated, *things))))


def without_captions(said: Instructions) -> Instructions:
    """The same where no lines may be written: they are told as not shown."""
    lost = tuple(dict.fromkeys((*said.not_animated, *(f"“{line}”" for line in said.dialogue))))
    return replace(said, dialogue=(), not_animated=lost)
