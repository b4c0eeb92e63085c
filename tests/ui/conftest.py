"""Pages without a browser, and the provider behind them, whose clips last a second."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ..faults.life import make_clip, settings_for
from ..faults.provider import KEY, Provider, serving
from .headless import Headless, page_for


@pytest.fixture(scope="package")
def a_clip() -> bytes:
    return make_clip()


@pytest.fixture
def provider(a_clip: bytes) -> Iterator[Provider]:
    with serving(Provider(a_clip, polls=0)) as running:
        yield running


@pytest.fixture
def opened(provider: Provider, tmp_path: Path) -> Callable[..., Headless]:
    """Pages of one app: the owner's own, or with `public` one that others can reach. The provider
    stands in for the local API, too, so that an animatic is made as fast as a clip."""

    def page(*, public: bool = False, **settings: Any) -> Headless:
        changed = replace(settings_for(provider, tmp_path / "data"), **settings)
        return page_for(changed, public=public, local=lambda: (provider.base_url, KEY))

    return page


@pytest.fixture
def home(opened: Callable[..., Headless]) -> Headless:
    """The owner's own page."""
    return opened().arrive()
