"""What is done with jobs on the page: come back, reopen, check again, resume, stop, uncover,
delete."""

import asyncio
import re
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from seedance_demo.accounts.guard import MOST_UNFINISHED
from seedance_demo.catalog import ANIMATIC
from seedance_demo.examples import EXAMPLES
from seedance_demo.jobs.deletions import remove_deleted
from seedance_demo.ledger import Payer, Phase
from seedance_demo.ui.handlers.visitor_jobs import RECENT

from ...faults import provider as does
from ...faults.life import awaited, decodes
from ...faults.provider import KEY, MODEL, Provider
from ...waiting import comes, until
from ..headless import VISITOR, Headless, uploaded

STRANGER = "b" * 32
BUTTONS = ("stop", "again", "animatic", "uncover")


def steps(page: Headless) -> list[str]:
    """The words of the next steps."""
    return re.findall(r"data-step=[^>]*>([^<]*)<", page["next"] or "")


@pytest.fixture
def done(home: Headless, cup: Path) -> Headless:
    """A page with a finished clip of 5 seconds."""
    home.write(cup).press()
    assert home.job.phase is Phase.COMPLETED
    return home


def test_a_press_shows_the_clip_and_what_can_be_done_with_it(done: Headless) -> None:
    assert decodes(done.clip)
    assert done["scene"] == "<div data-shape='4:3'><div class='scene'></div></div>"
    assert done.shown(*BUTTONS) == []
    assert steps(done) == [
        "Continue from the last frame · $1.20 (estimate)",
        "Again · $1.20 (estimate)",
        "15 s · $3.60 (estimate)",
    ]
    assert f"data-card='{done.job.id}'" in done["history"]
    assert done["details"]["price_usd"] == 1.2


def test_a_card_says_what_was_made_when_and_at_what_price(
    done: Headless, provider: Provider
) -> None:
    moment = datetime.fromtimestamp(done.job.opened_at, UTC)
    told = f"<time datetime='{moment:%Y-%m-%dT%H:%M:%S}Z'>{moment.day}\xa0{moment:%b}</time></b>"
    assert f"<b>Seedance 2.0 · 5\xa0s · $1.20 · {told}" in done["history"]
    assert "<img src='gradio_api/file=" in done["history"]
    provider.misbehave("submit", does.status(402))
    done.change("prompt", "another")
    done.press()
    assert "<b>Failed · Seedance 2.0 · 5\xa0s · <time" in done["history"]
    provider.silence()
    done.change("model", ANIMATIC)
    done.press()
    assert "<b>Animatic · 5\xa0s · free · <time" in done["history"]
    assert re.findall("data-kind='([^']*)'", done["history"]) == ["animatic", "failed", "film"]


def test_a_reload_brings_the_last_job_and_its_brief_back(done: Headless) -> None:
    again = done.tab()
    assert again.job == done.job
    assert again["video"] == done["video"]
    assert again["prompt"] == "Slow push in, rain"
    assert steps(again) == steps(done)


def test_what_ended_long_ago_is_left_to_the_history(
    done: Headless, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + RECENT + 60)
    again = done.tab()
    assert again["details"] is None
    assert again["prompt"] == ""
    assert done.job.id in again["history"]


def test_another_visitor_sees_none_of_it(done: Headless) -> None:
    other = done.tab(STRANGER)
    assert other["details"] is None
    assert other["history"] == ""
    other.fire("history", "click", {"card": done.job.id})
    assert other["details"] is None
    for button, event in (("again", "click"), ("uncover", "click"), ("next", "delete")):
        other["details"] = {"job": done.job.id}
        other.fire(button, event)
        assert "of yours" in other["status"], button
    other["details"] = {"job": done.job.id, "phase": "completed"}
    other.fire("details", "change")
    other.fire("next", "select", {"step": "again", "agreed": "1.2"})
    other.fire("next", "expand")
    other.fire("status", "undo", {"card": done.job.id})
    shown = [other[name] or "" for name in ("prompt", "beside", "next", "video")]
    assert shown == [""] * 4
    assert done.ledger.job(done.job.id) == done.job
    assert (done.runner.settings.clips / done.job.clip).is_file()


