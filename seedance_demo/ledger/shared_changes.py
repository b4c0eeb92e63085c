"""Who follows a job hears of changes that other processes make: PostgreSQL carries them."""

import logging
import secrets
import threading

import psycopg

from ..errors import StorageError
from .changes import Changes
from .postgres import CONNECT, Postgres

log = logging.getLogger(__name__)
CHANNEL = "seedance_changes"
MOST = 200  # names in one message, of which the server takes 8,000 bytes
APART = 0.1  # seconds between two messages: the frames of a film come faster
AGAIN = 1.0  # seconds until the database is asked again that was away


class SharedChanges(Changes):
    """Those of this process and its neighbours at the same `database`. What was told while it was
    away is not heard, so all who listen are woken when it is back."""

    def __init__(self, database: Postgres) -> None:
        super().__init__()
        self._database, self._me = database, secrets.token_hex(4)
        self._untold: set[str] = set()
        self._something, self._over = threading.Event(), threading.Event()
        for work in (self._speak, self._hear):
            threading.Thread(target=work, name="changes", daemon=True).start()

    def tell(self, *names: str) -> None:
        super().tell(*names)
        with self._lock:
            self._untold.update(names)
        self._something.set()

    def close(self) -> None:
        self._over.set()
        self._something.set()

    def _speak(self) -> None:
        while self._something.wait() and not self._over.is_set():
            self._something.clear()
            with self._lock:
                names = [self._untold.pop() for _ in range(min(MOST, len(self._untold)))]
            try:
                if names:
                    self._notify(names)
                pause = APART
            except StorageError:
                self._untold.update(names)
                pause = AGAIN
            if self._untold:
                self._something.set()
            self._over.wait(pause)

    def _notify(self, names: list[str]) -> None:
        with self._database.transaction(write=False) as db:
            db.execute("SELECT pg_notify(?, ?)", (CHANNEL, " ".join((self._me, *names))))

    def _hear(self) -> None:
        said = False
        while not self._over.is_set():
            try:
                with psycopg.connect(self._database.address, autocommit=True, **CONNECT) as db:
                    db.execute(f"LISTEN {CHANNEL}")
                    self._tell_all()
                    said = False
                    while not self._over.is_set():
                        self._pass_on(db)
            except psycopg.Error as error:
                if not (said or self._over.is_set()):
                    log.warning("changes of other processes are not heard: %s", error)
                said = True
            self._over.wait(AGAIN)

    def _pass_on(self, db: psycopg.Connection) -> None:
        for note in db.notifies(timeout=AGAIN):
            who, *names = note.payload.split()
            if who != self._me:
                super().tell(*names)

    def _tell_all(self) -> None:
        with self._lock:
            names = tuple(self._listening)
        super().tell(*names)
