"""What the camera sees of an image at one moment; each part is worked out when it is asked for."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from . import warp
from .camera_path import CameraPath
from .depth import BACKGROUND, ImageDepth
from .image import F32, Planes
from .mesh import Mesh

SHRINK = 4  # maps are a quarter of the frame: fine enough for a subject's outline


@dataclass(frozen=True)
class View:
    """An image through a mesh from one place, `seconds` into the clip.

    `here` is a path of one frame. `seed` makes what is random in the shot.
    """

    depth: ImageDepth
    mesh: Mesh
    here: CameraPath
    seconds: float
    seed: int

    @cached_property
    def points(self) -> F32:
        mesh: F32 = self.mesh.at(self.here)[0]
        return mesh

    def of(self, picture: Planes) -> Planes:
        """The frame itself."""
        turned = bool(self.here.yaw[0] or self.here.pitch[0])
        look = warp.warped if turned or not self.here.turns_only else warp.plain
        return look(picture, self.points, self.mesh.frame)

    @cached_property
    def matte(self) -> F32:
        """0-1, the subject; the frame's size over `SHRINK`."""
        return self._map(self.depth.matte)

    @cached_property
    def distance(self) -> F32:
        """0 at the subject to 1 at the background; the frame's size over `SHRINK`."""
        distance: F32 = (1 - self._map(self.depth.nearness)) / (1 - 1 / BACKGROUND)
        return np.clip(distance, 0, 1)

    def offset(self, distance: float) -> tuple[float, float]:
        """Where something at a distance (the subject's is 1) has gone in the frame because the
        camera turned, passed on and moved: right and down, in pixels."""
        (turned, travelled) = self._way
        return float(-turned[0] - travelled[0] / distance), float(
            -turned[1] - travelled[1] / distance
        )

    @cached_property
    def _way(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        turned = self.mesh.turned(self.here) + self.mesh.passed(self.here)
        return turned[0], self.mesh.travelled(self.here)[0]

    def _map(self, values: F32) -> F32:
        return warp.field(values, self.points, self.mesh.picture, self.mesh.frame, SHRINK)
