"""A visitor's jobs as a table for a spreadsheet: what was made, and what was paid."""

import csv
import io
from collections.abc import Iterable
from datetime import UTC, datetime

from ...jobs.snapshot import Snapshot
from ...ledger import Job, Phase
from ...money import dollars
from ...orders.family import model_of
from .. import messages

FILE = "clips.csv"
HEAD = (
    *("time (UTC)", "kind", "model", "seconds", "prompt", "state"),
    *("price (US$)", "request id", "file"),
)
# A spreadsheet calculates what begins so, and could send what it finds to anybody: a prompt may be
# pasted from anywhere. After an apostrophe it is a text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
COVERED = "Covered: the provider marked it as possibly not safe for work. Save it from the page."
GONE = "Its file is not here any more."


def table(rows: Iterable[Iterable[str]]) -> bytes:
    """A CSV file as spreadsheets open it: with a mark that says UTF-8."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([HEAD, *([_text(cell) for cell in row] for row in rows)])
    return file.getvalue().encode("utf-8-sig", "replace")


def row(job: Job, file: str, missing: str = "") -> tuple[str, ...]:
    """`file` is its clip's name beside the table, empty when that is `missing`, and why."""
    model = model_of(job.model)
    return (
        f"{datetime.fromtimestamp(job.opened_at, UTC):%Y-%m-%d %H:%M:%S}",
        "Animatic" if model.free else "Film",
        model.title,
        str(job.duration or ""),
        job.prompt,
        missing or state(job),
        _price(job),
        job.request_id,
        file,
    )


def state(job: Job) -> str:
    """How it stands; why there is no clip, and what that means for the money."""
    if job.phase is Phase.FAILED or job.phase is Phase.UNCONFIRMED:
        outlook = messages.outlook(Snapshot(job, live=False))
        return " ".join(filter(None, (f"{messages.PHASES[job.phase]}.", job.error, outlook)))
    if job.deleted_at:
        return "Deleted"
    if job.phase is Phase.COMPLETED and job.nsfw:
        return COVERED
    return messages.PHASES[job.phase]


def _price(job: Job) -> str:
    """Nothing where nobody knows it: a clip that was started elsewhere, for one."""
    if job.given_back or model_of(job.model).free:
        return "0.00"
    return dollars(job.price_usd).lstrip("$") if job.price_usd else ""


def _text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
