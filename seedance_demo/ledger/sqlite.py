"""The ledger as a file of this machine, for the one process that holds its folder."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from .database import Connection, Database
from .schema import VERSION

# A strict table knows five types, by these names.
WORDS = {"DOUBLE PRECISION": "REAL", "BIGINT": "INTEGER", "BOOLEAN": "INTEGER", "BYTEA": "BLOB"}


class Sqlite(Database):
    """The file at `path`, made when there is none; `changed` is called after each transaction that
    wrote. Raises `StorageError` when it cannot be used."""

    def __init__(self, path: Path, changed: Callable[[], None] = lambda: None) -> None:
        self.name = f"The ledger {path}"
        self._path, self._changed = path, changed
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._unusable(error.strerror or str(error)) from None
        self._bring_up_to_date()

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

    def close(self) -> None:
        pass  # nothing is open between transactions

    def _version(self, db: Connection) -> int:
        return int(db.execute("PRAGMA user_version").fetchone()["user_version"])

    def _note_version(self, db: Connection) -> None:
        db.execute(f"PRAGMA user_version = {VERSION}")

    def _worded(self, statement: str) -> str:
        for word, its in WORDS.items():
            statement = statement.replace(word, its)
        return f"{statement} STRICT" if "CREATE TABLE" in statement else statement
