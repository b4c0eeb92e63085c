"""What the preview shows while there is no clip: nothing that could pass for one."""

from dataclasses import dataclass
from html import escape

MEANWHILE = "Its animatic, free and made on this machine, while Seedance works"
COMPARED = "Its animatic: free, made on this machine, not by Seedance"
COVERED = "The provider marked this clip as possibly not safe for work, so it is covered."
EMPTY_PREVIEW = "<div class='scene'></div>"


@dataclass(frozen=True)
class LabelledAnimatic:
    """An animatic to be shown as one. `url` is empty while it is being drawn."""

    url: str
    label: str


def playing(film: LabelledAnimatic) -> str:
    """An animatic in a muted loop, under its label."""
    if not film.url:
        return waiting("", "Drawing its animatic")
    return (
        f"<div class='scene'><video src='{escape(film.url)}' muted loop playsinline controls"
        f" data-autoplay aria-label='{escape(film.label)}'></video>"
        f"<p class='label'>{escape(film.label)}</p></div>"
    )


def beside(film: LabelledAnimatic, job: str) -> str:
    """The same for comparison with the finished clip of a job; the page hides it at another's."""
    if not film.url:
        return f"<p class='quiet' data-job='{escape(job)}'>Drawing its animatic</p>"
    return (
        f"<figure class='beside' data-job='{escape(job)}'>"
        f"<figcaption>{escape(film.label)}</figcaption>"
        f"<video src='{escape(film.url)}' loop playsinline controls></video></figure>"
    )


def waiting(picture: str, words: str = "") -> str:
    """The first picture, dimmed: nobody takes it for a result."""
    image = f"<img src='{escape(picture)}' alt=''>" if picture else ""
    return f"<div class='scene dim'>{image}<p>{escape(words)}</p></div>"


def covered() -> str:
    """In the place of a clip that the provider flagged."""
    return f"<div class='scene'><p>{COVERED}</p></div>"
