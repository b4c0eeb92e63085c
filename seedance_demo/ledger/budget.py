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
FEWER = "Choose fewer clips, enter your own key, or make an animatic: it is free."


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

    def cover(self, wanted: int, price: Decimal, already: "Used") -> int:
        """How many of so many clips, each at `price`, the owner's key pays for now."""
        left = [wanted]
        if self.budget is not None and price:
            left.append(int((self.budget - already.spent) // price))
        if self.clips is not None:
            left.append(self.clips - already.clips)
        return max(0, min(left))


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


def admit(
    db: Connection, visitor: str, payer: Payer, price: Decimal, clips: int, terms: Terms
) -> Decimal:
    """What the owner's key paid before so many more clips, each at `price`. Raises `NotAllowed`
    when they are more than the terms leave: all of them or none."""
    if payer is Payer.NOBODY:
        check_unfinished(db, visitor, terms)
    if payer is not Payer.OWNER:
        return Decimal(0)
    already = used(db, visitor, terms.account)
    check(price, clips, already, terms)
    return already.spent


def check(price: Decimal, clips: int, already: Used, terms: Terms) -> None:
    """Raises `NotAllowed` when so many clips, each at `price`, are more than the terms leave."""
    several = clips > 1
    instead = f"Nothing was charged. {FEWER if several else INSTEAD}"
    if terms.budget is not None and already.spent + price * clips > terms.budget:
        raise NotAllowed(
            f"This page pays at most ${terms.budget:.2f} in 24 hours, and too little of it is "
            f"left for {f'these {clips} clips' if several else 'this clip'}. {instead}",
            code="budget_spent",
        )
    if terms.clips is not None and already.clips + clips > terms.clips:
        left = terms.clips - already.clips
        rest = f"{left} of them left" if left > 0 else "none of them left"
        raise NotAllowed(
            f"This page pays for {terms.clips} of your clips in 24 hours, with {rest}. {instead}",
            code="clips_used",
        )


def log(job: Job, spent: Decimal, terms: Terms) -> None:
    """The owner's running account, in the log."""
    whom = job.account or "a visitor"
    budget = f" of ${terms.budget:.2f}" if terms.budget is not None else ""
    message = "job %s: %s for %s; %s%s spent in 24 hours"
    _log.info(message, job.id, dollars(job.price_usd), whom, dollars(spent), budget)
