"""A clip shown to others: seen in another browser, made into one's own there, and switched off."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.apps import App
from tests.browser.actions import fill, more, playing_seconds, press
from tests.browser.axe import violations

PROMPT = "Slow push in on the cup, rain."
# Begins, jumps to the end and goes on from there: by what the browser asks for of the file.
PLAYS = """async (film) => {
    film.muted = true;
    await film.play();
    film.currentTime = film.duration - 0.5;
    await new Promise((go) => film.addEventListener("ended", go));
    return [Math.round(film.duration), film.currentTime === film.duration, film.error];
}"""


def findings(page: Page) -> list[str]:
    """What axe finds, wide by day and narrow by night; and a page that scrolls sideways."""
    found = []
    for scheme, width in (("light", 1280), ("dark", 390)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 844})
        found += violations(page)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{width} is too narrow")
    return found


def test_who_has_the_link_sees_the_clip_until_its_maker_stops_that(
    page: Page, app: App, cup: Path, browser: Browser, page_errors: list[str]
) -> None:
    page.goto(app.url)
    fill(page, cup, prompt=PROMPT)
    press(page)
    playing_seconds(page)
    more(page, "Share this clip")
    copies = page.get_by_role("button", name="Copy link")
    expect(copies).to_be_focused()
    link = page.locator("#next .shared a").inner_text()
    assert link.startswith(f"{app.url}/clip/")
    expect(copies).to_have_attribute("data-copies", link)

    other = browser.new_context(reduced_motion="reduce").new_page()
    other.on("pageerror", lambda error: page_errors.append(str(error)))
    other.goto(app.url)
    expect(other.locator("#generate")).to_be_enabled()
    other.fill("#prompt textarea", "My own words.")
    other.wait_for_function("localStorage['seedance.draft']?.includes('My own words.')")
    other.goto(link)
    expect(other.get_by_role("heading")).to_have_text("Animatic, not made by Seedance")
    expect(other.get_by_text(PROMPT)).to_be_visible()
    assert findings(other) == []
    assert other.locator("video").evaluate(PLAYS) == [5, True, None]

    other.get_by_role("link", name="Make your own").click()
    expect(other.locator("#prompt textarea")).to_have_value(PROMPT)
    expect(other.locator("#images img")).to_have_count(0)
    expect(other.locator("#generate")).to_have_text("Generate · free")
    expect(other.locator("#status")).to_have_text("Your clip will appear here.")
    assert other.url == f"{app.url}/"
    other.locator("#replaced").get_by_role("button", name="Undo").click()
    expect(other.locator("#prompt textarea")).to_have_value("My own words.")

    page.get_by_role("button", name="Stop sharing").click()
    expect(page.get_by_role("button", name="Share this clip")).to_be_focused()
    for gone in (link, f"{link}.mp4", f"{link}.jpg"):
        other.goto(gone)
        expect(other.get_by_role("heading")).to_have_text("This clip is not shared")
    assert findings(other) == []
    other.context.close()
    assert page_errors == []
