"""Two or four clips of one brief, from the choice to the clip on the stage."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from seedance_demo.catalog import ANIMATIC, GEN_2026_08
from seedance_demo.ledger import Job, Phase

from ...faults import provider as does
from ...faults.life import QUICK, awaited, settings_for
from ...faults.provider import Provider
from ...waiting import comes, until
from ..headless import VISITOR, Headless, page_for

PRO = "bytedance/seedance-v1.5-pro/image-to-video"  # the one that has a seed


@pytest.fixture
def four(home: Headless, cup: Path) -> Headless:
    """The owner's page with a brief of which four clips are wished."""
    home.write(cup)
    home.change("clips", 4)
    return home


def jobs(page: Headless) -> list[Job]:
    return page.ledger.of_visitor(VISITOR)


def goes_on(page: Headless, job: Job) -> bool:
    snapshot = page.runner.snapshot(job.id)
    return snapshot is not None and snapshot.live


def cards(page: Headless) -> list[tuple[str, str]]:
    """The words on each card of the grid, and whether it is the one on the stage."""
    found = re.findall(
        r"<button [^>]*?( aria-current='true')?>.*?<b>([^<]*)</b>", page["variations"]
    )
    return [(words, "here" if current else "") for current, words in found]


def test_the_button_says_the_sum_and_opens_as_many(four: Headless, provider: Provider) -> None:
    assert four["generate"] == "Generate 4 · $4.80 (estimate)"
    assert (four["agreed"], four["agreed_clips"]) == ("4.80", 4)
    assert ["5 s · $1.20", 5] in four.props("duration")["choices"]
    four.press()
    assert provider.count("submit") == len(jobs(four)) == 4
    assert four.job.variation == 0
    assert cards(four) == [
        ("1 · Ready", "here"),
        ("2 · Ready", ""),
        ("3 · Ready", ""),
        ("4 · Ready", ""),
    ]
    assert four["history"].count("data-card") == 4
    assert "<summary>4 clips of one brief</summary>" in four["history"]
    assert four.ledger.used(VISITOR, "").spent == Decimal("4.8")


def test_one_clip_is_as_before(home: Headless, cup: Path) -> None:
    home.write(cup)
    assert home["generate"] == "Generate · $1.20 (estimate)"
    assert home.press()["variations"] == ""


def test_pressed_twice_together_it_is_four(four: Headless, provider: Provider) -> None:
    provider.misbehave("poll", does.processing)

    async def twice() -> None:
        other = four.tab()
        other["images"], other["prompt"] = four["images"], four["prompt"]
        other["agreed"], other["agreed_clips"] = four["agreed"], four["agreed_clips"]
        presses = [
            asyncio.create_task(page.fired("generate", "click")) for page in (four, other, four)
        ]
        await comes(lambda: provider.count("poll") >= 4)
        provider.silence()
        await asyncio.gather(*presses)

    awaited(twice())
    assert provider.count("submit") == len(jobs(four)) == 4


def test_a_budget_for_two_of_four_is_said_before_and_two_are_opened(
    opened: Callable[..., Headless], provider: Provider, cup: Path
) -> None:
    page = opened(daily_budget=Decimal("2.9")).arrive().write(cup)
    page.change("clips", 4)
    assert "Your allowance covers 2 of 4 clips today." in page["note"]
    assert page["generate"] == "Generate 2 · $2.40 (estimate)"
    page.press()
    assert provider.count("submit") == len(jobs(page)) == 2
    assert "covers none of 4 clips today" in page["note"]
    assert page["generate"] == "Generate · $1.20 (estimate)"
    page.change("prompt", "another")
    page.press()
    assert "too little of it is left for this clip" in page["refused"]
    assert len(jobs(page)) == 2


def test_what_was_covered_a_moment_ago_and_is_not_any_more_opens_none(
    opened: Callable[..., Headless], provider: Provider, cup: Path
) -> None:
    page = opened(daily_budget=Decimal(6)).arrive().write(cup)
    page.change("clips", 4)
    assert page["generate"] == "Generate 4 · $4.80 (estimate)"
    other = page.tab("b" * 32).write(cup, prompt="Somebody else was faster")
    other.change("clips", 2)
    other.press()
    assert provider.count("submit") == 2
    page.press()
    assert "left for these 4 clips. Nothing was charged. Choose fewer clips" in page["refused"]
    assert (jobs(page), provider.count("submit")) == ([], 2)
    assert page["generate"] == "Generate 3 · $3.60 (estimate)", "what is left is said at once"


