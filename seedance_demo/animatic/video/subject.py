"""Finds the subject of an image: its outline, and the place the eye goes to.

No small depth network ships inside a Python package, but a salient-object network does: U2-Net in
its small form. Where it is not installed, the subject has a place but no outline.
"""

import importlib.util
import os
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np

from .image import F32, U8

NET_SIDE = 320  # the network's input and output
NET_MEAN, NET_SD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)  # of ImageNet, as it was trained
LEAST_SUBJECT = 0.012  # of the picture's area; less than that is no subject


class Subject(NamedTuple):
    """What an analysis finds: the matte 0-255, the focus (x, y) in fractions of the image, and how
    flat the image is, 0-1."""

    matte: U8
    focus: tuple[float, float]
    flatness: float


def find_subject(rgb: U8) -> Subject:
    """The subject of an image of (height, width, 3)."""
    h, w = rgb.shape[:2]
    scale = NET_SIDE / max(h, w)
    size = (max(1, round(w * scale)), max(1, round(h * scale)))
    small = cv2.resize(rgb, size, interpolation=cv2.INTER_AREA)
    if not network():
        focus = _face(small, np.ones(small.shape[:2], np.float32)) or _centroid(_attention(rgb))
        return Subject(np.zeros(small.shape[:2], np.uint8), focus, _flatness(small))
    matte = cv2.resize(_salient_object(rgb), size, interpolation=cv2.INTER_AREA)
    subject = (matte > 0.45).astype(np.float32)
    if subject.mean() < LEAST_SUBJECT:
        return Subject(np.zeros_like(matte, np.uint8), _centroid(_attention(rgb)), _flatness(small))
    focus = _face(small, subject) or _centroid(_upper(subject))
    return Subject((255 * matte).astype(np.uint8), focus, _flatness(small))


def _flatness(rgb: U8) -> float:
    """1 for pages, boards and storyboards, 0 for photographs: how much of what has edges lies on
    long straight lines (Hough), and how many of those are level or upright to the degree."""
    edges = cv2.Canny(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), 60, 150)
    shortest = 0.25 * min(edges.shape)
    lines = cv2.HoughLinesP(edges, 1, np.pi / 180, 40, minLineLength=shortest, maxLineGap=4)
    if lines is None:
        return 0.0
    on_lines = np.zeros_like(edges)
    for x0, y0, x1, y1 in lines[:, 0].tolist():
        cv2.line(on_lines, (x0, y0), (x1, y1), 255, 3)
    across, down = np.abs(lines[:, 0, 2:] - lines[:, 0, :2]).T
    lengths = np.hypot(across, down)
    upright = lengths[np.minimum(across, down) < 0.05 * lengths].sum() / lengths.sum()
    covered = (edges[on_lines > 0] > 0).sum() / (edges > 0).sum()
    return float(np.clip((upright * covered**0.5 - 0.2) / 0.12, 0, 1))


def _face(rgb: U8, subject: F32) -> tuple[float, float] | None:
    """The middle of the largest face on the subject (Viola and Jones 2001), if there is one."""
    model = Path(cv2.__file__).parent / "data" / "haarcascade_frontalface_default.xml"
    smallest = (max(20, min(rgb.shape[:2]) // 12),) * 2
    grey = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)
    boxes, _, sureness = cv2.CascadeClassifier(str(model)).detectMultiScale3(
        grey, 1.1, 6, minSize=smallest, outputRejectLevels=True
    )
    faces = [
        (side, x, y) for (x, y, side, _), sure in zip(boxes, sureness, strict=True) if sure > 3
    ]
    for side, x, y in sorted(faces, reverse=True):
        if subject[y : y + side, x : x + side].mean() > 0.5:
            return (x + side / 2) / grey.shape[1], (y + side / 2) / grey.shape[0]
    return None


def _upper(subject: F32) -> F32:
    """What the eye goes to in a subject: the upper part of what is taller than wide, as a person
    or a tower is, and otherwise all of it."""
    rows, columns = (np.flatnonzero(subject.any(axis=side)) for side in (1, 0))
    height, width = np.ptp(rows) + 1, np.ptp(columns) + 1
    upper = subject.copy()
    if height > width:
        upper[rows[0] + int(0.5 * height) :] = 0
    return upper


def network() -> bytes:
    """The path of the network's weights; empty where they are not installed. The package around
    them is never imported."""
    package = importlib.util.find_spec("rembg")
    for folder in (package and package.submodule_search_locations) or ():
        weights = Path(folder) / "u2netp.onnx"
        if weights.exists() and importlib.util.find_spec("onnxruntime"):
            return os.fsencode(weights)
    return b""


def _salient_object(rgb: U8) -> F32:
    """U2-Net (Qin et al. 2020) in its small form: 0-1, `NET_SIDE` square."""
    import onnxruntime  # costs 0.1 s, and only a picture never seen before needs it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.enable_cpu_mem_arena = False  # one look needs no store of memory for the next
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # others want the core
    session = onnxruntime.InferenceSession(
        os.fsdecode(network()), options, providers=["CPUExecutionProvider"]
    )
    small = cv2.resize(rgb, (NET_SIDE, NET_SIDE), interpolation=cv2.INTER_AREA)
    net = (small / max(int(small.max()), 1) - NET_MEAN) / NET_SD
    batch = np.ascontiguousarray(net.transpose(2, 0, 1)[None], np.float32)
    found = session.run(None, {session.get_inputs()[0].name: batch})[0][0, 0]
    matte: F32 = np.clip(found, 0, 1)
    return matte


def _attention(rgb: U8) -> F32:
    """Where the eye goes when nothing stands out: the spectral residual (Hou and Zhang 2007)."""
    grey = cv2.resize(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), (64, 64), interpolation=cv2.INTER_AREA)
    spectrum = np.fft.fft2(grey)
    log = np.log(np.abs(spectrum) + 1e-6)
    residual = log - cv2.blur(log, (3, 3))
    saliency = np.abs(np.fft.ifft2(np.exp(residual + 1j * np.angle(spectrum)))) ** 2
    smooth = cv2.GaussianBlur(saliency, (0, 0), 3) * np.outer(np.hanning(64), np.hanning(64))
    attention: F32 = np.where(smooth > 0.5 * smooth.max(), smooth, 0) * (np.ptp(grey) > 8)
    return attention


def _centroid(weight: F32) -> tuple[float, float]:
    h, w = weight.shape
    total = float(weight.sum()) or 1.0
    x = float(weight.sum(axis=0) @ (np.arange(w) + 0.5)) / total / w
    y = float(weight.sum(axis=1) @ (np.arange(h) + 0.5)) / total / h
    return (x, y) if weight.any() else (0.5, 0.5)
