"""Which jobs of the history are one card, and what it says of them."""

from dataclasses import replace

import pytest

from seedance_demo.catalog import ANIMATIC
from seedance_demo.ledger import Job, Payer, Phase
from seedance_demo.ui.components import job_cards

from ...faults.provider import MODEL
from .html_read import Read

DONE = Job(
    id="",
    visitor="v",
    account="",
    payer=Payer.OWNER,
    model=MODEL,
    prompt="Push in",
    duration=5,
    images=(),
    options={},
    endpoint=MODEL,
    body={},
    fingerprint="",
    price=1_200_000,
    charged=None,
    phase=Phase.COMPLETED,
    opened_at=1e9,
    changed_at=1e9,
    submitted_at=None,
    ended_at=1e9,
    request_id="",
    url="",
    clip="a.mp4",
    inference_ms=0,
    uploads=(),
    nsfw=False,
    error_code="",
    error="",
)


def job(name: str, after: str = "", batch: str = "", phase: Phase = Phase.COMPLETED) -> Job:
    return replace(DONE, id=name, continues=after, batch=batch, phase=phase)


def ids(groups: list[list[Job]]) -> list[str]:
    return ["".join(each.id for each in group) for group in groups]


FAILED = Phase.FAILED
# Jobs, newest first; the groups, by their ids; the card of each, and its words.
HISTORIES = {
    "alone": ([job("b"), job("a")], ["b", "a"], ["b", "a"], []),
    "a chain": (
        [job("d"), job("c", "b"), job("b", "a"), job("a")],
        ["d", "cba"],
        ["d", "c"],
        ["3 clips · 15\xa0s"],
    ),
    "two that go on from the same clip": (
        [job("c", "a"), job("b", "a"), job("a")],
        ["cba"],
        ["c"],
        ["3 clips · 15\xa0s"],
    ),
    "one whose beginning is gone": ([job("c", "b"), job("a")], ["c", "a"], ["c", "a"], []),
    "one of which the next did not come": (
        [job("b", "a", phase=FAILED), job("a")],
        ["b", "a"],
        ["b", "a"],
        [],
    ),
    "one of which the next is being made": (
        [job("b", "a", phase=Phase.PROCESSING), job("a")],
        ["ba"],
        ["a"],
        ["2 clips · 10\xa0s, 1 being made"],
    ),
    "one press": (
        [job("c", batch="x", phase=FAILED), job("b", batch="x"), job("a", batch="x")],
        ["cba"],
        ["b"],
        ["3 clips of one brief, 1 failed"],
    ),
    "one press of which nothing came": (
        [job("b", batch="x", phase=FAILED), job("a", batch="x", phase=FAILED)],
        ["ba"],
        ["b"],
        ["2 clips of one brief, 2 failed"],
    ),
    "one press whose money is in question": (
        [job("b", batch="x", phase=Phase.UNCONFIRMED), job("a", batch="x")],
        ["ba"],
        ["a"],
        ["2 clips of one brief, 1 not confirmed"],
    ),
    "a press that goes on from one of another": (
        [job(name, "b", "y") for name in "ed"] + [job(name, "", "x") for name in "cba"],
        ["edcba"],
        ["e"],
        ["5 clips · 25\xa0s"],
    ),
}


@pytest.mark.parametrize("history", HISTORIES)
def test_what_belongs_together_is_one_card_and_none_is_lost(history: str) -> None:
    jobs, groups, first, words = HISTORIES[history]
    assert ids(job_cards.grouped(jobs)) == groups
    html = str(job_cards.history(jobs, lambda _: ""))
    shown = Read(html)
    assert sorted(str(each["data-card"]) for each in shown.of("button")) == sorted(
        each.id for each in jobs
    )
    outside = Read("".join(part.partition("<details>")[0] for part in html.split("</details>")))
    assert [each["data-card"] for each in outside.of("button")] == first
    assert [part.partition("</summary>")[0] for part in html.split("<summary>")[1:]] == words


def test_a_card_says_which_kind_it_is_and_whether_there_is_a_film_to_see() -> None:
    jobs = [
        replace(DONE, id="a"),
        replace(DONE, id="b", model=ANIMATIC, payer=Payer.NOBODY),
        replace(DONE, id="c", nsfw=True),
        replace(DONE, id="d", phase=FAILED, clip=""),
        replace(DONE, id="e", phase=Phase.PROCESSING, clip=""),
    ]
    cards = Read(job_cards.history(jobs, lambda _: "")).of("button")
    assert [each["data-kind"] for each in cards] == ["film", "animatic", "film", "failed", "film"]
    assert ["data-plays" in each for each in cards] == [True, True, False, False, False]
