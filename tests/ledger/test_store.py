import multiprocessing
import sqlite3
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from seedance_demo.catalog import ANIMATIC, BY_ID
from seedance_demo.errors import NotAllowed, StorageError
from seedance_demo.ledger import DAY, Job, Ledger, Payer, Phase, Terms
from seedance_demo.ledger.__main__ import report
from seedance_demo.orders.brief import Brief
from seedance_demo.orders.order import Order, place

pytestmark = pytest.mark.machine

SEEDANCE = BY_ID["bytedance/seedance-2.0/image-to-video"]
STORY = (Phase.UPLOADING, Phase.SUBMITTING, Phase.CREATED, Phase.PROCESSING, Phase.SAVING)


@pytest.fixture
def ledger(where: Path | str) -> Iterator[Ledger]:
    opened = Ledger(where)
    yield opened
    opened.close()


def order(prompt: str = "push in", seconds: int = 5) -> Order:
    return place(Brief((Path("a.jpg"),), prompt, seconds, SEEDANCE))


def animatic(prompt: str) -> Order:
    return place(Brief((Path("a.jpg"),), prompt, 5, BY_ID[ANIMATIC]))


def press(ledger: Ledger, visitor: str = "anna", prompt: str = "push in") -> Job:
    return ledger.open(order(prompt), visitor, Payer.OWNER)


def walk(ledger: Ledger, job: Job, *phases: Phase) -> Job:
    for phase in phases:
        job = ledger.advance(job.id, phase)
    return job


def test_a_press_is_on_disk_with_its_price_before_anything_is_sent(
    ledger: Ledger, where: Path | str
) -> None:
    job = press(ledger)
    again = Ledger(where).job(job.id)
    assert again == job
    assert (job.phase, job.price_usd, job.images) == (Phase.PREPARING, Decimal("1.2"), ("a.jpg",))


def test_the_same_brief_pressed_while_it_runs_is_the_same_job(ledger: Ledger) -> None:
    first = press(ledger)
    walk(ledger, first, *STORY)
    assert press(ledger).id == first.id
    ledger.advance(first.id, Phase.COMPLETED, clip="a.mp4")
    assert press(ledger).id != first.id


def test_a_press_that_was_on_its_way_when_its_job_ended_is_that_job(ledger: Ledger) -> None:
    first = walk(ledger, press(ledger), *STORY, Phase.COMPLETED)
    late = ledger.open(order(), "anna", Payer.OWNER, watched=first.id)
    assert late == first
    others = [
        ledger.open(order("pull out"), "anna", Payer.OWNER, watched=first.id),
        ledger.open(order(), "ben", Payer.OWNER, watched=first.id),
        ledger.open(order(), "anna", Payer.VISITOR, watched=first.id),
        press(ledger),
    ]
    assert first.id not in {job.id for job in others}


def test_another_visitor_or_another_prompt_is_another_job(ledger: Ledger) -> None:
    jobs = [press(ledger), press(ledger, visitor="ben"), press(ledger, prompt="pull out")]
    assert len({job.id for job in jobs}) == 3


def test_many_tabs_pressing_at_once_open_one_job(ledger: Ledger) -> None:
    ids, start = [], threading.Barrier(16)

    def tab() -> None:
        start.wait()
        ids.append(press(ledger).id)

    tabs = [threading.Thread(target=tab) for _ in range(16)]
    for thread in tabs:
        thread.start()
    for thread in tabs:
        thread.join()
    assert len(ids) == 16
    assert len(set(ids)) == 1


@pytest.mark.parametrize("phase", [Phase.UPLOADING, Phase.SUBMITTING, Phase.CREATED])
def test_phases_never_go_back_and_nothing_is_submitted_twice(ledger: Ledger, phase: Phase) -> None:
    job = walk(ledger, press(ledger), *STORY[:4])
    with pytest.raises(StorageError):
        ledger.advance(job.id, phase)
    assert ledger.job(job.id) == job


def test_a_submit_cannot_be_repeated_even_before_its_answer(ledger: Ledger) -> None:
    job = walk(ledger, press(ledger), Phase.UPLOADING, Phase.SUBMITTING)
    with pytest.raises(StorageError):
        ledger.advance(job.id, Phase.SUBMITTING)