def test_odd_details_are_nobodys_job(home: Headless) -> None:
    odd: list[Any] = [None, [], "job", 7, {}, {"job": None}, {"job": ["a"]}]
    for told in odd:
        home["details"], home["status"] = told, ""
        home.fire("next", "delete")
        assert "no clip of yours" in home["status"], told


def test_an_odd_card_changes_nothing(done: Headless) -> None:
    before = done.draft(), done["details"], done["status"]
    odd: list[Any] = [None, [], "card", {}, {"card": None}, {"card": "0" * 32}]
    for told in odd:
        done.fire("history", "click", told)
        assert (done.draft(), done["details"], done["status"]) == before, told


def test_a_card_opens_its_job_again(done: Headless, astronaut: Path) -> None:
    first = done.job
    done.write(astronaut, prompt="Pan left, wind").press()
    assert done.job != first
    done.fire("history", "click", {"card": first.id})
    assert done.job == first
    assert done["prompt"] == "Slow push in, rain"


def test_the_form_of_a_card_is_filled_before_its_job_is_watched(
    home: Headless, provider: Provider, cup: Path
) -> None:
    """What one click triggers runs one after another, and a watch may take minutes."""
    provider.misbehave("poll", does.processing)
    home.write(cup, prompt="Tilt up")

    async def reopened() -> str:
        press = asyncio.create_task(home.fired("generate", "click"))
        await comes(lambda: home.ledger.of_visitor(VISITOR) and provider.count("poll"))
        (job,) = home.ledger.of_visitor(VISITOR)
        other = Headless(home.demo, home.runner)
        other["visitor"] = VISITOR
        click = asyncio.create_task(other.fired("history", "click", {"card": job.id}))
        await comes(lambda: other["details"])
        prompt = str(other["prompt"])
        provider.silence()
        await asyncio.gather(press, click)
        return prompt

    assert awaited(reopened()) == "Tilt up"


def test_stop_of_a_paid_job_stops_the_watch_and_not_the_job(
    home: Headless, provider: Provider, cup: Path
) -> None:
    provider.misbehave("poll", does.processing)
    home.write(cup)

    async def stopped() -> None:
        press = asyncio.create_task(home.fired("generate", "click"))
        await comes(lambda: (home["details"] or {}).get("phase") == Phase.PROCESSING)
        assert home.shown(*BUTTONS) == ["stop", "animatic"]
        await home.fired("stop", "click")
        await press

    awaited(stopped())
    assert home.code == "not_watched"
    assert "Not watching any more" in home["status"]
    assert home.shown(*BUTTONS) == ["again", "animatic"]
    provider.silence()
    home.fire("again", "click")
    assert home.job.phase is Phase.COMPLETED
    assert provider.count("submit") == 1


def test_stop_of_an_animatic_ends_it(home: Headless, provider: Provider, cup: Path) -> None:
    provider.polls = 1 << 30
    home.change("model", ANIMATIC)
    home.write(cup)

    async def stopped() -> None:
        press = asyncio.create_task(home.fired("generate", "click"))
        await comes(lambda: (home["details"] or {}).get("phase") == Phase.PROCESSING)
        await home.fired("stop", "click")
        await press

    awaited(stopped())
    assert (home.job.phase, provider.count("cancel")) == (Phase.FAILED, 1)
    assert home.shown("again", "animatic") == []


@pytest.mark.parametrize(("model", "is_shown"), [(ANIMATIC, True), (MODEL, False)])
def test_what_is_drawn_of_an_animatic_is_on_the_stage(
    home: Headless, provider: Provider, cup: Path, model: str, is_shown: bool
) -> None:
    drawn = {"done": 1, "total": 120, "still": "/9j/4AAQ"}
    provider.misbehave("poll", does.task_says(status="processing", outputs=[], frames=drawn))
    home.change("model", model)
    home.write(cup)

    async def shown() -> str:
        press = asyncio.create_task(home.fired("generate", "click"))
        await comes(lambda: "1 of 120 frames" in str(home["status"]))
        seen = str(home["scene"])
        provider.silence()
        await press
        return seen

    assert ("base64,/9j/4AAQ" in awaited(shown())) == is_shown


