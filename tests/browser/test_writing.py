"""Writing like a director: chips, tips, numbered pictures, and nothing lost by a reload."""

import base64
import re
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from seedance_demo.examples import EXAMPLES
from tests.apps import App
from tests.browser.actions import chosen, fill, late, playing_seconds, press
from tests.browser.conftest import Paid
from tests.faults.provider import processing
from tests.waiting import until

# A file from another program, as paste and drop hand it to a page.
ARRIVES = """([how, where, name, data]) => {
    const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
    const files = new DataTransfer();
    files.items.add(new File([bytes], name, {type: "image/jpeg"}));
    const about = {bubbles: true, cancelable: true};
    const event = how === "paste"
        ? new ClipboardEvent(how, {...about, clipboardData: files})
        : new DragEvent(how, {...about, dataTransfer: files});
    return document.querySelector(where).dispatchEvent(event);
}"""

# A network on which an event is long on its way to the server, once a test says so.
LATE_EVENT = """() => {
    const ask = window.fetch;
    window.fetch = async (...asked) => {
        const held = window.isLate && String(asked[0]).includes("/run/");
        window.isLate &&= !held;
        if (held) await new Promise((go) => { window.letGo = go; });
        return ask(...asked);
    };
}"""


CLOSES = 'data: {"msg":"close_stream'
UNTOUCHED = """;Object.defineProperty(window, "fetch", {
    value: window.fetch, writable: false, configurable: false,
});"""


def open_page(page: Page, app: App) -> Page:
    page.goto(app.url)
    expect(page.locator("#generate")).to_be_enabled()
    return page


@pytest.fixture
def opened(page: Page, app: App) -> Page:
    """A page without a key."""
    return open_page(page, app)


@pytest.fixture
def paying(page: Page, paid: Paid) -> Page:
    """One whose owner pays, and whose clips are made at once."""
    return open_page(page, paid.app)


def prompt(page: Page) -> Locator:
    return page.locator("#prompt textarea")


def chip(page: Page, group: str, label: str) -> None:
    page.locator("#chips").get_by_text(group, exact=True).click()
    page.locator("#chips").get_by_role("button", name=label, exact=True).click()


def expect_pictures(page: Page, *wanted: Path) -> None:
    """These in the strip, in order, and to be seen."""
    shown = page.locator("#images img")
    expect(shown).to_have_count(len(wanted))
    for place, picture in enumerate(wanted):
        expect(shown.nth(place)).to_have_attribute("src", re.compile(rf"/{picture.name}$"))
        expect(shown.nth(place)).not_to_have_js_property("naturalWidth", 0)


def test_chips_write_at_the_cursor_or_over_the_selection_and_are_undone_like_typing(
    opened: Page,
) -> None:
    prompt(opened).press_sequentially("A cup")
    chip(opened, "Camera", "Slow push in")
    chip(opened, "Shots", "Cut to")
    opened.keyboard.type("the door")
    chip(opened, "Sound", "Wind")
    expect(prompt(opened)).to_have_value("A cup, slow push in. Cut to the door, wind")
    prompt(opened).evaluate("box => box.setSelectionRange(0, 0)")
    chip(opened, "Shots", "2–5 s")
    expect(prompt(opened)).to_have_value("[2-5s] A cup, slow push in. Cut to the door, wind")
    expect(chosen(opened, "Move of shot 2")).to_have_text("push in")
    for _ in range(60):
        opened.keyboard.press("Control+z")
    expect(prompt(opened)).to_have_value("")
    prompt(opened).fill("A cup, pan left, at dawn")
    prompt(opened).evaluate("box => box.setSelectionRange(7, 15)")
    chip(opened, "Camera", "Orbit left")
    expect(prompt(opened)).to_have_value("A cup, orbit left, at dawn")


def test_pictures_have_numbers_that_can_be_named_and_changed(
    opened: Page, cup: Path, astronaut: Path
) -> None:
    fill(opened, cup, astronaut, prompt="Pan left,")
    opened.get_by_role("button", name="@Image2").click()
    expect(prompt(opened)).to_have_value("Pan left, @Image2")
    opened.get_by_role("button", name="Move picture 1 later").click()
    expect(opened.get_by_role("button", name="Move picture 2 earlier")).to_be_focused()
    expect_pictures(opened, astronaut, cup)
    opened.keyboard.press("Enter")
    expect_pictures(opened, cup, astronaut)
    opened.locator("#images li").last.drag_to(opened.locator("#images li").first)
    expect_pictures(opened, astronaut, cup)
    data = base64.b64encode(cup.read_bytes()).decode()  # a file is no picture being moved
    assert not opened.evaluate(ARRIVES, ["drop", "#images li", cup.name, data]), "not taken"
    expect_pictures(opened, astronaut, cup, cup)
    opened.get_by_role("button", name="Remove picture 3").click()
    expect(opened.get_by_role("button", name="Remove picture 2")).to_be_focused()
    expect_pictures(opened, astronaut, cup)
    opened.get_by_role("button", name="Remove picture 1").click()
    expect_pictures(opened, cup)
    expect(opened.get_by_role("button", name="Remove picture 1")).to_be_focused()
    expect(opened.locator("#images li")).to_contain_text("@Image1")


