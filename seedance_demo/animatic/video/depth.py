"""What is near and what is far in one picture: its subject, and a smooth map of depth.

No small depth network ships inside a Python package, but a salient-object network does. Its mask
says where the subject is; the rest is taken to be a ground that comes closer towards the bottom.
A page or a storyboard has no depth at all, and its straight lines must stay straight.
Where the network is not installed, the subject has no outline: there is a place the eye goes to,
and the picture comes nearer around it, softly.
"""

import hashlib
import importlib.util
import os
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np

from . import image
from .image import F32, U8, Box

VERSION = b"subject 5 "  # of the analysis; what is kept of an older one is not used
GRID = 96  # cells on the long side of the depth map: depth must be smooth, or edges would tear
BACKGROUND = 1.7  # how many times farther than the subject the background lies
HORIZON = 0.45  # where the ground begins, as a fraction of the height
REACH = 0.17  # of the long side: how far a subject without an outline is taken to reach
LEAST_SUBJECT = 0.012  # of the picture's area; less than that is no subject
NET_SIDE = 320  # the network's input and output
NET_MEAN, NET_SD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)  # of ImageNet, as it was trained


@dataclass(frozen=True)
class ImageDepth:
    """One picture understood. Both maps cover the whole picture.

    `matte`: 0-1, the subject. `nearness`: the inverse of depth, 1 at the subject.
    `focus`: where the eye goes, (x, y) in fractions of the picture: the middle of the subject.
    `subject`: the subject's share of the picture, 0 when there is none.
    """

    matte: F32
    nearness: F32
    focus: tuple[float, float]
    subject: float

    def within(self, box: Box) -> "ImageDepth":
        """The same for a part of the picture."""
        matte = box.of(self.matte)
        x = min(max((self.focus[0] - box.left) / box.width, 0.0), 1.0)
        y = min(max((self.focus[1] - box.top) / box.height, 0.0), 1.0)
        return ImageDepth(matte, box.of(self.nearness), (x, y), float((matte > 0.45).mean()))


def flat() -> ImageDepth:
    """A scene without depth or subject."""
    matte = np.zeros((2, 2), np.float32)
    return ImageDepth(matte, matte + 1, (0.5, 0.5), 0.0)


def analyse(path: Path, cache: Path | None = None) -> ImageDepth:
    """Find the subject of a picture; the answer is kept in the folder `cache` by the content.

    Raises `PictureError` when the picture cannot be read.
    """
    if cache is None:
        return _scene(_look(image.load(path, draft=2 * NET_SIDE)))
    try:
        key = hashlib.sha256(VERSION + _network() + path.read_bytes()).hexdigest()[:32]
    except OSError:
        raise image.PictureError(f"{path.name} is not a picture that can be read.") from None
    kept = cache / f"{key}.npz"
    try:
        with np.load(kept) as found:
            return _scene(_Found(found["matte"], tuple(found["focus"]), float(found["flatness"])))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        looked = _look(image.load(path, draft=2 * NET_SIDE))
        _keep(kept, looked)
        return _scene(looked)


class _Found(NamedTuple):
    """What an analysis found: the matte 0-255, the focus, and how flat the picture is, 0-1."""

    matte: U8
    focus: tuple[float, float]
    flatness: float


def _keep(kept: Path, found: _Found) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=kept.parent)
    with os.fdopen(handle, "wb") as file:
        np.savez_compressed(file, allow_pickle=False, **found._asdict())
    Path(temporary).replace(kept)


def _look(rgb: U8) -> _Found:
    h, w = rgb.shape[:2]
    scale = NET_SIDE / max(h, w)
    size = (max(1, round(w * scale)), max(1, round(h * scale)))
    small = cv2.resize(rgb, size, interpolation=cv2.INTER_AREA)
    if not _network():
        focus = _face(small, np.ones(small.shape[:2], np.float32)) or _centroid(_attention(rgb))
        return _Found(np.zeros(small.shape[:2], np.uint8), focus, _flatness(small))
    matte = cv2.resize(_salient_object(rgb), size, interpolation=cv2.INTER_AREA)
    subject = (matte > 0.45).astype(np.float32)
    if subject.mean() < LEAST_SUBJECT:
        return _Found(np.zeros_like(matte, np.uint8), _centroid(_attention(rgb)), _flatness(small))
    focus = _face(small, subject) or _centroid(_upper(subject))
    return _Found((255 * matte).astype(np.uint8), focus, _flatness(small))


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


def _network() -> bytes:
    """Where the weights lie, or nothing. The package around them is never imported."""
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
        os.fsdecode(_network()), options, providers=["CPUExecutionProvider"]
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


def _scene(found: _Found) -> ImageDepth:
    matte = found.matte.astype(np.float32) / 255
    subject = _standing(matte) if _network() else _around(found.focus, matte.shape)
    nearness = found.flatness + (1 - found.flatness) * _before_ground(subject)
    return ImageDepth(matte, nearness.astype(np.float32), found.focus, float((matte > 0.45).mean()))


def _standing(matte: F32) -> F32:
    """The subject on the coarse grid: 1 on it, fading to 0 around it.

    It is widened before its edge is softened, so that what stretches lies outside it and the
    subject itself stays rigid.
    """
    size = _grid(matte.shape)
    small = cv2.resize(matte, size, interpolation=cv2.INTER_AREA)
    solid: F32 = (small > 0.45).astype(np.float32)
    solid = cv2.morphologyEx(solid, cv2.MORPH_CLOSE, np.ones((5, 5)))
    reach = 2 * int(size[0] * 0.05) + 1
    wide = cv2.dilate(solid, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)))
    subject: F32 = cv2.GaussianBlur(wide, (0, 0), size[0] * 0.056)
    return subject


def _around(focus: tuple[float, float], shape: tuple[int, ...]) -> F32:
    """The same for a subject of which only the place is known."""
    w, h = _grid(shape)
    x, y = (np.arange(n, dtype=np.float32) + 0.5 for n in (w, h))
    away = np.hypot(x - focus[0] * w, (y - focus[1] * h)[:, None]) / (REACH * max(w, h))
    around: F32 = np.exp(-((away / 1.5) ** 3))
    return around


def _grid(shape: tuple[int, ...]) -> tuple[int, int]:
    """Width and height of the depth map of a picture of (height, width)."""
    w, h = (max(2, round(GRID * side / max(shape))) for side in (shape[1], shape[0]))
    return w, h


def _before_ground(subject: F32) -> F32:
    """Nearness of a subject that stands before a ground ramp."""
    rows = np.linspace(0, 1, subject.shape[0], dtype=np.float32)[:, None]
    ground = np.clip((rows - HORIZON) / (1 - HORIZON), 0, 1) ** 1.3
    far = 1 / BACKGROUND + (1 - 1 / BACKGROUND) * 0.75 * ground
    nearness: F32 = far * (1 - subject) + subject
    return nearness
