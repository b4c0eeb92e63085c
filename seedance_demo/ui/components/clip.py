"""The finished clip in a player of the page's own: Gradio's video can be neither muted nor inline,
and gives its file an absolute address."""

from dataclasses import dataclass

from markupsafe import Markup

NOT_SEEDANCE = "Animatic, not made by Seedance"
UNPLAYABLE = "This browser cannot play the clip. Load the page again, or download the file."


@dataclass(frozen=True)
class Clip:
    """`url` and `poster` are relative addresses, `shape` one of `stage_shape.SHAPES`."""

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


_LABEL = Markup("<p class='label'>{}</p>").format(NOT_SEEDANCE)
_SOUND = Markup("<button type='button' class='sound' data-does='sound'>Sound on</button>")