def test_a_reload_in_the_middle_finds_all_four_and_each_comes_on_the_stage(
    four: Headless, provider: Provider
) -> None:
    provider.misbehave("poll", does.processing)

    async def story() -> None:
        press = asyncio.create_task(four.fired("generate", "click"))
        await comes(lambda: provider.count("poll") >= 4)
        other = Headless(four.demo, four.runner)
        other["arrival"] = {"visitor": VISITOR, "draft": None}
        await other.fired("", "load")
        follow = asyncio.create_task(other.fired("follow", "click"))
        await comes(lambda: other["variations"])
        assert len(cards(other)) == 4
        assert "data-open='0 of 4 ready'" in other["variations"]
        assert other["details"]["job"] == four["details"]["job"]
        provider.silence()
        await asyncio.gather(press, follow)
        assert [words for words, _ in cards(other)] == [f"{n} · Ready" for n in (1, 2, 3, 4)]
        assert "data-open" not in other["variations"]
        third = other.ledger.variations(other.job)[2]
        await other.fired("variations", "click", {"card": third.id})
        assert other.job == third
        assert other.clip.name == third.clip
        assert cards(other)[2] == ("3 · Ready", "here")
        assert "data-step='again'" in other["next"]

    awaited(story())


def test_one_that_fails_leaves_three_and_is_deleted_from_among_them(
    four: Headless, provider: Provider
) -> None:
    fails = does.task_says(status="failed", outputs=[], error="The picture shows a person.")
    provider.misbehave("poll", fails, times=1)
    four.press()
    failed = next(job for job in four.ledger.variations(four.job) if not job.clip)
    assert (f"{failed.variation + 1} · Failed", "here") in [
        (words, "here") for words, _ in cards(four)
    ]
    four.fire("variations", "click", {"card": failed.id})
    four.fire("next", "delete")
    assert len(cards(four)) == 3
    assert four.ledger.used(VISITOR, "").spent == Decimal("3.6")


def test_one_that_is_ready_comes_on_the_stage_when_the_first_fails(
    four: Headless, provider: Provider
) -> None:
    fails = does.task_says(status="failed", outputs=[], error="The picture shows a person.")
    provider.misbehave("poll", fails, times=3)
    four.press()
    (ready,) = (job for job in jobs(four) if job.clip)
    assert four.job == ready
    failed = next(job for job in jobs(four) if not job.clip)
    four.fire("variations", "click", {"card": failed.id})
    assert four.job == failed, "which was chosen"


def test_check_again_takes_up_all_that_rest(provider: Provider, tmp_path: Path, cup: Path) -> None:
    settings, calmly = settings_for(provider, tmp_path / "data"), replace(QUICK, rests=(3600,))
    page = page_for(settings, timing=calmly).arrive().write(cup)
    page.change("clips", 4)
    provider.misbehave("poll", does.status(401))
    page.press()
    assert "card rests" in page["status"]
    until(lambda: not any(goes_on(page, job) for job in jobs(page)))
    provider.silence()

    async def story() -> None:
        again = asyncio.create_task(page.fired("again", "click"))
        await comes(lambda: all(job.phase is Phase.COMPLETED for job in jobs(page)))
        await again

    awaited(story())
    assert provider.count("submit") == len(cards(page)) == 4


def test_a_fixed_seed_and_an_animatic_offer_no_variations(
    opened: Callable[..., Headless], provider: Provider, cup: Path
) -> None:
    page = opened(contract=GEN_2026_08).arrive().write(cup)
    page.change("model", PRO)
    page.change("clips", 4)
    assert page.props("clips")["visible"] is True
    assert page["generate"].startswith("Generate 4 · ")
    page.change("seed", 7)
    assert page.props("clips")["visible"] is False
    assert page["generate"].startswith("Generate · $")
    page["agreed_clips"], page["agreed"] = 4, "9"  # as the button said a moment ago
    page.press()
    assert "would be one and the same" in page["refused"]
    assert not provider.count("submit")
    page.change("seed", -1)
    assert page["generate"].startswith("Generate 4 · "), "the wish stays"
    page.change("model", ANIMATIC)
    assert page.props("clips")["visible"] is False
    assert page["generate"] == "Generate · free"
    page.press()
    assert len(jobs(page)) == 1


def test_a_hand_made_number_opens_nothing(four: Headless, provider: Provider) -> None:
    for clips in (0, 5, -1, 1000):
        four["agreed_clips"], four["agreed"] = clips, ""
        four.press()
        assert "A press makes 1 to 4 clips" in four["refused"]
    assert (jobs(four), provider.count("submit")) == ([], 0)


def test_a_price_that_rose_for_four_is_not_paid(four: Headless, provider: Provider) -> None:
    four["agreed"] = "4.79"
    four.press()
    assert "costs $4.80 now" in four["refused"]
    assert not provider.count("submit")


def test_the_wish_is_kept_with_the_draft_and_a_next_step_is_one_clip(four: Headless) -> None:
    again = Headless(four.demo, four.runner).arrive(four.draft())
    assert again["generate"] == "Generate 4 · $4.80 (estimate)"
    again.press()
    again.fire("next", "select", {"step": "again", "agreed": "1.2"})
    assert again["clips"] == 1
    assert (again["generate"], again["agreed_clips"]) == ("Generate · $1.20 (estimate)", 1)


def test_an_odd_draft_has_no_such_wish(four: Headless) -> None:
    odd: list[Any] = [3, 8, "4", True, None, [4]]
    for kept in odd:
        page = Headless(four.demo, four.runner).arrive(four.draft() | {"clips": kept})
        assert page["generate"] == "Generate · $1.20 (estimate)", kept
