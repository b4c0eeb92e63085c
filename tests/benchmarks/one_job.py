"""What one paid job costs the ledger, and one POST the line before it.

python -m tests.benchmarks.one_job
"""

import asyncio
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from seedance_demo.jobs.turns import Rotation
from seedance_demo.ledger import Phase
from tests.benchmarks.ledger import fill
from tests.faults.life import make_clip, press, rested, runner_for
from tests.faults.provider import Provider, serving

JOBS = 10_000


def transactions(folder: Path) -> Counter[str]:
    """Of a job from the press until its clip is kept, unwatched but for its end."""
    counted = Counter[str]()
    with serving(Provider(make_clip(), polls=3)) as provider:
        runner = runner_for(provider, folder)
        real = runner.ledger._transaction

        @contextmanager
        def counting(*given: Any, **more: Any) -> Iterator[Any]:
            counted["reads" if more.get("write") is False else "writes"] += 1
            with real(*given, **more) as db:
                yield db

        runner.ledger._transaction = counting
        assert rested(runner, press(runner)).job.phase is Phase.COMPLETED
    return counted


def bytes_each(folder: Path) -> float:
    """Of a job in the ledger's file, as it grows from one size to another."""
    sizes = []
    for jobs in (1000, 1000 + JOBS):
        data = folder / f"{jobs}"
        data.mkdir()
        fill(data, jobs)
        with sqlite3.connect(data / "ledger.sqlite") as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        sizes.append((data / "ledger.sqlite").stat().st_size)
    return (sizes[1] - sizes[0]) / JOBS


async def place_told(waiting: int, looks: int = 20) -> float:
    """Milliseconds until all who wait know their place after one of them was served."""
    rotation = Rotation()
    for number in range(waiting):
        rotation.join(f"visitor {number}", f"{number}")
    begun = time.perf_counter()
    for _ in range(looks):
        rotation.begin_next()
        for name in rotation.order():
            rotation.ahead(name)
    return (time.perf_counter() - begun) / looks * 1000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        (jobs := Path(folder) / "jobs").mkdir()
        print(f"a job: {dict(transactions(jobs))}, {bytes_each(Path(folder)):.0f} bytes")
    for waiting in (100, 1000, 10_000):
        print(f"{waiting} wait: {asyncio.run(place_told(waiting)):.2f} ms for all their places")


if __name__ == "__main__":
    main()
