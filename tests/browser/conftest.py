"""A real Chromium, the one installed on this machine. In CI a missing browser is a failure."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.apps import App, running_app
from tests.browser.chromium import CHROMIUM, QUIET


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    if CHROMIUM is None:
        why = "no Chromium on this machine: apt-get install chromium"
        pytest.fail(why) if os.getenv("CI") else pytest.skip(why)
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": QUIET}


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