def test_pictures_are_taken_wherever_they_are_pasted_or_dropped(
    opened: Page, app: App, cup: Path, tmp_path: Path
) -> None:
    """What is no picture is told at once, and a photograph larger than the app takes is shrunk. All
    are learnt while the prompt is still to be written."""
    learnt, clips = len(learnt_in(app)), app.clips
    red, blue = new = [tmp_path / f"{name}.jpg" for name in ("red", "blue")]
    for picture in new:
        Image.new("RGB", (96, 64), picture.stem).save(picture)
    ways = (("paste", "#prompt textarea", red), ("drop", "#shots", blue))
    for so_far, (how, where, picture) in enumerate(ways):
        data = base64.b64encode(picture.read_bytes()).decode()
        assert not opened.evaluate(ARRIVES, [how, where, picture.name, data]), "not taken"
        expect_pictures(opened, *new[: so_far + 1])
    assert not opened.evaluate(ARRIVES, ["drop", "#shots", "notes.txt", "bm90ZXM="]), "not taken"
    told = opened.locator("#images [role=status]")
    expect(told).to_have_text("notes.txt is not a picture. Add a JPEG, PNG or WebP.")
    broken, wide = tmp_path / "broken.jpg", tmp_path / "wide.jpg"
    broken.write_bytes(cup.read_bytes()[:9000])
    turned = Image.Exif()
    turned[ExifTags.Base.Orientation] = 6
    Image.new("RGB", (8000, 5100)).save(wide, exif=turned)
    opened.set_input_files("#images input[type=file]", [broken, wide])
    expect_pictures(opened, *new, wide)
    expect(opened.locator("#images img").nth(2)).to_have_js_property("naturalHeight", 4096)
    expect(told).to_contain_text("broken.jpg cannot be opened")
    until(lambda: len(learnt_in(app)) >= learnt + 3)
    assert app.clips == clips


def test_neither_a_reload_nor_a_click_loses_anything_but_the_key(
    opened: Page, cup: Path, astronaut: Path
) -> None:
    def expect_all() -> None:
        expect(prompt(opened)).to_have_value("Not yet fin")
        expect(opened.get_by_role("radio", name="15 s · $3.60")).to_be_checked()
        expect(opened.get_by_role("radio", name="Seedance 2.0", exact=True)).to_be_checked()
        expect_pictures(opened, astronaut, cup)

    opened.get_by_role("radio", name="Seedance 2.0", exact=True).check()
    opened.fill("#api-key input", "wsk-of-a-visitor")
    opened.get_by_role("radio", name="15 s").check()
    fill(opened, astronaut, cup, prompt="Not yet fin")
    expect(opened.locator("#counter")).to_contain_text("11 of 4,000")
    opened.reload()
    expect_all()
    expect(opened.locator("#api-key input")).to_have_value("")
    undo = opened.get_by_role("button", name="Undo")
    for replacing in (EXAMPLES[0].title, "New brief"):
        opened.get_by_role("button", name=replacing).click()
        expect(prompt(opened)).not_to_have_value("Not yet fin")
        expect(undo).to_be_visible()
        if replacing == "New brief":
            opened.reload()
        undo.click()
        expect_all()
        expect(undo).to_be_hidden()


