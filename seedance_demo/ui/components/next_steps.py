"""What can be done with a job that has ended: a next brief one press away, download, and more."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

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
    which it is saved."""

    job: str
    prompt: str
    clip: str = ""
    file: str = ""
    may_compare: bool = False


def row(ended: Ended, steps: Iterable[Step]) -> Markup:
    """HTML; the first step is the one to take. What is pressed is told by `next_steps.js`."""
    return Markup(
        "<div class='next'>{steps}{download}<details class='more'><summary>More</summary>"
        "<div>{copy}{compare}{delete}</div></details></div>"
    ).format(
        steps=Markup().join(map(_step, steps)),
        download=_DOWNLOAD.format(ended.clip, ended.file) if ended.clip else "",
        copy=_COPY.format(ended.prompt),
        compare=_COMPARE if ended.may_compare else "",
        delete=_DELETE.format(WHAT_GOES),
    )


def _step(step: Step) -> Markup:
    button = Markup("<button type='button' data-step='{}' data-agreed='{}'>{}</button>")
    return button.format(step.name, step.agreed, step.words)


_DOWNLOAD = Markup("<a href='{}' download='{}'>Download</a>")
_COPY = Markup("<button type='button' data-does='copy' data-copies='{}'>Copy prompt</button>")
_COMPARE = Markup("<button type='button' data-does='expand'>Compare with animatic</button>")
_DELETE = Markup(
    "<details><summary>Delete</summary><p>{}</p>"
    "<button type='button' data-does='delete'>Delete it</button></details>"
)
