"""The card of a job: its steps, their times, and nothing in it that a browser would run."""

import re
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from seedance_demo.catalog import ANIMATIC
from seedance_demo.errors import NotAllowed
from seedance_demo.jobs.snapshot import Snapshot
from seedance_demo.ledger import Job, Ledger, Payer, Phase
from seedance_demo.ui import messages
from seedance_demo.ui.components import status_card
from seedance_demo.ui.handlers.watches import MOST_WATCHES, Watches

from ...faults.life import order_in

pytestmark = pytest.mark.machine


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ledger.sqlite")


def opened(ledger: Ledger, folder: Path, prompt: str = "Push in") -> Job:
    return ledger.open(order_in(folder, prompt), "anna", Payer.OWNER)


def finished(ledger: Ledger, folder: Path, prompt: str) -> Job:
    job = opened(ledger, folder, prompt)
    for phase in (Phase.UPLOADING, Phase.SUBMITTING, Phase.CREATED, Phase.SAVING):
        ledger.advance(job.id, phase)
    return ledger.advance(job.id, Phase.COMPLETED, clip="a.mp4")


def test_each_step_is_told_with_the_time_it_took(ledger: Ledger, tmp_path: Path) -> None:
    job = replace(opened(ledger, tmp_path), phase=Phase.PROCESSING, opened_at=0.0)
    began = {Phase.PREPARING: 0.0, Phase.SUBMITTING: 2.0, Phase.CREATED: 3.0}
    began[Phase.PROCESSING] = 68.0
    card = status_card.card(Snapshot(job, live=True), began, 170.0)
    steps = re.findall(r"<li class='(\w+)'[^>]*>(\w[\w ]*) <span[^>]*>([^<]*)", card)
    assert steps[:3] == [
        ("done", "Pictures", "0:02"),
        ("done", "Request", "0:01"),
        ("done", "Queued", "1:05"),
    ]
    assert [step[:2] for step in steps[3:]] == [("now", "Making"), ("later", "Saving")]
    assert "usually about 3 min" in card
    assert card.count("role='status'") == 1


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(2, "5 s"), (44, "40 s"), (46, "50 s"), (89, "90 s"), (90, "2 min"), (170, "3 min")],
)
def test_how_long_it_usually_takes_is_said_roughly(
    ledger: Ledger, tmp_path: Path, seconds: float, said: str
) -> None:
    snapshot = Snapshot(opened(ledger, tmp_path), live=True)
    assert f"<p>usually about {said}</p>" in status_card.card(snapshot, {}, seconds)


def test_a_bar_is_shown_only_where_the_share_is_known(ledger: Ledger, tmp_path: Path) -> None:
    job = replace(opened(ledger, tmp_path), phase=Phase.PROCESSING)
    card = status_card.card(Snapshot(job, live=True, frames=(30, 120)), {})
    assert "<progress value='30' max='120' aria-label='Frames drawn'></progress>" in card
    assert "<p>30 of 120 frames</p>" in card
    for snapshot in (
        Snapshot(job, live=True),
        Snapshot(replace(job, phase=Phase.SAVING), live=True, frames=(30, 120)),
    ):
        assert "<progress" not in status_card.card(snapshot, {})


