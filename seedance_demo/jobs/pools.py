"""Threads for calls that block, by what they do and whom they ask.

A host that hangs fills the pool of what it is asked: no POST, no download and no animatic waits for
it, nor does a page that is only looked at.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from time import monotonic
from typing import TypeVar

from ..errors import StorageError
from ..ledger import Job, Payer
from ..ledger.counts import Counts
from .background import Pool

S = TypeVar("S")
T = TypeVar("T")
AGAIN = 1.0  # seconds until the ledger is read again that could not be


@dataclass(frozen=True)
class Pools:
    """For the calls of jobs at one API: the POST, questions, uploads, and clips."""

    pay: Pool
    ask: Pool
    send: Pool
    fetch: Pool


# Jobs that an earlier process left would all ask at the same moments, and the page wait for them.
APART = 1 / 100  # seconds

PROVIDER = Pools(
    pay=Pool("pay", 64),
    ask=Pool("ask", 32, APART),
    send=Pool("send", 16),
    fetch=Pool("fetch", 16),
)
_this_machine = Pool("here", 16)
HERE = Pools(_this_machine, _this_machine, _this_machine, _this_machine)

LEDGER = Pool("ledger", 8)  # what jobs read and write
PAGE = Pool("page", 8)  # what pages show: the ledger, and copies of clips
PRESS = Pool("press", 32)  # a paid press before its job is opened, which asks the provider
QUOTE = Pool("quote", 16)  # prices and balances, while a form is filled in


async def once_read(read: Callable[..., T], *given: object, within: float = inf) -> T:
    """What a page that is open reads in the ledger. Its database may be away for a while: the page
    goes on by itself when it is back. Raises `StorageError` after so many seconds in vain."""
    until = monotonic() + within
    while True:
        try:
            return await PAGE.run(read, *given)
        except StorageError:
            if monotonic() > until:
                raise
            await asyncio.sleep(AGAIN)


def of(job: Job) -> Pools:
    """The pools for a job's calls."""
    return HERE if job.payer is Payer.NOBODY else PROVIDER


async def counted(counts: Counts[S], name: str, step: Callable[[S, float], T], now: float) -> T:
    """`counts.change`: in a thread where that asks a database, else at once."""
    if counts.shared:
        return await LEDGER.run(counts.change, name, step, now)
    return counts.change(name, step, now)
