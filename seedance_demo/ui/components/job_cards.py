"""Cards of jobs: the visitor's history, and the clips that were pressed together."""

import time
from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from ...ledger import Job, Phase
from ...money import dollars
from ...orders.family import model_of
from ..messages import PHASES
from . import cards

TOLD = 160  # characters of a prompt on its card; more is not seen, but read out
Picture = Callable[[Job], str]  # the address of a job's picture; empty without one
Chain = Callable[[Job], Sequence[Job]]  # the clips that a job goes on from, and the job


def history(jobs: Iterable[Job], picture: Picture, chain: Chain) -> Markup:
    """HTML: a card for each job."""
    return cards.row("Your clips", (_card(job, picture, chain) for job in jobs))


def variations(jobs: Sequence[Job], shown: str, picture: Picture) -> Markup:
    """HTML: a card for each clip of a press, by its state; nothing for one alone. `shown` is the id
    of the one on the stage. While one has not ended there is a mark for `tab.js`, and while one is
    being made, it says for `press.js` how many are ready."""
    if len(jobs) < 2:
        return Markup()
    heading = f"{len(jobs)} clips of one brief"
    row = cards.row(heading, (_of(job, shown, picture) for job in jobs))
    left = {job.phase for job in jobs if not job.phase.ended}
    ready = sum(job.phase is Phase.COMPLETED for job in jobs)
    words = f"{ready} of {len(jobs)} ready" if left - {Phase.UNCONFIRMED} else ""
    return _OPEN.format(words, row) if left else row


_OPEN = Markup("<div data-open='{}'>{}</div>")


def _of(job: Job, shown: str, picture: Picture) -> cards.Card:
    state = "Ready" if job.phase is Phase.COMPLETED else PHASES[job.phase]
    title = f"{job.variation + 1} · {state}"
    return cards.Card(job.id, picture(job), title, _price(job), current=job.id == shown)


def _card(job: Job, picture: Picture, chain: Chain) -> cards.Card:
    seconds = f"{job.duration}\xa0s" if job.duration else ""
    facts = model_of(job.model).title, seconds, _price(job)
    ended_well = job.phase is Phase.COMPLETED
    state = "" if ended_well else PHASES[job.phase]
    title = " · ".join(filter(None, (state, *facts, _day(job.opened_at))))
    words = " ".join(job.prompt.split())[:TOLD]
    mark = counted(chain(job)) if ended_well else ""
    return cards.Card(job.id, picture(job), title, words, mark)


def counted(chain: Sequence[Job]) -> str:
    """`3 clips · 15 s`; nothing for one alone."""
    seconds = sum(each.duration for each in chain)
    return f"{len(chain)} clips · {seconds}\xa0s" if len(chain) > 1 else ""


def _price(job: Job) -> str:
    """What it cost; nothing for a failed one, whose money comes back or is in question."""
    known = job.price or model_of(job.model).free
    return dollars(job.price_usd) if known and job.phase is not Phase.FAILED else ""


def _day(moment: float) -> str:
    return time.strftime("%d\xa0%b", time.localtime(moment)).lstrip("0")
