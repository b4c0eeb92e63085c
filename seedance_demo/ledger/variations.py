"""Variations: jobs of one brief that a press opens together, known by their numbers.

While one of them runs, a press of the same brief follows them and opens only what it lacks: two
tabs that press for four together pay for four.
"""

import json
import secrets
from dataclasses import asdict, replace
from typing import Any

from ..money import micros
from ..orders.brief import MOST_CLIPS, Brief
from ..orders.order import Order
from . import rows
from .database import Connection
from .job import Job, Payer, Phase


def running(
    db: Connection, brief: Brief, visitor: str, payer: Payer, watched: str
) -> dict[int, Job]:
    """A visitor's variations of this brief by their numbers, while one of them runs or is the one
    that was `watched`. Those that are done count, and those whose answer was lost. What failed does
    not, unless it was watched: nothing was paid for it."""
    names = [replace(brief, variation=number).fingerprint for number in range(MOST_CLIPS)]
    newest = db.execute(
        "SELECT * FROM jobs WHERE visitor = ? AND payer = ?"  # noqa: S608
        f" AND fingerprint IN ({', '.join('?' * len(names))})"
        " AND (id = ? OR phase NOT IN ('completed', 'failed', 'unconfirmed'))"
        " ORDER BY opened_at DESC",
        (visitor, payer, *names, watched),
    ).fetchone()
    if newest is None:
        return {}
    together = "id = ? OR (batch = ? AND batch <> '') ORDER BY opened_at"
    found = db.execute(
        f"SELECT * FROM jobs WHERE {together}",  # noqa: S608
        (newest["id"], newest["batch"]),
    )
    jobs = map(rows.job_of, found.fetchall())
    return {
        job.variation: job for job in jobs if job.phase is not Phase.FAILED or job.id == watched
    }


def name_batch(db: Connection, jobs: dict[int, Job], lacking: int) -> str:
    """The name that those which run share with so many more; a clip that was made alone so far
    takes its own id for one. Empty for one alone."""
    known = next(iter(jobs.values()), None)
    if known is None:
        return secrets.token_hex(16) if lacking > 1 else ""
    if not known.batch and lacking:
        jobs[known.variation] = rows.update(db, known.id, {"batch": known.id})
    return known.batch or known.id


def row_of(order: Order, number: int, batch: str) -> dict[str, Any]:
    """What the ledger keeps of one variation of an order, by its columns."""
    brief = order.brief
    return {
        "model": brief.model.id,
        "prompt": brief.prompt,
        "duration": brief.duration,
        "images": json.dumps([image.name for image in brief.images]),
        "options": json.dumps(asdict(brief.options)),
        "endpoint": order.endpoint,
        "body": json.dumps(order.body),
        "fingerprint": replace(brief, variation=number).fingerprint,
        "price": micros(order.price),
        "variation": number,
        "batch": batch,
    }