def test_cards_say_what_happened_and_what_it_cost(ledger: Ledger, tmp_path: Path) -> None:
    job = replace(opened(ledger, tmp_path), request_id="abc", error="It broke.")
    running = status_card.card(Snapshot(job, live=True, trouble="No answer."), {})
    assert "<div class='card running'>" in running
    assert "<p>No answer.</p>" in running
    assert "You can close this tab" in running
    assert re.search(r"<span class='clock' data-seconds='\d'>0:0\d</span>", running)
    assert not re.search("data-seconds", status_card.card(Snapshot(job, live=False), {}))
    assert "data-copy='abc'" in running
    failed = status_card.card(Snapshot(replace(job, phase=Phase.FAILED), live=False), {})
    assert "<div class='card failed'>" in failed
    assert "<p>It broke.</p><p>The provider pays failed clips back" in failed
    rests = status_card.card(Snapshot(replace(job, phase=Phase.CREATED), live=False), {})
    assert "<div class='card rests'>" in rests
    done = replace(job, phase=Phase.COMPLETED, opened_at=100.0, ended_at=165.0)
    card = status_card.card(Snapshot(done, live=False), {})
    assert "<div class='card done'>" in card
    assert "Ready in 1:05</p><span>$1.20 charged</span>" in card
    free = replace(done, model=ANIMATIC)
    assert status_card.card(Snapshot(free, live=False), {}) == (
        "<div class='card done'><div class='head'>"
        "<p role='status'>Animatic, ready in 1:05</p></div>"
        "<p>Free preview, not made by Seedance</p></div>"
    )
    running = status_card.card(Snapshot(replace(free, phase=Phase.SAVING), live=True), {})
    assert "You can close this tab" not in running


def test_the_ledger_knows_when_each_phase_began_and_how_long_is_usual(
    ledger: Ledger, tmp_path: Path
) -> None:
    jobs = [finished(ledger, tmp_path, prompt) for prompt in ("a", "b", "c")]
    began = ledger.began(jobs[0].id)
    assert sorted(began.values()) == [began[phase] for phase in Phase if phase in began]
    assert set(began) == {*Phase} - {Phase.UNCONFIRMED, Phase.PROCESSING, Phase.FAILED}
    took = sorted(job.changed_at - job.opened_at for job in jobs)
    assert ledger.usual_seconds(jobs[0].model, 5) == pytest.approx(took[1])
    assert ledger.usual_seconds(jobs[0].model, 10) is None, "too few to tell from"


def test_what_a_provider_says_is_shown_and_not_run(ledger: Ledger, tmp_path: Path) -> None:
    job = opened(ledger, tmp_path)
    job = replace(job, phase=Phase.FAILED, error="<img src=x>", request_id="'><script>")
    card = status_card.card(Snapshot(job, live=False), {})
    assert "<img" not in card
    assert "<script" not in card


@pytest.mark.parametrize("phase", Phase)
def test_a_page_shows_a_job_as_running_until_it_ended_or_its_price_is_in_question(
    ledger: Ledger, tmp_path: Path, phase: Phase
) -> None:
    job = replace(opened(ledger, tmp_path), phase=phase)
    rests = phase in (Phase.UNCONFIRMED, Phase.COMPLETED, Phase.FAILED)
    assert messages.running(messages.details(Snapshot(job, live=True))) == ("" if rests else job.id)


@pytest.mark.parametrize("told", [None, "job", 7, [], {}, {"job": "a"}, {"phase": "created"}])
def test_what_no_page_shows_is_no_running_job(told: object) -> None:
    assert messages.running(told) == ""


def test_a_newer_watch_ends_the_one_before_it_and_stop_says_so() -> None:
    watches = Watches()
    with watches.watch("page", "") as first, watches.watch("another page", "") as other:
        with watches.watch("page", "") as second:
            assert (first.on, first.stopped) == (False, False)
            watches.stop("page")
            assert (second.on, second.stopped) == (False, True)
        assert other.on


def test_watches_are_bounded_for_each_address_and_not_at_home() -> None:
    watches = Watches()
    with ExitStack() as open_pages:
        for n in range(MOST_WATCHES):
            open_pages.enter_context(watches.watch(f"page {n}", "anna"))
        with pytest.raises(NotAllowed, match="close some"), watches.watch("one more", "anna"):
            pass
        for whose in ("ben", "", ""):
            open_pages.enter_context(watches.watch(f"of {whose}", whose))
    with watches.watch("again", "anna") as watch:
        assert watch.on


def test_a_page_lets_go_of_its_own_watch_and_of_nothing_twice() -> None:
    watches = Watches()
    with watches.watch("page", "") as watch, watches.watch("another page", "") as other:
        assert watches.let_go("page")
        assert not watches.let_go("page")
        assert (watch.on, watch.stopped, other.on) == (False, False, True)