def test_the_keyboard_presses_once_and_the_tab_tells_how_it_ends(
    paying: Page, paid: Paid, context: BrowserContext, cup: Path
) -> None:
    """The tab is in the background while the clip is made."""
    context.grant_permissions(["notifications"])
    paying.evaluate("""() => {
        window.seen = {presses: 0, told: []};
        document.querySelector("#generate").addEventListener("click", () => seen.presses++);
        Object.defineProperty(document, "hidden", {get: () => true});
        window.Notification = new Proxy(Notification, {construct: (real, [title, more]) => {
            seen.told.push(more.body);
            return new real(title, more);
        }});
    }""")
    paid.provider.misbehave("poll", processing)
    fill(paying, cup, prompt="Tilt up, birds.")
    before = paying.title()
    prompt(paying).focus()
    paying.keyboard.down("Control")
    for _ in range(5):  # held
        paying.keyboard.down("Enter")
    paying.keyboard.up("Enter")
    paying.keyboard.up("Control")
    expect(paying).to_have_title(f"● Making the clip… · {before}")
    paid.provider.silence()
    playing_seconds(paying)
    expect(paying).to_have_title(f"✓ Clip ready · {before}")
    assert paying.evaluate("seen") == {"presses": 1, "told": ["✓ Clip ready"]}
    paying.evaluate("document.querySelector('#generate').disabled = true")
    paying.keyboard.press("Control+Enter")
    assert paying.evaluate("seen.presses") == 1
    expect(prompt(paying)).to_have_value("Tilt up, birds.")


def test_a_press_waits_for_pictures_on_their_way_and_a_lost_one_is_named(
    opened: Page, cup: Path, astronaut: Path
) -> None:
    """The first picture is slow, the second does not arrive at all. Meanwhile a clip from words
    alone is chosen for a moment."""
    held: list[Route] = []
    opened.route("**/upload*", lambda route: held.append(route))
    opened.set_input_files("#images input[type=file]", [str(cup), str(astronaut)])
    expect(opened.locator("#images li.coming")).to_have_count(2)
    prompt(opened).fill("Pan left, wind.")
    press(opened)
    told = opened.locator("#images [role=status]")
    expect(told).to_have_text("A picture is still uploading: press again in a moment.")
    opened.keyboard.press("Control+Enter")
    opened.get_by_role("button", name="Write only").click()
    expect(opened.locator("#images")).to_be_hidden()
    opened.get_by_role("button", name="Add pictures").click()
    expect(opened.locator("#images li.coming")).to_have_count(2)
    until(lambda: len(held) == 2, lambda: opened.wait_for_timeout(50))
    slow, lost = held
    lost.abort()
    slow.continue_()
    expect_pictures(opened, cup)
    expect(told).to_contain_text("astronaut.jpg could not be uploaded")
    expect(told).not_to_contain_text("press again")
    press(opened)
    playing_seconds(opened)
    expect(opened.locator("#history li")).to_have_count(1)


def press_while_the_stream_closes(page: Page, app: App, cup: Path) -> None:
    open_page(page, app)
    page.get_by_role("radio", name="Seedance 2.0", exact=True).check()
    fill(page, cup, prompt="Push in, rain.")
    expect(page.locator("#generate")).to_contain_text("$")
    page.evaluate("window.isLate = true")
    page.get_by_role("radio", name="10 s").check()
    page.wait_for_function("Boolean(window.letGo)")  # the last answer is there, the end on its way
    with page.expect_response("**/queue/join**"):
        press(page)
    page.evaluate("window.isLate = false; window.streamsBefore = streams; letGo()")


def test_a_press_while_the_stream_of_answers_closes_is_answered(
    page: Page, app: App, cup: Path
) -> None:
    page.add_init_script(late(CLOSES))
    press_while_the_stream_closes(page, app, cup)
    expect(page.locator("#lacking-key")).to_contain_text("needs a WaveSpeedAI key")


def test_gradio_alone_does_not_answer_it_yet(page: Page, app: App, cup: Path) -> None:
    """Once this fails, `stream.js` may go, and the pin of Gradio with it. Another event that opens
    a stream at this moment brings the answer, too: so it is tried more than once."""
    page.add_init_script(late(CLOSES) + UNTOUCHED)

    def nobody_listens() -> bool:
        press_while_the_stream_closes(page, app, cup)
        page.wait_for_function("window.isOver")
        page.evaluate("() => new Promise(requestAnimationFrame)")
        return bool(page.evaluate("streams === streamsBefore"))

    assert any(nobody_listens() for _ in range(3))


def test_the_last_word_is_answered_last_however_long_an_earlier_one_is_on_its_way(
    page: Page, app: App
) -> None:
    page.add_init_script(f"({LATE_EVENT})()")
    open_page(page, app)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.isLate = true")
    prompt(page).fill("Push in, rain.")
    page.wait_for_function("Boolean(window.letGo)")
    prompt(page).fill("Push in. Cut to the street, rain.")
    with page.expect_response(lambda answer: "Cut to" in (answer.request.post_data or "")):
        page.evaluate("letGo()")
    expect(page.locator("#shots li")).to_have_count(2)


def learnt_in(app: App) -> list[Path]:
    return list((app.data_dir / "cache").glob("*.npz"))