def test_two_jobs_cannot_own_one_request(ledger: Ledger) -> None:
    one = walk(ledger, press(ledger), Phase.UPLOADING, Phase.SUBMITTING)
    two = walk(ledger, press(ledger, visitor="ben"), Phase.UPLOADING, Phase.SUBMITTING)
    ledger.advance(one.id, Phase.CREATED, request_id="r1")
    with pytest.raises(StorageError):
        ledger.advance(two.id, Phase.CREATED, request_id="r1")
    assert ledger.owns("r1")
    assert not ledger.owns("r2")


def test_a_note_says_why_a_job_waits_and_goes_when_it_moves_on(ledger: Ledger) -> None:
    job = walk(ledger, press(ledger), *STORY[:3])
    noted = ledger.note(job.id, "bad_key", "The key is not accepted.")
    assert (noted.phase, noted.error) == (Phase.CREATED, "The key is not accepted.")
    assert ledger.advance(job.id, Phase.PROCESSING).error == ""


def test_unfinished_jobs_are_the_ones_to_pick_up(ledger: Ledger) -> None:
    done, lost, running = (press(ledger, prompt=p) for p in ("a", "b", "c"))
    walk(ledger, done, *STORY, Phase.COMPLETED)
    walk(ledger, lost, Phase.UPLOADING, Phase.FAILED)
    assert [job.id for job in ledger.unfinished()] == [running.id]


def test_a_visitor_sees_only_their_own_jobs_newest_first(ledger: Ledger) -> None:
    first, second = press(ledger, prompt="a"), press(ledger, prompt="b")
    press(ledger, visitor="ben")
    assert [job.id for job in ledger.of_visitor("anna")] == [second.id, first.id]


def test_a_damaged_ledger_is_said_at_the_start(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(b"this is no database, but it is long enough to look at" * 100)
    with pytest.raises(StorageError, match=r"ledger\.sqlite cannot be used"):
        Ledger(path)


def test_a_ledger_of_another_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(StorageError, match="another version"):
        Ledger(path)


def test_a_folder_that_cannot_be_made_is_said_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match="cannot be used"):
        Ledger(tmp_path / "file" / "ledger.sqlite")


# The owner's money ---------------------------------------------------------------------------

SIX_DOLLARS = Terms(budget=Decimal(6))


def spend(
    ledger: Ledger, prompt: str, visitor: str = "anna", terms: Terms = SIX_DOLLARS, seconds: int = 5
) -> Job:
    return ledger.open(order(prompt, seconds), visitor, Payer.OWNER, terms)


def rewind(ledger: Ledger, seconds: float) -> None:
    """Make everything in the ledger this much older."""
    with ledger._transaction() as db:
        db.execute("UPDATE jobs SET opened_at = opened_at - ?", (seconds,))


def test_six_dollars_are_five_clips_and_not_a_cent_more(ledger: Ledger) -> None:
    for n in range(5):
        spend(ledger, f"clip {n}")
    with pytest.raises(NotAllowed, match=r"at most \$6\.00 in 24 hours") as caught:
        spend(ledger, "clip 5")
    assert caught.value.code == "budget_spent"
    assert ledger.used("anna", "").spent == 6
    assert len(ledger.of_visitor("anna")) == 5


def test_a_long_clip_does_not_fit_where_a_short_one_does(ledger: Ledger) -> None:
    spend(ledger, "long", seconds=15)
    with pytest.raises(NotAllowed):
        spend(ledger, "long too", seconds=15)
    spend(ledger, "short")


def _press_together(where: Path | str, process: int) -> int:
    """Twelve presses of one process at the same moment: how many were let through."""
    ledger, start = Ledger(where), threading.Barrier(12)

    def press_one(n: int) -> bool:
        start.wait()
        try:
            spend(ledger, f"clip {process} {n}", visitor=f"visitor {process} {n}")
        except NotAllowed:
            return False
        return True

    with ThreadPoolExecutor(12) as threads:
        return sum(threads.map(press_one, range(12)))


@pytest.mark.slow
def test_presses_of_many_processes_never_exceed_the_budget(where: Path | str) -> None:
    context = multiprocessing.get_context("forkserver")
    with ProcessPoolExecutor(3, context) as pool:
        assert sum(pool.map(_press_together, [where] * 3, range(3))) == 5
    assert Ledger(where).used("", "").spent == 6


