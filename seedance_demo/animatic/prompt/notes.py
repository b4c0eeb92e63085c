"""Everything one passage asks for, read once."""

from dataclasses import dataclass

from .action import not_animated
from .camera import Camera, read_camera
from .light import Light, read_light
from .passage import Kind, Passage
from .references import Reference, references
from .sound import Heard, read_sound


@dataclass(frozen=True)
class Notes:
    camera: Camera
    light: Light
    heard: Heard
    pictures: tuple[Reference, ...]
    dialogue: tuple[str, ...]
    subtitles: tuple[str, ...]
    not_animated: tuple[str, ...]


def take_notes(words: Passage) -> Notes:
    camera = read_camera(words.plain)
    pictures = references(words.plain)
    left = words.without([*camera.spans, *((found.start, found.end) for found in pictures)])
    light = read_light(left.plain)
    heard = read_sound(left.plain, words.asides(Kind.EFFECT))
    lost = not_animated(left.without(light.spans), light.ends)
    return Notes(
        camera=camera,
        light=light,
        heard=heard,
        pictures=pictures,
        dialogue=words.asides(Kind.DIALOGUE),
        subtitles=words.asides(Kind.SUBTITLE),
        not_animated=tuple(dict.fromkeys((*camera.beyond, *lost, *heard.unknown))),
    )
