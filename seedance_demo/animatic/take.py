"""One shot, frame by frame: the camera's view of a picture, lit as the shot asks."""

from dataclasses import dataclass
from functools import partial

import numpy as np

from . import camera, captions, depth, lens, light, shade, still, weather
from .depth import Scene
from .plan import FPS, Move, Shot
from .still import U8, Planes
from .warp import Warp, settled

SHUTTER = 0.5  # of a frame's time, as a film camera's half-turn shutter is open
SHORTEST_SMEAR = 0.008  # of the frame's width; slower turns blur less than the eye sees


@dataclass(frozen=True)
class Stage:
    """A picture as the camera finds it: cropped to the frame, in video colour, understood."""

    frame: tuple[int, int]
    planes: Planes
    scene: Scene

    @classmethod
    def build(cls, rgb: U8, scene: Scene, frame: tuple[int, int]) -> "Stage":
        box = still.cover((rgb.shape[1], rgb.shape[0]), frame, scene.focus)
        return cls(frame, still.planes(box.of(rgb), frame), scene.within(box))


class Take:
    """A shot on its stage. `frame(n)` may be asked for in any order, and from any thread."""

    def __init__(self, shot: Shot, stage: Stage, seed: int) -> None:
        self.shot, self.stage, self.seed = shot, stage, seed
        self.warp = Warp(stage.frame, stage.scene.nearness)
        self.path = settled(
            lambda amount: camera.path(shot, stage.scene.focus, seed, amount), self.warp
        )
        self.smear = SHUTTER * self.warp.sideways(self.path)
        later = shot.looks if shot.looks_at_end is None else shot.looks_at_end
        self.looks = light.grade(shot.looks), light.grade(later)
        self.strikes = [round((flash - shot.start) * FPS) for flash in shot.flashes]
        cards = (captions.card(line, stage.frame) for line in captions.lines(shot))
        self.cards = [card for card in cards if card]

    def __len__(self) -> int:
        return len(self.path)

    def frame(self, n: int) -> Planes:
        """Frame n of the shot; before its first and after its last, the camera stands."""
        n = min(max(n, 0), len(self) - 1)
        here = self.path[n : n + 1]
        picture = self._focused(self.warp.planes(self.stage.planes, here), here)
        if self.smear[n] > SHORTEST_SMEAR:
            picture = lens.smeared(picture, self.smear[n])
        if self.shot.weather:
            picture = weather.fallen(picture, self.shot.weather, self._view(n, here))
        return self._captioned(self._lit(picture, n, here), n)

    def _focused(self, picture: Planes, here: camera.Path) -> Planes:
        blur = float(here.defocus[0])
        if Move.RACK_FOCUS not in self.shot.moves:
            return picture
        if not self.stage.scene.subject:
            return lens.defocused(picture, blur)
        matte = self.warp.field(self.stage.scene.matte, here, shade.SHRINK)
        return lens.racked(picture, blur, 0.7 * (1 - blur), matte)

    def _lit(self, picture: Planes, n: int, here: camera.Path) -> Planes:
        share = n / max(1, len(self) - 1)
        look = self.looks[0].towards(self.looks[1], share * share * (3 - 2 * share))
        stops = look.flicker * light.flicker(n / FPS, self.seed) + light.flash(n, self.strikes)
        picture = light.relit(picture, look, stops)
        if shade.needed(look):
            picture = shade.shaded(picture, look, self._field(n, here))
        if look.grain:
            grained = shade.grained(picture.y, look.grain, n, self.seed)
            picture = picture._replace(y=grained)
        return picture

    def _field(self, n: int, here: camera.Path) -> shade.Field:
        matte = self.warp.field(self.stage.scene.matte, here, shade.SHRINK)
        nearness = self.warp.field(self.stage.scene.nearness, here, shade.SHRINK)
        distance = np.clip((1 - nearness) / (1 - 1 / depth.BACKGROUND), 0, 1)
        return shade.Field(matte, distance, n / FPS, self.seed)

    def _view(self, n: int, here: camera.Path) -> weather.View:
        turn, step = self.warp.pan(here)
        matte = partial(self.warp.field, self.stage.scene.matte, here, shade.SHRINK)
        return weather.View(self.shot.start + n / FPS, turn, step, matte, self.seed)

    def _captioned(self, picture: Planes, n: int) -> Planes:
        if not self.cards:
            return picture
        each = len(self) / len(self.cards)
        i = min(int(n / each), len(self.cards) - 1)
        edge = min(n - i * each, (i + 1) * each - n) + 1
        return captions.captioned(picture, self.cards[i], min(1.0, edge / captions.FADE))
