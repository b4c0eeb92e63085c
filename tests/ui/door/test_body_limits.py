"""What is read of a request is bounded before anything makes sense of it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Semaphore

import pytest
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from seedance_demo.ui.door.body_limits import (
    LONG_AT_ONCE,
    MOST_PARTS,
    SAID,
    SAID_BY_AGENTS,
    TOO_LARGE,
    BodyLimits,
)

JOIN, AGENTS = "/gradio_api/queue/join", "/gradio_api/mcp/"


async def measure(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body())))


EVERYTHING = Route("/{path:path}", measure, methods=["GET", "POST", "PUT", "OPTIONS"])
CLIENT = TestClient(BodyLimits(Starlette(routes=[EVERYTHING]), agents=True))


def in_pieces(size: int) -> Iterator[bytes]:
    """A body whose length is not told before it comes."""
    yield from (b"x" * min(60_000, size - at) for at in range(0, size, 60_000))


@pytest.mark.parametrize("size", [0, 8500, SAID])
def test_what_the_page_says_comes_through_whole(size: int) -> None:
    for body in (b"x" * size, in_pieces(size)):
        assert CLIENT.post(JOIN, content=body).text == str(size)


def test_agents_say_more_but_a_few_of_them_at_once() -> None:
    """Those who do not tell before how much it will be say as much as everybody."""
    body = b"x" * (SAID + 1)
    assert CLIENT.post(AGENTS, content=in_pieces(len(body))).status_code == 413
    let_go, held = Event(), Semaphore(0)

    async def hold(request: Request) -> PlainTextResponse:
        held.release()
        await run_in_threadpool(let_go.wait)
        return await measure(request)

    with (
        TestClient(
            BodyLimits(Starlette(routes=[Route(AGENTS, hold, methods=["POST"])]), agents=True)
        ) as client,
        ThreadPoolExecutor(LONG_AT_ONCE) as pool,
    ):
        holding = [pool.submit(client.post, AGENTS, content=body) for _ in range(LONG_AT_ONCE)]
        for _ in holding:
            held.acquire()
        assert client.post(AGENTS, content=body).status_code == 429
        let_go.set()
        assert {each.result().text for each in holding} == {str(len(body))}
        assert client.post(AGENTS, content=body).text == str(len(body))


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


@pytest.mark.parametrize("mark", [b"[", b"{", b","])
def test_what_agents_say_is_long_by_its_pictures_alone(mark: bytes) -> None:
    """JSON of that size may take a gigabyte once it is read, a picture in it takes its own size."""
    for count, status in ((MOST_PARTS, 200), (MOST_PARTS + 1, 413)):
        body = mark * count + b"x" * SAID
        assert CLIENT.post(AGENTS, content=body).status_code == status


def test_without_tools_for_agents_nobody_may_say_more() -> None:
    client = TestClient(BodyLimits(Starlette(routes=[EVERYTHING])))
    assert client.post(AGENTS, content=b"x" * (SAID + 1)).status_code == 413


def test_a_program_gets_the_sentence_as_the_verdict_that_its_client_shows() -> None:
    program = {"x-gradio-user": "api"}
    answer = CLIENT.post(JOIN, content=b"x" * (SAID + 1), headers=program)
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["message"] == TOO_LARGE


def test_uploads_and_questions_pass() -> None:
    assert CLIENT.post("/gradio_api/upload", content=b"x" * 2 * SAID).text == str(2 * SAID)
    assert CLIENT.get("/").text == "0"
