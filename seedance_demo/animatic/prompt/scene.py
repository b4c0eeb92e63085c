"""Light, weather and sound that a shot inherits where its own words say nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..plan import Look, Music, Sound, Weather
from .instructions import Instructions
from .negation import Asked
from .offscreen import is_indoors
from .timing import TimedSegment
from .vocabulary.light_words import TIMES_OF_DAY

# Sounds of one moment: a later shot of the same scene does not take them over.
_MOMENTS = frozenset({Sound.THUNDER, Sound.IMPACT, Sound.WHOOSH, Sound.BELL, Sound.FOOTSTEPS})
_SKY = TIMES_OF_DAY | {Look.STORM}
_LIGHTS = TIMES_OF_DAY | {Look.BRIGHT, Look.FLICKER}
_FALLS = frozenset({Weather.RAIN})  # snow on the ground is too often taken for snow that falls


@dataclass(frozen=True)
class Scene:
    """What holds for a shot, by its own words and those around it."""

    looks: Asked[Look]
    looks_at_end: tuple[Look, ...] | None
    weather: Asked[Weather]
    sounds: Asked[Sound]
    music: Asked[Music]


def scenes_of(
    head: Instructions, instructions: Sequence[Instructions], segments: Sequence[TimedSegment]
) -> list[Scene]:
    """The scene of each shot: its own words within the head's, or within the shot it follows on.

    A change of light that is told of the whole clip is done by the last shot; the weather stays
    outside.
    """
    whole = _scene(head)
    before = steady = replace(whole, looks_at_end=None)
    shown: tuple[int, ...] = ()
    found = []
    for number, (own, segment) in enumerate(zip(instructions, segments, strict=True)):
        around = _afterwards(before) if segment.follows_on else steady
        if segment.images[:1] == shown and not segment.follows_on:
            around = _under_one_sky(steady, _afterwards(before), _scene(own))
        shown = segment.images[-1:]
        around = _sheltered(around) if is_indoors(segment.words.plain) else around
        if number == len(instructions) - 1 and whole.looks_at_end is not None:
            around = replace(around, looks_at_end=whole.looks_at_end)
        before = _within(_scene(own), around)
        found.append(before)
    return found


def _under_one_sky(steady: Scene, before: Scene, own: Scene) -> Scene:
    """The scene around a shot of the picture that was shown before it: the hour and what falls
    stay, unless the shot names an hour, a weather or a lamp of its own."""
    lights = _LIGHTS.intersection((*steady.looks.wanted, *own.looks.wanted))
    if own.weather.wanted or lights.difference(before.looks.wanted):
        return steady
    falls = tuple(each for each in before.weather.wanted if each in _FALLS)
    sky = Scene(
        looks=Asked(tuple(look for look in before.looks.wanted if look in _SKY)),
        looks_at_end=None,
        weather=Asked(falls),
        sounds=Asked((Sound.RAIN,) if Weather.RAIN in falls else ()),
        music=Asked(),
    )
    return _within(steady, sky)


def _sheltered(scene: Scene) -> Scene:
    looks = tuple(look for look in scene.looks.wanted if look not in (Look.STORM, Look.FOG))
    return replace(scene, looks=replace(scene.looks, wanted=looks), weather=Asked())


def _scene(instructions: Instructions) -> Scene:
    light, heard = instructions.light, instructions.heard
    return Scene(light.looks, light.looks_at_end, light.weather, heard.sounds, heard.music)


def _within(own: Scene, around: Scene) -> Scene:
    inherited = _yielding(around.looks, own.looks)
    at_end = own.looks_at_end
    if at_end is not None:
        lasting = (look for look in inherited.wanted if look not in own.looks.wanted)
        at_end = tuple(dict.fromkeys((*at_end, *_unless_timed(tuple(lasting), at_end))))
    elif TIMES_OF_DAY.isdisjoint(own.looks.wanted):
        at_end = around.looks_at_end
    return Scene(
        own.looks.within(inherited),
        at_end,
        own.weather.within(around.weather),
        own.sounds.within(around.sounds),
        own.music.within(around.music),
    )


def _yielding(looks: Asked[Look], own: Asked[Look]) -> Asked[Look]:
    return replace(looks, wanted=_unless_timed(looks.wanted, own.wanted))


def _unless_timed(looks: tuple[Look, ...], own: tuple[Look, ...]) -> tuple[Look, ...]:
    """`looks` without their time of day where `own` have one."""
    if TIMES_OF_DAY.isdisjoint(own):
        return looks
    return tuple(look for look in looks if look not in TIMES_OF_DAY)


def _afterwards(scene: Scene) -> Scene:
    """The scene as its shot leaves it to the one that follows on."""
    end = scene.looks.wanted if scene.looks_at_end is None else scene.looks_at_end
    lasting = tuple(sound for sound in scene.sounds.wanted if sound not in _MOMENTS)
    return replace(
        scene,
        looks=replace(scene.looks, wanted=end),
        looks_at_end=None,
        sounds=replace(scene.sounds, wanted=lasting),
    )
