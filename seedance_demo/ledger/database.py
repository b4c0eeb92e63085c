"""The ledger's SQLite file: opened, brought up to date, and used in transactions."""

import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ..errors import StorageError
from .schema import SCHEMA, TIMES, UPDATES, VERSION


class Database:
    """The file at `path`, made when there is none; `changed` is called after each transaction that
    wrote. Raises `StorageError` when it cannot be used."""

    def __init__(self, path: Path, changed: Callable[[], None] = lambda: None) -> None:
        self._path, self._changed = path, changed
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._unusable(error.strerror or str(error)) from None
        with self.transaction() as db:
            self._bring_up_to_date(db)

    @contextmanager
    def transaction(self, *, write: bool = True) -> Iterator[sqlite3.Connection]:
        """A connection of its own for each: any thread may call, a crash leaves nothing open."""
        try:
            with closing(sqlite3.connect(self._path, timeout=10, isolation_level=None)) as db:
                db.row_factory = sqlite3.Row
                db.execute("PRAGMA journal_mode = WAL")
                db.execute("PRAGMA synchronous = FULL")  # a request id survives a power cut
                db.execute("BEGIN IMMEDIATE" if write else "BEGIN")
                yield db
                db.execute("COMMIT")
            if write:
                self._changed()
        except sqlite3.Error as error:
            raise self._unusable(str(error)) from None

    def _bring_up_to_date(self, db: sqlite3.Connection) -> None:
        """Make the tables, or add what an older version of them lacks."""
        found = db.execute("PRAGMA user_version").fetchone()[0]
        if found == 0:
            _run(db, SCHEMA)
            db.execute("INSERT INTO salt VALUES (?)", (secrets.token_bytes(32),))
        for version in range(found or VERSION, VERSION):
            _run(db, UPDATES.get(version, ""))
        if found > VERSION or 0 < found < min(UPDATES):
            raise self._unusable(f"it was written by another version ({found})")
        _run(db, TIMES)
        db.execute(f"PRAGMA user_version = {VERSION}")

    def _unusable(self, why: str) -> StorageError:
        return StorageError(f"The ledger {self._path} cannot be used: {why}.")


def _run(db: sqlite3.Connection, statements: str) -> None:
    """Run statements one by one: executescript would end our transaction."""
    for statement in filter(str.strip, statements.split(";")):
        db.execute(statement)
