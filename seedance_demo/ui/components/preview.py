"""What the preview shows while there is no clip: nothing that could pass for one."""

from dataclasses import dataclass

from markupsafe import Markup

MEANWHILE = "Its animatic, free, while Seedance works"
DRAWN = "Animatic, being drawn"
COVERED = "The provider marked this clip as possibly not safe for work, so it is covered."
EMPTY_PREVIEW = Markup("<div class='scene'></div>")


@dataclass(frozen=True)
class LabelledAnimatic:
    """An animatic to be shown as one. `url` is empty while it is being drawn."""

    url: str
    label: str


def playing(film: LabelledAnimatic) -> Markup:
    """An animatic in a muted loop, under its label."""
    if not film.url:
        return waiting("", "Drawing its animatic")
    return Markup(
        "<div class='scene'><video src='{url}' muted loop playsinline controls data-autoplay"
        " aria-label='{label}'></video><p class='label'>{label}</p></div>"
    ).format(url=film.url, label=film.label)


def drawn(still: str) -> Markup:
    """A frame of an animatic on its way, a JPEG in base64, under a label that says what it is."""
    return Markup(
        "<div class='scene'><img src='data:image/jpeg;base64,{}' alt=''>"
        "<p class='label'>{}</p></div>"
    ).format(still, DRAWN)


def waiting(picture: str, words: str = "") -> Markup:
    """The first picture, dimmed: nobody takes it for a result."""
    image = Markup("<img src='{}' alt=''>").format(picture) if picture else ""
    return Markup("<div class='scene dim'>{}<p>{}</p></div>").format(image, words)


def shaped(scene: Markup, shape: str) -> Markup:
    """What lies on the stage, for the style to give that the film's shape, such as `9:16`."""
    return Markup("<div data-shape='{}'>{}</div>").format(shape, scene)


def covered() -> Markup:
    """In the place of a clip that the provider flagged."""
    return Markup("<div class='scene'><p>{}</p></div>").format(COVERED)
