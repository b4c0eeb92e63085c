"""A real Chromium, the one installed on this machine. In CI a missing browser is a failure."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.apps import App, running_app
from tests.browser.chromium import CHROMIUM, QUIET
from tests.faults.life import make_clip
from tests.faults.provider import KEY, Provider, serving


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    if CHROMIUM is None:
        why = "no Chromium on this machine: apt-get install chromium"
        pytest.fail(why) if os.getenv("CI") else pytest.skip(why)
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": QUIET}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """With less motion: the opening film would play, and cost a core, under every test."""
    return browser_context_args | {"reduced_motion": "reduce"}


@pytest.fixture(scope="session")
def person(browser: Browser, browser_context_args: dict[str, Any]) -> BrowserContext:
    return browser.new_context(**browser_context_args)


@pytest.fixture
def context(person: BrowserContext) -> Iterator[BrowserContext]:
    """Somebody who was never here, but for the cache: a page whose scripts must be fetched and
    compiled first costs twice as much. Who wants a cache of their own takes `new_context`."""
    yield person
    for page in person.pages:
        page.close()
    person.set_storage_state({"cookies": [], "origins": []})
    person.clear_permissions()


# These end with the last browser test: an idle Gradio still looks for something to do.
@pytest.fixture(scope="package")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """A page without a key."""
    with running_app(tmp_path_factory.mktemp("page") / "data") as running:
        yield running


@dataclass(frozen=True)
class Paid:
    """A page with the owner's key, and the provider behind it, whose clips last a second."""

    app: App
    provider: Provider

    @property
    def url(self) -> str:
        return self.app.url


@pytest.fixture(scope="package")
def paid_for_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paid]:
    data = tmp_path_factory.mktemp("paid") / "data"
    with (
        serving(Provider(make_clip(), polls=0)) as provider,
        running_app(data, WAVESPEED_API_KEY=KEY, WAVESPEED_BASE_URL=provider.base_url) as app,
    ):
        yield Paid(app, provider)


@pytest.fixture
def paid(paid_for_all: Paid) -> Iterator[Paid]:
    yield paid_for_all
    paid_for_all.provider.silence()


@pytest.fixture
def page_errors(page: Any) -> list[str]:
    """What the page's own scripts complained about."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    return errors
