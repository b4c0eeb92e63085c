"""Light from behind the subject: a rim along its outline, haze, and the silhouette."""

import cv2
import numpy as np

from .grade import BLACK, WHITE, Grade
from .image import F32
from .maps import spots, unlit
from .view import View

KEPT = 0.6  # of the frame's light that a silhouette keeps at least
BEHIND = 60  # levels that the light adds around the subject
HAZE = 16  # levels that it adds before the subject, too
RIM = 200  # levels, on the outline


def from_behind(luma: F32, look: Grade, view: View) -> tuple[F32, F32]:
    """What to multiply the light of the frame by, and the levels to add to it."""
    front = _front(luma, view) if view.depth.subject else _dark(luma)
    behind = _around(front)
    gain, lift = _silhouette(luma, front, look.backlight, BEHIND * behind * (1 - front))
    if look.rim:
        lift = lift + look.rim * (HAZE * behind + RIM * _rim(front)) * (1 - luma / 255)
    return gain, lift


def _front(luma: F32, view: View) -> F32:
    """The subject with an edge as sharp as a map has it; where that is a light itself, whatever is
    dark before it."""
    subject = np.clip(2 * view.matte - 0.5, 0, 1)
    front = unlit(luma, subject)
    return front if front.sum() > 0.2 * subject.sum() else _dark(luma)


def _dark(luma: F32) -> F32:
    """What stands against the light where there is no subject: whatever is darker than the rest."""
    soft = cv2.GaussianBlur(luma, (0, 0), luma.shape[1] / 80)
    dark: F32 = np.clip(0.5 - (soft - soft.mean()) / 60, 0, 1)
    return dark


def _around(front: F32) -> F32:
    """A wide light behind the middle of what stands before it."""
    h, w = front.shape
    total = float(front.sum())
    x = float(front.sum(axis=0) @ np.arange(w)) / total / w if total else 0.5
    y = float(front.sum(axis=1) @ np.arange(h)) / total / h if total else 0.4
    return spots(w, h, [(1.0, (x, 0.8 * y), 0.4)])


def _silhouette(luma: F32, front: F32, strength: float, behind: F32) -> tuple[F32, F32]:
    """The front loses `strength` of its light, but never so much that the frame keeps less than
    `KEPT` of its own."""
    light = np.maximum(luma - BLACK, 0)
    lit = np.minimum(light * (1 - strength * front) + strength * behind, WHITE - BLACK)
    kept = float(lit.sum()) / max(1.0, float(light.sum()))
    strength *= min(1.0, (1 - KEPT) / max(1e-6, 1 - kept))
    return 1 - strength * front, strength * behind


def _rim(front: F32) -> F32:
    """A line on the outline, bright where that faces upwards and less so at the sides: the subject
    without a blurred one that lies a little lower."""
    width = front.shape[1] / 150
    down = np.array([[1, 0, 0], [0, 1, 0.7 * width]], np.float32)
    soft = cv2.GaussianBlur(front, (0, 0), width)
    lower = cv2.warpAffine(soft, down, front.shape[::-1], borderMode=cv2.BORDER_REPLICATE)
    rim: F32 = np.clip(1.8 * ((front + soft) / 2 - lower), 0, 1)
    return rim