def test_what_failed_is_given_back_and_what_is_unclear_is_not(ledger: Ledger) -> None:
    endings = {
        "never sent": [Phase.FAILED],
        "refused": [*STORY[:2], Phase.FAILED],
        "failed there": [*STORY[:4], Phase.FAILED],
        "unconfirmed": [*STORY[:2], Phase.UNCONFIRMED],
        "running": [*STORY[:4]],
    }
    for prompt, phases in endings.items():
        walk(ledger, spend(ledger, prompt), *phases)
    assert ledger.used("anna", "").spent == Decimal("2.4")
    cancelled = walk(ledger, spend(ledger, "cancelled there"), *STORY[:4])
    ledger.advance(cancelled.id, Phase.FAILED, error_code="cancelled", error="It was cancelled.")
    assert ledger.used("anna", "").spent == Decimal("3.6")


def test_after_a_day_the_budget_is_whole_again(ledger: Ledger) -> None:
    for n in range(5):
        spend(ledger, f"clip {n}")
    rewind(ledger, DAY - 60)
    with pytest.raises(NotAllowed):
        spend(ledger, "too early")
    rewind(ledger, 120)
    spend(ledger, "the next day")


def test_only_the_owners_money_counts(ledger: Ledger) -> None:
    for visitor in ("anna", "ben", "carla"):
        ledger.open(order("mine", 15), visitor, Payer.VISITOR)
    ledger.adopt("r1", SEEDANCE.id, "anna", Payer.OWNER)
    assert ledger.used("anna", "").spent == 0
    assert ledger.used("anna", "").clips == 0


def test_free_work_of_one_address_is_bounded_until_it_ends(ledger: Ledger) -> None:
    bounded = Terms("address:home", unfinished=16)  # a household's presses of an evening
    opened = [
        ledger.open(animatic(f"take {n}"), f"browser {n % 3}", Payer.NOBODY, bounded)
        for n in range(16)
    ]
    with pytest.raises(NotAllowed, match="in line here already") as caught:
        ledger.open(animatic("one more"), "browser 9", Payer.NOBODY, bounded)
    assert caught.value.code == "line_full"
    with pytest.raises(NotAllowed):
        ledger.adopt("r1", SEEDANCE.id, "browser 9", Payer.VISITOR, bounded)
    again = ledger.open(animatic("take 3"), "browser 0", Payer.NOBODY, bounded)
    assert again.id == opened[3].id, "the same brief is followed"
    ledger.open(order("paid"), "browser 0", Payer.VISITOR, bounded)
    ledger.open(
        animatic("one more"), "browser 9", Payer.NOBODY, Terms("address:ben", unfinished=16)
    )
    ledger.open(animatic("one more"), "browser 0", Payer.NOBODY)  # the owner at home
    ledger.advance(opened[0].id, Phase.FAILED)
    ledger.advance(opened[1].id, Phase.FAILED)
    ledger.open(animatic("room again"), "browser 9", Payer.NOBODY, bounded)


def test_a_visitor_gets_their_clips_and_a_new_browser_or_a_new_address_gains_nothing(
    ledger: Ledger,
) -> None:
    two = Terms("address:home", clips=2)
    spend(ledger, "a", "browser 1", two)
    spend(ledger, "b", "browser 2", two)  # storage cleared in between
    for browser, account in (("browser 3", "address:home"), ("browser 3", "user:anna")):
        assert ledger.used(browser, account).clips == (2 if account == "address:home" else 0)
    with pytest.raises(NotAllowed, match="2 of your clips") as caught:
        spend(ledger, "c", "browser 3", two)
    assert caught.value.code == "clips_used"
    spend(ledger, "c", "browser 1", Terms("address:train", clips=2))
    with pytest.raises(NotAllowed):
        spend(ledger, "d", "browser 1", Terms("address:cafe", clips=2))
    spend(ledger, "e", "browser 4", Terms("address:elsewhere", clips=2))


def test_following_a_running_job_costs_nothing_even_with_nothing_left(ledger: Ledger) -> None:
    one = Terms("address:home", clips=1)
    assert spend(ledger, "a", terms=one).id == spend(ledger, "a", terms=one).id


