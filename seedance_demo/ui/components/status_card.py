"""The status of a job as an HTML card: phase, steps and their times, and what to do next.

The first line of every card is a live region of its own for screen readers. It changes with the
phase and not with the clock, which is beside it.
"""

import time
from collections.abc import Mapping
from html import escape

from ...catalog import BY_ID
from ...errors import SeedanceError
from ...jobs.runner import Snapshot
from ...ledger import Job, Phase
from ...money import dollars
from ..messages import PHASES, clock, money, took

Began = Mapping[Phase, float]  # Unix seconds
STEPS = (
    ("Pictures", (Phase.PREPARING, Phase.UPLOADING)),
    ("Request", (Phase.SUBMITTING, Phase.UNCONFIRMED)),
    ("In line", (Phase.CREATED,)),
    ("Making", (Phase.PROCESSING,)),
    ("Saving", (Phase.SAVING,)),
)
CLOSE = "You may close this tab: the clip is kept and waits here for you."
NOT_SEEDANCE = "Made on this machine, not by Seedance"


def card(snapshot: Snapshot, began: Began, usual: float | None = None) -> str:
    """`began` says when each phase did; `usual` how long such a clip takes, in seconds."""
    job = snapshot.job
    if job.phase is Phase.COMPLETED:
        return _finished(job, began)
    return _running(snapshot, began, usual) if snapshot.live else _rests(job)


def refusal(error: SeedanceError) -> str:
    """A press that never became a job."""
    return _card("failed", "Not started", _paragraph(escape(str(error))))


def note(words: str) -> str:
    """A card with a line of words."""
    return _card("note", words)


def _running(snapshot: Snapshot, began: Began, usual: float | None) -> str:
    job, now = snapshot.job, time.time()
    facts = [*_frames(snapshot), *([_usually(usual)] if usual else [])]
    body = [
        _bar(snapshot),
        _paragraph(" · ".join(facts)),
        _paragraph(escape(snapshot.trouble)),
        _steps(job, began, now),
        _paragraph(_request(job)),
        "" if BY_ID[job.model].free else _paragraph(CLOSE),
    ]
    beside = f"<span class='clock'>{clock(now - job.opened_at)}</span>"
    return _card("running", PHASES[job.phase], *body, beside=beside)


def _finished(job: Job, began: Began) -> str:
    if BY_ID[job.model].free:
        body = _paragraph(f"{NOT_SEEDANCE} · free")
        return _card("done", f"Animatic, ready in {took(job)}", body)
    paid = f"{dollars(job.price_usd)} charged" if job.price else "nothing charged by this page"
    steps, request = _steps(job, began, job.ended_at or job.changed_at), _paragraph(_request(job))
    return _card("done", f"Ready in {took(job)}", steps, request, beside=f"<span>{paid}</span>")


def _rests(job: Job) -> str:
    """Failed, or waiting for somebody to check again."""
    next_step = "" if BY_ID[job.model].free else money(job)
    kind = "failed" if job.phase is Phase.FAILED else "rests"
    said = (escape(job.error), escape(next_step), _request(job))
    return _card(kind, PHASES[job.phase], *map(_paragraph, said))


def _card(kind: str, title: str, *body: str, beside: str = "") -> str:
    head = f"<div class='head'><p role='status'>{escape(title)}</p>{beside}</div>"
    return f"<div class='card {kind}'>{head}{''.join(body)}</div>"


def _paragraph(html: str) -> str:
    return f"<p>{html}</p>" if html else ""


def _request(job: Job) -> str:
    if not job.request_id:
        return ""
    request = escape(job.request_id)
    button = f"<button type='button' data-copy='{request}'>Copy</button>"
    return f"<span class='quiet'>request <code>{request}</code></span> {button}"


def _frames(snapshot: Snapshot) -> list[str]:
    shown = snapshot.frames and snapshot.job.phase is Phase.PROCESSING
    return ["{} of {} frames".format(*snapshot.frames or ())] if shown else []


def _bar(snapshot: Snapshot) -> str:
    """Only where the progress is known: an animatic counts its frames."""
    if not _frames(snapshot):
        return ""
    done, frames = snapshot.frames or (0, 1)
    return f"<progress value='{done}' max='{frames}' aria-label='Frames drawn'></progress>"


def _usually(seconds: float) -> str:
    rounded = f"{seconds / 60:.0f} min" if seconds >= 90 else f"{max(5, round(seconds, -1)):.0f} s"
    return f"usually about {rounded}"


def _steps(job: Job, began: Began, now: float) -> str:
    """Each step and how long it took, or takes so far."""
    starts = [min((began[p] for p in phases if p in began), default=None) for _, phases in STEPS]
    items = []
    for n, (name, phases) in enumerate(STEPS):
        later = [start for start in starts[n + 1 :] if start is not None]
        start, end = starts[n], later[0] if later else now
        state = "now' aria-current='step" if job.phase in phases else "done" if later else "next"
        state = "done" if job.phase is Phase.COMPLETED else state
        time_taken = "" if start is None else clock(end - start)
        items.append(f"<li class='{state}'>{name} <span>{time_taken or '–'}</span></li>")
    return f"<ol class='steps' aria-label='Steps'>{''.join(items)}</ol>"