def test_another_watch_of_the_same_tab_ends_the_one_before(
    home: Headless, provider: Provider, cup: Path, astronaut: Path
) -> None:
    provider.misbehave("poll", does.processing)
    home.write(cup, prompt="the first")

    async def both() -> None:
        first = asyncio.create_task(home.fired("generate", "click"))
        await comes(lambda: (home["details"] or {}).get("phase") == Phase.PROCESSING)
        home["images"], home["prompt"] = uploaded(astronaut), "the second"
        second = asyncio.create_task(home.fired("generate", "click"))
        await first  # although its job still runs
        assert not second.done()
        provider.silence()
        await second

    awaited(both())
    assert home.job.prompt == "the second"


def test_a_hidden_tab_ends_its_watch_and_asks_until_the_clip_is_there(
    home: Headless, provider: Provider, cup: Path
) -> None:
    provider.misbehave("poll", does.processing)
    home.write(cup)

    async def hidden() -> None:
        press = asyncio.create_task(home.fired("generate", "click"))
        await comes(lambda: (home["details"] or {}).get("phase") == Phase.PROCESSING)
        await home.fired("glance", "click")
        await press  # although its job still runs

    awaited(hidden())
    home.fire("glance", "click")
    assert home.shown(*BUTTONS) == ["stop", "animatic"]
    provider.silence()
    until(lambda: home.job.phase is Phase.COMPLETED)
    assert home["details"]["phase"] != Phase.COMPLETED
    home.fire("glance", "click")
    assert home["details"]["phase"] == Phase.COMPLETED
    assert decodes(home.clip)


def test_a_tab_that_is_seen_again_follows_its_own_job_and_not_the_last_one(
    done: Headless, astronaut: Path
) -> None:
    other = done.tab()
    other.write(astronaut, prompt="Pan left, wind").press()
    for asked in ("follow", "glance"):
        before = done["details"]
        done.fire(asked, "click")
        assert done["details"] == before, asked
    arrived = done.tab()
    assert arrived.job == other.job
    arrived["details"] = None
    arrived.fire("glance", "click")
    assert arrived.job == other.job


def test_an_unconfirmed_job_can_be_looked_for_and_nothing_is_sent_again(
    home: Headless, provider: Provider, cup: Path
) -> None:
    provider.misbehave("submit", does.after(does.cut))
    provider.misbehave("recent", does.status(503))
    home.write(cup).press()
    assert home["details"]["phase"] == Phase.UNCONFIRMED
    assert "may have been charged" in home["status"]
    assert home.shown(*BUTTONS) == ["again", "animatic"]
    provider.silence()
    home.fire("again", "click")
    assert (home.job.phase, provider.count("submit")) == (Phase.COMPLETED, 1)


def lost_and_not_found(page: Headless, provider: Provider, cup: Path) -> Headless:
    """A visitor's press whose answer is lost, and whose task cannot be looked for."""
    page.arrive().write(cup)
    page.change("model", MODEL)
    page.change("api_key", KEY)
    provider.misbehave("submit", does.after(does.cut))
    provider.misbehave("recent", does.status(503))
    page.press()
    provider.silence()
    page["api_key"] = ""
    return page


def test_a_visitors_key_is_known_while_the_process_lives(
    opened: Callable[..., Headless], provider: Provider, cup: Path
) -> None:
    page = lost_and_not_found(opened(public=True, api_key=""), provider, cup)
    assert "This app looks again by itself at" in page["status"]
    assert page.shown(*BUTTONS) == ["again", "animatic"]
    page.fire("again", "click")
    assert page.job.phase is Phase.COMPLETED


