"""From where the camera stands to what it sees: a smooth warp of the picture's planes.

The warp is found on a coarse mesh and spread over the frame, so it has no holes and no torn edges,
and a still camera gives the picture back exactly.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from .camera import Path
from .still import F32, OVERSAMPLING, U8, Planes

CELL = 16  # frame pixels a mesh cell; even, so that the half-size chroma planes share the mesh
STRIP = 9  # mesh rows warped at a time: their maps stay in the processor's cache
FOCAL = 1.1  # focal length over the width of a 16:9 picture: a normal lens
MOST_CROP = 1.2  # beyond that a move is made smaller instead
MOST_BEND = 0.2  # beyond which doors look bent, see `Warp.bend`


@dataclass(frozen=True)
class Warp:
    """The mesh between a frame of (width, height) and the picture behind it.

    `nearness` is the picture's inverse depth, any size.
    """

    frame: tuple[int, int]
    nearness: F32
    points: NDArray[np.float64] = field(init=False)

    def __post_init__(self) -> None:
        # One cell of margin all round, points in the middle of cells: spreading the mesh over the
        # frame then interpolates everywhere and never extends.
        columns, rows = (-(-side // CELL) + 2 for side in self.frame)
        x, y = ((np.arange(n) - 0.5) * CELL - 0.5 for n in (columns, rows))
        object.__setattr__(self, "points", np.stack(np.meshgrid(x, y), axis=-1))

    @property
    def picture(self) -> tuple[float, float]:
        """Width and height of the picture that the warp reads, in its own pixels."""
        w, h = (round(side * OVERSAMPLING / 2) * 2 for side in self.frame)
        return w, h

    def mesh(self, path: Path) -> F32:
        """Where each mesh point lies in the picture: (frames, rows, columns, 2), in its pixels."""
        rows, columns, _ = self.points.shape
        return self._look(path, self.points.reshape(-1, 2)).reshape(-1, rows, columns, 2)

    def _look(self, path: Path, points: NDArray[np.float64]) -> F32:
        """Picture positions of frame positions (points, 2) at every frame of the path."""
        turned = self._turned(path, points)
        moved = turned if path.turns_only else self._moved(path, turned)
        w, h = self.picture
        shift = np.stack([path.centre_x * w, path.centre_y * h], axis=-1)
        return (moved + shift[:, None] + [(w - 1) / 2, (h - 1) / 2]).astype(np.float32)

    def _turned(self, path: Path, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """A rotation and a focal length: from the picture's middle, in its pixels."""
        scale = self.picture[0] / self.frame[0] / self._focal
        rays = (points - (np.array(self.frame) - 1) / 2) * scale
        x, y = (rays[None, :, i] / np.exp(path.zoom)[:, None] for i in (0, 1))
        cos, sin = np.cos(path.roll)[:, None], np.sin(path.roll)[:, None]
        x, y = cos * x - sin * y, sin * x + cos * y
        cos, sin = np.cos(path.pitch)[:, None], np.sin(path.pitch)[:, None]
        y, z = cos * y - sin, sin * y + cos
        cos, sin = np.cos(path.yaw)[:, None], np.sin(path.yaw)[:, None]
        x, z = cos * x + sin * z, cos * z - sin * x
        return np.stack([x / z, y / z], axis=-1) * self._focal

    def _moved(self, path: Path, turned: NDArray[np.float64]) -> NDArray[np.float64]:
        """Parallax: a point's own depth decides how far it moves, so it is looked up where the
        point lies, twice, which is enough for a depth this smooth."""
        w, h = self.picture
        step = np.stack([path.x, -path.y], axis=-1)[:, None] * self._focal
        nearer = (1 - np.exp(-path.dolly))[:, None, None]
        shift = np.stack([path.centre_x * w, path.centre_y * h], axis=-1)[:, None]
        moved = turned
        for _ in range(2):
            near = self._nearness_at(moved + shift)[..., None]
            moved = turned * (1 - nearer * near) + step * near
        return moved

    def _nearness_at(self, places: NDArray[np.float64]) -> F32:
        """Nearness at places given from the picture's middle."""
        w, h = self.picture
        rows, columns = self.nearness.shape
        u = ((places[..., 0] / w + 0.5) * columns - 0.5).astype(np.float32)
        v = ((places[..., 1] / h + 0.5) * rows - 0.5).astype(np.float32)
        border = cv2.BORDER_REPLICATE
        return cv2.remap(self.nearness, u, v, cv2.INTER_LINEAR, borderMode=border)

    @property
    def _focal(self) -> float:
        """In picture pixels; a tall picture has the lens of a wide one of the same area."""
        w, h = self.picture
        return FOCAL * float(np.sqrt(w * h * 16 / 9))

    def least_zoom(self, path: Path) -> float:
        """The smallest zoom (at least 1) with which the frame never leaves the picture."""
        some = path[:: max(1, len(path) // 48)]
        if self._inside(some):
            return 1.0
        low, high = 1.0, 2.0
        for _ in range(7):
            middle = (low + high) / 2
            low, high = (low, middle) if self._inside(some.zoomed(middle)) else (middle, high)
        return high

    def _inside(self, path: Path) -> bool:
        (w, h), (columns, rows) = self.picture, self.frame
        x, y = np.arange(0, columns, CELL), np.arange(0, rows, CELL)
        sides = ((x, 0 * x), (x, 0 * x + rows - 1), (0 * y, y), (0 * y + columns - 1, y))
        corner = [[columns - 1, rows - 1]]
        outline = np.concatenate([*(np.stack(side, axis=-1) for side in sides), corner])
        places = self._look(path, outline.astype(np.float64))
        return bool(places.min() >= -0.5 and (places <= (w - 0.5, h - 0.5)).all())

    def bend(self, path: Path) -> float:
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
            bent = self.mesh(here)[0]
            for side, along in ((0, 1), (1, 0)):
                cell = np.linalg.norm(np.diff(flat, axis=side), axis=-1)
                change = np.diff(bent, axis=side) / cell[..., None]
                off = np.abs(change - np.median(change, axis=(0, 1)))
                stretch, shear = (np.percentile(off[..., i], 99.5) for i in (along, 1 - along))
                worst = max(worst, float(shear), float(stretch) / 2)
        return worst

    def pan(self, path: Path) -> tuple[tuple[float, float], tuple[float, float]]:
        """How far a path's first frame has turned, and how far it has moved: (right, down) in
        frame pixels, of a far point and of one at the subject's distance."""
        scale = self._focal * self.frame[0] / self.picture[0] * float(np.exp(path.zoom[0]))
        turn = (scale * float(path.yaw[0]), -scale * float(path.pitch[0]))
        return turn, (scale * float(path.x[0]), -scale * float(path.y[0]))

    def sideways(self, path: Path) -> NDArray[np.float64]:
        """How far the frame turns sideways at each frame, in fractions of its width."""
        steps = np.abs(np.diff(path.yaw, prepend=path.yaw[:1])) * np.exp(path.zoom)
        return np.asarray(steps * self._focal / self.picture[0])

    def planes(self, picture: Planes, path: Path) -> Planes:
        """What a path's first frame sees of the picture."""
        mesh = self.mesh(path[:1])[0]
        plain = path.turns_only and not (path.yaw[0] or path.pitch[0])
        return self._plain(picture, mesh) if plain else self._bent(picture, mesh)

    def _plain(self, picture: Planes, mesh: F32) -> Planes:
        corners = ((0, 0), (0, -1), (-1, 0))
        here = np.array([self.points[c] for c in corners], np.float32)
        there = np.array([mesh[c] for c in corners], np.float32)
        w, h = self.frame
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        seen = []
        for plane, half in zip(picture, (1, 2, 2), strict=True):
            if half == 2:
                matrix = cv2.getAffineTransform((here - HALF) * HALF, (there - CHROMA) * HALF)
            else:
                matrix = cv2.getAffineTransform(here, there)
            size = (w // half, h // half)
            border = cv2.BORDER_REFLECT_101
            seen.append(cv2.warpAffine(plane, matrix, size, flags=flags, borderMode=border))
        return Planes(*seen)

    def _bent(self, picture: Planes, mesh: F32) -> Planes:
        w, h = self.frame
        shapes = ((h, w), (h // 2, w // 2), (h // 2, w // 2))
        seen = Planes(*(np.empty(shape, np.uint8) for shape in shapes))
        for row in range(0, mesh.shape[0] - 2, STRIP):
            strip = mesh[row : row + STRIP + 2]
            _read(picture.y, _spread(strip, CELL), seen.y, row * CELL)
            maps = _spread((strip - CHROMA) * HALF, CELL // 2)
            for whole, part in zip(picture[1:], seen[1:], strict=True):
                _read(whole, maps, part, row * CELL // 2)
        return seen

    def field(self, field: F32, path: Path, shrink: int = 8) -> F32:
        """A map of the whole picture, such as its matte, as a path's first frame sees it.

        Returned at the frame's size divided by `shrink`, a divisor of `CELL`.
        """
        w, h = self.frame
        rows, columns = field.shape
        scale = np.array([columns / self.picture[0], rows / self.picture[1]], np.float32)
        maps = _spread((self.mesh(path[:1])[0] + HALF) * scale - HALF, CELL // shrink)
        maps = maps[: -(-h // shrink), : -(-w // shrink)]
        border = cv2.BORDER_REPLICATE
        return cv2.remap(field, maps, NO_MAP, cv2.INTER_LINEAR, borderMode=border)


# H.264's chroma samples lie on the left luma column of their pair; the picture's planes and the
# mesh have them in the middle. In picture pixels, for x and y.
HALF = np.float32(0.5)
NO_MAP = np.empty(0, np.float32)  # x and y come in one map of two channels
CHROMA = np.array([0.5 + 0.5 * OVERSAMPLING, 0.5], np.float32)


def _spread(mesh: F32, cell: int) -> F32:
    """A value for every pixel of the frame, by linear interpolation inside the mesh."""
    rows, columns = mesh.shape[:2]
    size = (columns * cell, rows * cell)
    return cv2.resize(mesh, size, interpolation=cv2.INTER_LINEAR)[cell:-cell, cell:-cell]


def _read(picture: U8, maps: F32, seen: U8, row: int) -> None:
    part = seen[row : row + maps.shape[0]]
    maps = maps[: part.shape[0], : part.shape[1]]
    border = cv2.BORDER_REFLECT_101
    cv2.remap(picture, maps, NO_MAP, cv2.INTER_LINEAR, dst=part, borderMode=border)


def settled(make: Callable[[float], Path], warp: Warp) -> Path:
    """A path as large as the picture bears: `make(amount)` is made smaller until it neither needs
    too much crop nor stretches the picture visibly, then zoomed to stay inside."""
    for amount in 0.8 ** np.arange(11):
        asked = make(float(amount))
        crop = warp.least_zoom(asked)
        path = asked.zoomed(crop)
        if crop <= MOST_CROP and warp.bend(path) <= MOST_BEND:
            break
    return path
