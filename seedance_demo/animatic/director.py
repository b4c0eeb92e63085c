"""Prompt, duration and number of pictures in; a plan of shots out.

`prompt.script` divides the words into beats, `prompt.schedule` gives the beats their frames and
pictures, `prompt.notes` reads what each asks for; here that becomes shots.
"""

import random
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .plan import FPS, Framing, Look, Move, Music, Plan, Shot, Sound, Transition, Weather
from .prompt.camera import Camera, is_one_take
from .prompt.negation import Asked
from .prompt.notes import Notes, take_notes
from .prompt.passage import Passage
from .prompt.schedule import Take, schedule
from .prompt.script import read_script
from .prompt.vocabulary.light import TIMES_OF_DAY

# Sounds of one moment: a later shot of the same scene does not take them over.
_MOMENTS = frozenset({Sound.THUNDER, Sound.IMPACT, Sound.WHOOSH, Sound.BELL, Sound.FOOTSTEPS})
_SECONDS_PER_FLASH = 2.5
_PACES = ((0.5, "very slow"), (0.8, "slow"), (1.2, ""), (1.7, "fast"))


def direct(prompt: str, seconds: float, images: int) -> Plan:
    """The plan for `images` pictures (up to 12) in `seconds`, which is rounded to whole frames.

    Any text is accepted. Every picture is used, and no word is dropped in silence: what a still
    cannot follow is listed in the shots' `not_animated`.
    """
    frames = max(1, round(seconds * FPS))
    images = max(1, min(images, frames))
    words = Passage.of(prompt)
    script = read_script(words, frames / FPS)
    one_take = is_one_take(words.plain)
    takes = schedule(script.beats, frames, images, one_take)
    head = take_notes(script.head)
    notes = [take_notes(take.words) for take in takes]
    seed = zlib.crc32(f"{prompt}\0{frames}\0{images}".encode(errors="replace"))
    shots = tuple(_shots(head, list(zip(takes, notes, strict=True)), one_take, seed))
    spoken_for = [some.heard.silent for take, some in zip(takes, notes, strict=True) if take.words]
    silent = head.heard.silent or (bool(spoken_for) and all(spoken_for))
    return Plan(frames / FPS, shots, silent, seed)


@dataclass(frozen=True)
class _Scene:
    """What a shot takes over where its own words say nothing."""

    looks: Asked[Look]
    weather: Asked[Weather]
    sounds: Asked[Sound]
    music: Asked[Music]

    @classmethod
    def of(cls, notes: Notes) -> "_Scene":
        light, heard = notes.light, notes.heard
        return cls(light.looks, light.weather, heard.sounds, heard.music)

    def within(self, scene: "_Scene") -> "_Scene":
        return _Scene(
            self.looks.within(_yielding(scene.looks, self.looks.wanted)),
            self.weather.within(scene.weather),
            self.sounds.within(scene.sounds),
            self.music.within(scene.music),
        )

    def afterwards(self, looks_at_end: tuple[Look, ...] | None) -> "_Scene":
        """The scene as a shot leaves it to the next."""
        lasting = tuple(sound for sound in self.sounds.wanted if sound not in _MOMENTS)
        looks = self.looks if looks_at_end is None else replace(self.looks, wanted=looks_at_end)
        return replace(self, looks=looks, sounds=replace(self.sounds, wanted=lasting))


def _yielding(looks: Asked[Look], to: Sequence[Look]) -> Asked[Look]:
    """The scene's looks without its time of day where the shot has one of its own."""
    if TIMES_OF_DAY.isdisjoint(to):
        return looks
    return replace(looks, wanted=tuple(look for look in looks.wanted if look not in TIMES_OF_DAY))


def _shots(
    head: Notes, takes: Sequence[tuple[Take, Notes]], one_take: bool, seed: int
) -> Iterator[Shot]:
    whole = _Scene.of(head)
    scene, before, start, shown = whole, None, 0, -1
    for number, (take, notes) in enumerate(takes):
        scene = _Scene.of(notes).within(scene if take.follows_on else whole)
        at_end = _looks_at_end(notes, head, scene, last=number == len(takes) - 1)
        usual = _style(head, one_take or (take.follows_on and take.images[0] == shown))
        shot = replace(
            _shot(take, notes, head, scene),
            looks_at_end=at_end,
            enters=_way_in(before, notes, head, usual),
        )
        for part in _in_pictures(shot, take, notes.camera.passes or _style(head, one_take), start):
            stormy = notes.light.lightning or head.light.lightning
            yield replace(part, flashes=_flashes(part, seed)) if stormy else part
        scene, before, shown = scene.afterwards(at_end), notes, take.images[-1]
        start += take.frames


def _shot(take: Take, notes: Notes, head: Notes, scene: _Scene) -> Shot:
    """The shot of a take before it has its time, its pictures and its joints."""
    camera = notes.camera
    return Shot(
        start=0.0,
        end=0.0,
        image=0,
        text=take.words.text.strip(),
        framing=camera.framing or head.camera.framing or Framing.WIDE,
        moves=_moves(camera, head.camera),
        pace=camera.pace or head.camera.pace or 1.0,
        looks=scene.looks.wanted,
        weather=scene.weather.wanted,
        leaves=camera.leaves or Transition.CUT,
        sounds=scene.sounds.wanted,
        music=scene.music.wanted,
        dialogue=notes.dialogue,
        subtitles=notes.subtitles,
        not_animated=notes.not_animated,
    )


