"""A job in words: every state says what became of the money and what to do next."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from seedance_demo.catalog import ANIMATIC
from seedance_demo.errors import Refused
from seedance_demo.jobs.snapshot import Snapshot
from seedance_demo.ledger import Job, Ledger, Payer, Phase
from seedance_demo.ui import messages
from seedance_demo.ui.components import status_card

from ..faults.life import order_in
from ..faults.provider import MODEL as SEEDANCE

REQUEST = "3aa327ae4d2a46ff899c9ac5c42986e2"


@pytest.fixture
def job(tmp_path: Path) -> Job:
    ledger = Ledger(tmp_path / "ledger.sqlite")
    opened = ledger.open(order_in(tmp_path), "anna", Payer.OWNER)
    return replace(opened, request_id=REQUEST)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"phase": Phase.PREPARING, "request_id": ""}, "Preparing Nothing was charged."),
        ({"phase": Phase.UPLOADING, "request_id": ""}, "Uploading .* Nothing was charged."),
        ({"phase": Phase.SUBMITTING, "request_id": ""}, "Sending .* may have been charged: look"),
        ({"phase": Phase.UNCONFIRMED, "request_id": ""}, "Not confirmed It may have been charged"),
        ({"phase": Phase.CREATED}, f"Queued .* not lost\\. .* Request {REQUEST}\\."),
        ({"phase": Phase.PROCESSING}, "Making the clip The clip goes on at the provider"),
        ({"phase": Phase.SAVING, "changed_at": 0.0}, r"kept the clip until 1970-01-08 00:00 UTC\."),
        ({"phase": Phase.SAVING}, "The provider keeps the clip until .* UTC. Check again looks"),
        ({"phase": Phase.FAILED, "error": "It broke."}, "It broke. .* pays failed clips back"),
        ({"phase": Phase.FAILED, "request_id": ""}, "Failed Nothing was charged."),
        (
            {"phase": Phase.FAILED, "request_id": "", "error_code": "unreachable"},
            "Nothing was charged. Try again in a few minutes.",
        ),
        ({"phase": Phase.FAILED, "error_code": "cancelled"}, "Your account at wavespeed.ai shows"),
        ({"phase": Phase.FAILED, "error_code": "deleted"}, "Your account at wavespeed.ai shows"),
        ({"phase": Phase.FAILED, "model": ANIMATIC, "error": "It broke."}, "^It broke. Request"),
    ],
)
def test_a_job_that_rests(job: Job, facts: dict[str, Any], said: str) -> None:
    assert re.search(said, messages.sentence(Snapshot(replace(job, **facts), live=False)))


@pytest.mark.parametrize("model", [ANIMATIC, SEEDANCE])
@pytest.mark.parametrize("phase", [Phase.UNCONFIRMED, Phase.PROCESSING, Phase.SAVING])
def test_a_job_that_rests_says_when_it_is_looked_at_again(
    job: Job, phase: Phase, model: str
) -> None:
    rests = Snapshot(replace(job, phase=phase, model=model), live=False, next_look=3661.0)
    said = "This app looks again by itself at 01:01:01 UTC; Check again looks at once."
    assert said in messages.sentence(rests)
    assert said in status_card.card(rests, {})
    assert "by itself" not in messages.sentence(replace(rests, next_look=None))


@pytest.mark.parametrize(
    ("facts", "told", "said"),
    [
        ({"phase": Phase.UPLOADING}, {}, f"Uploading the pictures · 0:0. · request {REQUEST}"),
        (
            {"phase": Phase.PROCESSING},
            {"frames": (30, 120)},
            f"Making the clip · 30 of 120 frames · 0:0. · request {REQUEST}",
        ),
        ({"phase": Phase.SAVING}, {"frames": (30, 120)}, "Saving the clip · 0:0. · request .*"),
        (
            {"phase": Phase.CREATED, "request_id": ""},
            {"trouble": "No answer."},
            "Queued · 0:0. · No answer",
        ),
    ],
)
def test_a_job_that_runs(job: Job, facts: dict[str, Any], told: dict[str, Any], said: str) -> None:
    snapshot = Snapshot(replace(job, **facts), live=True, **told)
    assert re.fullmatch(said, messages.sentence(snapshot))


def test_a_job_that_is_done(job: Job) -> None:
    done = replace(job, phase=Phase.COMPLETED, opened_at=100.0, ended_at=165.0)
    paid = replace(done, price=1_200_000)
    free = replace(done, model=ANIMATIC)
    assert messages.sentence(Snapshot(free, live=False)) == (
        "Animatic, ready in 1:05. Free preview, not made by Seedance."
    )
    assert re.fullmatch(
        rf"Ready in 1:05 · \$1\.20 charged · request {REQUEST}",
        messages.sentence(Snapshot(paid, live=False)),
    )


def test_details_name_each_fact(job: Job) -> None:
    known = replace(
        job,
        phase=Phase.FAILED,
        error_code="refused",
        error="No.",
        inference_ms=7,
        clip="a.mp4",
        nsfw=True,
    )
    assert messages.details(Snapshot(known, live=False)) == {
        "job": job.id,
        "request_id": REQUEST,
        "phase": "failed",
        "model": job.model,
        "duration": 5,
        "price_usd": 1.2,
        "inference_ms": 7,
        "clip": "a.mp4",
        "nsfw": True,
        "error": {"code": "refused", "message": "No."},
    }


@pytest.mark.parametrize(
    ("seconds", "clock"), [(0, "0:00"), (59.9, "0:59"), (65, "1:05"), (21665, "6:01:05")]
)
def test_a_clock(seconds: float, clock: str) -> None:
    assert messages.clock(seconds) == clock


def test_a_refusal_has_the_same_details_as_a_job(job: Job) -> None:
    error = Refused("No.", code="refused", request_id=REQUEST)
    told = messages.refusal_details(error, "a/model", 7)
    assert told == {
        "job": "",
        "request_id": REQUEST,
        "phase": "failed",
        "model": "a/model",
        "duration": 7,
        "price_usd": 0.0,
        "inference_ms": 0,
        "clip": "",
        "error": {"code": "refused", "message": "No."},
    }
    assert list(told) == list(messages.details(Snapshot(job, live=False)))
