"""A clip and its animatic side by side, played in step by `compare.js`."""

from dataclasses import dataclass

from markupsafe import Markup

from .clip import NOT_SEEDANCE


@dataclass(frozen=True)
class Pair:
    """Relative addresses of both films of a job, and what the clip's model is called."""

    job: str
    clip: str
    title: str
    animatic: str


def waiting(job: str) -> Markup:
    """While the animatic is being made. The page hides this beside another job's clip."""
    drawing = Markup("<p class='quiet' role='status' data-job='{}'>Drawing its animatic</p>")
    return drawing.format(job)


def side_by_side(pair: Pair) -> Markup:
    """HTML: the clip leads, the animatic follows it, and one set of controls steers both."""
    return Markup(
        "<section class='compare' data-job='{job}' aria-label='Clip and animatic, in step'>"
        "<figure><video src='{clip}' loop muted playsinline></video><figcaption>{title}"
        "</figcaption></figure><figure><video src='{animatic}' muted playsinline></video>"
        "<figcaption>{label}</figcaption></figure><div class='steer'>"
        "<button type='button' data-does='play'>Play both</button>"
        "<input type='range' min='0' max='1' step='any' value='0' aria-label='Position'>"
        "<button type='button' data-does='close'>Close</button></div></section>"
    ).format(
        job=pair.job,
        clip=pair.clip,
        title=pair.title,
        animatic=pair.animatic,
        label=NOT_SEEDANCE,
    )
