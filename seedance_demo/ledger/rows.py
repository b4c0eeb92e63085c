"""Rows of the ledger's tables, written and read inside a transaction of the store."""

import json
import secrets
import sqlite3
import time
from typing import Any

from ..errors import StorageError
from .job import Job, Payer, Phase


def insert(db: sqlite3.Connection, **row: Any) -> Job:
    """Write a new job with an unguessable id, by the names of its columns."""
    now = time.time()
    row |= {"id": secrets.token_hex(16), "opened_at": now, "changed_at": now}
    marks = ", ".join(f":{name}" for name in row)
    db.execute(f"INSERT INTO jobs ({', '.join(row)}) VALUES ({marks})", row)  # noqa: S608
    begin(db, row["id"], row["phase"], now)
    return fetch(db, row["id"])


def begin(db: sqlite3.Connection, job_id: str, phase: Phase, moment: float) -> None:
    """Note when a phase of a job began, in Unix seconds; the first time counts."""
    db.execute("INSERT OR IGNORE INTO steps VALUES (?, ?, ?)", (job_id, phase, moment))


def fetch(db: sqlite3.Connection, job_id: str) -> Job:
    """The job with this id. Raises `StorageError` when there is none."""
    row = db.execute("SELECT * FROM jobs WHERE id = ?", (job_id,)).fetchone()
    if row is None:
        raise StorageError("This job is not in the ledger.")
    return job_of(row)


def update(db: sqlite3.Connection, job_id: str, facts: dict[str, Any]) -> Job:
    """Change a job's columns by their names."""
    changes = ", ".join(f"{name} = :{name}" for name in facts)
    db.execute(f"UPDATE jobs SET {changes} WHERE id = :job_id", facts | {"job_id": job_id})  # noqa: S608
    return fetch(db, job_id)


def job_of(row: sqlite3.Row) -> Job:
    """A row with its JSON columns read."""
    facts = dict(row)
    for name in ("images", "uploads"):
        facts[name] = tuple(json.loads(facts[name]))
    for name in ("options", "body"):
        facts[name] = json.loads(facts[name])
    facts["nsfw"] = bool(facts["nsfw"])
    return Job(**facts | {"phase": Phase(facts["phase"]), "payer": Payer(facts["payer"])})
