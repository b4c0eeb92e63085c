"""What people do on the page, as words for the tests."""

import json
import re
from functools import partial
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.waiting import until

BRIEF = "Slow push in on the cup, rain outside. Cut to the astronaut, pan right, wind."
# Milliseconds, on a busy machine: a film of 5 s takes 14 s of a processor, and may get a tenth of
# one. What comes ends the wait.
SOON, RENDERED = 60_000, 200_000
expect.set_options(timeout=SOON)

# A network on which some words of the stream of answers come late, once a test says so.
LATE = """(pattern => {
    const ask = window.fetch;
    const pause = async (part, stream) => {
        const at = window.isLate ? part.search(pattern) : -1;
        if (at < 0) return stream.enqueue(part);
        stream.enqueue(part.slice(0, at));
        await new Promise((go) => { window.letGo = go; });
        stream.enqueue(part.slice(at));
    };
    window.fetch = async (...asked) => {
        const answer = await ask(...asked);
        if (!String(asked[0].url).includes("/queue/data")) return answer;
        window.streams = (window.streams ?? 0) + 1;
        const words = answer.body.pipeThrough(new TextDecoderStream());
        const flush = () => { window.isOver = Boolean(window.letGo); };
        const late = words.pipeThrough(new TransformStream({transform: pause, flush}));
        return new Response(late.pipeThrough(new TextEncoderStream()), answer);
    };
})"""


# A tab that a test hides and shows: one that is not in front still counts as seen in a headless
# browser. The test moves its clock, too.
HIDDEN = """(() => {
    let hidden = IS_HIDDEN;
    Object.defineProperty(document, "hidden", {get: () => hidden});
    Object.defineProperty(document, "visibilityState", {get: () => hidden ? "hidden" : "visible"});
    window.hide = (is) => { hidden = is; document.dispatchEvent(new Event("visibilitychange")); };
})()"""


# A film that plays, or will in a moment; without its sound, as nobody has clicked yet.
PLAYS = "v => v.muted && (!v.paused || new Promise(r => v.addEventListener('playing', r)))"


def hideable(page: Page, *, is_hidden: bool = False) -> Page:
    """A page whose tab `hide` hides, or one that is opened in the background."""
    page.add_init_script(HIDDEN.replace("IS_HIDDEN", json.dumps(is_hidden)))
    return page


def hide(page: Page, *, is_hidden: bool = True) -> None:
    page.evaluate("hide", is_hidden)


def late(pattern: str) -> str:
    """A script for a page: what the server says in such words waits, once `isLate`, for `letGo`."""
    return f"{LATE}({json.dumps(pattern)})"


def fill(page: Page, *pictures: Path, prompt: str = BRIEF) -> None:
    expect(page.locator("#generate")).to_be_enabled()  # a draft comes back before it is
    page.set_input_files("#images input[type=file]", [str(path) for path in pictures])
    expect(page.locator("#images img")).to_have_count(len(pictures))
    page.fill("#prompt textarea", prompt)


def press(page: Page) -> None:
    page.click("#generate")


def wait_for(page: Page, where: str, words: str, within: int = RENDERED) -> None:
    """Until this part of the page says something of this form."""
    expect(page.locator(where)).to_contain_text(re.compile(words), timeout=within)


def wait_for_request_id(page: Page) -> str:
    """The request id, as soon as the status shows it."""
    request, status = re.compile(r"request ([0-9a-f]{32})"), page.locator("#status")
    pause = partial(page.wait_for_timeout, 50)
    found = until(lambda: request.search(status.inner_text()), pause)
    assert found
    return found[1]


def chosen(page: Page, label: str) -> Locator:
    """What a select of the shot list shows."""
    return page.get_by_label(label, exact=True).locator("option:checked")


def playing_seconds(page: Page) -> float:
    """The length of the clip on the page, once the browser can play it."""
    video = page.locator("#video video")
    expect(video).to_be_visible(timeout=RENDERED)
    video.evaluate("v => v.readyState > 1 || new Promise(r => v.addEventListener('canplay', r))")
    return float(video.evaluate("v => v.error ? -1 : v.duration"))


def open_more(page: Page) -> None:
    """What is behind More, below the clip of the form's brief. It comes a moment after the clip,
    and what was opened of another's closes then."""
    prompt = page.locator("#prompt textarea").input_value()
    copies = page.locator("#next [data-does=copy]")
    expect(copies).to_have_attribute("data-copies", prompt)
    page.locator("#next summary").get_by_text("More").click()


def more(page: Page, name: str) -> None:
    """A button behind More."""
    open_more(page)
    page.locator("#next").get_by_role("button", name=name).click()


def delete(page: Page) -> None:
    """The job on the page; it asks once."""
    open_more(page)
    page.locator("#next summary").get_by_text("Delete").click()
    page.get_by_role("button", name="Delete it").click()


def details(page: Page) -> str:
    page.get_by_role("button", name="Details").click()
    return page.locator("#details").inner_text()
