"""What share of its picture a shot shows: by the way of its camera, and the shapes of both."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import ExifTags, Image

from ..plan import Place, Plan, Shot
from .camera_path import Aim, Room, path
from .reach import ALIKE, film_shape, lens_of, part_of

MIDDLE = 0.5, 0.5
_LYING = 5  # EXIF orientations from here on swap width and height


class Seen(NamedTuple):
    """Shares of a picture's width and height, 0-1."""

    width: float
    height: float

    def rounded(self) -> dict[str, float]:
        return {side: round(share, 2) for side, share in self._asdict().items()}


@dataclass(frozen=True)
class Shapes:
    """Width / height of each picture, None where it is not known, and of the film where that is not
    to be as the first picture."""

    pictures: tuple[float | None, ...] = ()
    film: float | None = None


UNKNOWN = Shapes()


def shares(plan: Plan, shapes: Shapes) -> list[Seen | None]:
    """How much each shot shows of its picture; None where that is not known without its pixels:
    its shape, or where the subject is that it begins or ends on."""
    unknown = (None,) * max(1, plan.pictures)
    pictures = shapes.pictures or unknown
    film = shapes.film or pictures[0]
    shown = ((shot, pictures[shot.image]) for shot in plan.shots)
    return [
        seen(shot, shape, film_shape(film, 1))
        if film and shape and Place.SUBJECT not in (shot.begins_on, shot.ends_on)
        else None
        for shot, shape in shown
    ]


def seen(shot: Shot, picture: float, film: float) -> Seen:
    """The shares that the frames of a shot show together, where the film's shape leaves some of
    them out, else 1; shapes are width / height.

    The subject is taken to be in the middle: where it is decides which part is seen, and hardly how
    much. Nor is counted what a picture is cropped by to hide its borders, a few hundredths.
    """
    passed, lens = part_of(shot, picture, film, MIDDLE).reach, lens_of(film)
    way = path(shot, Aim(*MIDDLE), 0, room=Room(film, passed))
    half = np.exp(-way.zoom - way.dolly) / 2  # frames
    middles = (
        way.centre_x * passed.wide + lens[0] * (way.yaw + way.x),
        way.centre_y * passed.high - lens[1] * (way.pitch + way.y),
    )
    spans = (float(np.ptp([middle - half, middle + half])) for middle in middles)
    sides = zip(spans, passed, (picture / film, film / picture), strict=True)
    return Seen(*(min(span, r) / whole if whole > ALIKE else 1.0 for span, r, whole in sides))


def shape_of(picture: Path) -> float | None:
    """Width / height of a picture as it is shown, by its header; None where that cannot be told."""
    with suppress(Exception):  # a damaged file can raise anything inside a decoder
        with Image.open(picture) as opened:
            lies = opened.getexif().get(ExifTags.Base.Orientation, 1) >= _LYING
            shape = opened.width / opened.height
        return 1 / shape if lies else shape
    return None
