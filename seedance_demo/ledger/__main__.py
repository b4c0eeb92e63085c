"""What was spent: `python -m seedance_demo.ledger`."""

import sys
import time
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path

from ..command_line import Parser, run, whole
from ..config.settings import read_settings
from ..errors import BadSetting, SeedanceError
from ..money import dollars
from .budget import DAY
from .job import Job, Payer
from .store import Ledger, check_packages

MOST_DAYS = 36_500
Row = tuple[str, str, str, str]


def main() -> None:
    parser = Parser(prog="python -m seedance_demo.ledger", description=__doc__)
    parser.add_argument(
        "--days", type=whole(1, MOST_DAYS), default=30, help="how far back, 30 by default"
    )
    parser.add_argument(
        "--copy-from",
        type=Path,
        metavar="FILE",
        help="bring a ledger.sqlite into the empty database of SEEDANCE_DATABASE; the app must not "
        "be running",
    )
    options = parser.parse_args()
    try:
        if options.copy_from:
            print(copied(options.copy_from, read_settings().database))
        else:
            ledger = Ledger(read_settings().ledger)
            print(report(ledger.charges(time.time() - options.days * DAY)))
            ledger.close()
    except SeedanceError as error:
        sys.exit(str(error))


def copied(file: Path, address: str) -> str:
    """Copy a ledger's file into the database at an address; says what was copied."""
    if not address:
        raise BadSetting("Set SEEDANCE_DATABASE to the database that the ledger is copied into.")
    check_packages()
    from .moving import move  # wants packages that only this needs

    moved = move(file, address)
    return (
        f"{moved.jobs} jobs and {moved.steps} of their steps are in the database now; {file} stays "
        "as it was. Pictures and clips are not moved: SEEDANCE_FILES or SEEDANCE_DATA_DIR must be "
        "where they lie."
    )


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
