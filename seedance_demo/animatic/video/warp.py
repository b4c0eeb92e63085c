"""Warps images by a mesh: no holes, no torn edges; where nothing moves, the image itself."""

import cv2
import numpy as np

from .image import F32, OVERSAMPLING, U8, Planes
from .mesh import CELL

STRIP = 9  # mesh rows read at a time: their maps stay in the processor's cache
NO_MAP = np.empty(0, np.float32)  # x and y come in one map of two channels
HALF = np.float32(0.5)
# H.264's chroma samples lie on the left luma column of their pair; the picture's planes and the
# mesh have them in the middle. In picture pixels, for x and y.
CHROMA = np.array([0.5 + 0.5 * OVERSAMPLING, 0.5], np.float32)


def warped(picture: Planes, mesh: F32, frame: tuple[int, int]) -> Planes:
    """The frame of (width, height) that a mesh of shape (rows, columns, 2) sees of a picture."""
    w, h = frame
    shapes = ((h, w), (h // 2, w // 2), (h // 2, w // 2))
    seen = Planes(*(np.empty(shape, np.uint8) for shape in shapes))
    for row in range(0, mesh.shape[0] - 2, STRIP):
        strip = mesh[row : row + STRIP + 2]
        _read(picture.y, spread(strip, CELL), seen.y, row * CELL)
        maps = spread((strip - CHROMA) * HALF, CELL // 2)
        for whole, part in zip(picture[1:], seen[1:], strict=True):
            _read(whole, maps, part, row * CELL // 2)
    return seen


def plain(picture: Planes, mesh: F32, frame: tuple[int, int]) -> Planes:
    """The same, at two thirds of the price, for a mesh that only scales and rotates."""
    corners = [(0, 0), (0, -1), (-1, 0)]
    there = np.array([mesh[corner] for corner in corners], np.float32)
    far = np.array(mesh.shape[1::-1], np.float32) - 1
    here = (np.array([(0, 0), (far[0], 0), (0, far[1])], np.float32) - HALF) * CELL - HALF
    luma = cv2.getAffineTransform(here, there)
    chroma = cv2.getAffineTransform((here - HALF) * HALF, (there - CHROMA) * HALF)
    w, h = frame
    flags, border = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, cv2.BORDER_REFLECT_101
    sizes = ((w, h), (w // 2, h // 2), (w // 2, h // 2))
    pairs = zip(picture, (luma, chroma, chroma), sizes, strict=True)
    return Planes(*(cv2.warpAffine(p, m, s, flags=flags, borderMode=border) for p, m, s in pairs))


def field(
    values: F32, mesh: F32, picture: tuple[float, float], frame: tuple[int, int], shrink: int
) -> F32:
    """A map of the whole picture, such as its matte, as a mesh sees it.

    The map may have any size and covers `picture` (width, height). Returned at the frame's size
    divided by `shrink`, a divisor of `CELL`.
    """
    scale = np.array([values.shape[1] / picture[0], values.shape[0] / picture[1]], np.float32)
    maps = spread((mesh + HALF) * scale - HALF, CELL // shrink)
    maps = maps[: -(-frame[1] // shrink), : -(-frame[0] // shrink)]
    border = cv2.BORDER_REPLICATE
    return cv2.remap(values, maps, NO_MAP, cv2.INTER_LINEAR, borderMode=border)


def spread(mesh: F32, cell: int) -> F32:
    """A value for every pixel of the frame, by linear interpolation inside the mesh."""
    rows, columns = mesh.shape[:2]
    size = (columns * cell, rows * cell)
    return cv2.resize(mesh, size, interpolation=cv2.INTER_LINEAR)[cell:-cell, cell:-cell]


def _read(picture: U8, maps: F32, seen: U8, row: int) -> None:
    part = seen[row : row + maps.shape[0]]
    maps = maps[: part.shape[0], : part.shape[1]]
    border = cv2.BORDER_REFLECT_101
    cv2.remap(picture, maps, NO_MAP, cv2.INTER_LINEAR, dst=part, borderMode=border)
