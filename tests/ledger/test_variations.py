"""Several clips of one brief: opened together, followed together, paid for one by one."""

import threading
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from seedance_demo.errors import NotAllowed
from seedance_demo.ledger import Job, Ledger, Payer, Phase, Terms
from seedance_demo.ledger.budget import Used

from .test_store import STORY, make_older, order, walk

FREELY = Terms()
RUNS = (Phase.UPLOADING, Phase.SUBMITTING, Phase.CREATED)
ENDINGS: dict[str, tuple[Phase, ...]] = {
    "runs": RUNS,
    "is done": STORY,
    "failed": (*RUNS, Phase.FAILED),
    "is lost": (*STORY[:2], Phase.UNCONFIRMED),
}


@pytest.fixture
def ledger(where: Path | str) -> Iterator[Ledger]:
    opened = Ledger(where)
    yield opened
    opened.close()


def press(ledger: Ledger, clips: int, terms: Terms = FREELY, watched: str = "") -> list[Job]:
    return ledger.open_all(order(), clips, "anna", Payer.OWNER, terms, watched)


def ended(ledger: Ledger, job: Job, how: str) -> Job:
    job = walk(ledger, job, *ENDINGS[how])
    is_done = job.phase is Phase.SAVING
    return ledger.advance(job.id, Phase.COMPLETED, clip=f"{job.id}.mp4") if is_done else job


def numbers(jobs: list[Job]) -> list[int]:
    return [job.variation for job in jobs]


def test_each_is_a_job_with_a_price_and_all_are_one_batch(ledger: Ledger) -> None:
    jobs = press(ledger, 4)
    assert numbers(jobs) == [0, 1, 2, 3]
    assert len({job.id for job in jobs}) == len({job.fingerprint for job in jobs}) == 4
    assert {(job.price_usd, job.body["prompt"]) for job in jobs} == {(Decimal("1.2"), "push in")}
    assert ledger.used("anna", "").spent == Decimal("4.8")
    assert all(ledger.variations(job) == jobs for job in jobs)
    assert ledger.of_visitor("anna") == jobs, "the first stands first, and comes on the page"


def test_one_alone_has_no_variations(ledger: Ledger) -> None:
    (alone,) = press(ledger, 1)
    assert (alone.variation, alone.batch, ledger.variations(alone)) == (0, "", [])
    assert alone == ledger.open(order(), "anna", Payer.OWNER)


def test_tabs_that_press_together_for_different_numbers_open_as_many_as_the_most(
    ledger: Ledger,
) -> None:
    found, start = [], threading.Barrier(8)

    def tab(clips: int) -> None:
        start.wait()
        found.append(press(ledger, clips))

    tabs = [threading.Thread(target=tab, args=[clips]) for clips in (4, 2, 1, 4) * 2]
    for each in tabs:
        each.start()
    for each in tabs:
        each.join()
    assert [numbers(jobs) for jobs in sorted(found, key=len)] == [
        *([[0]] * 2),
        *([[0, 1]] * 2),
        *([[0, 1, 2, 3]] * 4),
    ]
    assert len({job.id for jobs in found for job in jobs}) == 4
    alone = ledger.job(found[0][0].id)  # as it is now: it may have been there before the others
    assert alone
    assert len(ledger.variations(alone)) == 4


@pytest.mark.parametrize(
    ("first", "again", "opened"),
    [
        (["runs"] * 4, 4, []),
        (["runs"] * 4, 2, []),
        (["runs"] * 4, 1, []),
        (["is done", "runs", "runs", "runs"], 4, []),
        (["is done", "runs", "runs", "runs"], 1, []),
        (["is lost", "runs", "is done", "runs"], 4, []),
        (["runs", "failed", "failed", "runs"], 4, [1, 2]),
        (["runs", "failed", "runs", "failed"], 2, [1]),
        (["runs"], 4, [1, 2, 3]),
        (["runs", "runs"], 4, [2, 3]),
        (["is done", "failed"], 2, [0, 1]),
        (["is done", "is lost"], 4, [0, 1, 2, 3]),
        (["is done"], 1, [0]),
    ],
)
def test_a_press_of_the_same_brief_follows_those_while_one_runs_and_opens_what_lacks(
    ledger: Ledger, first: list[str], again: int, opened: list[int]
) -> None:
    before = press(ledger, len(first))
    for job, ending in zip(before, first, strict=True):
        ended(ledger, job, ending)
    after = press(ledger, again)
    assert numbers(after) == list(range(again))
    known = {job.id for job in before}
    assert [job.variation for job in after if job.id not in known] == opened
    if len(after) > 1:
        assert numbers(ledger.variations(after[0])) == list(range(max(again, len(first))))


def test_a_press_that_was_on_its_way_when_they_ended_is_those(ledger: Ledger) -> None:
    jobs = [ended(ledger, job, "is done") for job in press(ledger, 2)]
    assert press(ledger, 2, watched=jobs[1].id) == jobs
    assert press(ledger, 2)[0].id not in {job.id for job in jobs}


def test_a_budget_for_two_opens_two_and_of_four_none(ledger: Ledger) -> None:
    for terms, code in (
        (Terms(budget=Decimal("2.9")), "budget_spent"),
        (Terms("address:home", clips=2), "clips_used"),
    ):
        with pytest.raises(NotAllowed, match=r"Nothing was charged\. Choose fewer clips") as caught:
            press(ledger, 4, terms)
        assert caught.value.code == code
        assert ledger.of_visitor("anna") == []
    bounded = Terms("address:home", budget=Decimal("2.9"), clips=2)
    assert len(press(ledger, 2, bounded)) == 2
    with pytest.raises(NotAllowed):
        press(ledger, 4, bounded)
    assert len(press(ledger, 2, bounded)) == len(ledger.of_visitor("anna")) == 2, "followed"


@pytest.mark.parametrize(
    ("terms", "spent", "used", "left"),
    [
        (Terms(), 100, 100, 4),
        (Terms(budget=Decimal(6)), 0, 0, 4),
        (Terms(budget=Decimal(6)), "3.60", 3, 2),
        (Terms(budget=Decimal(6)), "3.61", 3, 1),
        (Terms(budget=Decimal(6)), 7, 3, 0),
        (Terms(clips=3), 0, 0, 3),
        (Terms(clips=3), 0, 5, 0),
        (Terms(budget=Decimal(6), clips=3), "3.60", 2, 1),
    ],
)
def test_how_many_of_four_the_terms_cover(
    terms: Terms, spent: object, used: int, left: int
) -> None:
    already = Used(Decimal(str(spent)), used)
    assert terms.cover(4, Decimal("1.2"), already) == left


def test_a_ledger_of_before_takes_variations_and_keeps_what_runs(where: Path | str) -> None:
    """What ran before the update is the first of four that are pressed after it."""
    ledger = Ledger(where)
    job = walk(ledger, ledger.open(order(), "anna", Payer.OWNER), *RUNS)
    make_older(ledger, where)
    ledger.close()
    ledger = Ledger(where)
    assert ledger.job(job.id) == job
    jobs = press(ledger, 4)
    assert jobs[0].id == job.id
    assert ledger.charges(0) == [jobs[0], *reversed(jobs[1:])], "the view knows them, too"
    ledger.close()
