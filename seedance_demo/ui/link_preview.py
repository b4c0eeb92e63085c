"""What a shared link shows: title, words, a still and an icon, in the HTML that a chat app reads.

Gradio's template brings tags of its own there (6.31), and its `head=` arrives only with the script.
"""

import re
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
<link rel="icon" type="image/png" href="favicon.ico" />
<meta property="og:type" content="website" />
<meta property="og:title" content="{title}" />
<meta property="og:description" content="{words}" />
<meta property="og:image" content="{still}" />
<meta property="og:image:width" content="{width}" />
<meta property="og:image:height" content="{height}" />
<meta property="og:image:alt" content="{alt}" />
<meta name="twitter:card" content="summary_large_image" />
""")
_ADDRESS = Markup("""<meta property="og:url" content="{}" />\n""")


def with_preview(page: str, root: str) -> str:
    """The first page's HTML with tags of our own. `root` is the address under which the page was
    asked for; where a proxy kept it to itself, the still's address is relative."""
    head, script, rest = page.partition("<script>")
    opening, charset, more = _GRADIOS.sub("", head).partition('<meta charset="utf-8" />')
    return f"{opening}{charset}\n{_tags(root)}{more}{script}{rest}"


def _tags(root: str) -> Markup:
    known = "" if is_loopback(urlsplit(root).hostname or "") else f"{root}/"
    width, height = STILL_SIZE
    told = _TAGS.format(
        title=TITLE,
        words=DESCRIPTION,
        still=f"{known}examples/{STILL.name}",
        width=width,
        height=height,
        alt=STILL_ALT,
    )
    return told + (_ADDRESS.format(known) if known else "")
