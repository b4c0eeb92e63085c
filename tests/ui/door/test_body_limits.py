"""What is read of a request is bounded before anything makes sense of it."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from seedance_demo.ui.door.body_limits import SAID, SAID_BY_AGENTS, TOO_LARGE, BodyLimits

JOIN, AGENTS = "/gradio_api/queue/join", "/gradio_api/mcp/"


async def measure(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body())))


EVERYTHING = Route("/{path:path}", measure, methods=["GET", "POST", "PUT", "OPTIONS"])
CLIENT = TestClient(BodyLimits(Starlette(routes=[EVERYTHING])))


def in_pieces(size: int) -> Iterator[bytes]:
    """A body whose length is not told before it comes."""
    yield from (b"x" * min(60_000, size - at) for at in range(0, size, 60_000))


@pytest.mark.parametrize(
    ("path", "size"), [(JOIN, 0), (JOIN, 8500), (JOIN, SAID), (AGENTS, SAID + 1)]
)
def test_what_the_page_says_comes_through_whole(path: str, size: int) -> None:
    for body in (b"x" * size, in_pieces(size)):
        assert CLIENT.post(path, content=body).text == str(size)


@pytest.mark.parametrize(
    ("path", "size"), [(JOIN, SAID + 1), ("/login", 10 * SAID), (AGENTS, SAID_BY_AGENTS + 1)]
)
@pytest.mark.parametrize("method", ["POST", "PUT", "OPTIONS"])
def test_more_is_refused(method: str, path: str, size: int) -> None:
    for body in (b"x" * size, in_pieces(size)):
        answer = CLIENT.request(method, path, content=body)
        assert (answer.status_code, answer.json()) == (413, {"detail": TOO_LARGE})


@pytest.mark.parametrize("told", ["-1", "1e9", "", "x", "9" * 30])
def test_a_length_that_cannot_be_read_is_refused(told: str) -> None:
    answer = CLIENT.post(JOIN, content=in_pieces(5), headers={"content-length": told})
    assert answer.status_code == 413


def test_uploads_and_questions_pass() -> None:
    assert CLIENT.post("/gradio_api/upload", content=b"x" * 2 * SAID).text == str(2 * SAID)
    assert CLIENT.get("/").text == "0"