def test_the_ledger_keeps_no_address_and_forgets_even_its_mark(
    ledger: Ledger, where: Path | str, tmp_path: Path
) -> None:
    mark = ledger.hash_address("203.0.113.7")
    assert mark == Ledger(where).hash_address("203.0.113.7")
    assert mark != Ledger(tmp_path / "other.sqlite").hash_address("203.0.113.7")
    anonymous = spend(ledger, "a", terms=Terms(mark))
    signed_in = spend(ledger, "b", terms=Terms("user:anna"))
    ledger.forget_addresses(time.time() + 1)
    accounts = {job.id: job.account for job in ledger.of_visitor("anna")}
    assert accounts == {anonymous.id: "", signed_in.id: "user:anna"}
    if isinstance(where, Path):
        assert b"203.0.113" not in where.read_bytes()


def test_the_owner_reads_who_spent_what(ledger: Ledger) -> None:
    spend(ledger, "a", visitor="0123456789abcdef", terms=Terms("address:home"))
    spend(ledger, "b", terms=Terms("user:anna"), seconds=15)
    ledger.advance(spend(ledger, "c", terms=Terms("user:anna")).id, Phase.FAILED)
    ledger.open(order("d", 10), "ben", Payer.VISITOR)
    told = report(ledger.charges(0))
    rows = [line.split() for line in told.splitlines() if line]
    assert [time.strftime("%Y-%m-%d"), "3", "$4.80", "$2.40"] in rows
    assert [SEEDANCE.id, "3", "$4.80", "$2.40"] in rows
    assert ["anna", "1", "$3.60", "-"] in rows
    assert ["browser", "012345", "1", "$1.20", "-"] in rows
    assert "0123456789abcdef" not in told
    assert report([]) == "Nothing was spent."


_LATER = (
    *("options", "endpoint", "body", "charged", "beside", "deleted_at"),
    *("continues", "last_frame", "variation", "batch", "shared"),
)


