"""Reloads, closed tabs, restarts, broken connections: the clip still arrives, and is paid once."""

import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from seedance_demo.wavespeed import Client
from tests.apps import App, free_port, running_app, running_local_api
from tests.browser.actions import (
    SOON,
    details,
    fill,
    playing_seconds,
    press,
    wait_for_request_id,
)
from tests.browser.proxy import Proxy

KEY = "wsk-owner"


@dataclass
class Paid:
    """A page with the owner's key, and the provider behind it."""

    app: App
    base_url: str
    provider_log: Path

    @property
    def submits(self) -> int:
        return self.provider_log.read_text().count(" submit ")


@pytest.fixture(scope="module")
def paid(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paid]:
    folder = tmp_path_factory.mktemp("paid")
    with (
        running_local_api(folder, key=KEY) as (base_url, log),
        running_app(folder / "data", WAVESPEED_API_KEY=KEY, WAVESPEED_BASE_URL=base_url) as app,
    ):
        yield Paid(app, base_url, log)


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """One person's browser, with its own storage."""
    context = browser.new_context()
    yield context
    context.close()


def test_after_a_reload_the_job_goes_on_with_its_words_and_pictures(
    visitor: BrowserContext, paid: Paid, cup: Path, astronaut: Path
) -> None:
    before = paid.submits
    page = visitor.new_page()
    page.goto(paid.app.url)
    page.get_by_role("radio", name="10 s").check()
    expect(page.locator("#generate")).to_have_text("Generate · $2.40", timeout=SOON)
    fill(page, cup, astronaut, prompt="Orbit left, waves.")
    press(page)
    request_id = wait_for_request_id(page)
    page.reload()
    expect(page.locator("#status")).to_contain_text(request_id, timeout=SOON)
    expect(page.locator("#images img")).to_have_count(2)
    expect(page.locator("#prompt textarea")).to_have_value("Orbit left, waves.")
    expect(page.get_by_role("radio", name="10 s")).to_be_checked()
    expect(page.get_by_role("radio", name="Seedance 2.0", exact=True)).to_be_checked()
    assert playing_seconds(page) == pytest.approx(10, abs=1 / 24)
    assert request_id in details(page)
    assert paid.submits == before + 1


def test_closing_and_reopening_finds_the_clip_and_two_tabs_pay_once(
    visitor: BrowserContext, paid: Paid, cup: Path
) -> None:
    before = paid.submits
    tabs = [visitor.new_page() for _ in range(2)]
    for tab in tabs:
        tab.goto(paid.app.url)
        fill(tab, cup, prompt="Truck right, city.")
    for tab in tabs:
        press(tab)
    assert len({wait_for_request_id(tab) for tab in tabs}) == 1
    for tab in tabs:
        tab.close()
    page = visitor.new_page()
    page.goto(paid.app.url)
    expect(page.locator("#prompt textarea")).to_have_value("Truck right, city.", timeout=SOON)
    assert playing_seconds(page) == pytest.approx(5, abs=1 / 24)
    assert paid.submits == before + 1


def test_leaving_and_coming_back_with_the_browsers_buttons_finds_the_clip(
    visitor: BrowserContext, paid: Paid, cup: Path
) -> None:
    before = paid.submits
    page = visitor.new_page()
    page.goto(paid.app.url)
    fill(page, cup, prompt="Crane down, crickets.")
    press(page)
    request_id = wait_for_request_id(page)
    page.goto("about:blank")
    page.go_back()
    assert playing_seconds(page) == pytest.approx(5, abs=1 / 24)
    expect(page.locator("#status")).to_contain_text(request_id)
    expect(page.locator("#prompt textarea")).to_have_value("Crane down, crickets.")
    page.go_forward()
    page.go_back()
    assert playing_seconds(page) == pytest.approx(5, abs=1 / 24)
    assert paid.submits == before + 1


def test_nobody_sees_anothers_jobs(browser: Browser, paid: Paid, cup: Path) -> None:
    anna, ben = browser.new_context(), browser.new_context()
    page = anna.new_page()
    page.goto(paid.app.url)
    fill(page, cup, prompt="Tilt up, Anna's secret.")
    press(page)
    wait_for_request_id(page)
    other = ben.new_page()
    other.goto(paid.app.url)
    expect(other.locator("#generate")).to_be_visible()
    assert "Anna" not in other.content()
    expect(other.locator("#prompt textarea")).to_have_value("")
    playing_seconds(page)
    anna.close()
    ben.close()


