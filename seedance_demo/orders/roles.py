"""What the pictures of an order are, read from its body: what is said is what is sent."""

from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from math import isnan, log

from ..catalog import SHAPES
from ..errors import BadBrief
from .brief import Brief
from .order import InForce, Order, nearest_shape, pictures_at, place, ratio_of

SLATES = "16:9"  # the shape of an animatic without pictures
FROM_PICTURE = " from picture 1"
_NEAR = 0.03  # of the width: closer than that, a shape has the name of a ratio


class Role(StrEnum):
    """What becomes of one picture."""

    FIRST = "first frame"
    LAST = "last frame"
    REFERENCE = "reference"
    UNUSED = "not used"


def roles(order: Order) -> tuple[Role, ...]:
    """A role for each picture of the brief, by their names, which differ in an offer."""
    body = order.body
    listed = [*pictures_at(body, "images"), *pictures_at(body, "reference_images")]
    first = body.get("image") or (listed[0] if "last_image" in body and listed else None)

    def role(name: str) -> Role:
        if name == body.get("last_image"):
            return Role.LAST
        if name == first:
            return Role.FIRST
        return Role.REFERENCE if name in listed else Role.UNUSED

    return tuple(role(picture.name) for picture in order.brief.images)


def begins_with_a_picture(order: Order) -> bool:
    """Whether the clip begins with the first picture of the brief. Several references are none of
    them the first frame; a single one is."""
    found = roles(order)
    if not found or found[0] is Role.UNUSED:
        return False
    return found[0] is Role.FIRST or len(found) == 1 or order.brief.model.free


def choices(brief: Brief, in_force: InForce) -> tuple[tuple[str, bool], ...]:
    """What these pictures may be, and the `end_frame` that says so; empty without a choice."""
    found: dict[str, bool] = {}
    for ends in (True, False):
        options = replace(brief.options, end_frame=ends)
        with suppress(BadBrief):
            found[_kind(place(replace(brief, options=options), in_force))] = ends
    return tuple(found.items()) if len(found) > 1 else ()


def _kind(order: Order) -> str:
    found = roles(order)
    if Role.LAST in found:
        return "First & last frame"
    return "References" if Role.REFERENCE in found else "First frame only"


def note(order: Order) -> str:
    """What becomes of the pictures, as a sentence or two; empty for none."""
    found = roles(order)
    if not found:
        return ""
    if Role.FIRST in found:
        return " ".join(filter(None, (_frames(found), _unused(found))))
    if len(found) == 1:
        return ""
    if order.brief.model.free:
        return f"The film cuts among your {len(found)} pictures."
    if len(found) == 2:
        return "Both pictures guide style, characters and scene."
    return f"All {len(found)} pictures guide style, characters and scene."


def shape(order: Order) -> str:
    """`16:9`, `4:3 from picture 1`, `shape of picture 1`; empty where nothing says it."""
    sent = order.body.get("aspect_ratio", "")
    if not order.brief.images or (sent and order.brief.options.aspect_ratio):
        return str(sent or (SLATES if order.brief.model.free else ""))
    ratio = "" if isnan(order.brief.shape) else sent or _name(order.brief.shape)
    return f"{ratio}{FROM_PICTURE}" if ratio else "shape of picture 1"


def _name(width_to_height: float) -> str:
    """`4:3`, where it is one of the usual ratios."""
    nearest = nearest_shape(width_to_height, SHAPES) or ""
    return nearest if abs(log(width_to_height / ratio_of(nearest))) < _NEAR else ""


def _frames(found: tuple[Role, ...]) -> str:
    if Role.LAST in found:
        return f"Starts on picture 1 and ends on picture {found.index(Role.LAST) + 1}."
    return "Starts on picture 1."


def _unused(found: tuple[Role, ...]) -> str:
    left = [str(n) for n, role in enumerate(found, 1) if role is Role.UNUSED]
    if not left:
        return ""
    several = f"Pictures {_listed(left)} are not used."
    return several if left[1:] else f"Picture {left[0]} is not used."


def _listed(numbers: list[str]) -> str:
    """`2, 3 and 4`"""
    return " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
