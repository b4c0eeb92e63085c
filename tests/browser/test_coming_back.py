"""Reloads, closed tabs, restarts, broken connections: the clip still arrives, and is paid once."""

import signal
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.apps import App, free_port, running_app
from tests.browser.actions import (
    delete,
    details,
    fill,
    playing_seconds,
    press,
    wait_for,
    wait_for_request_id,
)
from tests.browser.conftest import Paid
from tests.browser.proxy import Proxy
from tests.faults.life import make_clip
from tests.faults.provider import KEY, Provider, processing, serving
from tests.waiting import until


def test_a_reload_and_the_browsers_buttons_find_the_job_with_its_words_and_pictures(
    page: Page, paid: Paid, cup: Path, astronaut: Path
) -> None:
    before = paid.provider.count("submit")
    paid.provider.misbehave("poll", processing)
    page.goto(paid.url)
    page.get_by_role("radio", name="10 s").check()
    expect(page.locator("#generate")).to_contain_text("Generate · $2.40")
    fill(page, cup, astronaut, prompt="Orbit left, waves.")
    press(page)
    request_id = wait_for_request_id(page)
    page.reload()
    expect_job(page, request_id, "Orbit left, waves.")
    expect(page.get_by_role("radio", name="10 s")).to_be_checked()
    expect(page.get_by_role("radio", name="Seedance 2.0", exact=True)).to_be_checked()
    expect(page.locator("#making")).to_contain_text("Making the clip")
    page.goto("about:blank")
    page.go_back()
    expect_job(page, request_id, "Orbit left, waves.")
    paid.provider.silence()
    playing_seconds(page)
    assert request_id in details(page)
    assert paid.provider.count("submit") == before + 1


def expect_job(page: Page, request_id: str, prompt: str, pictures: int = 2) -> None:
    """The page shows this job, and its brief in the form."""
    expect(page.locator("#status")).to_contain_text(request_id)
    expect(page.locator("#prompt textarea")).to_have_value(prompt)
    expect(page.locator("#images img")).to_have_count(pictures)


# What a tab sees of local storage may be a moment old: here it never sees who the visitor is.
STALE = """() => {
    const hidden = "seedance.visitor", real = localStorage;
    const get = (_, name) => name === hidden ? undefined : real[name];
    const set = (_, name, value) => { if (name !== hidden) real[name] = value; return true; };
    Object.defineProperty(window, "localStorage", {value: new Proxy({}, {get, set})});
}"""


def test_a_closed_tabs_clip_is_finished_and_found_and_two_tabs_pay_once(
    context: BrowserContext, paid: Paid, cup: Path
) -> None:
    before, clips = paid.provider.count("submit"), len(paid.app.clips)
    paid.provider.misbehave("poll", processing)
    tabs = [context.new_page() for _ in range(2)]
    first, second = tabs
    for tab in tabs:  # opened together, by a browser that was never here
        tab.add_init_script(f"({STALE})()")
        tab.goto(paid.url, wait_until="commit")
    fill(first, cup, prompt="Truck right, city.")
    expect(first.locator("#counter")).to_contain_text("18 of 4,000")
    second.reload()  # the same brief is there
    expect(second.locator("#images img")).to_have_count(1)
    expect(second.locator("#prompt textarea")).to_have_value("Truck right, city.")
    for tab in tabs:
        press(tab)
    request_id, same = (wait_for_request_id(tab) for tab in tabs)
    assert request_id == same
    for tab in tabs:
        tab.close()
    paid.provider.silence()
    until(lambda: len(paid.app.clips) > clips)  # nobody looks
    page = context.new_page()
    page.goto(paid.url)
    expect_job(page, request_id, "Truck right, city.", pictures=1)
    playing_seconds(page)
    assert paid.provider.count("submit") == before + 1


