"""Two apps at one PostgreSQL, behind the README's lines for several: the open page of one that is
killed goes on with the other, and with the first again once that is back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.actions import RENDERED, fill, playing_seconds, press
from tests.databases import Server
from tests.faults.life import make_clip
from tests.faults.provider import KEY, Provider, processing, serving
from tests.front_doors.several import Several, running
from tests.waiting import until

ASKED = "fetch('gradio_api/app_id').then((answer) => answer.headers.get('x-process'))"


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with serving(Provider(make_clip(), polls=0)) as running:
        yield running


@pytest.fixture(scope="module")
def several(
    postgresql: Server, provider: Provider, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Several]:
    owners_key = {"WAVESPEED_API_KEY": KEY, "WAVESPEED_BASE_URL": provider.base_url}
    folder = tmp_path_factory.mktemp("several")
    with running(folder, postgresql.new_schema(), owners_key) as apps:
        yield apps


def begun(page: Page, provider: Provider, prompt: str) -> str:
    """The request id of a clip that is not done before the provider is silent."""
    provider.misbehave("poll", processing)
    before = list(provider.tasks)
    page.fill("#prompt textarea", prompt)
    press(page)
    (request_id,) = until(lambda: [each for each in provider.tasks if each not in before])
    expect(page.locator("#status")).to_contain_text(request_id)
    return request_id


def expect_clip(page: Page, request_id: str, prompt: str) -> None:
    """A job that was left is gone on with after half a minute."""
    expect(page.locator("#status")).to_contain_text("charged", timeout=RENDERED)
    expect(page.locator("#status")).to_contain_text(request_id)
    assert playing_seconds(page) == 1
    expect(page.locator("#prompt textarea")).to_have_value(prompt)
    expect(page.locator("#images img")).to_have_count(1)


@pytest.mark.parametrize("server", ["nginx", "caddyfile"])
def test_the_open_page_of_a_killed_app_gets_its_clip_from_the_other_without_a_click(
    browser: Browser, several: Several, provider: Provider, cup: Path, server: str
) -> None:
    before = provider.count("submit")
    with several.door(server) as door:
        page = browser.new_page(ignore_https_errors=True)
        page.goto(door.url)
        fill(page, cup)
        request_id = begun(page, provider, f"Orbit left, {server}.")
        killed = several.kill_who_has(request_id)
        provider.silence()
        expect_clip(page, request_id, f"Orbit left, {server}.")
        begun(page, provider, f"Pull out, {server}.")
        other = page.evaluate(ASKED)
        several.start(killed)
        until(lambda: page.evaluate(ASKED) != other, lambda: page.wait_for_timeout(100))
        request_id = begun(page, provider, f"Crane up, {server}.")
        provider.silence()
        expect_clip(page, request_id, f"Crane up, {server}.")
        page.close()
    assert provider.count("submit") == before + 3
