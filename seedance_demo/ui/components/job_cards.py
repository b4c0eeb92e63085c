"""Cards of jobs: the visitor's history, and the clips that were pressed together."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from markupsafe import Markup

from ...ledger import Job, Phase
from ...money import dollars
from ...orders.family import model_of
from ..messages import PHASES
from . import cards

TOLD = 160  # characters of a prompt on its card; more is not seen, but read out
# What the history is filtered by, in the words of many.
KINDS = {"animatic": "Animatics", "film": "Films", "failed": "Failed"}
Picture = Callable[[Job], str]  # the address of a job's picture; empty without one


def history(jobs: Sequence[Job], picture: Picture) -> Markup:
    """HTML: a card for each job, newest first; one for those that belong together, which opens the
    others."""
    return cards.listed(_card_of(group, picture) for group in grouped(jobs))


def grouped(jobs: Sequence[Job]) -> list[list[Job]]:
    """Jobs, newest first, with those of one press together, and those that go on from each other's
    last frame. What failed goes on from nothing: it is no part of a chain."""
    known: dict[str, list[Job]] = {}
    for job in reversed(jobs):
        before = "" if job.phase is Phase.FAILED else job.continues
        group = known.get(job.batch) or known.get(before) or []
        group.insert(0, job)
        known[job.id] = group
        if job.batch:
            known[job.batch] = group
    return list({known[job.id][0].id: known[job.id] for job in jobs}.values())


def variations(jobs: Sequence[Job], shown: str, picture: Picture) -> Markup:
    """HTML: a card for each clip of a press, by its state; nothing for one alone. `shown` is the id
    of the one on the stage. While one has not ended there is a mark for `tab.js`, and while one is
    being made, it says for `press.js` how many are ready."""
    if len(jobs) < 2:
        return Markup()
    row = cards.row(_of_one_brief(jobs), (_of(job, shown, picture) for job in jobs))
    left = {job.phase for job in jobs if not job.phase.ended}
    ready = sum(job.phase is Phase.COMPLETED for job in jobs)
    words = f"{ready} of {len(jobs)} ready" if left - {Phase.UNCONFIRMED} else ""
    return _OPEN.format(words, row) if left else row


_OPEN = Markup("<div data-open='{}'>{}</div>")


def _of(job: Job, shown: str, picture: Picture) -> cards.Card:
    state = "Ready" if job.phase is Phase.COMPLETED else PHASES[job.phase]
    title = f"{job.variation + 1} · {state}"
    is_shown, plays = job.id == shown, _plays(job)
    return cards.Card(job.id, picture(job), title, _price(job), current=is_shown, plays=plays)


def _card_of(group: Sequence[Job], picture: Picture) -> cards.Card:
    """The newest clip's, with the others behind it."""
    first = next((job for job in group if job.phase is Phase.COMPLETED), group[0])
    others = tuple(_card(job, picture) for job in group if job is not first)
    return _card(first, picture, _together(group), others)


def _card(
    job: Job, picture: Picture, mark: str = "", others: tuple[cards.Card, ...] = ()
) -> cards.Card:
    state = "" if job.phase is Phase.COMPLETED else PHASES[job.phase]
    seconds = f"{job.duration}\xa0s" if job.duration else ""
    facts = state, model_of(job.model).title, seconds, _price(job)
    prompt = Markup("<span translate='no'>{}</span>").format(" ".join(job.prompt.split())[:TOLD])
    title = Markup(" · ").join([*filter(None, facts), _moment(job.opened_at)])
    return cards.Card(
        name=job.id,
        picture=picture(job),
        title=title,
        text=prompt,
        kind=_kind(job),
        plays=_plays(job),
        mark=mark,
        others=others,
    )


def _kind(job: Job) -> str:
    """One of `KINDS`."""
    if job.phase is Phase.FAILED:
        return "failed"
    return "animatic" if model_of(job.model).free else "film"


def _plays(job: Job) -> bool:
    return job.phase is Phase.COMPLETED and bool(job.clip) and not job.nsfw


def _together(group: Sequence[Job]) -> str:
    """`3 clips · 15 s`, `4 clips of one brief, 1 failed`."""
    is_one_brief = all(job.batch and job.batch == group[0].batch for job in group)
    left = Counter(_stands(job) for job in group if job.phase is not Phase.COMPLETED)
    words = (_of_one_brief if is_one_brief else counted)(group)
    return ", ".join([words, *(state.format(count) for state, count in left.items())])


def _stands(job: Job) -> str:
    named = {Phase.FAILED: "{} failed", Phase.UNCONFIRMED: "{} not confirmed"}
    return named.get(job.phase, "{} being made")


def _of_one_brief(jobs: Sequence[Job]) -> str:
    return f"{len(jobs)} clips of one brief"


def counted(jobs: Sequence[Job]) -> str:
    """`3 clips · 15 s`; nothing for one alone."""
    seconds = sum(each.duration for each in jobs)
    return f"{len(jobs)} clips · {seconds}\xa0s" if len(jobs) > 1 else ""


def _price(job: Job) -> str:
    """What it cost; nothing for a failed one, whose money comes back or is in question."""
    known = job.price or model_of(job.model).free
    return dollars(job.price_usd) if known and job.phase is not Phase.FAILED else ""


def _moment(seconds: float) -> Markup:
    """The day, in UTC; `clocks.js` says it by the visitor's own clock, and of today the time."""
    moment = datetime.fromtimestamp(seconds, UTC)
    day = f"{moment.day}\xa0{moment:%b}"
    return Markup("<time datetime='{:%Y-%m-%dT%H:%M:%SZ}'>{}</time>").format(moment, day)
