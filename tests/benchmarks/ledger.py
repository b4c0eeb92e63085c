"""The page and its history over a ledger of 10,000 jobs, beside one of a single visitor's fifty.

    python -m tests.benchmarks.ledger [--jobs 10000] [--rounds 100]

Both apps run at the same time and are asked in turn: for the page, and for what a visitor with
fifty jobs gets on arrival, their history in it.
"""

import argparse
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import requests

from seedance_demo.ledger import Ledger, Payer, Phase
from tests.apps import App, running_app
from tests.faults.life import order_in

EACH = 50  # jobs of a visitor: as many as the history shows
VISITOR = f"{0:032x}"


def fill(data: Path, jobs: int) -> None:
    """A ledger of so many jobs that ended, `EACH` of a visitor, copied from one real one."""
    ledger = Ledger(data / "ledger.sqlite")
    job = ledger.open(order_in(data), VISITOR, Payer.OWNER)
    ledger.advance(job.id, Phase.FAILED)
    with sqlite3.connect(data / "ledger.sqlite") as db:
        columns = [row[1] for row in db.execute("PRAGMA table_info(jobs)")]
        model = dict(zip(columns, db.execute("SELECT * FROM jobs").fetchone(), strict=True))
        marks = ", ".join(f":{name}" for name in columns)
        rows = (
            model | {"id": f"{n:032x}", "visitor": f"{n // EACH:032x}", "fingerprint": f"{n}"}
            for n in range(1, jobs)
        )
        db.executemany(f"INSERT INTO jobs VALUES ({marks})", rows)  # noqa: S608


def arrival(app: App) -> Callable[[], requests.Response]:
    """What the page asks for when a visitor comes."""
    config = requests.get(f"{app.url}/config", timeout=60).json()
    event = next(each for each in config["dependencies"] if each["js"] == "seedance.arrive")
    data = [{"visitor": VISITOR, "draft": None}]
    body = {"fn_index": event["id"], "data": data, "session_hash": "benchmark"}
    return lambda: requests.post(f"{app.url}/gradio_api/run/predict", json=body, timeout=60)


def took(ask: Callable[[], requests.Response]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    ask().raise_for_status()
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few", Path(folder) / "many"
        fill(few, EACH)
        fill(many, options.jobs)
        with running_app(few) as small, running_app(many) as large:
            pages = [lambda app=app: requests.get(app.url, timeout=60) for app in (small, large)]
            for name, asks in (("page", pages), ("history", [arrival(small), arrival(large)])):
                pairs = [[took(ask) for ask in asks] for _ in range(options.rounds + 5)][5:]
                _tell(name, [pair[0] for pair in pairs], [pair[1] for pair in pairs])


def _tell(name: str, few: list[float], many: list[float]) -> None:
    for size, times in (("few", few), ("many", many)):
        low, high = min(times), max(times)
        print(
            f"{name:8} {size:5} median {statistics.median(times):6.1f} ms ({low:.1f} to {high:.1f})"
        )
    print(f"{name:8} {statistics.median(many) / statistics.median(few):.2f}x")


if __name__ == "__main__":
    main()
