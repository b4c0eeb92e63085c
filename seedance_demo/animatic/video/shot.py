"""Draws a shot frame by frame: the camera's view of an image, graded as the plan asks."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..plan import FPS, Move, Shot
from . import camera_path, captions, flare, grade, image, lens, light_effects, weather
from .camera_path import CameraPath
from .depth import ImageDepth
from .grain import grained
from .image import U8, Planes
from .mesh import Mesh, settled
from .moves import TIGHTNESS
from .reach import ONE_FRAME, SUBJECT, Part, Reach, part_of
from .view import View

SHUTTER = 0.5  # of a frame's time, as a film camera's half-turn shutter is open
SHORTEST_SMEAR = 0.008  # of the frame's width; slower turns blur less than the eye sees


@dataclass(frozen=True)
class PreparedImage:
    """An image cropped to what a shot passes over, in video colour, with its depth; `reach` says
    how many frames that is."""

    frame: tuple[int, int]
    planes: Planes
    depth: ImageDepth
    reach: Reach = ONE_FRAME

    @classmethod
    def build(
        cls,
        rgb: U8,
        depth: ImageDepth,
        frame: tuple[int, int],
        part: Part = SUBJECT,
    ) -> "PreparedImage":
        passed = frame[0] * part.reach.wide, frame[1] * part.reach.high
        size, aim = (rgb.shape[1], rgb.shape[0]), depth.aim
        high = image.cover(size, passed, depth.focus).height
        box = image.cover(size, passed, part.middle or aim.framed(high))
        return cls(frame, image.planes(box.of(rgb), passed), depth.within(box), part.reach)

    @cached_property
    def light_source(self) -> flare.LightSource:
        """Where the light of the picture is, for the looks that ask."""
        return flare.light_source(self.planes.y, self.depth.matte)


def passed_over(shot: Shot, rgb: U8, depth: ImageDepth, frame: tuple[int, int]) -> Part:
    """What of an image a shot passes over."""
    picture, film = rgb.shape[1] / rgb.shape[0], frame[0] / frame[1]
    high = min(1.0, picture / film) / TIGHTNESS[shot.framing_at_end or shot.framing]
    return part_of(shot, picture, film, depth.aim.framed(high))


class Take:
    """A shot as it is drawn. `frame(n)` may be asked for in any order, and from any thread."""

    def __init__(
        self, shot: Shot, prepared: PreparedImage, seed: int, path: CameraPath | None = None
    ) -> None:
        self.shot, self.prepared, self.seed = shot, prepared, seed
        self.mesh = Mesh(prepared.frame, prepared.depth.nearness, prepared.reach)
        self.path = path or settled(self._way, self.mesh)
        turned = (self.mesh.turned(self.path) + self.mesh.passed(self.path))[:, 0]
        self.smear = SHUTTER * np.abs(np.diff(turned, prepend=turned[:1])) / prepared.frame[0]
        later = shot.looks if shot.looks_at_end is None else shot.looks_at_end
        self.looks = grade.grade(shot.looks), grade.grade(later)
        self.strikes = [round((flash - shot.start) * FPS) for flash in shot.flashes]
        self._captions = captions.of_shot(shot, prepared.frame)

    def _way(self, amount: float) -> CameraPath:
        aim = self.prepared.depth.aim
        return camera_path.path(self.shot, aim, self.seed, amount, self.mesh.room)

    def __len__(self) -> int:
        return len(self.path)

    def frame(self, n: int) -> Planes:
        """Frame n of the shot; before its first and after its last, the camera stands."""
        n = min(max(n, 0), len(self) - 1)
        seconds = self.shot.start + n / FPS
        here = self.path[n : n + 1]
        view = View(self.prepared.depth, self.mesh, here, seconds, self.seed)
        picture = self._photographed(view, float(self.smear[n]))
        if self.shot.weather:
            picture = weather.fallen(picture, self.shot.weather, view)
        return self._captioned(self._lit(picture, n, view), n)

    def _photographed(self, view: View, smear: float) -> Planes:
        if self.path.rests:
            return self._only_view
        picture, blur = view.of(self.prepared.planes), float(view.here.defocus[0])
        if Move.RACK_FOCUS in self.shot.moves and self.prepared.depth.subject:
            picture = lens.racked(picture, blur, 0.7 * (1 - blur), view.matte)
        elif blur:
            picture = lens.defocused(picture, blur)
        return lens.smeared(picture, smear) if smear > SHORTEST_SMEAR else picture

    @cached_property
    def _only_view(self) -> Planes:
        """What a camera that rests sees all the time."""
        return View(self.prepared.depth, self.mesh, self.path[:1], 0, 0).of(self.prepared.planes)

    def _lit(self, picture: Planes, n: int, view: View) -> Planes:
        share = n / max(1, len(self) - 1)
        look = self.looks[0].towards(self.looks[1], share * share * (3 - 2 * share))
        stops = grade.flash(n, self.strikes)
        if look.flicker:
            stops += look.flicker * grade.flicker(n / FPS, self.seed)
        picture = grade.relit(picture, look, stops)
        if light_effects.needed(look):
            picture = light_effects.shaded(picture, look, view, self.prepared.light_source)
        if look.grain:
            picture = picture._replace(y=grained(picture.y, look.grain, n, self.seed))
        return picture

    def _captioned(self, picture: Planes, n: int) -> Planes:
        if not self._captions:
            return picture
        each = len(self) / len(self._captions)
        i = min(int(n / each), len(self._captions) - 1)
        edge = min(n - i * each, (i + 1) * each - n) + 1
        return captions.captioned(picture, self._captions[i], min(1.0, edge / captions.FADE))
