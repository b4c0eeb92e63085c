"""What the processes at one ledger count together: an account's paid POSTs, failed logins.

A count is a small state under a name. It is read, changed and written in one transaction, so that
no two processes go by the same one. A process that is alone with its ledger has them in memory.
"""

import json
from collections import OrderedDict
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Generic, TypeVar

from . import rows
from .database import Connection

S = TypeVar("S")
T = TypeVar("T")
KNOWN = 10_000  # in memory; those that were asked for longest ago are forgotten
TABLE = """
CREATE TABLE IF NOT EXISTS counts (
    name TEXT PRIMARY KEY, state TEXT NOT NULL, changed DOUBLE PRECISION NOT NULL
);
"""
# The machines' clocks may differ; by this one a window is the same for all.
_NOW = "SELECT CAST(extract(epoch FROM clock_timestamp()) AS DOUBLE PRECISION) AS now"


class Counts(Generic[S]):
    """Of a process that is alone. `State` is a dataclass of what JSON knows, empty at first. For
    use from one thread at a time."""

    shared = False

    def __init__(self, state: Callable[..., S]) -> None:
        self._new = state
        self._states: OrderedDict[str, S] = OrderedDict()

    def change(self, name: str, step: Callable[[S, float], T], now: float) -> T:
        """What `step` answers, which may change the state of this name, at the moment `now`, in
        seconds. Those of several processes go by their database's clock instead."""
        state = self._states.setdefault(name, self._new())
        self._states.move_to_end(name)
        if len(self._states) > KNOWN:
            self._states.popitem(last=False)
        return step(state, now)


class SharedCounts(Counts[S]):
    """Of all processes at the same database. Of names, which may be addresses and keys, it has
    marks that cannot be read. `change` may raise `StorageError`, and blocks."""

    shared = True

    def __init__(
        self,
        transaction: Callable[..., AbstractContextManager[Connection]],
        kind: str,
        state: Callable[..., S],
    ) -> None:
        super().__init__(state)
        self._transaction, self._kind = transaction, kind

    def change(self, name: str, step: Callable[[S, float], T], now: float) -> T:  # noqa: ARG002
        with self._transaction() as db:
            mark = rows.mark(rows.salt(db), f"{self._kind} {name}")
            moment = db.execute(_NOW).fetchone()["now"]
            found = db.execute("SELECT state FROM counts WHERE name = ?", (mark,)).fetchone()
            state = self._new(**json.loads(found["state"]) if found else {})
            answer = step(state, moment)
            db.execute(
                "INSERT INTO counts VALUES (?, ?, ?) ON CONFLICT (name)"
                " DO UPDATE SET state = excluded.state, changed = excluded.changed",
                (mark, json.dumps(vars(state)), moment),
            )
        return answer


def forget(db: Connection, before: float) -> None:
    """Forget those that nobody changed since a moment, in Unix seconds."""
    db.execute("DELETE FROM counts WHERE changed < ?", (before,))
