"""What lies on the stage: an example's animatic, the wait, the clip; none passes for another."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.actions import (
    PLAYS,
    RENDERED,
    chosen,
    fill,
    late,
    more,
    playing_seconds,
    press,
    wait_for,
)
from tests.browser.conftest import Paid
from tests.faults.provider import processing, task_says

IN_STEP = """() => {
    const [clip, animatic] = document.querySelectorAll(".compare video");
    const apart = Math.abs(clip.currentTime - animatic.currentTime);
    return clip.currentTime > 0.2 && !clip.paused && !animatic.paused && apart < 0.1;
}"""


def test_the_animatic_plays_while_the_clip_is_made_and_is_compared_with_it(
    page: Page, paid: Paid, cup: Path
) -> None:
    """From an animatic to the film in one click, at the price on it."""
    paid.provider.misbehave("poll", processing)
    before = paid.provider.count("submit")
    page.emulate_media(reduced_motion="no-preference")
    page.goto(paid.url)
    page.get_by_role("radio", name="Animatic").check()
    fill(page, cup, prompt="Push in, rain.")
    press(page)
    expect(page.locator("#video video")).to_be_visible(timeout=RENDERED)
    page.locator("#video video").evaluate(PLAYS)
    assert paid.provider.count("submit") == before
    page.get_by_role("button", name="Film it with Seedance 2.0 · $1.20").click()
    wait_for(page, "#status", "You can close this tab")
    expect(page.get_by_role("radio", name="Seedance 2.0", exact=True)).to_be_checked()
    page.click("#animatic")
    page.locator("#scene video").evaluate(PLAYS)
    expect(page.locator("#scene")).to_contain_text("Its animatic")
    expect(page.locator("#status")).to_contain_text("Making the clip")
    paid.provider.silence()
    wait_for(page, "#status", "1.20 charged")
    expect(page.locator("#scene video")).to_have_count(0)
    more(page, "Compare with animatic")
    expect(page.locator("#beside")).to_contain_text("not made by Seedance")
    page.wait_for_function(IN_STEP)
    expect(page.locator("#stage")).to_be_hidden()
    page.get_by_role("button", name="Pause both").click()
    page.get_by_role("button", name="15 s · $3.60").click()
    wait_for(page, "#status", "3.60 charged")
    expect(page.locator("#beside")).to_be_hidden()
    assert paid.provider.count("submit") == before + 2


def test_an_animatic_that_comes_late_does_not_lie_beside_another_clip(
    page: Page, paid: Paid, cup: Path
) -> None:
    page.goto(paid.url)
    fill(page, cup)
    for prompt in ("Roll left, bells.", "Roll right, bells."):
        page.fill("#prompt textarea", prompt)
        press(page)
        wait_for(page, "#history", prompt)
        wait_for(page, "#status", "1.20 charged")
    more(page, "Compare with animatic")
    expect(page.locator("#beside")).to_contain_text("Drawing")
    page.locator("#history").get_by_role("button", name="Roll left").click()
    expect(page.locator("#prompt textarea")).to_have_value("Roll left, bells.")
    expect(page.locator("#beside figure")).to_have_count(2, timeout=RENDERED)
    expect(page.locator("#beside")).to_be_hidden()
    expect(page.locator("#stage")).to_be_visible()
    expect(page.locator("#history").get_by_role("button", name="Animatic")).to_have_count(0)


def test_a_flagged_clip_is_covered_until_its_owner_wants_to_see_it(
    page: Page, paid: Paid, cup: Path
) -> None:
    paid.provider.misbehave("poll", task_says(has_nsfw_contents=[True]), times=1)
    # Gradio says the last words of a watch twice; the second time they come late here.
    page.add_init_script(late("data: .*process_completed.*charged"))
    page.goto(paid.url)
    fill(page, cup, prompt="Pull out, silence.")
    page.evaluate("window.isLate = true")
    press(page)
    wait_for(page, "#status", "1.20 charged")
    expect(page.locator("#scene")).to_contain_text("not safe for work")
    expect(page.locator("#video video")).to_have_count(0)
    expect(page.locator("#history img")).to_have_count(0)
    page.click("#uncover")
    page.fill("#prompt textarea", "Pan left.")
    # So the click was heard before the last words.
    expect(chosen(page, "Move of shot 1")).to_have_text("pan left")
    with page.expect_request("**/queue/join**"):  # what follows those
        page.evaluate("window.isLate = false, letGo()")
    assert playing_seconds(page) == pytest.approx(1, abs=1 / 24)
