"""The page for one clip, for whoever has its link: HTML of its own, without Gradio's app.

It is there before that would have begun to load, and plays without JavaScript. What a browser may
run and fetch there is written into it: its own script, and what lies beside it.
"""

from base64 import b64encode
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from markupsafe import Markup

from .. import languages, link_preview, static
from ..link_preview import Preview
from .clip import NOT_SEEDANCE

PLACE = "clip/{}"  # below the first page
HOME = "../"  # the way back
FILM, STILL = ".mp4", ".jpg"  # what lies beside the page, under its name with these ends
MAKE_OWN = "Make your own"
LIKE = f"{HOME}#like={{}}"  # read by `draft.js`, and sent to nobody on the way
TOLD = 70  # characters of a prompt that a preview shows
STYLE, SCRIPT = static.read("clip_page.css"), static.read("clip_page.js")


@dataclass(frozen=True)
class SharedClip:
    """`token` is what its link ends with; `prompt` is empty where it is not known. `model` is the
    model's title, `size` width and height in pixels where they are known."""

    token: str
    prompt: str
    model: str
    is_animatic: bool
    size: tuple[int, int] | None


def clip_page(clip: SharedClip, root: str, language: str = "en") -> str:
    """HTML; `root` is the address of the first page. Previews of its link are English."""
    say = partial(languages.say, language)
    kind, made_with = ("Animatic", NOT_SEEDANCE) if clip.is_animatic else ("Clip", "Made with {}")
    place, made_by = PLACE.format(clip.token), made_with.format(clip.model)
    preview = Preview(
        title=_short(clip.prompt) or made_by,
        words=made_by,
        still=place + STILL,
        alt=f"Still of the {kind.lower()}",
        size=clip.size,
        place=place,
        film=place + FILM,
    )
    body = _CLIP.format(
        film=clip.token + FILM,
        still=clip.token + STILL,
        size=_SIZE.format(*clip.size) if clip.size else "",
        kind=say(kind),
        made_by=say(made_with).format(clip.model),
        prompt=_PROMPT.format(clip.prompt) if clip.prompt else "",
        own=LIKE.format(clip.token) if clip.prompt else HOME,
        make_own=say(MAKE_OWN),
        copy=_COPY.format(*map(say, ("Copied", "Copy prompt"))) if clip.prompt else "",
    )
    return _page(language, link_preview.tags(preview, root, HOME), body)


def words_page(title: str, words: str, language: str = "en") -> str:
    """HTML of a page that has no clip to show, and says why."""
    title, words, own = (languages.say(language, each) for each in (title, words, MAKE_OWN))
    body = _WORDS.format(title, words, HOME, own)
    return _page(language, _TITLE.format(title, HOME), body)


def _page(language: str, tags: Markup, body: Markup) -> str:
    opening = _OPENING.format(languages.TAGS[language], _RULES, tags)
    style = "<style>" + STYLE + "</style>"
    return f"{opening}{style}\n{body}" + "<script>" + SCRIPT + "</script>"


def _short(prompt: str) -> str:
    words = " ".join(prompt.split())
    return words if len(words) <= TOLD else f"{words[: TOLD - 1].rstrip()}…"


def _only(text: str) -> str:
    """What lets a browser use this script or style in a page, and no other."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


_RULES = "; ".join(
    (
        "default-src 'none'",
        "img-src 'self'",
        "media-src 'self'",
        f"style-src {_only(STYLE)}",
        f"script-src {_only(SCRIPT)}",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
_OPENING = Markup("""<!doctype html>
<html lang="{}">
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="robots" content="noindex" />
<meta http-equiv="Content-Security-Policy" content="{}" />
{}""")
_TITLE = Markup("""<title>{}</title>
<link rel="icon" type="image/png" href="{}favicon.ico" />
""")
_CLIP = Markup("""<main>
<video src="{film}" poster="{still}"{size} controls playsinline preload="metadata"
 aria-label="{kind}"></video>
<h1>{made_by}</h1>
{prompt}<p class="actions"><a href="{own}">{make_own}</a>{copy}</p>
</main>
""")
_SIZE = Markup(' width="{}" height="{}"')
_PROMPT = Markup('<p class="prompt" dir="auto" translate="no">{}</p>\n')
_COPY = Markup('<button type="button" data-copied="{}" hidden>{}</button>')
_WORDS = Markup("""<main>
<h1>{}</h1>
<p>{}</p>
<p class="actions"><a href="{}">{}</a></p>
</main>
""")
