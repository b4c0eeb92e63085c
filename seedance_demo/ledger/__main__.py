"""What was spent: `python -m seedance_demo.ledger`."""

import sys
import time
from collections.abc import Callable, Iterable
from itertools import groupby

from ..command_line import Parser, run, whole
from ..config.settings import read_settings
from ..errors import SeedanceError
from ..money import dollars
from .budget import DAY
from .job import Job, Payer
from .store import Ledger

MOST_DAYS = 36_500
Row = tuple[str, str, str, str]


def main() -> None:
    parser = Parser(prog="python -m seedance_demo.ledger", description=__doc__)
    parser.add_argument(
        "--days", type=whole(1, MOST_DAYS), default=30, help="how far back, 30 by default"
    )
    days = parser.parse_args().days
    try:
        ledger = Ledger(read_settings().ledger)
        charges = ledger.charges(time.time() - days * DAY)
    except SeedanceError as error:
        sys.exit(str(error))
    print(report(charges))


def report(charges: list[Job]) -> str:
    """Tables of the owner's money by day, model and visitor. Visitors' own keys have a column of
    their own: what they paid is not the owner's."""
    parts = [
        _table("day", charges, _day),
        _table("model", charges, lambda job: job.model),
        _table("visitor", charges, _visitor),
    ]
    return "\n\n".join(parts) if charges else "Nothing was spent."


def _table(title: str, charges: Iterable[Job], key: Callable[[Job], str]) -> str:
    rows: list[Row] = [(title, "jobs", "spent", "own keys")]
    for name, group in groupby(sorted(charges, key=key), key):
        rows.append(_row(name, list(group)))
    width = max(len(row[0]) for row in rows)
    return "\n".join(f"{a:<{width}}  {b:>5}  {c:>9}  {d:>9}" for a, b, c, d in rows)


def _row(name: str, jobs: list[Job]) -> Row:
    return (name, str(len(jobs)), _sum(jobs, Payer.OWNER), _sum(jobs, Payer.VISITOR))


def _sum(jobs: list[Job], payer: Payer) -> str:
    spent = sum(job.price_usd for job in jobs if job.payer is payer)
    return dollars(spent) if spent else "-"


def _day(job: Job) -> str:
    return time.strftime("%Y-%m-%d", time.localtime(job.opened_at))


def _visitor(job: Job) -> str:
    """The signed-in name, or enough of the browser's id to tell two apart: the whole id would open
    the visitor's history."""
    name = job.account.removeprefix("user:")
    return name if name != job.account else f"browser {job.visitor[:6]}"


if __name__ == "__main__":
    run(main)
