"""What is read from the ledger."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cached_property
from statistics import median
from typing import Any

from . import budget, rows
from .budget import Used
from .database import Connection
from .job import Job, Phase

ENOUGH = 3  # clips, before they are told as usual
SEEN = "deleted_at IS NULL AND NOT (phase = 'completed' AND clip = '')"  # by their visitor


class Reader:
    """Every method is one transaction and may raise `StorageError`."""

    _transaction: Callable[..., AbstractContextManager[Connection]]

    def used(self, visitor: str, account: str) -> Used:
        """What the owner's key has paid lately, for all and for this visitor."""
        with self._transaction(write=False) as db:
            return budget.used(db, visitor, account)

    def charges(self, since: float) -> list[Job]:
        """Jobs that cost money, the owner's or a visitor's, oldest first."""
        with self._transaction(write=False) as db:
            found = db.execute(
                "SELECT * FROM charges WHERE opened_at > ? ORDER BY opened_at", (since,)
            )
            return [rows.job_of(row) for row in found]

    def hash_address(self, address: str) -> str:
        """An address as the ledger keeps it: to be recognised for a day, not to be read."""
        return f"address:{rows.mark(self._salt, address)}"

    @cached_property
    def _salt(self) -> bytes:
        with self._transaction(write=False) as db:
            return rows.salt(db)

    def job(self, job_id: str) -> Job | None:
        with self._transaction(write=False) as db:
            row = db.execute("SELECT * FROM jobs WHERE id = ?", (job_id,)).fetchone()
        return rows.job_of(row) if row else None

    def began(self, job_id: str) -> dict[Phase, float]:
        """When each phase of a job began, in Unix seconds."""
        with self._transaction(write=False) as db:
            found = db.execute("SELECT phase, began FROM steps WHERE job = ?", (job_id,))
            return {Phase(row["phase"]): row["began"] for row in found}

    def usual_seconds(self, model: str, duration: int) -> float | None:
        """How long the last clips of this kind took, in the middle; None while there are fewer
        than three to tell from."""
        kind = "phase = 'completed' AND model = ? AND duration = ? ORDER BY ended_at DESC LIMIT 20"
        done = self._jobs(kind, model, duration)
        took = [job.changed_at - job.opened_at for job in done]
        return median(took) if len(took) >= ENOUGH else None

    def animatic_of(self, job: Job) -> Job | None:
        """The visitor's newest animatic of the same brief."""
        same = "visitor = ? AND prompt = ? AND duration = ? AND images = ? AND payer = 'nobody'"
        kept = f"phase <> 'failed' AND {SEEN}"
        newest = "ORDER BY opened_at DESC LIMIT 1"
        brief = job.visitor, job.prompt, job.duration, json.dumps(job.images)
        return next(iter(self._jobs(f"{same} AND {kept} {newest}", *brief)), None)

    def variations(self, job: Job) -> list[Job]:
        """The clips that were pressed together with this one, by their numbers, itself among them;
        none for one alone. Of a number that failed and was pressed again it is the newest."""
        if not job.batch:
            return []
        together = f"batch = ? AND batch <> '' AND {SEEN} ORDER BY opened_at"
        newest = {each.variation: each for each in self._jobs(together, job.batch)}
        return [newest[number] for number in sorted(newest)]

    def unfinished(self) -> list[Job]:
        """Jobs that did not end, oldest first: what a fresh start picks up."""
        return self._jobs("phase NOT IN ('completed', 'failed') ORDER BY opened_at")

    def unanswered(self) -> list[Job]:
        """Jobs whose paid request may have been sent and that have no request id."""
        return self._jobs("phase IN ('submitting', 'unconfirmed')")

    def owns(self, request_id: str) -> bool:
        """Whether a job already has this task."""
        return bool(self._jobs("request_id = ?", request_id))

    def old_animatics(self, before: float) -> list[Job]:
        """Animatics that were done before a moment and whose clip is still here."""
        done = "payer = 'nobody' AND clip <> '' AND ended_at < ?"
        return self._jobs(done, before)

    def of_visitor(self, visitor: str, limit: int = 50) -> list[Job]:
        """A visitor's own jobs, newest first, without what they deleted and the animatics that were
        made beside their clips."""
        mine = f"visitor = ? AND beside = '' AND {SEEN}"
        return self._jobs(f"{mine} ORDER BY opened_at DESC, id DESC LIMIT ?", visitor, limit)

    def ids_of_visitor(self, visitor: str) -> list[str]:
        """The ids of all their own jobs, newest first; also of what was paid and deleted since."""
        mine = f"visitor = ? AND beside = '' AND (payer <> 'nobody' OR {SEEN})"
        with self._transaction(write=False) as db:
            found = db.execute(
                f"SELECT id FROM jobs WHERE {mine} ORDER BY opened_at DESC, id DESC",  # noqa: S608
                (visitor,),
            )
            return [row["id"] for row in found]

    def _jobs(self, where: str, *values: Any) -> list[Job]:
        with self._transaction(write=False) as db:
            found = db.execute(f"SELECT * FROM jobs WHERE {where}", values)  # noqa: S608
            return [rows.job_of(row) for row in found]
