"""Carries a ledger that is a file into a database, for an owner who goes on with several processes.

What was paid is the same afterwards, to the last column: jobs, when each of their phases began, the
films that were joined of them, and the salt, by which visitors are known again.
"""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import BadSetting, StorageError
from .claim import claim
from .database import Connection
from .postgres import Postgres
from .sqlite import Sqlite

TRUTHS = {"nsfw"}  # columns that are numbers in a file


@dataclass(frozen=True)
class Moved:
    """How many rows."""

    jobs: int
    steps: int


def move(file: Path, address: str) -> Moved:
    """Copy all of the ledger in `file` into the empty one at a PostgreSQL `address`: all or
    nothing, while no app holds the file, which stays as it is. Raises `BadSetting` or
    `StorageError`."""
    if not file.is_file():
        raise BadSetting(f"There is no ledger {file}.")
    held = claim(file.parent)
    try:
        source, target = Sqlite(file), Postgres(address)
        with closing(target), source.transaction(write=False) as old, target.transaction() as new:
            return _copied(old, new)
    finally:
        held.release()


def _copied(old: Connection, new: Connection) -> Moved:
    if new.execute("SELECT id FROM jobs LIMIT 1").fetchone():
        raise StorageError(
            "The database of SEEDANCE_DATABASE has a ledger with jobs already. Nothing was copied: "
            "two accounts of what was paid cannot become one."
        )
    new.execute("DELETE FROM salt")
    for table in ("salt", "joined"):
        _copy(table, old, new)
    return Moved(_copy("jobs", old, new), _copy("steps", old, new))


def _copy(table: str, old: Connection, new: Connection) -> int:
    count = 0
    for row in old.execute(f"SELECT * FROM {table}"):  # noqa: S608
        facts: dict[str, Any] = dict(row)
        facts |= {name: bool(facts[name]) for name in TRUTHS & facts.keys()}
        marks = ", ".join("?" * len(facts))
        new.execute(f"INSERT INTO {table} ({', '.join(facts)}) VALUES ({marks})", [*facts.values()])  # noqa: S608
        count += 1
    return count
