"""One shot, frame by frame: the camera's view of a picture, lit as the shot asks."""

from dataclasses import dataclass

from . import camera, light, still
from .depth import Scene
from .plan import FPS, Shot
from .still import U8, Planes
from .warp import Warp, settled


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
        self.looks = (
            light.grade(shot.looks),
            light.grade(shot.looks if shot.looks_at_end is None else shot.looks_at_end),
        )
        self.strikes = [round(flash * FPS) for flash in shot.flashes]

    def frame(self, n: int) -> Planes:
        """Frame n of the shot; before its first and after its last, the camera stands."""
        n = min(max(n, 0), len(self.path) - 1)
        view = self.warp.planes(self.stage.planes, self.path[n : n + 1])
        look, stops = self.light(n)
        return light.relit(view, look, stops)

    def light(self, n: int) -> tuple[light.Grade, float]:
        """The look at frame n and the stops by which the light flickers or flashes then."""
        share = n / max(1, len(self.path) - 1)
        look = self.looks[0].towards(self.looks[1], share * share * (3 - 2 * share))
        stops = look.flicker * light.flicker(n / FPS, self.seed)
        return look, stops + light.flash(n + round(self.shot.start * FPS), self.strikes)
