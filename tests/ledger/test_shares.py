"""Links for others: in both databases, a link leads to its clip while all of it is so, and no
longer."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from seedance_demo.ledger import Job, Ledger
from seedance_demo.ledger.shares import TOKEN

from .test_store import finished, press


@pytest.fixture
def ledger(where: Path | str) -> Iterator[Ledger]:
    with closing(Ledger(where)) as opened:
        yield opened


def test_no_clip_has_a_link_until_its_maker_gives_it_one(ledger: Ledger) -> None:
    job = finished(ledger, press(ledger))
    assert job.shared == ""
    assert ledger.shared("") is None
    token = ledger.share(job.id).shared
    assert TOKEN.fullmatch(token)
    assert ledger.share(job.id).shared == token, "pressed in two tabs it is one link"
    assert ledger.shared(token) == ledger.job(job.id)


def test_another_process_knows_the_link_at_once_and_that_it_is_off(
    ledger: Ledger, where: Path | str
) -> None:
    job = finished(ledger, press(ledger))
    with closing(Ledger(where)) as another:
        token = ledger.share(job.id).shared
        assert another.shared(token)
        another.stop_sharing(job.id)
        assert ledger.shared(token) is None


def test_each_time_it_is_switched_on_the_link_is_new_and_the_old_one_stays_dead(
    ledger: Ledger,
) -> None:
    job = finished(ledger, press(ledger))
    first = ledger.share(job.id).shared
    ledger.stop_sharing(job.id)
    second = ledger.share(job.id).shared
    assert first != second
    assert ledger.shared(first) is None
    assert ledger.shared(second)


def flagged(ledger: Ledger, job: Job) -> None:
    with ledger._transaction() as db:
        db.execute("UPDATE jobs SET nsfw = TRUE WHERE id = ?", (job.id,))


def deleted(ledger: Ledger, job: Job) -> None:
    ledger.delete(job.id)


def swept(ledger: Ledger, job: Job) -> None:
    ledger.forget_clip(job.id)


@pytest.mark.parametrize("gone", [flagged, deleted, swept])
def test_a_clip_that_is_not_to_be_seen_has_no_link_and_gets_none(
    ledger: Ledger, gone: Callable[[Ledger, Job], None]
) -> None:
    before, after = (finished(ledger, press(ledger, prompt=p), f"{p}.mp4") for p in "ab")
    token = ledger.share(before.id).shared
    for job in (before, after):
        gone(ledger, job)
    assert ledger.shared(token) is None
    assert ledger.share(after.id).shared == ""


def test_deleting_that_is_undone_leaves_the_link_as_it_was(ledger: Ledger) -> None:
    job = finished(ledger, press(ledger))
    token = ledger.share(job.id).shared
    ledger.delete(job.id)
    ledger.restore(job.id)
    assert ledger.shared(token)


def test_a_job_that_runs_gets_no_link(ledger: Ledger) -> None:
    assert ledger.share(press(ledger).id).shared == ""


@pytest.mark.parametrize("odd", ["\ud800" * 22, "\0" * 22, "ä" * 22, "a" * 23, "a" * 21, "%" * 22])
def test_what_is_no_token_is_no_link_and_no_error(ledger: Ledger, odd: str) -> None:
    assert ledger.shared(odd) is None