def test_after_a_restart_a_job_of_a_visitors_key_asks_for_it_again(
    opened: Callable[..., Headless], provider: Provider, cup: Path
) -> None:
    lost_and_not_found(opened(public=True, api_key=""), provider, cup)
    page = opened(public=True, api_key="").arrive()
    page.fire("again", "click")
    assert page.code == "needs_key"
    assert "Enter the key that pays for this" in page["status"]
    assert "by itself" not in page["status"]
    page["api_key"] = KEY
    page.fire("again", "click")
    assert page.job.phase is Phase.COMPLETED


def test_a_page_that_stays_sees_its_job_wake_and_its_clip_arrive(
    home: Headless, provider: Provider, cup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home.runner, "timing", replace(home.runner.timing, rests=(0.3,)))
    provider.misbehave("file", does.status(404))
    home.stays = True
    home.write(cup)

    async def woken() -> None:
        press = asyncio.create_task(home.fired("generate", "click"))
        await comes(lambda: "by itself" in (home["status"] or ""))
        provider.silence()
        await press

    awaited(woken())
    assert home.job.phase is Phase.COMPLETED
    assert decodes(home.clip)


def test_a_request_made_elsewhere_is_fetched_by_its_id(
    done: Headless, opened: Callable[..., Headless], tmp_path: Path
) -> None:
    other = opened(data_dir=tmp_path / "another").arrive()
    other["request_id"] = f" {done.job.request_id} "
    other["model"] = MODEL
    other.fire("resume", "click")
    assert (other.job.phase, other.job.request_id) == (Phase.COMPLETED, done.job.request_id)
    assert "nothing charged by this page" in other["status"]
    assert steps(other) == [], "its brief is not known"


@pytest.mark.parametrize(
    ("page", "changed", "sentence"),
    [
        ({}, {"request_id": "no"}, "A request id looks like"),
        ({"public": True, "api_key": ""}, {}, "needs a WaveSpeedAI key"),
        ({"public": True, "auth": (("carla", "pw"),)}, {}, "Sign in to use this page"),
        ({}, {"model": ANIMATIC}, "Choose the model that this request was made with"),
    ],
)
def test_what_cannot_be_resumed_gets_a_sentence(
    opened: Callable[..., Headless],
    provider: Provider,
    page: dict[str, Any],
    changed: dict[str, str],
    sentence: str,
) -> None:
    tab = opened(**page).arrive()
    for name, value in ({"request_id": "0" * 32, "model": MODEL} | changed).items():
        tab[name] = value
    tab.fire("resume", "click")
    assert sentence in tab["status"]
    assert (tab["details"]["phase"], tab["details"]["job"]) == (Phase.FAILED, "")
    assert not provider.count("poll")


def test_another_visitors_request_is_not_adopted(
    opened: Callable[..., Headless], cup: Path
) -> None:
    page = opened(public=True, api_key="").arrive().write(cup)
    page.change("model", MODEL)
    page.change("api_key", KEY)
    page.press()
    other = page.tab(STRANGER)
    other["request_id"], other["model"], other["api_key"] = page.job.request_id, MODEL, KEY
    other.fire("resume", "click")
    assert "Another visitor watches this request" in other["status"]
    assert other["details"]["job"] == ""


@pytest.mark.parametrize("no", [does.status(404), does.status(401), does.status(503), does.cut])
def test_only_a_key_that_sees_a_request_holds_it(
    opened: Callable[..., Headless], provider: Provider, no: Any
) -> None:
    provider.misbehave("poll", no)
    page = opened(public=True, api_key="").arrive()
    page["request_id"], page["model"], page["api_key"] = "0" * 32, MODEL, "made-up"
    page.fire("resume", "click")
    assert (page["details"]["job"], page["details"]["phase"]) == ("", Phase.FAILED)
    assert not page.ledger.owns("0" * 32)


