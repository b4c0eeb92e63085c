"""Four clips of one brief: pressed, reloaded in the middle, and one of them chosen."""

from decimal import Decimal
from pathlib import Path

from playwright.sync_api import Page, expect

from seedance_demo.ledger import Ledger
from tests.browser.actions import fill, playing_seconds, press
from tests.browser.conftest import Paid
from tests.faults.provider import processing, task_says

BAD = task_says(status="failed", outputs=[], error="The picture shows a real person.")


def test_four_clips_of_which_one_fails_are_seen_after_a_reload_and_one_is_chosen(
    page: Page, paid: Paid, cup: Path, page_errors: list[str]
) -> None:
    sent, spent = paid.provider.count("submit"), Ledger(paid.app.data_dir / "ledger.sqlite").used
    before = spent("", "").spent
    page.goto(paid.url)
    fill(page, cup, prompt="Orbit left around the cup.")
    page.get_by_role("button", name="More").click()
    page.get_by_role("radiogroup", name="Clips of this brief").get_by_label("4").check()
    button, cards = page.locator("#generate"), page.locator("#variations button")
    expect(button).to_have_text("Generate 4 · $4.80 (estimate)")
    paid.provider.misbehave("poll", processing)
    press(page)
    expect(cards).to_contain_text([f"{n} · Making the clip" for n in (1, 2, 3, 4)])
    expect(page.locator("#making")).to_contain_text("0 of 4 ready")
    page.reload()
    expect(cards).to_contain_text([f"{n} · Making the clip" for n in (1, 2, 3, 4)])
    expect(page.locator("#making")).to_contain_text("0 of 4 ready")
    paid.provider.silence()
    paid.provider.misbehave("poll", BAD, times=1)
    expect(cards.filter(has_text="Ready")).to_have_count(3)
    expect(cards.filter(has_text="Failed")).to_have_count(1)
    chosen = cards.filter(has_text="Ready").last
    chosen.click()
    expect(chosen).to_have_attribute("aria-current", "true")
    assert playing_seconds(page) == 1
    expect(page.locator("#next")).to_contain_text("Again · $1.20")
    expect(page.locator("#history img[src*=posters]")).to_have_count(3)
    assert paid.provider.count("submit") == sent + 4
    assert spent("", "").spent == before + Decimal("3.6")
    assert page_errors == []
