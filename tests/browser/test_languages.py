"""The page in Chinese and Japanese, from the first screen to a clip and through a refusal."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.apps import App
from tests.browser.actions import RENDERED, fill, press
from tests.browser.conftest import Paid
from tests.faults.provider import processing, status

PROMPT = "Slow push in on the cup, rain outside."  # the page has a translation of it, for itself
# What a person sees, is read out or can choose, and still has English words that are no names.
LEFT = r"""() => {
    const names = new RegExp([
        "@Image\\d", "(wavespeed\\.ai)", "(WaveSpeed|Byte)\\w+", "Seedance( 2\\.0)?", "1\\.5 Pro",
        "Fast", "Gradio", "API", "ID", "PNG", "JPEG", "WebP", "Ctrl", "Enter", "720p",
    ].join("|"), "g");
    const stays = "[translate=no], #details, script, style, textarea";
    const isLeft = (text) => /[A-Za-z]{2}/.test(text.replace(names, ""));
    const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
    const found = [document.title];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const { parentElement, nodeValue } = walk.currentNode;
        const isChoice = parentElement.tagName === "OPTION";
        if (!parentElement.closest(stays) && (isChoice || isSeen(parentElement)))
            found.push(nodeValue);
    }
    for (const name of ["aria-label", "alt", "placeholder", "title"])
        for (const element of document.querySelectorAll(`[${name}]`))
            if (!element.closest("[translate=no]")) found.push(element.getAttribute(name));
    for (const input of document.querySelectorAll("input:not([type=radio], [type=checkbox])"))
        if (isSeen(input)) found.push(input.value);
    return found.filter(isLeft);
}"""


@pytest.fixture(params=["zh-CN", "ja-JP"])
def wishing(
    request: pytest.FixtureRequest, browser: Browser, browser_context_args: dict[str, object]
) -> Iterator[Page]:
    """A page whose browser wishes another language."""
    options: dict[str, Any] = browser_context_args | {"locale": request.param}
    with browser.new_context(**options) as context:
        page = context.new_page()
        yield page
        expect(page.locator("html")).to_have_attribute("lang", re.compile(request.param[:2]))


def expect_nothing_left(page: Page) -> None:
    """As soon as what is on its way is there."""
    try:
        page.wait_for_function(f"({LEFT})().length === 0")
    except Error:
        assert page.evaluate(LEFT) == []


def test_nothing_is_left_in_english_up_to_a_clip_and_through_a_refusal(
    wishing: Page, paid: Paid, cup: Path, astronaut: Path
) -> None:
    page, provider = wishing, paid.provider
    page.goto(paid.url)
    expect(page.locator("#generate")).to_be_enabled()
    press(page)
    expect(page.locator("#lacking-words [role=alert]")).to_be_visible()
    expect_nothing_left(page)
    provider.misbehave("poll", processing)
    fill(page, cup, astronaut, prompt=PROMPT)
    page.locator("#more button").first.click()
    expect(page.locator("#shots select").first).to_be_attached()
    press(page)
    expect(page.locator("#status .steps .now")).to_be_attached()
    expect_nothing_left(page)
    provider.silence()
    expect(page.locator("#video video")).to_be_visible(timeout=RENDERED)
    expect(page.locator("#history .prompt")).to_have_text(PROMPT)
    page.locator("#next .more > summary").click()
    page.locator("#next .more details > summary").click()
    expect_nothing_left(page)
    provider.misbehave("submit", status(402))
    page.fill("#prompt textarea", "Orbit left, waves.")
    press(page)
    expect(page.locator("#status .card.failed")).to_be_visible(timeout=RENDERED)
    expect(page.locator("#history [data-card]")).to_have_count(2)
    expect_nothing_left(page)


def test_another_language_is_chosen_and_keeps_the_form(page: Page, app: App, cup: Path) -> None:
    page.goto(app.url)
    fill(page, cup, prompt="Copy")
    page.get_by_role("radio", name="10 s").check()
    page.get_by_role("button", name="日本語").click()
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    expect(page.get_by_role("radio", name="10 秒")).to_be_checked()
    expect(page.locator("#images img")).to_have_count(1)
    expect(page.locator("#prompt textarea")).to_have_value("Copy")
    page.get_by_role("button", name="クレーンアップ").click()
    expect(page.locator("#prompt textarea")).to_have_value("Copy, クレーンアップ")
    expect(page.locator("#shots")).to_contain_text("クレーンアップ")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#generate")).to_have_text("Generate · free")
    expect(page.locator("#prompt textarea")).to_have_value("Copy, クレーンアップ")