def test_an_older_ledger_is_taken_along_with_what_was_paid(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    job = press(Ledger(path))
    with closing(sqlite3.connect(path)) as db, db:
        for index in ("by_batch", "by_link"):
            db.execute(f"DROP INDEX {index}")
        for column in _LATER:
            db.execute("DROP VIEW IF EXISTS charges")
            db.execute(f"ALTER TABLE jobs DROP COLUMN {column}")
        db.execute(
            "CREATE VIEW charges AS SELECT * FROM jobs"
            " WHERE price > 0 AND (phase <> 'failed' OR error_code IN ('cancelled', 'deleted'))"
        )
        db.execute("PRAGMA user_version = 2")
    ledger = Ledger(path)
    kept = ledger.job(job.id)
    assert kept is not None
    assert (kept.price, kept.endpoint, kept.charged) == (job.price, SEEDANCE.id, None)
    assert ledger.used("anna", "").spent == Decimal("1.2")
    assert press(Ledger(path), prompt="another").body == {
        "images": ["a.jpg"],
        "prompt": "another",
        "duration": 5,
    }


def finished(ledger: Ledger, job: Job, clip: str = "a.mp4") -> Job:
    walk(ledger, job, *STORY)
    return ledger.advance(job.id, Phase.COMPLETED, clip=clip)


def test_a_deleted_job_is_out_of_sight_and_its_price_stays(ledger: Ledger) -> None:
    job = finished(ledger, press(ledger))
    removed: list[str] = []
    ledger.delete(job.id)
    assert ledger.of_visitor("anna") == []
    ledger.forget_deleted(time.time() - 60, removed.append)
    assert ledger.restore(job.id) == job
    assert ledger.of_visitor("anna") == [job]
    ledger.delete(job.id)
    ledger.forget_deleted(time.time() + 1, removed.append)
    assert removed == ["a.mp4"]
    assert ledger.restore(job.id).deleted_at, "there is nothing to see"
    assert ledger.of_visitor("anna") == []
    assert ledger.used("anna", "").spent == Decimal("1.2")


def test_a_failed_job_can_be_deleted_and_one_that_runs_keeps_its_pictures(ledger: Ledger) -> None:
    failed, runs = press(ledger), press(ledger, prompt="another")
    ledger.advance(failed.id, Phase.FAILED)
    for job in (failed, runs):
        ledger.delete(job.id)
    ledger.forget_deleted(time.time() + 1, print)
    assert ledger.of_visitor("anna") == []
    kept = ledger.job(runs.id)
    assert kept
    assert kept.images == ("a.jpg",)


def test_an_animatic_beside_a_clip_goes_with_it_and_is_no_job_of_its_own(ledger: Ledger) -> None:
    clip = finished(ledger, press(ledger))
    twin = ledger.open(animatic("push in"), "anna", Payer.NOBODY)
    ledger.lay_beside(twin.id, clip.id)
    finished(ledger, twin, "b.mp4")
    assert ledger.of_visitor("anna") == [clip]
    assert ledger.animatic_of(clip)
    ledger.lay_beside(twin.id, "")
    assert [job.id for job in ledger.of_visitor("anna")] == [twin.id, clip.id]
    ledger.lay_beside(twin.id, clip.id)
    ledger.delete(clip.id)
    assert ledger.animatic_of(clip) is None
    removed: list[str] = []
    ledger.forget_deleted(time.time() + 1, removed.append)
    assert removed == ["a.mp4", "b.mp4"]


def test_what_was_charged_counts_beside_what_was_going_to_be(ledger: Ledger) -> None:
    job = press(ledger)
    charged = ledger.charge(job.id, Decimal("0.9"))
    assert (charged.price, charged.price_usd) == (1_200_000, Decimal("0.9"))
    assert ledger.used("anna", "").spent == Decimal("0.9")


def test_what_lies_in_ledgers_already_keeps_its_words() -> None:
    """Phases and payers are stored by these; another word would strand every job of before."""
    assert [str(each) for each in Phase] == [
        "preparing",
        "uploading",
        "submitting",
        "unconfirmed",
        "created",
        "processing",
        "saving",
        "completed",
        "failed",
    ]
    assert [str(each) for each in Payer] == ["owner", "visitor", "nobody"]


def test_a_clip_goes_on_from_the_one_whose_last_frame_it_begins_with(ledger: Ledger) -> None:
    first = finished(ledger, press(ledger))
    others = finished(ledger, press(ledger, visitor="ben"))
    assert ledger.link(press(ledger, prompt="not yet")).continues == ""
    for each in (first, others):
        ledger.note_last_frame(each, "a.jpg")
    second = ledger.link(press(ledger, prompt="then"))
    assert second.continues == first.id
    assert ledger.chain(second) == (ledger.job(first.id), second)
    alike = finished(ledger, press(ledger, prompt="alike"))
    ledger.note_last_frame(alike, "a.jpg")
    assert ledger.link(press(ledger, prompt="after it")).continues == alike.id
    assert ledger.link(second).continues == first.id, "what is written stays"
    ledger.delete(first.id)
    assert ledger.chain(second) == (second,)


def test_a_joined_film_is_removed_with_any_of_its_clips(ledger: Ledger) -> None:
    one, two, three = (finished(ledger, press(ledger, prompt=p), f"{p}.mp4") for p in "abc")
    ledger.note_joined("ab.mp4", (one, two))
    ledger.note_joined("ab.mp4", (one, two))
    ledger.note_joined("abc.mp4", (one, two, three))
    assert set(ledger.joined_with(one.id)) == {"ab.mp4", "abc.mp4"}
    assert ledger.forget_joined(three.id) == ["abc.mp4"]
    removed: list[str] = []
    ledger.delete(two.id)
    ledger.forget_deleted(time.time() + 1, removed.append)
    assert removed == ["b.mp4", "ab.mp4"]
    assert ledger.joined_with(one.id) == []


def make_older(ledger: Ledger, where: Path | str) -> None:
    """As version 4 had it: no chains, no variations and no links for others."""
    is_file = isinstance(where, Path)
    with ledger._transaction() as db:
        db.execute("DROP VIEW charges")
        for index in ("by_batch", "by_link"):
            db.execute(f"DROP INDEX {index}")
        for column in _LATER[-5:]:
            db.execute(f"ALTER TABLE jobs DROP COLUMN {column}")
        db.execute("CREATE VIEW charges AS SELECT * FROM jobs WHERE price > 0")
        db.execute("PRAGMA user_version = 4" if is_file else "UPDATE version SET number = 4")


def test_a_ledger_of_before_chains_is_taken_along_in_both_databases(
    ledger: Ledger, where: Path | str
) -> None:
    job = press(ledger)
    make_older(ledger, where)
    with closing(Ledger(where)) as again:
        assert again.job(job.id) == job
        assert again.charges(0) == [job]
        again.note_last_frame(job, "b.jpg")
        assert [each.last_frame for each in again.charges(0)] == ["b.jpg"]
        assert again.used("anna", "").spent == Decimal("1.2")
