"""What was asked, what was paid and where the clip is: one SQLite row per job.

The row exists before the paid POST, the request id is committed before the first poll, the clip's
name after its file is complete. Phases only move forward; money is derived from them.
"""

import json
import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

from .brief import Brief
from .errors import StorageError

MICROS = 1_000_000  # prices are whole millionths of a US dollar, so that sums are exact
VERSION = 1
SCHEMA = """
CREATE TABLE jobs (
    id TEXT PRIMARY KEY, visitor TEXT NOT NULL, payer TEXT NOT NULL,
    model TEXT NOT NULL, prompt TEXT NOT NULL, duration INTEGER NOT NULL, images TEXT NOT NULL,
    fingerprint TEXT NOT NULL, price INTEGER NOT NULL, phase TEXT NOT NULL,
    opened_at REAL NOT NULL, changed_at REAL NOT NULL, submitted_at REAL, ended_at REAL,
    request_id TEXT NOT NULL DEFAULT '', url TEXT NOT NULL DEFAULT '',
    uploads TEXT NOT NULL DEFAULT '[]',
    clip TEXT NOT NULL DEFAULT '', inference_ms INTEGER NOT NULL DEFAULT 0,
    nsfw INTEGER NOT NULL DEFAULT 0,
    error_code TEXT NOT NULL DEFAULT '', error TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX by_visitor ON jobs (visitor, opened_at);
CREATE UNIQUE INDEX one_job_a_request ON jobs (request_id) WHERE request_id <> '';
CREATE UNIQUE INDEX one_run_a_brief ON jobs (visitor, fingerprint, payer)
    WHERE phase IN ('preparing', 'uploading', 'submitting');
"""


class Phase(StrEnum):
    """Where a job stands. Up to UPLOADING nothing can have been charged."""

    PREPARING = "preparing"
    UPLOADING = "uploading"
    SUBMITTING = "submitting"  # written before the POST leaves: from here on money may be spent
    UNCONFIRMED = "unconfirmed"  # the POST's answer is lost
    CREATED = "created"
    PROCESSING = "processing"
    SAVING = "saving"
    COMPLETED = "completed"
    FAILED = (
        "failed"  # nothing was created, or the provider ended the task and gives the money back
    )

    @property
    def ended(self) -> bool:
        return self in (Phase.COMPLETED, Phase.FAILED)


_FORWARD = {
    Phase.UPLOADING: {Phase.PREPARING},
    Phase.SUBMITTING: {Phase.UPLOADING},
    Phase.UNCONFIRMED: {Phase.SUBMITTING},
    Phase.CREATED: {Phase.SUBMITTING, Phase.UNCONFIRMED},
    Phase.PROCESSING: {Phase.CREATED},
    Phase.SAVING: {Phase.CREATED, Phase.PROCESSING},
    Phase.COMPLETED: {Phase.SAVING},
    Phase.FAILED: set(Phase) - {Phase.COMPLETED, Phase.FAILED},
}


class Payer(StrEnum):
    OWNER = "owner"
    VISITOR = "visitor"
    NOBODY = "nobody"  # an animatic


@dataclass(frozen=True)
class Job:
    """A row of the ledger. Times are Unix seconds, `price` whole millionths of a dollar."""

    id: str
    visitor: str
    payer: Payer
    model: str
    prompt: str
    duration: int
    images: tuple[str, ...]
    fingerprint: str
    price: int
    phase: Phase
    opened_at: float
    changed_at: float
    submitted_at: float | None
    ended_at: float | None
    request_id: str
    url: str
    clip: str
    inference_ms: int
    uploads: tuple[str, ...]  # where the provider reads the pictures
    nsfw: bool
    error_code: str
    error: str

    @property
    def price_usd(self) -> Decimal:
        return Decimal(self.price) / MICROS


