"""Counts what the owner's key has paid, and checks a request against the budget.

Nothing is counted in memory or in a column of its own: the jobs' rows are the account.
"""

import logging
import time
from dataclasses import dataclass
from decimal import Decimal

from ..errors import NotAllowed
from ..money import dollars, from_micros
from .database import Connection
from .job import Job, Payer

_log = logging.getLogger(__name__)
DAY = 24 * 3600.0
WHOSE = "(visitor = ? OR (account = ? AND account <> ''))"
INSTEAD = "Enter your own key, or make an animatic: it is free."


@dataclass(frozen=True)
class Terms:
    """On what terms a press is taken: the owner's key pays at most `budget` dollars for all
    visitors and `clips` for this one in any 24 hours; of what is free, at most `unfinished` jobs of
    this visitor at the same time. None for no end. `account` is whom the press counts against
    besides the visitor's browser: a signed-in name or a hashed address."""

    account: str = ""
    budget: Decimal | None = None
    clips: int | None = None
    unfinished: int | None = None


@dataclass(frozen=True)
class Used:
    """What the owner's key paid in the last 24 hours: dollars for all, clips for one visitor."""

    spent: Decimal
    clips: int


def used(db: Connection, visitor: str, account: str) -> Used:
    """What was used in the last 24 hours, by the rows that cost money."""
    since = time.time() - DAY
    paid = "FROM charges WHERE payer = ? AND opened_at > ?"
    total = "SELECT coalesce(sum(coalesce(charged, price)), 0) AS micros"
    spent = db.execute(f"{total} {paid}", (Payer.OWNER, since))
    clips = db.execute(
        f"SELECT count(*) AS clips {paid} AND {WHOSE}",
        (Payer.OWNER, since, visitor, account),
    )
    return Used(from_micros(int(spent.fetchone()["micros"])), clips.fetchone()["clips"])


def check_unfinished(db: Connection, visitor: str, terms: Terms) -> None:
    """Raises `NotAllowed` when one more job that costs nothing here is too many of this visitor."""
    if terms.unfinished is None:
        return
    waiting = "price = 0 AND phase NOT IN ('completed', 'failed')"
    found = db.execute(
        f"SELECT count(*) AS already FROM jobs WHERE {waiting} AND {WHOSE}",  # noqa: S608
        (visitor, terms.account),
    )
    if (already := found.fetchone()["already"]) >= terms.unfinished:
        raise NotAllowed(
            f"{already} free jobs of yours are in line here already. Wait until one is done, or "
            "stop one; nothing was charged.",
            code="line_full",
        )


def check(price: Decimal, already: Used, terms: Terms) -> None:
    """Raises `NotAllowed` when a clip of `price` is more than the terms leave."""
    if terms.budget is not None and already.spent + price > terms.budget:
        raise NotAllowed(
            f"This page pays at most ${terms.budget:.2f} in 24 hours, and too little of it is "
            f"left for this clip. Nothing was charged. {INSTEAD}",
            code="budget_spent",
        )
    if terms.clips is not None and already.clips >= terms.clips:
        raise NotAllowed(
            f"This page pays for {terms.clips} of your clips in 24 hours, and you have had them. "
            f"Nothing was charged. {INSTEAD}",
            code="clips_used",
        )


def log(job: Job, spent: Decimal, terms: Terms) -> None:
    """The owner's running account, in the log."""
    whom = job.account or "a visitor"
    budget = f" of ${terms.budget:.2f}" if terms.budget is not None else ""
    message = "job %s: %s for %s; %s%s spent in 24 hours"
    _log.info(message, job.id, dollars(job.price_usd), whom, dollars(spent), budget)
