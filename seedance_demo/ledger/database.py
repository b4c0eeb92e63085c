"""A database that keeps the ledger: brought up to date, and used in transactions.

Queries are written once, for SQLite and for PostgreSQL: values stand as `?`, and nothing else does;
columns are read by their names.
"""

import secrets
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from ..errors import StorageError
from .schema import SCHEMA, TIMES, UPDATES, VERSION


class Rows(Protocol):
    """What a query found. A row is read by name, as `row["id"]`, and whole, as `dict(row)`."""

    def fetchone(self) -> Any: ...
    def fetchall(self) -> list[Any]: ...
    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """For the time of a transaction."""

    def execute(self, query: str, values: Sequence[Any] = ..., /) -> Rows: ...


class Database(ABC):
    """Whoever uses it may be any thread. `name` is what people know it by; `more` are statements
    for tables that only this kind of database needs."""

    name: str
    more = ""

    @abstractmethod
    def transaction(self, *, write: bool = True) -> AbstractContextManager[Connection]:
        """All of it or nothing; of those that write one at a time, whichever process they are in.
        Raises `StorageError`."""

    @abstractmethod
    def close(self) -> None:
        """At the end of the process."""

    @abstractmethod
    def _version(self, db: Connection) -> int:
        """The version of the tables; 0 when there are none."""

    @abstractmethod
    def _note_version(self, db: Connection) -> None: ...

    @abstractmethod
    def _worded(self, statement: str) -> str:
        """A statement of the schema in this database's words."""

    def _bring_up_to_date(self) -> None:
        """Make the tables, or add what an older version of them lacks."""
        with self.transaction() as db:
            found = self._version(db)
            if found > VERSION or 0 < found < min(UPDATES):
                raise self._unusable(f"it was written by another version ({found})")
            if found == 0:
                self._run(db, SCHEMA)
                db.execute("INSERT INTO salt VALUES (?)", (secrets.token_bytes(32),))
            for version in range(found or VERSION, VERSION):
                self._run(db, UPDATES.get(version, ""))
            self._run(db, TIMES + self.more)
            if found != VERSION:
                self._note_version(db)

    def _run(self, db: Connection, statements: str) -> None:
        """Run statements one by one: SQLite's executescript would end our transaction."""
        for statement in filter(str.strip, statements.split(";")):
            db.execute(self._worded(statement))

    def _unusable(self, why: str) -> StorageError:
        return StorageError(f"{self.name} cannot be used: {why}.")
