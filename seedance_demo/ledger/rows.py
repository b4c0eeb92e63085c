"""Rows of the ledger's tables, written and read inside a transaction of the store."""

import hashlib
import hmac
import json
import secrets
import time
from typing import Any

from ..errors import StorageError
from .database import Connection
from .job import Job, Payer, Phase


def insert(db: Connection, **row: Any) -> Job:
    """Write a new job with an unguessable id, by the names of its columns."""
    now = time.time()
    row |= {"id": secrets.token_hex(16), "opened_at": now, "changed_at": now}
    marks = ", ".join("?" * len(row))
    db.execute(f"INSERT INTO jobs ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))  # noqa: S608
    begin(db, row["id"], row["phase"], now)
    return fetch(db, row["id"])


def begin(db: Connection, job_id: str, phase: Phase, moment: float) -> None:
    """Note when a phase of a job began, in Unix seconds; the first time counts."""
    db.execute("INSERT INTO steps VALUES (?, ?, ?) ON CONFLICT DO NOTHING", (job_id, phase, moment))


def fetch(db: Connection, job_id: str) -> Job:
    """The job with this id. Raises `StorageError` when there is none."""
    row = db.execute("SELECT * FROM jobs WHERE id = ?", (job_id,)).fetchone()
    if row is None:
        raise StorageError("This job is not in the ledger.")
    return job_of(row)


def update(db: Connection, job_id: str, facts: dict[str, Any]) -> Job:
    """Change a job's columns by their names."""
    changes = ", ".join(f"{name} = ?" for name in facts)
    db.execute(f"UPDATE jobs SET {changes} WHERE id = ?", (*facts.values(), job_id))  # noqa: S608
    return fetch(db, job_id)


def salt(db: Connection) -> bytes:
    return bytes(db.execute("SELECT value FROM salt").fetchone()["value"])


def mark(salt: bytes, secret: str) -> str:
    """What stands for a text in the ledger: it is recognised by it, and not to be read."""
    return hmac.new(salt, secret.encode(), hashlib.sha256).hexdigest()[:32]


def take_joined(db: Connection, job_id: str) -> list[str]:
    """The files of the films that a clip is a part of; they are not known any more then."""
    found = db.execute("SELECT film FROM joined WHERE job = ?", (job_id,)).fetchall()
    films = [row["film"] for row in found]
    for film in films:
        db.execute("DELETE FROM joined WHERE film = ?", (film,))
    return films


def job_of(row: Any) -> Job:
    """A row with its JSON columns read."""
    facts = dict(row)
    for name in ("images", "uploads"):
        facts[name] = tuple(json.loads(facts[name]))
    for name in ("options", "body"):
        facts[name] = json.loads(facts[name])
    facts["nsfw"] = bool(facts["nsfw"])
    return Job(**facts | {"phase": Phase(facts["phase"]), "payer": Payer(facts["payer"])})
