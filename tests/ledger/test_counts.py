"""What processes count together: by all of them, of nobody's name, and not for ever."""

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from seedance_demo.ledger import DAY, Ledger, counts
from seedance_demo.ledger.counts import Counts

from ..databases import Server

SECRET = "sk-canary-1234567890"


@dataclass
class Tally:
    count: int = 0

    def add(self, _now: float) -> int:
        self.count += 1
        return self.count


def now(_tally: Tally, moment: float) -> float:
    return moment


@pytest.fixture
def ledger(where: Path | str) -> Iterator[Ledger]:
    with closing(Ledger(where)) as opened:
        yield opened


def test_each_kind_and_name_is_counted_apart(ledger: Ledger) -> None:
    one, other = ledger.counts("one", Tally), ledger.counts("other", Tally)
    asked = [(one, "a"), (one, "a"), (one, "b"), (other, "a"), (one, "a")]
    assert [each.change(name, Tally.add, 0) for each, name in asked] == [1, 2, 1, 1, 3]


def test_processes_at_one_database_count_together_and_by_its_clock(postgresql: Server) -> None:
    address = postgresql.new_schema()
    with closing(Ledger(address)) as one, closing(Ledger(address)) as two:
        both = [each.counts("posts", Tally) for each in (one, two)]
        with ThreadPoolExecutor(8) as threads:
            asked = [threads.submit(both[n % 2].change, SECRET, Tally.add, 0) for n in range(40)]
        assert sorted(each.result() for each in asked) == list(range(1, 41))
        assert both[0].change(SECRET, now, 5) > 1_000_000_000


def test_nothing_of_a_name_is_kept_and_after_a_day_nothing_at_all(postgresql: Server) -> None:
    with closing(Ledger(postgresql.new_schema())) as ledger:
        ledger.counts("posts", Tally).change(SECRET, Tally.add, 0)
        with ledger._transaction(write=False) as db:
            (row,) = db.execute("SELECT * FROM counts").fetchall()
        assert json.loads(row["state"]) == {"count": 1}
        assert SECRET not in str(row)
        ledger.forget_addresses(time.time() - DAY)
        assert ledger.counts("posts", Tally).change(SECRET, Tally.add, 0) == 2
        ledger.forget_addresses(time.time() + 60)
        assert ledger.counts("posts", Tally).change(SECRET, Tally.add, 0) == 1


def test_memory_does_not_grow_with_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "KNOWN", 5)
    memory = Counts(Tally)
    for n in range(20):
        memory.change(f"{n}", Tally.add, 0)
        memory.change("often", Tally.add, 0)
    assert memory.change("often", Tally.add, 0) == 21
    assert len(memory._states) == 5