def test_so_many_requests_of_others_are_watched_at_once(
    done: Headless, opened: Callable[..., Headless], tmp_path: Path
) -> None:
    page = opened(public=True, api_key="", data_dir=tmp_path / "another").arrive()
    page["model"], page["api_key"] = MODEL, KEY
    for n in range(MOST_UNFINISHED):
        page.ledger.adopt(f"{n:032}", MODEL, VISITOR, Payer.VISITOR)
    page["request_id"] = done.job.request_id
    page.fire("resume", "click")
    assert page.code == "line_full"


def test_the_owners_key_does_not_fetch_for_strangers(
    opened: Callable[..., Headless], provider: Provider
) -> None:
    page = opened(public=True, daily_budget=6).arrive()
    page["request_id"], page["model"] = "0" * 32, MODEL
    page.fire("resume", "click")
    assert "Enter the key that this request was started with" in page["status"]
    assert not provider.count("poll")


def test_a_flagged_clip_is_covered_until_its_visitor_uncovers_it(
    home: Headless, provider: Provider, cup: Path
) -> None:
    flagged = does.task_says(status="completed", has_nsfw_contents=[True])
    provider.misbehave("poll", flagged)
    home.write(cup).press()
    assert home["details"]["nsfw"]
    assert not home["video"]
    assert "covered" in home["scene"]
    assert "<img" not in home["history"]
    assert "uncover" in home.shown(*BUTTONS)
    home.fire("uncover", "click")
    assert decodes(home.clip)


def test_deleting_takes_the_clip_and_leaves_the_bill(done: Headless) -> None:
    job, copy = done.job, done.clip
    done.fire("next", "delete")
    assert not copy.exists(), "nor is it served any more"
    assert (done["video"], done["next"], done["history"], done["details"]) == ("", "", "", {})
    assert "What was paid stays" in done["status"]
    assert done.ledger.used(VISITOR, "").spent == job.price_usd
    remove_deleted(done.ledger, done.runner.settings, time.time())
    assert not list(done.runner.settings.clips.glob("*.mp4"))
    kept = done.ledger.job(job.id)
    assert kept
    assert (kept.clip, kept.price) == ("", job.price)
    done.fire("status", "undo", {"card": job.id})
    assert "too late" in done["status"]
    done["details"] = {"job": job.id}
    done.fire("next", "delete")
    assert "no clip of yours to delete" in done["status"]


def test_deleting_is_undone_for_a_moment(done: Headless) -> None:
    job = done.job
    done.fire("next", "delete")
    assert done.tab()["details"] is None, "a reload does not bring it back"
    [[clip, *_]] = done.call("job", job.id)
    assert clip is None
    done.fire("status", "undo", {"card": job.id})
    assert done.job == job
    assert decodes(done.clip)
    assert job.id in done["history"]


def test_a_failed_job_is_deleted_too(home: Headless, provider: Provider, cup: Path) -> None:
    provider.misbehave("submit", does.status(402))
    home.write(cup).press()
    assert steps(home) == []
    assert "data-does='delete'" in home["next"]
    home.fire("next", "delete")
    assert (home["history"], home["details"]) == ("", {})


def test_a_paid_job_has_an_animatic_beside_it(done: Headless, provider: Provider) -> None:
    assert "Compare with animatic" in done["next"]
    done.fire("next", "expand")
    assert done["beside"].count("<video") == 2
    assert "not made by Seedance" in done["beside"]
    assert f"data-job='{done.job.id}'" in done["beside"]
    posts = provider.count("submit")
    done.fire("next", "expand")
    assert provider.count("submit") == posts == 2, "the second is the first again"
    twin = done.ledger.animatic_of(done.job)
    assert twin
    assert (twin.model, twin.price_usd, twin.prompt) == (ANIMATIC, Decimal(0), done.job.prompt)


def test_an_animatic_beside_a_clip_is_no_clip_of_its_own_until_it_is_pressed(
    done: Headless,
) -> None:
    clip = done.job
    done.fire("next", "expand")
    twin = done.ledger.animatic_of(clip)
    assert twin
    again = done.tab()
    assert again.job == clip
    assert twin.id not in again["history"]
    done.ledger.lay_beside(twin.id, "")
    assert twin.id in done.tab()["history"]


