"""The finished clip in a player of the page's own: Gradio's video can be neither muted nor inline,
and gives its file an absolute address."""

from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from ...orders.images import shape_of
from ...orders.order import nearest_shape

SHAPES = "21:9", "16:9", "3:2", "4:3", "1:1", "3:4", "2:3", "9:16"  # those that the stage can take
NOT_SEEDANCE = "Animatic, not made by Seedance"
UNPLAYABLE = "This browser cannot play the clip. Load the page again, or download the file."


@dataclass(frozen=True)
class Clip:
    """`url` and `poster` are relative addresses, `shape` one of `SHAPES`."""

    url: str
    poster: str
    shape: str
    is_animatic: bool
    has_sound: bool


def player(clip: Clip) -> Markup:
    """HTML: a muted loop that begins by itself, see `preview.js`, and a button for its sound."""
    return Markup(
        "<div class='scene clip' data-shape='{shape}'><video src='{url}' poster='{poster}' muted"
        " loop playsinline controls data-autoplay aria-label='{name}'></video>{label}{sound}"
        "<p class='unplayable' role='alert' hidden>{unplayable}</p></div>"
    ).format(
        shape=clip.shape,
        url=clip.url,
        poster=clip.poster,
        name="Animatic" if clip.is_animatic else "Clip",
        label=_LABEL if clip.is_animatic else "",
        sound=_SOUND if clip.has_sound else "",
        unplayable=UNPLAYABLE,
    )


def stage_shape(picture: Path) -> str:
    """The shape of a picture among those that the stage can take."""
    return nearest_shape(shape_of(picture), SHAPES) or SHAPES[1]


_LABEL = Markup("<p class='label'>{}</p>").format(NOT_SEEDANCE)
_SOUND = Markup("<button type='button' class='sound' data-does='sound'>Sound on</button>")
