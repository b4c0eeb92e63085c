"""What people do on the page, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from seedance_demo.examples import EXAMPLES
from tests.apps import App
from tests.browser.actions import PLAYS, RENDERED, playing_seconds, press

# What of these is cut off by the window or hidden by the bar at its lower edge.
UNSEEN = """() => {
    const bar = document.querySelector("#go").getBoundingClientRect().top;
    return ["#stage", "#status .head"].filter((each) => {
        const { top, bottom } = document.querySelector(each).getBoundingClientRect();
        return top < 0 || bottom > bar;
    });
}"""


def expect_in_view(page: Page, *others: str) -> None:
    """The stage with the head of its card, or what else is named, and the button below it, without
    a scroll by anybody."""
    for each in others:
        expect(page.locator(each)).to_be_in_viewport(ratio=1)
    if not others:
        page.wait_for_function(f"({UNSEEN})().length === 0")
    expect(page.locator("#generate")).to_be_in_viewport(ratio=1)


def test_on_a_phone_what_matters_is_on_the_screen_without_a_scroll(
    page: Page, app: App, page_errors: list[str]
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(app.url)
    expect(page.locator("#generate")).to_be_enabled()
    expect_in_view(page, "#intro h1", "#examples h2", "#scene video")
    page.get_by_role("button", name="The lantern keeper").click()
    expect(page.locator("#images img")).to_have_count(1)
    press(page)
    expect(page.locator("#making")).to_contain_text("Making the clip")
    expect(page.locator("#stage [data-shape='9:16']")).to_be_attached()
    expect_in_view(page)
    page.fill("#prompt textarea", "Push in, snow.")
    expect(page.locator("#making")).to_be_hidden()
    page.fill("#prompt textarea", "")
    press(page)
    expect_in_view(page, "#lacking-words")
    expect(page.locator("#prompt textarea")).to_be_focused()
    page.get_by_role("radio", name="Seedance 2.0", exact=True).check()
    page.fill("#prompt textarea", "Push in, snow.")
    expect(page.locator("#generate")).to_contain_text("$")
    press(page)
    expect_in_view(page, "#lacking-key", "#api-key input")
    expect(page.locator("#api-key input")).to_be_focused()
    page.fill("#api-key input", "a")
    expect(page.locator("#lacking-key")).to_be_hidden()
    expect(page.locator("#status")).to_contain_text("ready", timeout=RENDERED)
    page.locator("#history button").first.click()
    expect_in_view(page, "#stage", "#next button >> nth=0")
    page.get_by_role("button", name="Find a clip").click(trial=True)  # not below the bar
    page.evaluate("scrollTo(0, 0)")
    page.reload()
    expect(page.locator("#status .card:not(.note)")).to_be_visible()
    assert page.evaluate("scrollY") == 0
    assert page_errors == []


def test_first_visit_over_the_opening_film_and_an_example_to_a_clip(
    page: Page, app: App, page_errors: list[str]
) -> None:
    """The film stays still for those who asked their system for less motion. Not a clip is made
    before the press."""
    example, before = EXAMPLES[0], app.clips
    page.goto(app.url)
    opening = page.locator("#scene video")
    opening.evaluate("v => v.readyState > 1 || new Promise(r => v.addEventListener('canplay', r))")
    assert opening.evaluate("v => v.paused && v.controls")
    page.emulate_media(reduced_motion="no-preference")
    page.reload()
    opening.evaluate(PLAYS)
    expect(page.locator("#scene")).to_contain_text("Animatic of “")
    expect(page.locator("#history li")).to_have_count(0)
    expect(page.locator("#about")).to_contain_text("Free preview")
    expect(page.locator("#about")).to_contain_text("choose Seedance 2.0 and enter your key")
    page.get_by_role("button", name=example.title).click()
    expect(page.locator("#prompt textarea")).to_have_value(example.prompt)
    expect(page.locator("#images img")).to_have_count(len(example.pictures))
    expect(page.locator("#generate")).to_have_text("Generate · free")
    assert app.clips == before
    assert opening.is_visible()
    press(page)
    # Looked for in each frame of the page: a small film is drawn in about a second.
    page.wait_for_function(r"/\d+ of 120 frames/.test(document.querySelector('#status').innerText)")
    assert playing_seconds(page) == pytest.approx(example.duration, abs=1 / 24)
    expect(opening).to_have_count(0)
    expect(page.locator("#history")).to_contain_text("Animatic")
    clip = page.locator("#video video")
    assert clip.evaluate("v => [v.muted, v.playsInline, v.loop, v.paused]") == [*[True] * 3, False]
    page.get_by_role("button", name="Sound on").click()
    expect(page.get_by_role("button", name="Sound off")).to_be_visible()
    assert clip.evaluate("v => [v.muted, v.paused]") == [False, False]
    expect(page.locator("#status")).to_contain_text("not made by Seedance")
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
    page.set_input_files("#images input[type=file]", [str(cup)] * 5)
    expect(page.get_by_text("Up to 4 pictures: the rest were not added.")).to_be_visible()
    page.fill("#prompt textarea", "   ")
    expect(page.locator("#images li.coming")).to_have_count(0)
    press(page)
    expect(page.locator("#lacking-words")).to_contain_text("Write what should happen")
    expect(page.locator("#images img")).to_have_count(4)
    expect(page.get_by_role("radio", name="10 s")).to_be_checked()
