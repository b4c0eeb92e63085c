"""The shapes that the stage can take."""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from ...orders.brief import Brief
from ...orders.images import shape_of
from ...orders.order import nearest_shape

SHAPES = "21:9", "16:9", "3:2", "4:3", "1:1", "3:4", "2:3", "9:16"
USUAL = SHAPES[1]


@lru_cache(maxsize=256)
def stage_shape(picture: Path | None) -> str:
    """That of a picture; without one, or when it is gone from the disk, the usual one."""
    with suppress(OSError):
        return nearest_shape(shape_of(picture) if picture else Brief.shape, SHAPES) or USUAL
    return USUAL
