"""How steady a film of a still picture is: jitter of the camera, shimmer of fine detail, and what
detail is left."""

from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from seedance_demo.animatic.video.image import F32, U8
from tests.animatic.clips import decode

WIDTH, HEIGHT = 2560, 1440  # of a chart, twice the film's 1280 by 720
FINE = 0.36  # lines a pixel of a chart: 0.72 a pixel of the film, more than the half it can show
COARSE = 0.125  # a quarter of a line a pixel of the film, which every film should show
GREY, SWING = 128, 80  # levels of a chart
LUMA = 219 / 255  # levels of a film for one of them


def rings(path: Path) -> Path:
    """A chart for a zoom: coarse rings in the middle, and around them rings too fine to be shown.
    Both keep their places while a film zooms in by less than a third."""
    y, x = np.mgrid[:HEIGHT, :WIDTH].astype(np.float32)
    away = np.hypot(x - WIDTH / 2, y - HEIGHT / 2)
    steps = np.arange(int(away.max()) + 2)
    pitch = np.interp(steps, (200, 420), (COARSE, FINE))
    phase = np.interp(away, steps, np.cumsum(pitch))
    return _saved(np.where(away < 700, np.cos(2 * np.pi * phase), 0), path)


def lines(path: Path) -> Path:
    """A chart for a pan: upright lines, all of them too fine to be shown."""
    row = np.cos(2 * np.pi * FINE * np.arange(WIDTH))
    return _saved(np.broadcast_to(row, (HEIGHT, WIDTH)), path)


def _saved(wave: F32, path: Path) -> Path:
    Image.fromarray(np.rint(GREY + SWING * wave).astype(np.uint8)).convert("RGB").save(path)
    return path


def shimmer(clip: Path, *, of_rings: bool) -> float:
    """How far what is too fine to be shown, and should be an even grey, is from it and moves: the
    levels of luma, root mean square over time, a little blurred as an eye does it."""
    frames = _middle(decode(clip).y).astype(np.float32)
    soft = np.stack([cv2.GaussianBlur(frame, (0, 0), 1) for frame in frames])
    seen = _ring(soft.shape[1:], 280, 340) if of_rings else np.ones(soft.shape[1:], bool)
    return float(np.sqrt(soft.var(axis=0)[seen].mean()))


def detail(clip: Path) -> float:
    """What is left of the contrast of a chart's coarse rings, 1 for all of it."""
    frames = _middle(decode(clip).y).astype(np.float32)
    seen = _ring(frames.shape[1:], 30, 95)
    return float(np.mean([frame[seen].std() for frame in frames]) * 2**0.5 / (LUMA * SWING))


def _middle(frames: U8) -> U8:
    """The frames in which every tool moves evenly."""
    return frames[len(frames) // 5 : -len(frames) // 5]


def _ring(shape: tuple[int, ...], least: int, most: int) -> U8:
    h, w = shape
    y, x = np.mgrid[:h, :w]
    away = np.hypot(x - w / 2, y - h / 2)
    inside: U8 = (least < away) & (away < most)
    return inside


def jitter(clip: Path) -> float:
    """How far, root mean square, frames lie from the smooth path that fits them best, in pixels.

    Successive frames are matched by tracked corners; the path is a cubic through the similarity
    of each step, over the middle of the clip where every tool moves evenly. Only what is 3 px off
    is taken for a corner lost: parallax is less, and a fit that keeps now the subject and now the
    background for its outliers would tremble by itself.
    """
    frames = _middle(decode(clip).y)
    steps = np.array([_step(a, b) for a, b in pairwise(frames)])
    t = np.linspace(-1, 1, len(steps))
    off = np.stack([s - np.polyval(np.polyfit(t, s, 3), t) for s in steps.T], axis=1)
    h, w = frames.shape[1:]
    x, y = np.meshgrid(np.linspace(-w / 2, w / 2, 9), np.linspace(-h / 2, h / 2, 9))
    a, b, dx, dy = (off[:, i, None, None] for i in range(4))
    return float(np.sqrt(((a * x - b * y + dx) ** 2 + (b * x + a * y + dy) ** 2).mean()))


def _step(before: U8, after: U8) -> tuple[float, float, float, float]:
    middle = np.array(before.shape[::-1]) / 2
    corners = cv2.goodFeaturesToTrack(before, 500, 0.01, 10)
    criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 60, 0.001)
    found, status, _ = cv2.calcOpticalFlowPyrLK(
        before, after, corners, corners.copy(), winSize=(31, 31), criteria=criteria
    )
    ok = status[:, 0] == 1
    matrix, _ = cv2.estimateAffinePartial2D(
        corners[ok] - middle, found[ok] - middle, ransacReprojThreshold=3.0, refineIters=50
    )
    return matrix[0, 0], matrix[1, 0], matrix[0, 2], matrix[1, 2]
