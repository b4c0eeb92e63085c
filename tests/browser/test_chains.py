"""From a clip's last frame on: one click to the next start, and the chain as one file."""

from pathlib import Path

import av
import pytest
from playwright.sync_api import Page, expect

from tests.apps import App
from tests.browser.actions import RENDERED, fill, more, playing_seconds, press

SELECTED = """box => document.activeElement === box
    && box.selectionStart === 0 && box.selectionEnd === box.value.length"""


def test_the_last_frame_is_the_next_start_in_one_click_and_both_clips_are_one_file(
    page: Page, app: App, cup: Path, page_errors: list[str], tmp_path: Path
) -> None:
    page.goto(app.url)
    fill(page, cup, prompt="Slow push in, rain.")
    press(page)
    assert playing_seconds(page) == pytest.approx(5, abs=1 / 24)
    first = page.locator("#video video").get_attribute("src")
    picture = page.locator("#images img").get_attribute("src")
    page.get_by_role("button", name="Continue from the last frame · free").click()
    expect(page.locator("#images img")).not_to_have_attribute("src", str(picture))
    expect(page.locator("#images img")).to_have_count(1)
    prompt = page.locator("#prompt textarea")
    expect(prompt).to_have_value("Slow push in, rain.")
    page.wait_for_function(f"({SELECTED})(document.querySelector('#prompt textarea'))")
    page.keyboard.type("Pan right, wind.")
    expect(prompt).to_have_value("Pan right, wind.")
    expect(page.locator("#generate")).to_have_text("Generate · free")
    press(page)
    expect(page.locator("#video video")).not_to_have_attribute("src", str(first), timeout=RENDERED)
    assert playing_seconds(page) == pytest.approx(5, abs=1 / 24)
    expect(page.locator("#history summary")).to_have_text("2 clips · 10\xa0s")
    with page.expect_download(timeout=RENDERED) as joined:
        page.get_by_role("button", name="Join 2 clips · 10 s").click()
    film = tmp_path / joined.value.suggested_filename
    joined.value.save_as(film)
    assert film.name.startswith("joined-")
    with av.open(str(film)) as opened:
        assert opened.streams.video[0].frames in (239, 240)
    expect(page.locator("#next .said")).to_have_text(f"Saved as {film.name}.")
    with page.expect_download(timeout=RENDERED) as frame:
        more(page, "Last frame (PNG)")
    assert frame.value.suggested_filename.endswith("-last-frame.png")
    assert page_errors == []
