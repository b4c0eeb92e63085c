"""The page by keyboard alone, and what axe-core finds in each of its states."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from seedance_demo.examples import EXAMPLES
from tests.apps import App
from tests.browser.actions import fill, playing_seconds, press, wait_for
from tests.browser.axe import violations
from tests.browser.conftest import Paid
from tests.faults.provider import processing

# Each once: colours do not change with the width, nor the layout with the colours.
SEEN_AT = ("light", 1280), ("dark", 390)


def findings(page: Page) -> list[str]:
    """Serious and critical findings, wide by day and narrow by night; and a page that scrolls
    sideways."""
    found = []
    for scheme, width in SEEN_AT:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        # As tall as the page: axe takes words behind the button that sticks to the edge for pale.
        page.set_viewport_size({"width": width, "height": 4000})
        expect(page.locator("body.dark")).to_have_count(int(scheme == "dark"))
        if (all_of_it := page.evaluate("document.documentElement.scrollWidth")) > width:
            found.append(f"{scheme} {width}: {all_of_it} wide")
        found += [f"{scheme} {width}: {each}" for each in violations(page)]
    return found


def test_axe_sees_what_is_wrong(page: Page) -> None:
    """The test below is worth something."""
    page.set_content("<html lang=en><body><p style='color:#bbb'>pale</p><img src=x>")
    wrong = violations(page)
    for rule in ("color-contrast", "image-alt"):
        assert any(each.startswith(rule) for each in wrong)


def test_axe_finds_nothing_serious_in_any_state(
    page: Page, app: App, paid: Paid, cup: Path
) -> None:
    """Each has all of the one before it that is to be seen, and is looked at instead."""
    page.goto(app.url)
    expect(page.locator("#chips")).to_be_visible()
    page.get_by_role("radio", name="Seedance 2.0", exact=True).check()
    press(page)
    expect(page.locator("#lacking-pictures")).to_contain_text("Add at least one picture")
    expect(page.locator("#images input")).to_have_attribute("aria-invalid", "true")
    assert findings(page) == [], "empty, and what is missing is said"
    fill(page, cup, cup, prompt="A cup, push in and pan left, she smiles. Cut to rain")
    expect(page.locator("#tips")).to_contain_text("at once")
    press(page)
    expect(page.locator("#lacking-key")).to_contain_text("needs a WaveSpeedAI key")
    assert findings(page) == [], "filled, and refused"
    paid.provider.misbehave("poll", processing)
    page.goto(paid.url)
    fill(page, cup, cup, prompt="A cup, push in and pan left, she smiles. Cut to rain")
    press(page)
    wait_for(page, "#status", "Making the clip")
    assert findings(page) == [], "running"
    paid.provider.silence()
    playing_seconds(page)
    page.get_by_role("button", name="Details").click()
    page.locator("#next summary").get_by_text("More").click()
    page.locator("#next summary").get_by_text("Delete").click()
    expect(page.locator("#history li")).to_have_count(1)
    assert findings(page) == [], "finished, with all that can be done, its details and the history"


def tab_to(page: Page, target: Locator) -> int:
    """Tab until `target` has the focus, and count; whatever has it on the way shows that it has."""
    for stops in range(1, 80):
        page.keyboard.press("Tab")
        shown = page.evaluate("""() => {
            const it = document.activeElement;
            const label = it.type === "radio" && it.labels[0];  // drawn for its hidden button
            return [it, label].some(each => each && parseFloat(getComputedStyle(each).outlineWidth)
                && getComputedStyle(each).outlineStyle !== "none") || it === document.body
                || it.controls;  // a player draws the focus on its own buttons
        }""")
        assert shown, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        if target.evaluate("it => it === document.activeElement"):
            return stops
    raise AssertionError(f"Tab never came to {target}")


def test_from_load_to_clip_by_keyboard_alone(page: Page, paid: Paid, cup: Path) -> None:
    page.on("filechooser", lambda chooser: chooser.set_files([str(cup), str(cup)]))
    page.goto(paid.url)
    expect(page.locator("#generate")).to_be_enabled()
    assert tab_to(page, page.get_by_role("link", name="Skip to the brief")) == 1
    page.keyboard.press("Enter")
    expect(page.locator("#prompt textarea")).to_be_focused()
    tab_to(page, page.get_by_role("button", name=EXAMPLES[0].title))
    page.keyboard.press("Enter")
    expect(page.locator("#images img")).to_have_count(2)
    assert tab_to(page, page.locator("#generate")) < 10
    page.get_by_role("button", name="New brief").press("Enter")
    expect(page.locator("#images img")).to_have_count(0)
    page.get_by_role("button", name="New brief").focus()
    tab_to(page, page.locator("#images input"))
    page.keyboard.press("Enter")
    expect(page.locator("#images img")).to_have_count(2)
    tab_to(page, page.get_by_role("button", name="Move picture 1 later"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Move picture 2 earlier")).to_be_focused()
    tab_to(page, page.locator("#prompt textarea"))
    page.keyboard.type("A cup")
    tab_to(page, page.locator("#chips-Camera"))
    page.keyboard.press("ArrowRight")
    expect(page.locator("#chips-Light")).to_be_focused()
    tab_to(page, page.locator("#chips").get_by_role("button", name="Golden hour", exact=True))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#prompt textarea")).to_have_value("A cup, night")
    expect(page.locator("#prompt textarea")).to_be_focused()
    tab_to(page, page.get_by_role("radio", name="5 s", exact=False).first)
    for key, price in (("ArrowRight", "$2.40"), ("ArrowRight", "$3.60"), ("ArrowLeft", "$2.40")):
        page.keyboard.press(key)  # the choices change with each
        expect(page.locator("#generate")).to_contain_text(price)  # less is not agreed to more
    tab_to(page, page.locator("#generate"))
    page.keyboard.press("Enter")
    playing_seconds(page)
    tab_to(page, page.get_by_role("button", name="Details"))
    page.keyboard.press("Enter")
    expect(page.locator("#details")).to_contain_text("completed")
