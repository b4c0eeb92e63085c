"""What people do on the page, in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.apps import App
from tests.browser.actions import fill, playing_seconds, press


def test_first_visit_to_first_clip_in_three_actions(
    page: Page, app: App, cup: Path, astronaut: Path, page_errors: list[str]
) -> None:
    page.goto(app.url)
    expect(page.locator("#about")).to_contain_text("free preview")
    expect(page.locator("#about")).to_contain_text("choose Seedance 2.0 and enter your key")
    expect(page.locator("#generate")).to_have_text("Generate · free")
    fill(page, cup, astronaut)
    page.emulate_media(reduced_motion="no-preference")
    press(page)
    expect(page.locator("#status")).to_contain_text(re.compile(r"\d+ of 120 frames"))
    assert playing_seconds(page) == pytest.approx(5, abs=1 / 24)
    clip = page.locator("#video video")
    assert clip.evaluate("v => [v.muted, v.playsInline, v.loop, v.paused]") == [*[True] * 3, False]
    page.get_by_role("button", name="Sound on").click()
    expect(page.get_by_role("button", name="Sound off")).to_be_visible()
    assert clip.evaluate("v => [v.muted, v.paused]") == [False, False]
    expect(page.locator("#status")).to_contain_text("not by Seedance")
    assert page_errors == []


def test_price_and_what_is_missing_are_said_at_their_places_and_nothing_is_lost(
    page: Page, app: App, cup: Path
) -> None:
    page.goto(app.url)
    expect(page.locator("#api-key")).to_be_hidden()
    page.get_by_role("radio", name="Seedance 2.0", exact=True).check()
    expect(page.locator("#generate")).to_have_text("Generate · $1.20 (estimate)")
    expect(page.locator("#duration")).to_contain_text("15 s · $3.60")
    expect(page.locator("#api-key")).to_be_visible()
    page.get_by_role("radio", name="10 s · $2.40").check()
    expect(page.locator("#generate")).to_have_text("Generate · $2.40 (estimate)")
    press(page)
    expect(page.locator("#lacking-pictures")).to_contain_text("Add at least one picture")
    expect(page.locator("#lacking-words")).to_contain_text("Write what should happen")
    fill(page, cup, prompt="   ")
    press(page)
    expect(page.locator("#lacking-words")).to_contain_text("Write what should happen")
    expect(page.locator("#images img")).to_have_count(1)
    expect(page.get_by_role("radio", name="10 s")).to_be_checked()


def test_a_fifth_picture_is_left_out_with_a_word(page: Page, app: App, cup: Path) -> None:
    page.goto(app.url)
    page.set_input_files("#images input[type=file]", [str(cup)] * 5)
    expect(page.get_by_text("4 pictures are enough")).to_be_visible()
    expect(page.locator("#images img")).to_have_count(4)