def _moves(camera: Camera, head: Camera) -> tuple[Move, ...]:
    """A handheld film stays handheld whatever else the shot does, unless it stands still."""
    moves = camera.moves or head.moves or (Move.DRIFT,)
    if Move.HANDHELD in head.moves and not {Move.STATIC, Move.HANDHELD} & set(moves):
        return (*moves, Move.HANDHELD)
    return moves


def _looks_at_end(notes: Notes, head: Notes, scene: _Scene, last: bool) -> tuple[Look, ...] | None:
    """Where the light goes; a change told of the whole clip is done by its last shot."""
    own, told = notes.light.looks_at_end, head.light.looks_at_end
    if own is None and (told is None or not last):
        return None
    begun = notes.light.looks.wanted if own is not None else head.light.looks.wanted
    steady = (look for look in scene.looks.wanted if look not in begun)
    return tuple(dict.fromkeys((*(own if own is not None else told or ()), *steady)))


def _way_in(before: Notes | None, notes: Notes, head: Notes, usual: Transition) -> Transition:
    """How a take begins: as it says, as the one before it ends, or as the whole clip is cut."""
    own = notes.camera.enters
    if before is None:
        fades_in = Transition.FADE_IN in (own, head.camera.enters)
        return Transition.FADE_IN if fades_in else Transition.CUT
    return own or before.camera.passes or usual


def _style(head: Notes, softly: bool) -> Transition:
    """How the clip's shots are joined where nothing is said of a particular joint."""
    told = head.camera.passes or head.camera.enters
    if told in (None, Transition.FADE_IN):
        return Transition.DISSOLVE if softly else Transition.CUT
    return told


def _in_pictures(shot: Shot, take: Take, between: Transition, start: int) -> Iterator[Shot]:
    """The take as one shot per picture; its light changes in the last of them."""
    parts = len(take.images)
    for number, (image, frames) in enumerate(zip(take.images, take.shares, strict=True)):
        first, last = number == 0, number == parts - 1
        yield replace(
            shot,
            start=start / FPS,
            end=(start + frames) / FPS,
            image=image,
            enters=shot.enters if first else between,
            leaves=shot.leaves if last else Transition.CUT,
            looks_at_end=shot.looks_at_end if last else None,
            dialogue=_spread(shot.dialogue, number, parts),
            subtitles=_spread(shot.subtitles, number, parts),
        )
        start += frames


def _spread(lines: tuple[str, ...], part: int, parts: int) -> tuple[str, ...]:
    return tuple(line for n, line in enumerate(lines) if n * parts // len(lines) == part)


def _flashes(shot: Shot, seed: int) -> tuple[float, ...]:
    """Lightning strikes on the frame grid, a little away from both ends of the shot."""
    chance = random.Random(seed ^ round(shot.start * FPS))
    count = 1 + int(shot.seconds / _SECONDS_PER_FLASH)
    slots = ((n + chance.uniform(0.2, 0.8)) / count for n in range(count))
    return tuple(round((shot.start + slot * shot.seconds) * FPS) / FPS for slot in slots)


@dataclass(frozen=True)
class Row:
    """A shot as the page lists it."""

    time: str
    image: str
    camera: str
    light: str
    sound: str
    not_animated: str


def shot_list(plan: Plan) -> list[Row]:
    return [
        Row(
            time=f"{shot.start:.1f}–{shot.end:.1f} s",
            image=f"image {shot.image + 1}",
            camera=_camera_words(shot),
            light=_light_words(shot),
            sound=_sound_words(shot, plan.silent),
            not_animated=", ".join(shot.not_animated),
        )
        for shot in plan.shots
    ]


def _camera_words(shot: Shot) -> str:
    pace = next((word for limit, word in _PACES if shot.pace <= limit), "very fast")
    words = [
        "" if shot.enters is Transition.CUT else f"{shot.enters} from the shot before",
        "" if shot.framing is Framing.WIDE else shot.framing,
        " + ".join(shot.moves),
        pace,
        "" if shot.leaves is Transition.CUT else shot.leaves,
    ]
    return ", ".join(word for word in words if word)


def _light_words(shot: Shot) -> str:
    looks = " + ".join(shot.looks)
    if shot.looks_at_end is not None:
        looks = f"{looks or 'as it is'} → {' + '.join(shot.looks_at_end) or 'as it is'}"
    flashes = "lightning at " + ", ".join(f"{at:.1f} s" for at in shot.flashes)
    return ", ".join(filter(None, (looks, *shot.weather, flashes if shot.flashes else "")))


def _sound_words(shot: Shot, silent: bool) -> str:
    captions = (f"“{line}” (caption)" for line in (*shot.dialogue, *shot.subtitles))
    music = (f"{mood} music" for mood in shot.music)
    heard = ("silence",) if silent else (*shot.sounds, *music)
    return ", ".join((*heard, *captions))
