"""What can be done with a job that has ended: a next brief one press away, download, and more."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ...clips.exports import EXPORTS

WHO_SEES_IT = (
    "Whoever has this link and can reach this page sees the clip and its prompt, and nothing else "
    "of yours."
)
WHAT_GOES = "The clip goes from this page and from the disk. What was paid stays in the records."


@dataclass(frozen=True)
class Step:
    """A brief that follows from a job. `words` end with its price; `agreed` are its dollars."""

    name: str
    words: str
    agreed: str


@dataclass(frozen=True)
class Ended:
    """`clip` is a relative address, empty where there is none to be seen; `file` the name under
    which it is saved. `chain` counts the clips that end with this one: `3 clips · 15 s`. `link` is
    where others see it, empty while they cannot, and None for a clip that nobody may show them."""

    job: str
    prompt: str
    clip: str = ""
    file: str = ""
    may_compare: bool = False
    chain: str = ""
    link: str | None = None


def row(ended: Ended, steps: Iterable[Step]) -> Markup:
    """HTML; the first step is the one to take. What is pressed is told by `next_steps.js`."""
    return Markup(
        "<div class='next'>{steps}{download}{joined}<details class='more'><summary>More</summary>"
        "<div>{copy}{compare}{share}{exports}{delete}{shared}</div></details>"
        "<p class='said' role='status'></p></div>"
    ).format(
        steps=Markup().join(map(_step, steps)),
        download=_DOWNLOAD.format(ended.clip, ended.file) if ended.clip else "",
        joined=_MAKE.format("joined", f"Join {ended.chain}") if ended.chain else "",
        share=_SHARE if ended.link == "" else "",
        shared=_SHARED.format(ended.link, WHO_SEES_IT) if ended.link else "",
        exports=_exports() if ended.clip else "",
        copy=_COPY.format(ended.prompt),
        compare=_COMPARE if ended.may_compare else "",
        delete=_DELETE.format(WHAT_GOES),
    )


def _exports() -> Markup:
    return Markup().join(_MAKE.format(name, each.words) for name, each in EXPORTS.items())


def _step(step: Step) -> Markup:
    button = Markup("<button type='button' data-step='{}' data-agreed='{}'>{}</button>")
    return button.format(step.name, step.agreed, step.words)


_DOWNLOAD = Markup("<a href='{}' download='{}'>Download</a>")
_MAKE = Markup("<button type='button' data-makes='{}'>{}</button>")
_COPY = Markup("<button type='button' data-does='copy' data-copies='{}'>Copy prompt</button>")
_COMPARE = Markup("<button type='button' data-does='expand'>Compare with animatic</button>")
_SHARE = Markup("<button type='button' data-does='release'>Share this clip</button>")
_SHARED = Markup(
    "<div class='shared'><p id='who-sees-it'>{1}</p>"
    "<a href='{0}' target='_blank' translate='no'>{0}</a>"
    "<button type='button' data-copies='{0}' aria-describedby='who-sees-it'>Copy link</button>"
    "<button type='button' data-does='stop'>Stop sharing</button></div>"
)
_DELETE = Markup(
    "<details><summary>Delete</summary><p>{}</p>"
    "<button type='button' data-does='delete'>Delete it</button></details>"
)
