"""Several tabs of one browser: it opens six connections to a server, for all of them together."""

import re
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Request, expect

from tests.browser.actions import (
    fill,
    hide,
    hideable,
    playing_seconds,
    press,
    wait_for_request_id,
)
from tests.browser.conftest import Paid
from tests.faults.provider import processing
from tests.waiting import until

READY, MAKING = re.compile("^✓ Clip ready"), re.compile("^● Making the clip")
GLIMPSE, BETWEEN = 2_000, 30_000  # milliseconds, of tab.js


def opened(context: BrowserContext, paid: Paid) -> Page:
    """A tab that can be hidden, and whose clock the test moves."""
    page = hideable(context.new_page())
    page.clock.install()
    page.goto(paid.url)
    return page


def is_stream(asked: Request) -> bool:
    return "/queue/data" in asked.url


def leave(page: Page) -> None:
    hide(page)
    page.clock.fast_forward(GLIMPSE)


def test_seven_tabs_of_one_job_load_and_end_with_its_clip(
    context: BrowserContext, paid: Paid, cup: Path
) -> None:
    before = paid.provider.count("submit")
    paid.provider.misbehave("poll", processing)
    tabs = [opened(context, paid)]
    fill(tabs[0], cup, prompt="Seven tabs, rain.")
    press(tabs[0])
    request_id = wait_for_request_id(tabs[0])
    for _ in range(6):
        leave(tabs[-1])
        tabs.append(opened(context, paid))
        assert wait_for_request_id(tabs[-1]) == request_id
    paid.provider.silence()
    *hidden, seen = tabs
    playing_seconds(seen)
    for tab in hidden:
        tab.clock.fast_forward(BETWEEN)
        expect(tab).to_have_title(READY)
        hide(tab, is_hidden=False)
        playing_seconds(tab)
    assert paid.provider.count("submit") == before + 1


def test_a_tab_in_the_background_holds_no_connection_and_takes_its_turn_once_it_is_seen(
    context: BrowserContext, paid: Paid, cup: Path
) -> None:
    before = paid.provider.count("submit")
    paid.provider.misbehave("poll", processing)
    seen = opened(context, paid)
    fill(seen, cup, prompt="A window of tabs, snow.")
    press(seen)
    wait_for_request_id(seen)
    hidden = hideable(context.new_page(), is_hidden=True)
    held: list[Request] = []  # its streams of answers
    hidden.on("request", lambda asked: held.append(asked) if is_stream(asked) else None)
    for end in ("requestfinished", "requestfailed"):
        hidden.on(end, lambda asked: held.remove(asked) if is_stream(asked) else None)
    hidden.clock.install()
    with hidden.expect_request(is_stream):
        hidden.goto(paid.url)
    expect(hidden).to_have_title(MAKING)
    until(lambda: not held, lambda: hidden.wait_for_timeout(50))
    leave(seen)
    hide(hidden, is_hidden=False)
    paid.provider.silence()
    playing_seconds(hidden)  # by its own stream: its clock stands
    assert paid.provider.count("submit") == before + 1


def test_who_leaves_at_the_press_pays_once_and_finds_the_job_and_the_words(
    context: BrowserContext, paid: Paid, cup: Path
) -> None:
    before = paid.provider.count("submit")
    paid.provider.misbehave("poll", processing)
    page = opened(context, paid)
    fill(page, cup, prompt="Gone at once, wind.")

    def is_the_press(asked: Request) -> bool:  # Gradio reads the words a moment after it
        return "/queue/join" in asked.url and "Gone at once" in (asked.post_data or "")

    with page.expect_request(is_the_press):
        press(page)
    let_go: list[str] = []  # streams that ended since
    page.on("requestfinished", lambda each: let_go.append(each.url) if is_stream(each) else None)
    page.fill("#prompt textarea", "Begun before I left.")
    leave(page)
    request_id = wait_for_request_id(page)
    until(lambda: let_go, lambda: page.wait_for_timeout(50))
    hide(page, is_hidden=False)
    expect(page.locator("#status")).to_contain_text(request_id)
    expect(page.locator("#prompt textarea")).to_have_value("Begun before I left.")
    press(page)  # another brief, while the first is followed again
    until(lambda: paid.provider.count("submit") == before + 2, lambda: page.wait_for_timeout(50))
    paid.provider.silence()
    playing_seconds(page)
    assert paid.provider.count("submit") == before + 2
