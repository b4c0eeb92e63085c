"""What lies on the stage: an example's animatic, the wait, the clip; none passes for another."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from seedance_demo.examples import EXAMPLES
from tests.apps import App, running_app
from tests.browser.actions import SOON, fill, playing_seconds, press, wait_for
from tests.faults.life import make_clip
from tests.faults.provider import KEY, Provider, serving, task_says

PLAYS = "v => v.muted && (!v.paused || new Promise(r => v.addEventListener('playing', r)))"
PROCESSING = task_says(status="processing", outputs=[])


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with serving(Provider(make_clip(), polls=0)) as running:
        yield running


@pytest.fixture(scope="module")
def paid(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    data = tmp_path_factory.mktemp("paid") / "data"
    with running_app(data, WAVESPEED_API_KEY=KEY, WAVESPEED_BASE_URL=provider.base_url) as app:
        yield app


def tab_to(page: Page, wanted: Locator) -> None:
    """With the keyboard alone."""
    for _ in range(80):
        if wanted.evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{wanted} cannot be reached")


def test_by_keyboard_alone_from_the_opening_film_over_an_example_to_a_clip(
    page: Page, app: App
) -> None:
    example = EXAMPLES[0]
    before = app.clips
    page.goto(app.url)
    opening = page.locator("#scene video")
    opening.evaluate(PLAYS)
    expect(page.locator("#scene")).to_contain_text("Animatic of the example")
    expect(page.locator("#history li")).to_have_count(0)
    tab_to(page, page.get_by_role("button", name=example.title))
    page.keyboard.press("Enter")
    expect(page.locator("#prompt textarea")).to_have_value(example.prompt, timeout=SOON)
    expect(page.locator("#images img")).to_have_count(len(example.pictures))
    expect(page.locator("#generate")).to_have_text("Generate · free")
    assert app.clips == before
    assert opening.is_visible()
    tab_to(page, page.locator("#generate"))
    page.keyboard.press("Enter")
    assert playing_seconds(page) == pytest.approx(example.duration, abs=1 / 24)
    expect(opening).to_have_count(0)
    expect(page.locator("#history")).to_contain_text("Animatic", timeout=SOON)


def test_who_asked_for_less_motion_sees_the_opening_film_still(browser: Browser, app: App) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(app.url)
    opening = page.locator("#scene video")
    opening.evaluate("v => v.readyState > 1 || new Promise(r => v.addEventListener('canplay', r))")
    assert opening.evaluate("v => v.paused && v.controls")
    context.close()


def test_the_animatic_plays_while_the_clip_is_made_and_is_compared_with_it(
    page: Page, paid: App, provider: Provider, cup: Path
) -> None:
    provider.misbehave("poll", PROCESSING)
    before = provider.count("submit")
    page.goto(paid.url)
    fill(page, cup, prompt="Push in, rain.")
    press(page)
    wait_for(page, "#status", "You may close this tab")
    page.click("#animatic")
    page.locator("#scene video").evaluate(PLAYS)
    expect(page.locator("#scene")).to_contain_text("Its animatic")
    expect(page.locator("#status")).to_contain_text("Making the clip")
    provider.silence()
    wait_for(page, "#status", "1.20 charged")
    expect(page.locator("#scene video")).to_have_count(0)
    page.click("#animatic")
    expect(page.locator("#beside")).to_contain_text("not by Seedance", timeout=SOON)
    expect(page.locator("#beside video")).to_be_visible()
    page.click("#longer")
    expect(page.locator("#generate")).to_contain_text("$3.60", timeout=SOON)
    assert provider.count("submit") == before + 1


def test_another_brief_is_pressed_while_one_is_made_and_both_are_in_the_history(
    page: Page, paid: App, provider: Provider, cup: Path
) -> None:
    provider.misbehave("poll", PROCESSING)
    page.goto(paid.url)
    fill(page, cup, prompt="Orbit left, wind.")
    press(page)
    wait_for(page, "#status", "Making the clip")
    page.fill("#prompt textarea", "Crane up, birds.")
    press(page)
    wait_for(page, "#history", "Crane up, birds.")
    provider.silence()
    wait_for(page, "#status", "1.20 charged")
    page.locator("#history").get_by_role("button", name="Orbit left").click()
    expect(page.locator("#prompt textarea")).to_have_value("Orbit left, wind.", timeout=SOON)
    wait_for(page, "#status", "1.20 charged")


def test_a_flagged_clip_is_covered_until_its_owner_wants_to_see_it(
    page: Page, paid: App, provider: Provider, cup: Path
) -> None:
    provider.misbehave("poll", task_says(has_nsfw_contents=[True]), times=1)
    page.goto(paid.url)
    fill(page, cup, prompt="Pull out, silence.")
    press(page)
    wait_for(page, "#status", "1.20 charged")
    expect(page.locator("#scene")).to_contain_text("not safe for work")
    expect(page.locator("#video video")).to_have_count(0)
    expect(page.locator("#history img")).to_have_count(0)
    page.click("#uncover")
    assert playing_seconds(page) == pytest.approx(1, abs=1 / 24)
