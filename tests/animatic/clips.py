"""Small films for the tests, and what can be measured on them once decoded."""

import tempfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from seedance_demo.animatic.film import shoot
from seedance_demo.animatic.plan import Plan, Shot
from seedance_demo.animatic.video.image import Box

PICTURES = Path(__file__).parent.parent / "pictures"
CUP, ASTRONAUT = PICTURES / "cup.jpg", PICTURES / "astronaut.jpg"
PIXELS = 480 * 270
ANALYSES = Path(tempfile.gettempdir()) / "animatic-tests"  # kept by content, so always right
WHOLE = Box(0.0, 0.0, 1.0, 1.0)
SUBJECT = Box(0.38, 0.3, 0.26, 0.35)  # of the picture of the cup
BACKGROUND = Box(0.0, 0.0, 0.3, 0.35)


def one_shot(seconds: float = 2.0, **shot: object) -> Plan:
    """A plan of a single shot, without sound."""
    return Plan(seconds, (Shot(0.0, seconds, 0, "", **shot),), silent=True)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Clip:
    """A decoded film: luma (frames, height, width), chroma of half the size, and the file."""

    path: Path
    y: NDArray[np.uint8]
    u: NDArray[np.uint8]
    v: NDArray[np.uint8]


def film(plan: Plan, folder: Path, *images: Path, pixels: int = PIXELS) -> Clip:
    """Render a plan at a small size and decode it again."""
    out = folder / "film.mp4"
    shoot(plan, images or (CUP,), out, cache=ANALYSES, pixels=pixels)
    return decode(out)


def decode(path: Path) -> Clip:
    planes: list[list[NDArray[np.uint8]]] = [[], [], []]
    with av.open(str(path)) as file:
        for frame in file.decode(video=0):
            for kept, plane in zip(planes, frame.planes, strict=True):
                rows = np.frombuffer(plane, np.uint8)  # type: ignore[call-overload]
                rows = rows.reshape(plane.height, plane.line_size)
                kept.append(rows[:, : plane.width].copy())
    return Clip(path, *(np.stack(kept) for kept in planes))


@dataclass(frozen=True)
class Motion:
    """How the picture as a whole went from the first frame to the last, in frame pixels."""

    scale: float
    dx: float
    dy: float
    degrees: float
    steps: NDArray[np.float64]  # length of each step


def motion(clip: Clip, every: int = 4, part: Box = WHOLE) -> Motion:
    """Follow corners through the clip and fit a similarity to each step (RANSAC)."""
    frames = np.stack([part.of(frame) for frame in clip.y[::every]])
    middle = np.array([frames.shape[2], frames.shape[1]]) / 2
    total, steps = np.eye(3), []
    for before, after in pairwise(frames):
        corners = cv2.goodFeaturesToTrack(before, 300, 0.01, 6)
        found, status, _ = cv2.calcOpticalFlowPyrLK(before, after, corners, corners.copy())
        ok = status[:, 0] == 1
        step, _ = cv2.estimateAffinePartial2D(
            corners[ok] - middle, found[ok] - middle, ransacReprojThreshold=1.5
        )
        total = np.vstack([step, [0, 0, 1]]) @ total
        steps.append(float(np.hypot(step[0, 2], step[1, 2])))
    return Motion(
        scale=float(np.hypot(total[0, 0], total[1, 0])),
        dx=float(total[0, 2]),
        dy=float(total[1, 2]),
        degrees=float(np.degrees(np.arctan2(total[1, 0], total[0, 0]))),
        steps=np.array(steps),
    )


def detail(image: NDArray[np.uint8]) -> float:
    """How sharp an image is: the variance of its Laplacian."""
    return float(cv2.Laplacian(image, cv2.CV_64F).var())