def test_history_reopens_resumes_and_deletes(
    visitor: BrowserContext, tmp_path: Path, cup: Path, astronaut: Path
) -> None:
    """Over a restart of the app: what was made is still there, on the same address."""
    port = free_port()
    with running_app(tmp_path / "data", port=port) as app:
        page = visitor.new_page()
        page.goto(app.url)
        fill(page, cup, astronaut, prompt="Pan left, birds.")
        press(page)
        playing_seconds(page)
        page.close()  # it would load itself anew at a moment of its own
    with running_app(tmp_path / "data", port=port) as app:
        page = visitor.new_page()
        page.goto(app.url)
        shown = page.locator("#history").get_by_role("button")
        expect(shown).to_have_count(1, timeout=SOON)
        expect(page.locator("#history")).to_contain_text("Pan left, birds.")
        shown.click()
        assert playing_seconds(page) == pytest.approx(5, abs=1 / 24)
        expect(page.locator("#prompt textarea")).to_have_value("Pan left, birds.")
        expect(page.locator("#images img")).to_have_count(2)
        assert len(app.clips) == 1
        page.click("#delete")
        expect(page.locator("#status")).to_contain_text("deleted", timeout=SOON)
        expect(shown).to_have_count(0, timeout=SOON)
        assert app.clips == []


def test_stopping_says_that_the_job_goes_on_and_another_press_follows_it(
    visitor: BrowserContext, paid: Paid, cup: Path
) -> None:
    before = paid.submits
    page = visitor.new_page()
    page.goto(paid.app.url)
    page.get_by_role("radio", name="15 s").check()
    fill(page, cup, prompt="Dolly zoom, heartbeat.")
    press(page)
    wait_for_request_id(page)
    page.click("#stop")
    expect(page.locator("#status")).to_contain_text("goes on and is charged", timeout=SOON)
    press(page)
    wait_for_request_id(page)
    page.click("#stop")
    press(page)  # at once, while Gradio still ends what was stopped
    wait_for_request_id(page)
    expect(page.get_by_text("Error", exact=True)).to_have_count(0)
    assert playing_seconds(page) == pytest.approx(15, abs=1 / 24)
    assert paid.submits == before + 1


def test_a_request_made_elsewhere_with_the_same_key_is_resumed_by_its_id(
    visitor: BrowserContext, paid: Paid, cup: Path
) -> None:

    client = Client(paid.base_url, KEY)
    model = "bytedance/seedance-2.0/image-to-video"
    url = client.upload("cup.jpg", cup.read_bytes())
    body = {"images": [url], "prompt": "elsewhere", "duration": 5}
    request_id = client.submit(model, body).id
    page = visitor.new_page()
    page.goto(paid.app.url)
    page.get_by_role("button", name="Find a clip by its request id").click()
    page.fill("#request-id textarea, #request-id input", request_id)
    page.click("#resume")
    assert playing_seconds(page) == pytest.approx(5, abs=1 / 24)
    expect(page.locator("#status")).to_contain_text(request_id)


def test_a_cut_connection_between_page_and_app_loses_nothing(
    browser: Browser, paid: Paid, cup: Path
) -> None:
    """Three visitors lose the app at once and get it back after 1, 6 and 30 seconds."""
    before, cuts = paid.submits, (1, 6, 30)
    visitors = [browser.new_page() for _ in cuts]  # a context each
    proxies = [Proxy(paid.app.url) for _ in cuts]
    prompts = [f"Crane up, wind for {seconds} seconds." for seconds in cuts]
    for page, proxy, prompt in zip(visitors, proxies, prompts, strict=True):
        page.goto(proxy.url)
        fill(page, cup, prompt=prompt)
        press(page)
        wait_for_request_id(page)
        proxy.cut()
    waited = 0
    for page, proxy, prompt, seconds in zip(visitors, proxies, prompts, cuts, strict=True):
        page.wait_for_timeout((seconds - waited) * 1000)
        waited = seconds
        proxy.mend()
        assert playing_seconds(page) == pytest.approx(5, abs=1 / 24)
        expect(page.locator("#prompt textarea")).to_have_value(prompt)
        expect(page.locator("#images img")).to_have_count(1)
        page.close()
        proxy.close()
    assert paid.submits == before + len(cuts)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_an_app_stopped_in_the_middle_of_a_paid_job_finishes_it_after_the_start(
    visitor: BrowserContext, tmp_path: Path, cup: Path, how: signal.Signals
) -> None:
    with running_local_api(tmp_path, key=KEY) as (base_url, log):
        port, data = free_port(), tmp_path / "data"
        keys = {"WAVESPEED_API_KEY": KEY, "WAVESPEED_BASE_URL": base_url}
        with running_app(data, port=port, **keys) as app:
            page: Page = visitor.new_page()
            page.goto(app.url)
            fill(page, cup, prompt="Push in, thunder.")
            press(page)
            request_id = wait_for_request_id(page)
            app.process.send_signal(how)
            app.process.wait(20)
        page.close()  # it would load itself anew at a moment of its own
        with running_app(data, port=port, **keys) as app:
            page = visitor.new_page()
            page.goto(app.url)
            assert playing_seconds(page) == pytest.approx(5, abs=1 / 24)
            expect(page.locator("#status")).to_contain_text(request_id)
        assert log.read_text().count(" submit ") == 1
        assert len(app.clips) == 1
