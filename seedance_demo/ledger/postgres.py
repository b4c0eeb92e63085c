"""The ledger in PostgreSQL, for several processes on several machines.

Plain psycopg, imported only where an address is set: the queries need no more of a layer than `?`.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import DictRow, dict_row
from psycopg_pool import ConnectionPool

from ..errors import BadSetting, StorageError
from . import counts, leases
from .database import Connection, Database
from .schema import VERSION

log = logging.getLogger(__name__)
PATIENCE = 10  # seconds: for a connection, for one's turn to write, and between two of its steps
WRITERS = 0x5EEDA9CE  # the number by which those who write know each other's lock
# A process that stops inside a transaction, or whose machine is gone, would hold the others up.
_TURN = """SELECT set_config('lock_timeout', ?, true),
    set_config('idle_in_transaction_session_timeout', ?, true), pg_advisory_xact_lock(?)"""
# How soon a machine that is gone is noticed, in seconds; libpq waits for hours.
_ALIVE = {"keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3}
CONNECT: dict[str, Any] = {
    "connect_timeout": PATIENCE,
    "application_name": "seedance",
    "client_encoding": "utf8",  # also where the server was made in the C locale, and has none
    **_ALIVE,
}
# Strict about the signs between the parts: with one of them in it a part of a password would be
# taken for the host's name, which errors tell.
_HOST = r"(?:[\w.%-]*|\[[0-9a-fA-F:.]+\])(?::\d+)?"
_ADDRESS = rf"postgres(?:ql)?://(?:[^/?#@\s]+@)?{_HOST}(?:,{_HOST})*(?:/[^/?#@\s]*)?(?:\?[^#@\s]*)?"


class Postgres(Database):
    """The database at an `address` that begins with postgresql://, which is a secret: it has a
    password. Raises `BadSetting` or `StorageError` when it cannot be used."""

    name, more = "The ledger's database", leases.TABLES + counts.TABLE

    def __init__(self, address: str) -> None:
        _check(address)
        self.address = address
        self._pool: ConnectionPool[psycopg.Connection[DictRow]] = ConnectionPool(
            address,
            kwargs={**CONNECT, "autocommit": True, "row_factory": dict_row},
            min_size=0,
            max_size=16,
            timeout=PATIENCE,
            reconnect_timeout=PATIENCE,  # or it asks ever more rarely, for minutes
            check=ConnectionPool.check_connection,  # it may have been away in the meantime
            open=True,
        )
        self._bring_up_to_date()

    @contextmanager
    def transaction(self, *, write: bool = True) -> Iterator[Connection]:
        try:
            with self._pool.connection() as connection:
                db = _Marked(connection)
                if not write:  # each query sees what is written at its moment
                    yield db
                    return
                with connection.transaction():
                    patience = f"{PATIENCE}s"
                    db.execute(_TURN, (patience, patience, WRITERS))
                    yield db
        except psycopg.Error as error:
            log.warning("the ledger's database: %s", error)
            raise self._unusable(error.diag.message_primary or "it does not answer") from None

    def close(self) -> None:
        self._pool.close()

    def _version(self, db: Connection) -> int:
        db.execute("CREATE TABLE IF NOT EXISTS version (number BIGINT NOT NULL)")
        found = db.execute("SELECT number FROM version").fetchone()
        return int(found["number"]) if found else 0

    def _note_version(self, db: Connection) -> None:
        db.execute("DELETE FROM version")
        db.execute("INSERT INTO version VALUES (?)", (VERSION,))

    def _worded(self, statement: str) -> str:
        return statement


class _Marked:
    """A connection that takes queries as the ledger writes them."""

    def __init__(self, connection: psycopg.Connection[DictRow]) -> None:
        self._connection = connection

    def execute(self, query: str, values: Sequence[Any] = (), /) -> psycopg.Cursor[DictRow]:
        marked = query.replace("%", "%%").replace("?", "%s")
        return self._connection.execute(marked, [_storable(each) for each in values])


def _storable(value: Any) -> Any:
    """PostgreSQL takes no NUL in a text; a provider's answer may have one, and what was paid must
    be written."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


def _check(address: str) -> None:
    """Raises for an address that cannot be read, or that nobody answers at; says why, to whoever
    starts the app, without its password."""
    try:
        if not re.fullmatch(_ADDRESS, address, re.ASCII):
            raise psycopg.ProgrammingError
        conninfo_to_dict(address)
    except psycopg.ProgrammingError:  # whose words repeat what could not be read
        raise BadSetting(
            "SEEDANCE_DATABASE must look like postgresql://user:password@host:5432/name, with what "
            "is neither letter nor digit in the password written as %40 for @ and so on."
        ) from None
    try:
        psycopg.connect(address, **CONNECT).close()
    except psycopg.Error as error:
        why = str(error).strip().splitlines()[-1].strip()
        raise StorageError(f"The database of SEEDANCE_DATABASE cannot be used: {why}.") from None
