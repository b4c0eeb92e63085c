"""What Gradio serves and this page does not need is closed."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from seedance_demo.ui.middleware import RouteFilter


def visit(folder: Path, floor: int = 1) -> TestClient:
    """A server that answers every path with `served`, behind the filter."""
    everything = Route(
        "/{path:path}", lambda _: PlainTextResponse("served"), methods=["GET", "POST"]
    )
    return TestClient(RouteFilter(Starlette(routes=[everything]), folder, floor))


@pytest.mark.parametrize("path", ["deep_link?session_hash=a", "file=https://a.org/a", "proxy=a"])
def test_what_the_page_does_not_offer_is_closed(path: str, tmp_path: Path) -> None:
    answer = visit(tmp_path).get(f"/gradio_api/{path}")
    assert (answer.status_code, answer.text) == (404, "This page does not offer that.")


@pytest.mark.parametrize("path", ["file=/tmp/gradio/a.png", "config", "upload", "upload/"])
def test_everything_else_is_let_through(path: str, tmp_path: Path) -> None:
    assert visit(tmp_path).post(f"/gradio_api/{path}").text == "served"


def test_a_full_disk_takes_no_pictures_in_and_still_serves(tmp_path: Path) -> None:
    full = visit(tmp_path, floor=1 << 62)
    for path in ("/gradio_api/upload", "/gradio_api/upload/"):
        answer = full.post(path)
        assert (answer.status_code, "disk is nearly full" in answer.text) == (507, True)
    assert full.get("/gradio_api/file=/tmp/gradio/a.png").text == "served"
