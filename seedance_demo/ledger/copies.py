"""Copies of the ledger in a folder that outlives the machine but bears no database: a bucket.

Where a Space mounts one there are no locks, and a file and its journal get through one by one and
late. So the ledger itself lies on the Space's own disk, which every restart wipes. Copies of it go
to the mount, each written whole, under two names in turn: one of them is always sound. A start
takes the newest of them back.
"""

import logging
import shutil
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

from ..errors import StorageError

log = logging.getLogger(__name__)
NAMES = "ledger-a.sqlite", "ledger-b.sqlite"
IN_PLACE = "ledger.sqlite"  # what a version without copies left at the mount
PAUSE = 1.0  # seconds between two copies
# What a copy cannot know is taken for what costs: the moments after it was made are lost. A request
# may have left, so it is looked for; a clip that was told as complete may not have got through.
UNSURE = """UPDATE jobs SET phase = 'submitting'
    WHERE phase IN ('preparing', 'uploading') AND payer <> 'nobody'"""
TOLD = "SELECT id, clip FROM jobs WHERE phase = 'completed' AND clip <> '' AND payer <> 'nobody'"
MISSED = "UPDATE jobs SET phase = 'saving', clip = '', ended_at = NULL WHERE id = ?"
_FAILED = "the ledger could not be copied to %s: %s"


class Copies:
    """Of the `ledger` file, in `folder`, where its clips lie in `clips/`."""

    def __init__(self, ledger: Path, folder: Path) -> None:
        self._ledger, self._folder = ledger, folder
        self._made = 0  # counted from the first of the two names
        self._changed, self._copying = threading.Event(), threading.Lock()

    def take_back(self) -> None:
        """Make the ledger of the newest sound copy, unless this machine still has its own. Raises
        `StorageError` when there are copies and none can be read: what was paid would be
        forgotten."""
        if self._ledger.exists():
            return
        self._ledger.parent.mkdir(parents=True, exist_ok=True)
        there = [name for name in (*NAMES, IN_PLACE) if (self._folder / name).exists()]
        sound = [(made, name) for name in there if (made := _made_at(self._fetch(name)))]
        if there and not sound:
            raise StorageError(
                f"None of the ledger's copies in {self._folder} can be read ({', '.join(there)}). "
                "Move them elsewhere to start with an empty ledger; what was paid is in them."
            )
        if sound:
            made, newest = max(sound)
            self._made = NAMES.index(newest) + 1 if newest in NAMES else 0  # that one stays for now
            self._doubt(self._found(newest))
            self._found(newest).replace(self._ledger)
            log.info("the ledger is that of %s", time.strftime("%F %T", time.localtime(made)))

    def keep(self) -> None:
        """Make copies from now on, in a thread that ends with the process."""
        self.soon()
        threading.Thread(target=self._run, name="ledger-copies", daemon=True).start()

    def soon(self) -> None:
        """The ledger has changed."""
        self._changed.set()

    def now(self) -> None:
        """Make one. Raises `OSError` or `sqlite3.Error`."""
        with self._copying:
            whole = self._ledger.with_name("ledger-copy.sqlite")
            whole.unlink(missing_ok=True)
            with closing(sqlite3.connect(self._ledger)) as live, closing(_open(whole)) as copy:
                live.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
                copy.execute("CREATE TABLE IF NOT EXISTS copied (at REAL NOT NULL) STRICT")
                copy.execute("DELETE FROM copied")
                copy.execute("INSERT INTO copied VALUES (?)", (time.time(),))
            self._bring(whole, self._folder / NAMES[self._made % len(NAMES)])
            self._made += 1

    def last(self) -> None:
        """Make one at the end of the process."""
        try:
            self.now()
        except (OSError, sqlite3.Error) as error:
            log.error(_FAILED, self._folder, error)

    def _run(self) -> None:
        told = False
        while self._changed.wait():
            self._changed.clear()
            try:
                self.now()
                told = False
            except (OSError, sqlite3.Error) as error:
                self._changed.set()
                if not told:
                    log.error(_FAILED, self._folder, error)
                told = True
            time.sleep(PAUSE)

    def _bring(self, whole: Path, target: Path) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}")
        shutil.copyfile(whole, part)
        part.replace(target)

    def _found(self, name: str) -> Path:
        return self._ledger.with_name(f"found-{name}")

    def _fetch(self, name: str) -> Path:
        """A copy, on this disk: nothing is opened as a database where it lies."""
        target = self._found(name)
        for end in ("", "-wal"):
            source = self._folder / f"{name}{end}"
            if source.exists():
                shutil.copyfile(source, f"{target}{end}")
        return target

    def _doubt(self, copy: Path) -> None:
        with closing(_open(copy)) as db:
            db.execute(UNSURE)
            for job, clip in db.execute(TOLD).fetchall():
                if not (self._folder / "clips" / clip).exists():
                    db.execute(MISSED, (job,))


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def _made_at(copy: Path) -> float:
    """When a copy was made, in Unix seconds; 0 for one that is not sound."""
    try:
        with closing(_open(copy)) as db:
            db.execute("PRAGMA journal_mode = DELETE")
            if db.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                return 0.0
            db.execute("SELECT id FROM jobs LIMIT 1")
            if not db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'copied'").fetchone():
                return 1.0  # older than any copy
            return float(db.execute("SELECT max(at) FROM copied").fetchone()[0])
    except (sqlite3.Error, TypeError):
        return 0.0
