"""The ledger: what was asked and paid, one row per job.

A row exists before the paid POST, the request id is committed before the first poll, the clip's
name after its file is complete.
"""

import json
import time
from collections.abc import Callable
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from ..errors import BadSetting, StorageError
from ..money import micros
from ..orders.order import Order
from . import budget, counts, rows, variations
from .budget import Terms
from .chains import Chains
from .changes import Changes
from .copies import Copies
from .counts import Counts, SharedCounts
from .database import Database
from .job import FORWARD, Job, Payer, Phase
from .leases import Leases, SharedLeases
from .shares import Shares
from .sqlite import Sqlite

FREELY = Terms()
S = TypeVar("S")
MOVED = "moved"  # the code of a step that was taken already


class Ledger(Chains, Shares):
    """`where` it is kept: an SQLite file, or the address of a PostgreSQL database that other
    processes may use, too. Every method is one transaction and may raise `StorageError`.

    `changes` tells of each job that was written, and of each brief whose animatic was; `copied_to`
    is a folder that outlives this disk and bears no database, where there is one. `leases` say
    which process works on which job.
    """

    def __init__(self, where: Path | str, copied_to: Path | None = None) -> None:
        self._copies: Copies | None = None
        self._database: Database
        self.changes, self.leases = Changes(), Leases()
        if isinstance(where, str):
            self._database, self.changes, self.leases = _shared(where)
        elif copied_to is None:
            self._database = Sqlite(where)
        else:
            self._copies = Copies(where, copied_to)
            self._copies.take_back()
            self._database = Sqlite(where, self._copies.soon)
            self._copies.keep()
        self._transaction = self._database.transaction

    def close(self) -> None:
        """At the end of the process: what was written last is copied, too."""
        if self._copies:
            self._copies.last()
        self.leases.close()
        self.changes.close()
        self._database.close()

    def counts(self, kind: str, state: Callable[..., S]) -> Counts[S]:
        """What is counted of this kind from now on, by all processes at this ledger."""
        return SharedCounts(self._transaction, kind, state) if self.leases.shared else Counts(state)

    def open(
        self, order: Order, visitor: str, payer: Payer, terms: Terms = FREELY, watched: str = ""
    ) -> Job:
        """The job of a press for one clip, as `open_all` has it."""
        return self.open_all(order, 1, visitor, payer, terms, watched)[0]

    def open_all(
        self,
        order: Order,
        clips: int,
        visitor: str,
        payer: Payer,
        terms: Terms = FREELY,
        watched: str = "",
    ) -> list[Job]:
        """The jobs of a press for so many clips, by their numbers. The same brief pressed again
        while one of them runs is the same jobs: two tabs pressing together pay once. So are those
        that ended while the press was on its way: `watched` is the job that still ran on the page
        where it was made.

        The rows are the reservation: they are counted and written in one transaction, all that
        lack or none, so that presses made together never exceed the terms. Raises `NotAllowed`
        when they would.
        """
        whose = {"visitor": visitor, "account": terms.account, "payer": payer}
        with self._transaction() as db:
            jobs = variations.running(db, order.brief, visitor, payer, watched)
            lacking = [number for number in range(clips) if number not in jobs]
            if not lacking:
                return [jobs[number] for number in range(clips)]
            spent = budget.admit(db, visitor, payer, order.price, len(lacking), terms)
            batch = variations.name_batch(db, jobs, len(lacking))
            for number in reversed(lacking):  # so the first is the newest, which a page shows
                row = whose | variations.row_of(order, number, batch)
                jobs[number] = rows.insert(db, **row, phase=Phase.PREPARING)
                if payer is not Payer.NOBODY:  # an animatic is drawn by who has a place for it
                    self.leases.take_new(db, jobs[number].id)
        for number in lacking:
            if payer is Payer.OWNER:
                spent += order.price
                budget.log(jobs[number], spent, terms)
            self._told(jobs[number])
        return [jobs[number] for number in range(clips)]

    def forget_addresses(self, before: float) -> None:
        """Of jobs that were opened before a moment, and what was counted before it."""
        with self._transaction() as db:
            db.execute(
                "UPDATE jobs SET account = '' WHERE account LIKE 'address:%' AND opened_at < ?",
                (before,),
            )
            if self.leases.shared:
                counts.forget(db, before)

    def adopt(
        self, request_id: str, model: str, visitor: str, payer: Payer, terms: Terms = FREELY
    ) -> Job:
        """The job of a request made elsewhere with the same key, to be watched from here. Nothing
        is sent for it, so it has no price here. Raises `NotAllowed` for too many at once."""
        with self._transaction() as db:
            known = db.execute("SELECT * FROM jobs WHERE request_id = ?", (request_id,)).fetchone()
            if known:
                return rows.job_of(known)
            budget.check_unfinished(db, visitor, terms)
            return rows.insert(
                db,
                visitor=visitor,
                account=terms.account,
                payer=payer,
                model=model,
                endpoint=model,
                prompt=f"Request {request_id}",
                duration=0,
                images="[]",
                fingerprint=request_id,
                price=0,
                phase=Phase.CREATED,
                request_id=request_id,
            )

    def advance(self, job_id: str, phase: Phase, **facts: Any) -> Job:
        """Move a job forward and write down what is known with it; an old complaint is dropped.

        Raises `StorageError` with the code `MOVED` when the step would go backwards: somebody else
        moved the job, or this process did and was not told.
        """
        facts |= {"phase": phase, "changed_at": time.time()}
        facts = {"error_code": "", "error": ""} | facts
        if "uploads" in facts:
            facts["uploads"] = json.dumps(facts["uploads"])
        if phase is Phase.SUBMITTING:
            facts["submitted_at"] = facts["changed_at"]
        if phase.ended:
            facts["ended_at"] = facts["changed_at"]
        with self._transaction() as db:
            job = rows.fetch(db, job_id)
            if job.phase not in FORWARD.get(phase, ()):
                why = f"A job that is {job.phase} cannot become {phase}."
                raise StorageError(why, code=MOVED)
            rows.begin(db, job_id, phase, facts["changed_at"])
            moved = rows.update(db, job_id, facts)
        return self._told(moved)

    def charge(self, job_id: str, amount: Decimal) -> Job:
        """What the provider says it charged; the price before the press stays beside it."""
        return self._update(job_id, charged=micros(amount))

    def forget_clip(self, job_id: str) -> Job:
        """The clip's file is gone by its owner's wish; what was paid stays written."""
        return self._update(job_id, clip="", images="[]")

    def lay_beside(self, job_id: str, other: str) -> Job:
        """The animatic of another job, made for it; of none, a job of its own like any other."""
        return self._update(job_id, beside=other)

    def delete(self, job_id: str) -> Job:
        """Out of its visitor's sight, with the animatic beside it; what was paid stays written."""
        return self._mark_deleted(job_id, time.time())

    def restore(self, job_id: str) -> Job:
        """What was deleted is seen again, unless its clip is gone."""
        return self._mark_deleted(job_id, None)

    def forget_deleted(self, before: float, remove: Callable[[str], object]) -> None:
        """Forget the clips of jobs deleted before a moment, and films joined of them. `remove`
        takes each file away, inside the transaction: nobody restores a job whose clip is going."""
        gone = "deleted_at <= ? AND ended_at > 0 AND (clip <> '' OR images <> '[]')"
        with self._transaction() as db:
            found = db.execute(f"SELECT id, clip FROM jobs WHERE {gone}", (before,))  # noqa: S608
            for row in found.fetchall():
                films = rows.take_joined(db, row["id"])
                for file in filter(None, (row["clip"], *films)):
                    remove(file)
                rows.update(db, row["id"], {"clip": "", "images": "[]"})

    def note(self, job_id: str, code: str, sentence: str) -> Job:
        """Write down why a job waits, without moving it."""
        return self._update(job_id, error_code=code, error=sentence)

    def _mark_deleted(self, job_id: str, moment: float | None) -> Job:
        these = "(id = ? OR beside = ?) AND NOT (phase = 'completed' AND clip = '')"
        with self._transaction() as db:
            db.execute(
                f"UPDATE jobs SET deleted_at = ? WHERE {these}",  # noqa: S608
                (moment, job_id, job_id),
            )
            job = rows.fetch(db, job_id)
        return self._told(job)

    def _update(self, job_id: str, **facts: Any) -> Job:
        with self._transaction() as db:
            job = rows.update(db, job_id, facts)
        return self._told(job)

    def _told(self, job: Job) -> Job:
        """The job, once it is written: who follows it hears of it; of an animatic also who follows
        the clip of the same brief, and of a variation who follows another."""
        others = job.brief if job.payer is Payer.NOBODY else job.batch
        self.changes.tell(*filter(None, (job.id, others)))
        return job


def check_packages() -> None:
    """Raises `BadSetting` without those that only a database needs."""
    if find_spec("psycopg") is None or find_spec("psycopg_pool") is None:
        raise BadSetting("SEEDANCE_DATABASE needs more packages: pip install -e '.[postgresql]'")


def _shared(address: str) -> tuple[Database, Changes, Leases]:
    """The database at an address, and what goes through it."""
    check_packages()
    from .postgres import Postgres
    from .shared_changes import SharedChanges

    database = Postgres(address)
    return database, SharedChanges(database), SharedLeases(database.transaction)
