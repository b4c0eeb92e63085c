"""A provider whose clips last a second, and the owner's own page before it."""

from collections.abc import Iterator
from typing import Any

import pytest

from ..apps import App, running_app
from ..faults.life import make_clip
from ..faults.provider import KEY, Provider, serving


@pytest.fixture(scope="package")
def paid() -> Iterator[Provider]:
    with serving(Provider(make_clip(), polls=0)) as running:
        yield running


@pytest.fixture(scope="package")
def owners_key(paid: Provider) -> dict[str, Any]:
    """Settings of an app with the owner's key."""
    return {"WAVESPEED_API_KEY": KEY, "WAVESPEED_BASE_URL": paid.base_url}


@pytest.fixture(scope="package")
def home(tmp_path_factory: pytest.TempPathFactory, owners_key: dict[str, Any]) -> Iterator[App]:
    """The page as the owner starts it: on loopback, without login and budget."""
    with running_app(tmp_path_factory.mktemp("home") / "data", draws=False, **owners_key) as app:
        yield app
