"""A real Chromium, the one installed on this machine. In CI a missing browser is a failure."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.apps import App, running_app

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_BROWSER = next(filter(None, map(shutil.which, _NAMES)), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser beside renders on two cores is now and then late: once more is allowed, and shown
    as a rerun; what fails twice has failed."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    if _BROWSER is None:
        why = "no Chromium on this machine: apt-get install chromium"
        pytest.fail(why) if os.getenv("CI") else pytest.skip(why)
    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    return browser_type_launch_args | {"executable_path": _BROWSER, "args": quiet}


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """A page without a key."""
    with running_app(tmp_path_factory.mktemp("page") / "data") as running:
        yield running


@pytest.fixture
def page_errors(page: Any) -> list[str]:
    """What the page's own scripts complained about."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    return errors


@pytest.fixture
def fake_png(tmp_path: Path) -> Path:
    path = tmp_path / "fake.png"
    path.write_text("I am a text, whatever my name says")
    return path