def test_while_the_model_works_the_animatic_plays_on_the_stage(
    home: Headless, provider: Provider, cup: Path
) -> None:
    home.write(cup)

    async def meanwhile() -> str:
        provider.misbehave("poll", does.processing, times=200)
        press = asyncio.create_task(home.fired("generate", "click"))
        await comes(lambda: (home["details"] or {}).get("phase") == Phase.PROCESSING)
        assert home.shown("animatic") == ["animatic"]
        waiting = str(home["scene"])
        assert "dim" in waiting
        provider.silence()
        await asyncio.gather(press, home.fired("animatic", "click"))
        return waiting

    assert "<img" in awaited(meanwhile())
    assert home.job.phase is Phase.COMPLETED


@pytest.mark.parametrize(("button", "event"), [("generate", "click"), ("next", "expand")])
def test_a_full_disk_is_said_and_nothing_is_sent(
    done: Headless, provider: Provider, monkeypatch: pytest.MonkeyPatch, button: str, event: str
) -> None:
    before = provider.count("submit")
    full = shutil.disk_usage("/")._replace(free=0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    done["prompt"] = "another one"
    done.fire(button, event)
    assert "disk" in done["beside" if button == "next" else "refused"]
    assert provider.count("submit") == before


def a_file_in_its_place(folder: Path) -> Callable[[], object]:
    folder.write_text("in the way")
    return folder.unlink


def a_volume_that_is_not_mounted(folder: Path) -> Callable[[], object]:
    volume = folder.with_name("volume")
    folder.symlink_to(volume)
    return volume.mkdir


@pytest.mark.parametrize("block", [a_file_in_its_place, a_volume_that_is_not_mounted])
def test_a_clip_that_cannot_be_shown_is_named_and_comes_when_there_is_room(
    done: Headless,
    opened: Callable[..., Headless],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    block: Callable[[Path], Callable[[], object]],
) -> None:
    job, make_room = done.job, block(tmp_path / "gradio")
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path / "gradio"))
    page = opened().arrive()  # the app was started again
    assert f"{job.clip} is safe in the folder clips of the data folder" in page["status"]
    assert "$1.20 charged" in page["status"]
    assert str(tmp_path) not in page["status"] + page["history"], "a path is nobody's business"
    assert page["details"] == done["details"]
    assert not page["video"]
    [[clip, said, details]] = page.call("job", job.id)
    assert (clip, details) == (None, done["details"])
    assert f"{job.clip} is safe" in said
    make_room()
    assert decodes(page.tab().clip)
    [[clip, said, details]] = page.call("job", job.id)
    assert decodes(Path(clip["path"]))
    assert "is safe" not in said


def test_an_animatic_beside_it_and_pictures_are_left_out_without_room(
    done: Headless,
    opened: Callable[..., Headless],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done.fire("next", "expand")
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path / "file"))
    page = opened().arrive()
    page.fire("next", "expand")
    assert "<video" not in page["beside"]
    assert "<img" not in page["history"]
    assert page["prompt"] == "Slow push in, rain"
    with pytest.raises(gr.Error, match=r"cannot be shown here: the temporary folder"):
        page.fire("examples", "click", {"card": EXAMPLES[0].title})


def test_the_page_finds_its_clip_by_a_relative_address(done: Headless) -> None:
    """Gradio makes addresses from what a proxy lets through: one without the page's name or scheme
    would send the browser elsewhere. Whatever a browser shows has one of the same kind."""
    kept_for_a_day = [each for block in done.demo.blocks.values() for each in block.temp_files]
    assert str(done.clip) in kept_for_a_day
    assert done.clip.name == done.job.clip
    done.fire("next", "expand")
    shown = [done[each] or "" for each in ("video", "beside", "history", "examples", "scene")]
    addresses = re.findall(r" src='([^']*)'", " ".join(shown))
    assert len(addresses) > 3
    assert not [each for each in addresses if not re.match("gradio_api/file=|examples/", each)]
