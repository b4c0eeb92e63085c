"""What a shared link shows: title, words, a still and an icon, in the HTML that a chat app reads.

Gradio's template brings tags of its own there (6.31), and its `head=` arrives only with the script.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from ..config.machine import is_loopback
from ..examples import STILL, STILL_SIZE

TITLE = "Seedance 2.0: pictures in, film out"
DESCRIPTION = (
    "Drop up to four pictures and write like a director. A free animatic shows camera, cuts, light "
    "and sound in seconds; Seedance 2.0 makes the film."
)
STILL_ALT = "Still of an animatic: a perfume bottle among embers"
_GRADIOS = re.compile(r"""<meta\s+(?:property="og:|name="twitter:)[^>]*>\s*""")
_TAGS = Markup("""<title>{title}</title>
<meta name="description" content="{words}" />
<link rel="icon" type="image/png" href="{home}favicon.ico" />
<meta property="og:type" content="{kind}" />
<meta property="og:title" content="{title}" />
<meta property="og:description" content="{words}" />
<meta property="og:image" content="{below}{still}" />
<meta property="og:image:alt" content="{alt}" />
<meta name="twitter:card" content="summary_large_image" />
""")
_SIZE = Markup("""<meta property="og:{}:width" content="{}" />
<meta property="og:{}:height" content="{}" />
""")
_FILM = Markup("""<meta property="og:video" content="{}" />
<meta property="og:video:type" content="video/mp4" />
""")
_ADDRESS = Markup("""<meta property="og:url" content="{}" />\n""")


@dataclass(frozen=True)
class Preview:
    """`place` is where the page lies below the first one, as `clip/...`; `still` and `film` are
    such places, too. `size` is the still's and the film's width and height in pixels, where it is
    known."""

    title: str
    words: str
    still: str
    alt: str
    size: tuple[int, int] | None = None
    place: str = ""
    film: str = ""


FIRST = Preview(TITLE, DESCRIPTION, f"examples/{STILL.name}", STILL_ALT, STILL_SIZE)


def with_preview(page: str, root: str) -> str:
    """The first page's HTML with tags of our own. `root` is the address under which the page was
    asked for; where a proxy kept it to itself, the still's address is relative."""
    head, script, rest = page.partition("<script>")
    opening, charset, more = _GRADIOS.sub("", head).partition('<meta charset="utf-8" />')
    return f"{opening}{charset}\n{tags(FIRST, root)}{more}{script}{rest}"


def tags(told: Preview, root: str, home: str = "") -> Markup:
    """For the head of a page, with its title and icon. `home` leads from there to the first page,
    as `../`."""
    known = "" if is_loopback(urlsplit(root).hostname or "") else f"{root}/"
    below = known or home
    kinds = ("image", "video") if told.film else ("image",)
    head = _TAGS.format(
        title=told.title,
        words=told.words,
        home=home,
        kind="video.other" if told.film else "website",
        below=below,
        still=told.still,
        alt=told.alt,
    )
    film = _FILM.format(f"{below}{told.film}") if told.film else ""
    sizes = [_size(kind, *told.size) for kind in kinds] if told.size else []
    return Markup().join((head, film, *sizes, _ADDRESS.format(known + told.place) if known else ""))


def _size(kind: str, width: int, height: int) -> Markup:
    return _SIZE.format(kind, width, kind, height)
