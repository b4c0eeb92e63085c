"""Around everything: who is at home, and what every answer says."""

import logging
from contextlib import nullcontext
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from seedance_demo.accounts import home
from seedance_demo.ui.door.front_door import MOST_DOUBTS, FrontDoor, around_all

from ...faults.life import awaited
from ...logs import said

FRAMES = "frame-ancestors 'self'"


async def tell(request: Request) -> JSONResponse:
    """What the door made of a request."""
    said = {"why_not": home.decided(request.scope), "range": request.headers.get("range")}
    return JSONResponse(said)


async def stream(_: Request) -> StreamingResponse:
    return StreamingResponse(iter(["data: x\n\n"]), media_type="text/event-stream")


async def fail(_: Request) -> PlainTextResponse:
    raise RuntimeError


ROUTES = [
    Route("/tell", tell, methods=["GET", "POST"]),
    Route("/stream", stream),
    Route("/fail", fail),
]


def visit(*, public: bool = False, on_space: bool = False, spends: bool = True) -> TestClient:
    door = FrontDoor(Starlette(routes=ROUTES), public=public, on_space=on_space, spends=spends)
    return TestClient(door, "http://127.0.0.1:7860", raise_server_exceptions=False)


@pytest.mark.parametrize("path", ["/tell", "/stream", "/fail", "/nowhere"])
@pytest.mark.parametrize("on_space", [False, True])
def test_every_answer_is_safe(path: str, on_space: bool) -> None:
    said = visit(on_space=on_space).get(path).headers
    assert said["content-security-policy"] == FRAMES + " https://huggingface.co" * on_space
    assert said["x-content-type-options"] == "nosniff"
    assert said["referrer-policy"] == "same-origin"


def test_an_open_page_sees_which_process_answers() -> None:
    one, other = visit(), visit()
    told = [each.get("/tell").headers["x-process"] for each in (one, one, other)]
    assert told[0] == told[1] != told[2]


def test_progress_is_not_collected_on_its_way() -> None:
    assert visit().get("/stream").headers["x-accel-buffering"] == "no"
    assert "x-accel-buffering" not in visit().get("/tell").headers


@pytest.mark.parametrize("asked", ["bytes=0-9", "bytes=5-", "bytes=-3", "bytes=0-0"])
def test_one_range_is_passed_on(asked: str) -> None:
    assert visit().get("/tell", headers={"Range": asked}).json()["range"] == asked


@pytest.mark.parametrize(
    "asked",
    [
        "bytes=0-9,20-29",
        "bytes=",
        "bytes=a-b",
        "bytes=5-2",
        "bytes=0-9-10",
        "bytes=0-9" + "9" * 30,
        "bytes=-",
        "items=0-5",
        "",
        "bytes=0-9,",
    ],
)
def test_other_ranges_are_served_whole(asked: str) -> None:
    assert visit().get("/tell", headers={"Range": asked}).json()["range"] is None


def why_not(client: TestClient, **headers: str) -> str:
    return str(client.post("/tell", headers=headers).json()["why_not"])


def test_what_is_decided_is_handed_inside() -> None:
    """A test has no connection whose other end could be asked for; a header is found before it."""
    assert "x-forwarded-for" in why_not(visit(), **{"X-Forwarded-For": "1.2.3.4"})
    assert "where it comes from" in why_not(visit())


@pytest.mark.parametrize("name", ["seedance.why_not_home", "seedance-why-not-home"])
def test_no_header_imitates_it(name: str) -> None:
    assert why_not(visit(), **{name: ""})


def test_whoever_can_reach_the_page_is_not_at_home() -> None:
    assert why_not(visit(public=True)) == "others can reach this page"


def test_what_only_reads_is_not_asked_about(caplog: pytest.LogCaptureFixture) -> None:
    assert visit().get("/tell", headers={"Via": "x"}).json()["why_not"]
    assert not said(caplog)


def test_the_log_says_once_why_a_request_was_not_believed(caplog: pytest.LogCaptureFixture) -> None:
    page = visit()
    for header in ("Via", "Via", "Forwarded"):
        why_not(page, **{header: "x"})
    via, forwarded = (record.getMessage() for record in said(caplog))
    assert "'via'" in via
    assert "'forwarded'" in forwarded
    assert "SEEDANCE_DAILY_BUDGET" in via


def test_a_stranger_cannot_fill_the_log(caplog: pytest.LogCaptureFixture) -> None:
    page = visit()
    for n in range(MOST_DOUBTS + 5):
        why_not(page, **{f"x-{n}": "x"})
    assert len(said(caplog)) == MOST_DOUBTS
    assert all(record.levelno == logging.WARNING for record in said(caplog))


def test_without_a_key_there_is_nothing_to_tell(caplog: pytest.LogCaptureFixture) -> None:
    assert why_not(visit(spends=False), via="x")
    assert not said(caplog)


@pytest.mark.parametrize(
    ("told", "on_space", "lines"),
    [("1.2.3.4", False, 1), ("testclient", False, 0), (None, False, 0), ("1.2.3.4", True, 0)],
)
def test_a_proxy_that_is_not_believed_is_told_of(
    told: str | None, on_space: bool, lines: int, caplog: pytest.LogCaptureFixture
) -> None:
    page = visit(public=True, on_space=on_space)
    for _ in range(2):
        why_not(page, **({"X-Forwarded-For": told} if told else {}))
    assert len([each for each in said(caplog) if "FORWARDED_ALLOW_IPS" in each.message]) == lines


def test_it_is_put_around_all_other_middleware() -> None:
    app = FastAPI(lifespan=around_all(nullcontext, public=True, on_space=False, spends=True))
    app.router.routes += ROUTES
    with TestClient(app, raise_server_exceptions=False) as client:
        assert client.get("/fail").headers["content-security-policy"] == FRAMES


def test_other_kinds_of_connections_pass() -> None:
    seen: list[Any] = []

    async def app(scope: Any, _receive: Any, _send: Any) -> None:
        seen.append(scope)

    door = FrontDoor(app, public=False, on_space=False, spends=True)
    nothing: Any = None
    awaited(door({"type": "websocket"}, nothing, nothing))
    assert seen == [{"type": "websocket"}]
