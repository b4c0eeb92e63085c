"""Which process works on which job.

Where several share a ledger, a lease is a row in it. It is its process's as long as that one beats,
by the clock of the database, as those of the machines may differ. It keeps two from working on one
job, and no money: what is paid is guarded by the job's own row, whoever holds the lease.
"""

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress

from ..errors import StorageError
from .database import Connection

BEAT = 5.0  # seconds between two signs of life
STALLED = 20.0  # seconds without one, after which others go on with a process's jobs
TABLES = """
CREATE TABLE IF NOT EXISTS processes (name TEXT PRIMARY KEY, beat DOUBLE PRECISION NOT NULL);
CREATE TABLE IF NOT EXISTS leases (
    job TEXT PRIMARY KEY, process TEXT NOT NULL, known TEXT NOT NULL DEFAULT ''
);
ALTER TABLE leases ADD COLUMN IF NOT EXISTS stop BOOLEAN NOT NULL DEFAULT FALSE;
"""
_NOW = "extract(epoch FROM clock_timestamp())"
_LIVING = f"(SELECT name FROM processes WHERE beat > {_NOW} - ?)"  # noqa: S608


class Leases:
    """Of a process that is alone with its ledger: all of them."""

    shared = False

    def take(self, job_id: str, *, anyway: bool = False) -> bool:  # noqa: ARG002
        """Whether this process holds the job from now on: not when another that lives does, unless
        it is to be had `anyway`."""
        return True

    def take_new(self, db: Connection, job_id: str) -> None:
        """Hold a job that is written in the same transaction."""

    def give_back(self, job_id: str) -> None:
        """Nobody works on the job any more, as far as this process knows."""

    def held(self) -> set[str]:
        """Jobs that some process holds, whether it lives or not."""
        return set()

    def orphans(self) -> set[str]:
        """Jobs that others held which live no more."""
        return set()

    def tell(self, job_id: str, known: str) -> None:
        """What only this process knows of a job it holds, for those who ask others."""

    def told(self, job_id: str) -> str | None:  # noqa: ARG002
        """What another process told last of a job, empty until it did and when it lives no more;
        None when no other holds it."""
        return None

    def stop(self, job_id: str) -> None:
        """Ask the process that holds a job to end it."""

    def close(self) -> None:
        """At the end of the process: others need not wait until it is missed."""


class SharedLeases(Leases):
    """Of this process among those at the same database, until it is `over`. Each call is one
    statement, and may raise `StorageError`."""

    shared = True

    def __init__(self, transaction: Callable[..., AbstractContextManager[Connection]]) -> None:
        self._transaction, self._me = transaction, secrets.token_hex(8)
        self.over = False
        self.beat()

    def beat(self) -> None:
        """Tell that this process lives."""
        if self.over:
            return
        with self._transaction(write=False) as db:
            db.execute(
                f"INSERT INTO processes VALUES (?, {_NOW}) "  # noqa: S608
                "ON CONFLICT (name) DO UPDATE SET beat = excluded.beat",
                (self._me,),
            )

    def take(self, job_id: str, *, anyway: bool = False) -> bool:
        free = f"? OR leases.process = excluded.process OR leases.process NOT IN {_LIVING}"
        with self._transaction(write=False) as db:
            found = db.execute(
                "INSERT INTO leases (job, process) VALUES (?, ?) ON CONFLICT (job) DO UPDATE "  # noqa: S608
                f"SET process = excluded.process, known = '' WHERE {free} RETURNING job",
                (job_id, self._me, anyway, STALLED),
            )
            return found.fetchone() is not None

    def take_new(self, db: Connection, job_id: str) -> None:
        db.execute("INSERT INTO leases (job, process) VALUES (?, ?)", (job_id, self._me))

    def give_back(self, job_id: str) -> None:
        with self._transaction(write=False) as db:
            db.execute("DELETE FROM leases WHERE job = ? AND process = ?", (job_id, self._me))

    def held(self) -> set[str]:
        return self._jobs("true")

    def orphans(self) -> set[str]:
        return self._jobs(f"process NOT IN {_LIVING}", STALLED)

    def tell(self, job_id: str, known: str) -> None:
        with self._transaction(write=False) as db:
            mine = (known, job_id, self._me)
            db.execute("UPDATE leases SET known = ? WHERE job = ? AND process = ?", mine)

    def told(self, job_id: str) -> str | None:
        with self._transaction(write=False) as db:
            row = db.execute(
                f"SELECT known, process IN {_LIVING} AS lives FROM leases "  # noqa: S608
                "WHERE job = ? AND process <> ?",
                (STALLED, job_id, self._me),
            ).fetchone()
        return row and (row["known"] if row["lives"] else "")

    def stop(self, job_id: str) -> None:
        with self._transaction(write=False) as db:
            db.execute("UPDATE leases SET stop = TRUE WHERE job = ?", (job_id,))

    def stopped(self) -> set[str]:
        """Jobs of this process that others ask it to end."""
        return self._jobs("process = ? AND stop", self._me)

    def close(self) -> None:
        self.over = True
        with suppress(StorageError), self._transaction(write=False) as db:
            db.execute("DELETE FROM processes WHERE name = ?", (self._me,))

    def _jobs(self, where: str, *values: float | str) -> set[str]:
        with self._transaction(write=False) as db:
            found = db.execute(f"SELECT job FROM leases WHERE {where}", values)  # noqa: S608
            return {row["job"] for row in found}
