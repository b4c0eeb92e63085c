"""Projects the camera's view: which place of the image each point of a frame shows.

On a coarse mesh, between whose points is interpolated.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from .camera_path import CameraPath, Room
from .image import F32, OVERSAMPLING
from .reach import FOCAL, ONE_FRAME, Reach

CELL = 16  # frame pixels a mesh cell; even, so that the half-size chroma planes share the mesh
MOST_CROP = 1.2  # beyond that a move is made smaller instead
MOST_BEND = 0.2  # beyond which doors look bent, see `Mesh.bend`


@dataclass(frozen=True)
class Mesh:
    """A coarse mesh between a frame of (width, height) and the picture behind it.

    The picture is `reach` frames wide and high; `nearness` is its inverse depth, any size.
    """

    frame: tuple[int, int]
    nearness: F32
    reach: Reach = ONE_FRAME
    points: NDArray[np.float64] = field(init=False)

    def __post_init__(self) -> None:
        # One cell of margin all round, points in the middle of cells: spreading the mesh over the
        # frame then interpolates everywhere and never extends.
        columns, rows = (-(-side // CELL) + 2 for side in self.frame)
        x, y = ((np.arange(n) - 0.5) * CELL - 0.5 for n in (columns, rows))
        object.__setattr__(self, "points", np.stack(np.meshgrid(x, y), axis=-1))

    @cached_property
    def picture(self) -> tuple[float, float]:
        """Width and height of the picture behind the frame, in its own pixels."""
        sides = zip(self.frame, self.reach, strict=True)
        w, h = (round(side * frames * OVERSAMPLING / 2) * 2 for side, frames in sides)
        return w, h

    @property
    def room(self) -> Room:
        """What a camera has here to move in."""
        return Room(self.frame[0] / self.frame[1], self.reach)

    def at(self, path: CameraPath) -> F32:
        """Where each mesh point lies in the picture: (frames, rows, columns, 2), in its pixels."""
        rows, columns, _ = self.points.shape
        return self._look(path, self.points.reshape(-1, 2)).reshape(-1, rows, columns, 2)

    def seen(self, points: F32, place: tuple[float, float]) -> tuple[float, float]:
        """Where a frame whose mesh points lie at `points`, as `at` has them, shows a place of the
        picture, which is given in fractions of it. In frame pixels, and beside the frame where the
        place is not in it. The view is even around the nearest point."""
        goal = np.array(place) * self.picture - 0.5
        away = ((points - goal) ** 2).sum(axis=-1)
        nearest = np.unravel_index(away.argmin(), away.shape)
        row, column = np.clip(nearest, 1, np.array(away.shape) - 2).tolist()
        across = points[row, column + 1] - points[row, column - 1]
        down = points[row + 1, column] - points[row - 1, column]
        slope = np.stack([across, down], axis=1) / (2 * CELL)
        x, y = self.points[row, column] + np.linalg.solve(slope, goal - points[row, column])
        return float(x), float(y)

    def _look(self, path: CameraPath, points: NDArray[np.float64]) -> F32:
        """Picture positions of frame positions (points, 2) at every frame of the path."""
        turned = self._turned(path, points)
        moved = turned if path.turns_only else self._moved(path, turned)
        w, h = self.picture
        shift = np.stack([path.centre_x * w, path.centre_y * h], axis=-1)
        return (moved + shift[:, None] + [(w - 1) / 2, (h - 1) / 2]).astype(np.float32)

    def _turned(self, path: CameraPath, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """A rotation and a focal length: from the picture's middle, in its pixels."""
        scale = OVERSAMPLING / self._focal
        rays = (points - (np.array(self.frame) - 1) / 2) * scale
        x, y = (rays[None, :, i] / np.exp(path.zoom)[:, None] for i in (0, 1))
        cos, sin = np.cos(path.roll)[:, None], np.sin(path.roll)[:, None]
        x, y = cos * x - sin * y, sin * x + cos * y
        cos, sin = np.cos(path.pitch)[:, None], np.sin(path.pitch)[:, None]
        y, z = cos * y - sin, sin * y + cos
        cos, sin = np.cos(path.yaw)[:, None], np.sin(path.yaw)[:, None]
        x, z = cos * x + sin * z, cos * z - sin * x
        return np.stack([x / z, y / z], axis=-1) * self._focal

    def _moved(self, path: CameraPath, turned: NDArray[np.float64]) -> NDArray[np.float64]:
        """Parallax: a point's own depth decides how far it moves, so it is looked up where the
        point lies, twice, which is enough for a depth this smooth."""
        w, h = self.picture
        step = np.stack([path.x, -path.y], axis=-1)[:, None] * self._focal
        nearer = (1 - np.exp(-path.dolly))[:, None, None]
        shift = np.stack([path.centre_x * w, path.centre_y * h], axis=-1)[:, None]
        way = step - nearer * turned  # of what is as near as the subject
        moved = turned
        for _ in range(2):
            near = self._nearness_at(moved + shift)
            moved = turned + way * np.repeat(near[..., None], 2, axis=-1)
        return moved

    def _nearness_at(self, places: NDArray[np.float64]) -> F32:
        """Nearness at places given from the picture's middle."""
        w, h = self.picture
        rows, columns = self.nearness.shape
        u = ((places[..., 0] / w + 0.5) * columns - 0.5).astype(np.float32)
        v = ((places[..., 1] / h + 0.5) * rows - 0.5).astype(np.float32)
        border = cv2.BORDER_REPLICATE
        return cv2.remap(self.nearness, u, v, cv2.INTER_LINEAR, borderMode=border)

    @cached_property
    def _focal(self) -> float:
        """In picture pixels; a tall picture has the lens of a wide one of the same area."""
        w, h = self.frame
        return FOCAL * OVERSAMPLING * float(np.sqrt(w * h * 16 / 9))

    def least_zoom(self, path: CameraPath) -> float:
        """The smallest zoom (at least 1) with which the frame never leaves the picture."""
        some = path[:: max(1, len(path) // 48)]
        if self._inside(some):
            return 1.0
        low, high = 1.0, 2.0
        for _ in range(7):
            middle = (low + high) / 2
            low, high = (low, middle) if self._inside(some.zoomed(middle)) else (middle, high)
        return high

    def _inside(self, path: CameraPath) -> bool:
        (w, h), (columns, rows) = self.picture, self.frame
        x, y = np.arange(0, columns, CELL), np.arange(0, rows, CELL)
        sides = ((x, 0 * x), (x, 0 * x + rows - 1), (0 * y, y), (0 * y + columns - 1, y))
        corner = [[columns - 1, rows - 1]]
        outline = np.concatenate([*(np.stack(side, axis=-1) for side in sides), corner])
        places = self._look(path, outline.astype(np.float64))
        return bool(places.min() >= -0.5 and (places <= (w - 0.5, h - 0.5)).all())

    def bend(self, path: CameraPath) -> float:
        """How visibly parallax distorts the picture, at its worst: 0 is not at all.

        Taken over the first, middle and last frame. A sideways shear bends doors; the eye forgives
        twice as much of a stretch.
        """
        if path.turns_only:
            return 0.0
        last = len(path) - 1
        worst = 0.0
        for frame in {0, last // 2, last}:
            here = path[frame : frame + 1]
            flat = self._turned(here, self.points.reshape(-1, 2)).reshape(self.points.shape)
            bent = self.at(here)[0]
            for side, along in ((0, 1), (1, 0)):
                cell = np.linalg.norm(np.diff(flat, axis=side), axis=-1)
                change = np.diff(bent, axis=side) / cell[..., None]
                off = np.abs(change - np.median(change, axis=(0, 1)))
                stretch, shear = (np.percentile(off[..., i], 99.5) for i in (along, 1 - along))
                worst = max(worst, float(shear), float(stretch) / 2)
        return worst

    def turned(self, path: CameraPath) -> NDArray[np.float64]:
        """How far the camera has turned at each frame of a path, (frames, 2): right and down, in
        frame pixels."""
        scale = self._focal / OVERSAMPLING * np.exp(path.zoom)
        return np.asarray(scale[:, None] * np.stack([path.yaw, -path.pitch], axis=-1))

    def travelled(self, path: CameraPath) -> NDArray[np.float64]:
        """The same for how far it has moved, as seen at the subject's distance."""
        scale = self._focal / OVERSAMPLING * np.exp(path.zoom)
        return np.asarray(scale[:, None] * np.stack([path.x, -path.y], axis=-1))

    def passed(self, path: CameraPath) -> NDArray[np.float64]:
        """The same for how far the frame has gone over the picture."""
        scale = np.exp(path.zoom + path.dolly) / OVERSAMPLING
        centre = np.stack([path.centre_x, path.centre_y], axis=-1)
        return np.asarray(scale[:, None] * centre * self.picture)


def settled(make: Callable[[float], CameraPath], mesh: Mesh) -> CameraPath:
    """A path as large as the picture bears: `make(amount)` is made smaller until it neither needs
    too much crop nor stretches the picture visibly, then zoomed to stay inside."""
    for amount in 0.8 ** np.arange(11):
        asked = make(float(amount))
        crop = mesh.least_zoom(asked)
        path = asked.zoomed(crop)
        if crop <= MOST_CROP and mesh.bend(path) <= MOST_BEND:
            break
    return path
