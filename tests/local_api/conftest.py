"""A local API of a test's own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests

from seedance_demo.local_api.server import LocalApi

from .children import renderers, threads

Ask = Callable[..., Any]
Send = Callable[[bytes], str]


@pytest.fixture
def earlier() -> set[Path]:
    """The threads of this process before the test's own API is there."""
    return threads()


@pytest.fixture
def mine(earlier: set[Path]) -> Callable[[], set[int]]:
    """The renderers of this test's own API. Those of earlier tests, which still run, may start
    some, too, for images that they were given."""
    return lambda: renderers(threads() - earlier)


@pytest.fixture
def ask(tmp_path: Path, earlier: set[Path]) -> Ask:
    """The data of an answer from a local API whose cache is tmp_path/cache."""
    base_url, key = LocalApi(tmp_path).endpoint()
    assert threads() - earlier

    def ask(method: str, path: str, **content: Any) -> Any:
        headers = {"Authorization": f"Bearer {key}"}
        url = f"{base_url}/api/v3/{path}"
        timeout = content.pop("timeout", 90)
        answer = requests.request(method, url, headers=headers, timeout=timeout, **content)
        return answer.json()["data"]

    return ask


@pytest.fixture
def send(ask: Ask) -> Send:
    """Upload as a form; the file's URL."""

    def send(content: bytes) -> str:
        files = {"file": ("picture.jpg", content)}
        return str(ask("POST", "media/upload/binary", files=files)["download_url"])

    return send
