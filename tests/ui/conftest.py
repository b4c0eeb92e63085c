"""Pages without a browser, and the provider behind them, whose clips last a second."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ..faults.life import make_clip, settings_for
from ..faults.provider import Provider, serving
from .headless import Headless, page_for


@pytest.fixture(scope="package")
def a_clip() -> bytes:
    return make_clip()


@pytest.fixture
def provider(a_clip: bytes) -> Iterator[Provider]:
    with serving(Provider(a_clip, polls=0)) as running:
        yield running


@pytest.fixture
def page(provider: Provider, tmp_path: Path) -> Headless:
    """The owner's own page."""
    return page_for(settings_for(provider, tmp_path / "data")).arrive()


@pytest.fixture
def public(provider: Provider, tmp_path: Path) -> Headless:
    """One that others can reach, whose owner has no key in it."""
    settings = replace(settings_for(provider, tmp_path / "data"), api_key="")
    return page_for(settings, public=True).arrive()
