"""The status of a job as an HTML card: phase, steps and their times, and what to do next.

The first line of every card is a live region of its own for screen readers. It changes with the
phase and not with the clock, which is beside it.
"""

import time
from collections.abc import Mapping

from markupsafe import Markup

from ...errors import SeedanceError
from ...jobs.snapshot import Snapshot
from ...ledger import Job, Payer, Phase
from ...money import dollars
from ...orders.family import model_of
from ..messages import PHASES, before, clock, outlook, title, took

Began = Mapping[Phase, float]  # Unix seconds
STEPS = (
    ("Pictures", (Phase.PREPARING, Phase.UPLOADING)),
    ("Request", (Phase.SUBMITTING, Phase.UNCONFIRMED)),
    ("Queued", (Phase.CREATED,)),
    ("Making", (Phase.PROCESSING,)),
    ("Saving", (Phase.SAVING,)),
)
CLOSE = "You can close this tab: the clip is kept and waits here for you."
KEPT = "What was paid stays in the records."
NOT_SEEDANCE = "Free preview, not made by Seedance"


def card(snapshot: Snapshot, began: Began, usual: float | None = None, trouble: str = "") -> Markup:
    """`began` says when each phase did; `usual` how long such a clip takes, in seconds; `trouble`
    why a clip that is there is not to be seen."""
    job = snapshot.job
    if job.phase is Phase.COMPLETED:
        return _finished(job, began, trouble)
    return _running(snapshot, began, usual) if snapshot.live else _rests(snapshot)


def refusal(error: SeedanceError) -> Markup:
    """A press that never became a job."""
    return _card("failed", "Not started", _paragraph(str(error)))


def note(words: str, more: str = "") -> Markup:
    """A card with a line of words, and what it means."""
    return _card("note", words, _paragraph(more))


def deleted(job: Job) -> Markup:
    """A job that its visitor deleted; `undo.js` takes the button away in time."""
    undo = Markup("<button type='button' data-undo='{}'>Undo</button>").format(job.id)
    kept = "" if job.payer is Payer.NOBODY else KEPT
    return _card("note", "Deleted", _paragraph(kept), beside=undo)


def _running(snapshot: Snapshot, began: Began, usual: float | None) -> Markup:
    job, now, free = snapshot.job, time.time(), model_of(snapshot.job.model).free
    waits = [] if snapshot.ahead is None else [before(snapshot)]
    facts = [*waits, *_frames(snapshot), *([_usually(usual)] if usual else [])]
    body = [
        _bar(snapshot),
        _paragraph(" · ".join(facts)),
        _paragraph(snapshot.trouble),
        _steps(job, began, now),
        *([] if free else [_paragraph(_request(job)), _paragraph(CLOSE)]),
    ]
    beside = _ticking(now - job.opened_at, "clock")
    return _card("running", title(snapshot), *body, beside=beside)


def _finished(job: Job, began: Began, trouble: str) -> Markup:
    unseen = _paragraph(trouble)
    if model_of(job.model).free:
        body = _paragraph(NOT_SEEDANCE)
        return _card("done", f"Animatic, ready in {took(job)}", unseen, body)
    paid = f"{dollars(job.price_usd)} charged" if job.price else "nothing charged by this page"
    steps, request = _steps(job, began, job.ended_at or job.changed_at), _paragraph(_request(job))
    return _card("done", f"Ready in {took(job)}", unseen, steps, request, beside=_span(paid))


def _rests(snapshot: Snapshot) -> Markup:
    """Failed, or waiting until somebody checks again, or the app does."""
    job = snapshot.job
    kind = "failed" if job.phase is Phase.FAILED else "rests"
    said = (job.error, outlook(snapshot), _request(job))
    return _card(kind, PHASES[job.phase], *map(_paragraph, said))


def _card(kind: str, headline: str, *body: Markup, beside: str = "") -> Markup:
    head = Markup("<div class='head'><p role='status'>{}</p>{}</div>").format(headline, beside)
    return Markup("<div class='card {}'>{}{}</div>").format(kind, head, Markup().join(body))


def _paragraph(words: str) -> Markup:
    return Markup("<p>{}</p>").format(words) if words else Markup()


def _span(words: str) -> Markup:
    return Markup("<span>{}</span>").format(words)


def _request(job: Job) -> Markup:
    if not job.request_id:
        return Markup()
    return Markup(
        "<span class='quiet'>request <code translate='no'>{id}</code></span> "
        "<button type='button' data-copy='{id}'>Copy</button>"
    ).format(id=job.request_id)


def _frames(snapshot: Snapshot) -> list[str]:
    shown = snapshot.frames and snapshot.job.phase is Phase.PROCESSING
    return ["{} of {} frames".format(*snapshot.frames or ())] if shown else []


def _bar(snapshot: Snapshot) -> Markup:
    """Only where the progress is known: an animatic counts its frames."""
    if not _frames(snapshot):
        return Markup()
    bar = Markup("<progress value='{}' max='{}' aria-label='Frames drawn'></progress>")
    return bar.format(*snapshot.frames or (0, 1))


def _usually(seconds: float) -> str:
    rounded = f"{seconds / 60:.0f} min" if seconds >= 90 else f"{max(5, round(seconds, -1)):.0f} s"
    return f"usually about {rounded}"


def _steps(job: Job, began: Began, now: float) -> Markup:
    """Each step and how long it took, or takes so far."""
    starts = [min((began[p] for p in phases if p in began), default=None) for _, phases in STEPS]
    items = Markup()
    for n, (name, phases) in enumerate(STEPS):
        later = [start for start in starts[n + 1 :] if start is not None]
        start, end = starts[n], later[0] if later else now
        is_over = later or job.phase is Phase.COMPLETED
        took: str = "–" if start is None else clock(end - start)
        if job.phase in phases and start is not None:
            items += _NOW.format(name, _ticking(end - start))
        else:
            items += (_DONE if is_over else _LATER).format(name, took)
    return Markup("<ol class='steps' aria-label='Steps'>{}</ol>").format(items)


def _ticking(seconds: float, kind: str = "") -> Markup:
    """A clock that goes on by itself in the browser, from so many seconds."""
    named = Markup(" class='{}'").format(kind) if kind else ""
    told = Markup("<span{} data-seconds='{}'>{}</span>")
    return told.format(named, int(seconds), clock(seconds))


_NOW = Markup("<li class='now' aria-current='step'>{} {}</li>")
_DONE = Markup("<li class='done'>{} <span>{}</span></li>")
_LATER = Markup("<li class='later'>{} <span>{}</span></li>")
