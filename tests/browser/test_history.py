"""The history by keyboard and mouse: filtered, looked at, and taken home."""

import re
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Page, expect

from tests.browser.actions import fill, press, wait_for
from tests.browser.conftest import Paid
from tests.faults.life import decodes
from tests.faults.provider import task_says

BAD = task_says(status="failed", outputs=[], error="The picture shows a real person.")
PLAYS = "v => v.muted && (!v.paused || new Promise(r => v.addEventListener('playing', r)))"


def test_clips_are_filtered_by_keyboard_play_in_their_cards_and_are_downloaded_together(
    page: Page, paid: Paid, cup: Path, page_errors: list[str], tmp_path: Path
) -> None:
    bar, cards = page.locator("#history-bar"), page.locator("#history [data-card]")
    seen = cards.and_(page.locator(":visible"))
    page.goto(paid.url)
    expect(page.locator("#generate")).to_be_enabled()
    expect(bar).to_be_hidden()
    fill(page, cup, prompt="Dolly out, crickets.")
    press(page)
    wait_for(page, "#status", "charged")
    expect(cards.locator("time")).to_have_attribute("data-told", re.compile("."))
    expect(bar.get_by_role("radio")).to_have_count(0)
    paid.provider.misbehave("poll", BAD, times=1)
    page.fill("#prompt textarea", "Dolly in, crickets.")
    press(page)
    wait_for(page, "#status", "Failed")
    expect(seen).to_have_count(2)
    bar.get_by_role("radio", name="All").focus()
    page.keyboard.press("ArrowRight")
    expect(bar.get_by_role("radio", name="Films")).to_be_checked()
    expect(bar.get_by_role("status")).to_have_text("1 of 2 clips")
    expect(seen).to_contain_text(["Dolly out"])
    page.keyboard.press("ArrowRight")
    expect(seen).to_contain_text(["Dolly in"])
    page.reload()
    expect(bar.get_by_role("radio", name="Failed")).to_be_checked()
    expect(seen).to_contain_text(["Dolly in"])
    bar.get_by_role("radio", name="All").check(force=True)
    expect(seen).to_have_count(2)

    page.emulate_media(reduced_motion="no-preference")
    films = page.locator("#history video")
    expect(films).to_have_count(0)
    seen.filter(has_text="Dolly out").hover()
    films.evaluate(PLAYS)
    seen.filter(has_text="Dolly in").hover()
    expect(films).to_have_count(0)
    bar.get_by_role("button", name="Download all").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    films.evaluate(PLAYS)
    page.emulate_media(reduced_motion="reduce")

    with page.expect_download() as download:
        bar.get_by_role("button", name="Download all").click()
    expect(bar.get_by_role("status")).to_have_text("Your browser is downloading them.")
    name = download.value.suggested_filename
    assert re.fullmatch(r"seedance-clips-\d{4}-\d\d-\d\d\.zip", name)
    download.value.save_as(tmp_path / name)
    with ZipFile(tmp_path / name) as opened:
        clip, table = opened.namelist()
        opened.extract(clip, tmp_path)
        listed = opened.read(table).decode("utf-8-sig")
    assert decodes(tmp_path / clip)
    assert listed.count("crickets.") == 2
    assert page_errors == []
