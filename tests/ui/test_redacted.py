"""A secret in a file that is shown: blanked in each part of it, and nothing else changed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from seedance_demo.ui.redacted import Redacted, places_of

SECRET = "3aa327ae4d2a46ff899c9ac5c42986e2"
# One astride two of the pieces in which a file is read, and two that overlap.
EDGE = 64 * 1024 - 7
FILE = bytes(range(256)) * 256
FILE = FILE[:EDGE] + SECRET.encode() + FILE[EDGE:] + SECRET.encode() * 2 + b"end"
SHOWN = FILE.replace(SECRET.encode(), b"-" * len(SECRET))


@pytest.fixture
def ask(tmp_path: Path) -> Callable[..., Any]:
    path = tmp_path / "clip.mp4"
    path.write_bytes(FILE)
    places = places_of(SECRET, path)

    def serve(_: Request) -> Response:
        return Redacted(path, places, len(SECRET), {"Cache-Control": "no-store"})

    return TestClient(Starlette(routes=[Route("/", serve)])).get


def test_the_whole_file_comes_without_its_secret(ask: Callable[..., Any]) -> None:
    whole = ask("/")
    assert (whole.status_code, whole.content) == (200, SHOWN)
    assert whole.headers["content-length"] == str(len(FILE))
    assert whole.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("first", "last"),
    [
        *((EDGE + n, EDGE + n + 3) for n in (-4, -2, 0, 5, 30, 32)),  # in it, and over its edges
        *((0, 10), (EDGE - 1, len(FILE) - 1), (len(FILE) - 40, len(FILE) - 1)),
    ],
)
def test_each_part_of_it_too(ask: Callable[..., Any], first: int, last: int) -> None:
    part = ask("/", headers={"range": f"bytes={first}-{last}"})
    expected = SHOWN[first : last + 1]
    assert (part.status_code, part.content) == (206, expected)
    assert part.headers["content-range"] == f"bytes {first}-{last}/{len(FILE)}"


@pytest.mark.parametrize(
    ("asked", "status"), [("bytes=0-9,90-99", 200), ("bytes=99999999-", 416), ("words", 400)]
)
def test_no_odd_range_brings_the_secret(ask: Callable[..., Any], asked: str, status: int) -> None:
    answer = ask("/", headers={"range": asked})
    assert answer.status_code == status
    assert SECRET.encode() not in answer.content


def test_without_a_secret_it_is_the_file(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    path.write_bytes(FILE)
    assert places_of("", path) == ()
    assert places_of("another", path) == ()