class Ledger:
    """The SQLite file at `path`. Every method is one transaction and may raise `StorageError`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unusable(path, error.strerror or str(error)) from None
        with self._transaction() as db:
            found = db.execute("PRAGMA user_version").fetchone()[0]
            if found == 0:
                for statement in filter(str.strip, SCHEMA.split(";")):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {VERSION}")
            elif found != VERSION:
                raise _unusable(path, f"it was written by another version ({found})")

    def open(self, brief: Brief, visitor: str, payer: Payer) -> Job:
        """The job of this press. The same brief pressed again while its job
        runs is the same job: two tabs pressing together pay once."""
        with self._transaction() as db:
            running = db.execute(
                "SELECT * FROM jobs WHERE visitor = ? AND fingerprint = ? AND payer = ?"
                " AND phase NOT IN ('completed', 'failed', 'unconfirmed')",
                (visitor, brief.fingerprint, payer),
            ).fetchone()
            if running:
                return _job(running)
            return _insert(
                db,
                visitor=visitor,
                payer=payer,
                model=brief.model.id,
                prompt=brief.prompt,
                duration=brief.duration,
                images=json.dumps([image.name for image in brief.images]),
                fingerprint=brief.fingerprint,
                price=int(brief.model.price(brief.duration) * MICROS),
                phase=Phase.PREPARING,
            )

    def adopt(self, request_id: str, model: str, visitor: str, payer: Payer) -> Job:
        """The job of a request made elsewhere with the same key, to be watched from here. Nothing
        is sent for it, so it has no price here."""
        with self._transaction() as db:
            known = db.execute("SELECT * FROM jobs WHERE request_id = ?", (request_id,)).fetchone()
            if known:
                return _job(known)
            return _insert(
                db,
                visitor=visitor,
                payer=payer,
                model=model,
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

        Raises `StorageError` when the step would go backwards: somebody else moved the job.
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
            job = _fetch(db, job_id)
            if job.phase not in _FORWARD.get(phase, ()):
                raise StorageError(f"A job that is {job.phase} cannot become {phase}.")
            return _update(db, job_id, facts)

    def forget_clip(self, job_id: str) -> Job:
        """The clip's file is gone by its owner's wish; what was paid stays written."""
        with self._transaction() as db:
            return _update(db, job_id, {"clip": "", "images": "[]"})

    def note(self, job_id: str, code: str, sentence: str) -> Job:
        """Write down why a job waits, without moving it."""
        with self._transaction() as db:
            return _update(db, job_id, {"error_code": code, "error": sentence})

    def job(self, job_id: str) -> Job | None:
        with self._transaction(write=False) as db:
            row = db.execute("SELECT * FROM jobs WHERE id = ?", (job_id,)).fetchone()
        return _job(row) if row else None

    def unfinished(self) -> list[Job]:
        """Jobs that did not end, oldest first: what a fresh start picks up."""
        return self._jobs("phase NOT IN ('completed', 'failed') ORDER BY opened_at")

    def unanswered(self) -> list[Job]:
        """Jobs whose paid request may have been sent and that have no request id."""
        return self._jobs("phase IN ('submitting', 'unconfirmed')")

    def owns(self, request_id: str) -> bool:
        """Whether a job already has this task."""
        return bool(self._jobs("request_id = ?", request_id))

    def of_visitor(self, visitor: str, limit: int = 50) -> list[Job]:
        """A visitor's own jobs, newest first, without those whose clip they deleted."""
        mine = "visitor = ? AND NOT (phase = 'completed' AND clip = '')"
        return self._jobs(f"{mine} ORDER BY opened_at DESC, rowid DESC LIMIT ?", visitor, limit)

    def _jobs(self, where: str, *values: Any) -> list[Job]:
        with self._transaction(write=False) as db:
            return [_job(row) for row in db.execute(f"SELECT * FROM jobs WHERE {where}", values)]  # noqa: S608

    @contextmanager
    def _transaction(self, *, write: bool = True) -> Iterator[sqlite3.Connection]:
        """A connection of its own for each: any thread may call, a crash leaves nothing open."""
        try:
            with closing(sqlite3.connect(self._path, timeout=10, isolation_level=None)) as db:
                db.row_factory = sqlite3.Row
                db.execute("PRAGMA journal_mode = WAL")
                db.execute("PRAGMA synchronous = FULL")  # a request id survives a power cut
                db.execute("BEGIN IMMEDIATE" if write else "BEGIN")
                yield db
                db.execute("COMMIT")
        except sqlite3.Error as error:
            raise _unusable(self._path, str(error)) from None


def _insert(db: sqlite3.Connection, **row: Any) -> Job:
    now = time.time()
    row |= {"id": secrets.token_hex(16), "opened_at": now, "changed_at": now}
    marks = ", ".join(f":{name}" for name in row)
    db.execute(f"INSERT INTO jobs ({', '.join(row)}) VALUES ({marks})", row)  # noqa: S608
    return _fetch(db, row["id"])


def _fetch(db: sqlite3.Connection, job_id: str) -> Job:
    row = db.execute("SELECT * FROM jobs WHERE id = ?", (job_id,)).fetchone()
    if row is None:
        raise StorageError("This job is not in the ledger.")
    return _job(row)


def _update(db: sqlite3.Connection, job_id: str, facts: dict[str, Any]) -> Job:
    changes = ", ".join(f"{name} = :{name}" for name in facts)
    db.execute(f"UPDATE jobs SET {changes} WHERE id = :job_id", facts | {"job_id": job_id})  # noqa: S608
    return _fetch(db, job_id)


def _job(row: sqlite3.Row) -> Job:
    facts = dict(row)
    for name in ("images", "uploads"):
        facts[name] = tuple(json.loads(facts[name]))
    facts["nsfw"] = bool(facts["nsfw"])
    return Job(**facts | {"phase": Phase(facts["phase"]), "payer": Payer(facts["payer"])})


def _unusable(path: Path, why: str) -> StorageError:
    return StorageError(f"The ledger {path} cannot be used: {why}.")