def test_clips_and_jobs_outlive_an_app_that_is_stopped_or_killed_and_the_page_says_so(
    page: Page, tmp_path: Path, cup: Path, astronaut: Path
) -> None:
    """Each life of the app ends in the middle of a job; the next one, on the same address,
    finishes it, and the page finds it by itself."""
    with serving(Provider(make_clip(), polls=0)) as provider:
        keys = {"WAVESPEED_API_KEY": KEY, "WAVESPEED_BASE_URL": provider.base_url}
        life = partial(running_app, tmp_path / "data", port=free_port(), draws=False, **keys)
        with life() as app:
            page.goto(app.url)
            fill(page, cup, astronaut, prompt="Pan left, birds.")
            stopped = ended_by(signal.SIGTERM, page, app, provider)
        with life() as app:
            expect_job(page, stopped, "Pan left, birds.")
            playing_seconds(page)
            page.fill("#prompt textarea", "Push in, thunder.")
            killed = ended_by(signal.SIGKILL, page, app, provider)
        with life() as app:
            expect_job(page, killed, "Push in, thunder.")
            playing_seconds(page)
            kept = page.locator("#history").get_by_role("button")
            expect(kept).to_have_count(2)
            kept.and_(page.get_by_role("button", name="Pan left, birds.")).click()
            expect_job(page, stopped, "Pan left, birds.")
            playing_seconds(page)
            assert len(app.clips) == provider.count("submit") == 2
            delete(page)
            expect(kept).to_have_count(1)
            page.locator("#status").get_by_role("button", name="Undo").press("Enter")  # focused
            expect_job(page, stopped, "Pan left, birds.")
            playing_seconds(page)
            expect(kept).to_have_count(2)
            delete(page)
            expect(page.locator("#status")).to_contain_text("What was paid stays")
            expect(kept).to_have_count(1)


def ended_by(how: signal.Signals, page: Page, app: App, provider: Provider) -> str:
    """The request id of a job whose app has ended in its middle."""
    provider.misbehave("poll", processing)
    press(page)
    wait_for(page, "#status", "Making the clip")
    request_id = wait_for_request_id(page)
    app.end(how)
    expect(page.locator("#status")).to_contain_text("Connection lost")
    expect(page.get_by_text("Error", exact=True)).to_have_count(0)
    provider.silence()
    return request_id


def test_stopping_says_that_the_job_goes_on_and_another_press_follows_it(
    page: Page, paid: Paid, cup: Path
) -> None:
    before = paid.provider.count("submit")
    paid.provider.misbehave("poll", processing)
    page.goto(paid.url)
    fill(page, cup, prompt="Dolly zoom, heartbeat.")
    press(page)
    wait_for_request_id(page)
    page.click("#stop")
    expect(page.locator("#status")).to_contain_text("goes on and is charged")
    press(page)
    wait_for_request_id(page)
    page.click("#stop")
    with page.expect_response(lambda answer: "Dolly zoom" in str(answer.request.post_data)):
        press(page)  # at once, while Gradio still ends what was stopped
    expect(page.locator("#stop")).to_be_visible()
    wait_for_request_id(page)
    expect(page.get_by_text("Error", exact=True)).to_have_count(0)
    paid.provider.silence()
    playing_seconds(page)
    assert paid.provider.count("submit") == before + 1


def test_a_cut_connection_between_page_and_app_loses_nothing(
    browser: Browser, paid: Paid, cup: Path
) -> None:
    """Two visitors lose the app at once. One has it back before the page looks again, the other
    after several looks, and the clips are made meanwhile."""
    before, cuts = paid.provider.count("submit"), (1, 6)
    paid.provider.misbehave("poll", processing)
    # A context each, and none in which the opening film plays.
    visitors = [browser.new_page(reduced_motion="reduce") for _ in cuts]
    proxies = [Proxy(paid.url) for _ in cuts]
    prompts = [f"Crane up, wind for {seconds} seconds." for seconds in cuts]
    ids = []
    for page, proxy, prompt in zip(visitors, proxies, prompts, strict=True):
        page.goto(proxy.url)
        fill(page, cup, prompt=prompt)
        press(page)
        ids.append(wait_for_request_id(page))
    for proxy in proxies:
        proxy.cut()
    waited = 0
    for page, proxy, prompt, request_id, seconds in zip(
        visitors, proxies, prompts, ids, cuts, strict=True
    ):
        page.wait_for_timeout((seconds - waited) * 1000)
        waited = seconds
        proxy.mend()
        expect_job(page, request_id, prompt, pictures=1)
        paid.provider.silence()
        playing_seconds(page)
        page.close()
        proxy.close()
    assert paid.provider.count("submit") == before + len(cuts)
