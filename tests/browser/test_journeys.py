"""What people do on the page, in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.apps import App
from tests.browser.actions import fill, playing_seconds, press, wait_for_request_id
from tests.browser.conftest import Paid
from tests.faults.provider import KEY


def test_first_visit_to_first_clip_in_three_actions(
    page: Page, app: App, cup: Path, astronaut: Path, page_errors: list[str]
) -> None:
    page.goto(app.url)
    expect(page.locator("#about")).to_contain_text("free preview")
    expect(page.locator("#about")).to_contain_text("choose Seedance 2.0 and enter your key")
    expect(page.locator("#generate")).to_have_text("Generate · free")
    fill(page, cup, astronaut)
    press(page)
    expect(page.locator("#status")).to_contain_text(re.compile(r"\d+ of 120 frames"))
    assert playing_seconds(page) == pytest.approx(5, abs=1 / 24)
    expect(page.locator("#status")).to_contain_text("not by Seedance")
    assert page_errors == []


def test_the_shot_list_is_there_before_the_press_and_says_what_will_not_move(
    page: Page, app: App, cup: Path, astronaut: Path
) -> None:
    page.goto(app.url)
    shots = page.locator("#shots")
    expect(shots).to_contain_text("while you write")
    fill(
        page, cup, astronaut, prompt="Push in at night. Cut to the woman, she smiles, <b>rain</b>."
    )
    expect(shots.locator("li")).to_have_count(2)
    expect(shots.locator("li").nth(0)).to_contain_text("push in")
    expect(shots.locator("li").nth(0)).to_contain_text("night")
    expect(shots.locator("li").nth(1)).to_contain_text(re.compile("Not animated.*smiles", re.S))
    page.get_by_role("radio", name="10 s").check()
    expect(shots.locator("li").nth(1)).to_contain_text("10.0 s")


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


def test_a_text_called_png_is_named_and_the_rest_stays(
    page: Page, app: App, fake_png: Path
) -> None:
    page.goto(app.url)
    fill(page, fake_png, prompt="pan left")
    press(page)
    expect(page.locator("#status")).to_contain_text("Picture 1 is not a JPEG")
    assert page.input_value("#prompt textarea") == "pan left"


def test_a_fifth_picture_is_left_out_with_a_word(page: Page, app: App, cup: Path) -> None:
    page.goto(app.url)
    page.set_input_files("#images input[type=file]", [str(cup)] * 5)
    expect(page.get_by_text("4 pictures are enough")).to_be_visible()
    expect(page.locator("#images img")).to_have_count(4)


def test_stop_ends_an_animatic_and_says_so(page: Page, app: App, cup: Path) -> None:
    page.goto(app.url)
    page.get_by_role("radio", name="15 s").check()
    fill(page, cup, prompt="Tilt down, thunder.")
    press(page)
    wait_for_request_id(page)
    page.click("#stop")
    expect(page.locator("#status")).to_contain_text("cancelled")
    expect(page.locator("#video video")).to_have_count(0)


def test_with_a_key_the_page_starts_at_seedance_with_the_price_on_the_button(
    page: Page, paid: Paid, cup: Path
) -> None:
    page.goto(paid.url)
    expect(page.get_by_role("radio", name="Seedance 2.0", exact=True)).to_be_checked()
    expect(page.locator("#generate")).to_have_text("Generate · $1.20 (estimate)")
    expect(page.locator("#api-key")).to_be_hidden()
    fill(page, cup, prompt="Push in.")
    press(page)
    playing_seconds(page)
    expect(page.locator("#status")).to_contain_text("$1.20 charged")
    assert KEY not in page.content()
