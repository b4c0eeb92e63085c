"""The tools for agents as agents use them: the protocol's own client, real apps, real clips."""

import asyncio
import base64
import io
import json
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import av
import httpx
import pytest
import requests
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client

from seedance_demo.catalog import ANIMATIC, MODELS

from ..apps import App, running_app, running_local_api
from ..faults.life import awaited

SEEDANCE = "bytedance/seedance-2.0/image-to-video"
KEY = "wsk-an-agents"


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    with running_local_api(tmp_path_factory.mktemp("provider"), key=KEY) as running:
        yield running


@pytest.fixture(scope="module")
def app(provider: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """A page without a key."""
    data = tmp_path_factory.mktemp("app") / "data"
    with running_app(data, "--mcp", WAVESPEED_BASE_URL=provider[0]) as running:
        yield running


class Heard(asyncio.Queue[tuple[float, float | None, str | None]]):
    """What an agent is told while it waits."""

    async def __call__(self, progress: float, total: float | None, message: str | None) -> None:
        self.put_nowait((progress, total, message))


@asynccontextmanager
async def session(app: App, **headers: str) -> AsyncIterator[ClientSession]:
    async with (
        httpx.AsyncClient(headers=headers, timeout=60) as http,
        streamable_http_client(f"{app.url}/gradio_api/mcp/", http_client=http) as (read, write, _),
        ClientSession(read, write) as client,
    ):
        await client.initialize()
        yield client


async def finished(client: ClientSession, job: str, heard: Heard) -> Any:
    """The last answer, as an agent comes to it: on a busy machine a film takes longer than one."""
    while True:
        asked = {"job": job}
        answer = await client.call_tool("look_at_clip", asked, progress_callback=heard)
        assert answer.structuredContent
        if answer.structuredContent["phase"] in ("completed", "failed"):
            return answer


def inline(picture: Path) -> str:
    return "data:image/jpeg;base64," + base64.b64encode(picture.read_bytes()).decode()


def test_there_are_two_tools_with_prices_and_an_animatic_is_made_without_a_key(
    app: App, cup: Path
) -> None:
    heard = Heard()

    async def visit() -> tuple[list[Any], Any, Any]:
        async with session(app) as client:
            tools = (await client.list_tools()).tools
            asked = {"prompt": "Push in, rain", "pictures": [inline(cup)]}
            began = await client.call_tool("make_clip", asked, progress_callback=heard)
            made = await finished(client, (began.structuredContent or {})["job"], heard)
            odd = await client.call_tool("make_clip", {"prompt": "a", "resolution": "4k"})
            return tools, made, odd

    tools, made, odd = awaited(visit())
    assert [each.name for each in tools] == ["make_clip", "look_at_clip"]
    assert all(model.id in tools[0].description for model in MODELS)
    assert "$1.20 for 5 s" in tools[0].description
    assert list(tools[0].inputSchema["properties"])[:2] == ["prompt", "pictures"]

    answer = json.loads(made.content[0].text)
    assert answer == made.structuredContent
    assert (answer["phase"], answer["model"]) == ("completed", ANIMATIC)
    clip = requests.get(answer["clip_url"], timeout=20).content
    with av.open(io.BytesIO(clip)) as film:
        assert film.streams.video[0].frames == 120
    told = [heard.get_nowait() for _ in range(heard.qsize())]
    assert re.search(r"Job \w+: Making the clip · \d+ of 120 frames", str(told))

    assert f"Tools for agents: {app.url}/gradio_api/mcp/" in app.log.read_text("utf-8")
    assert odd.isError
    assert odd.content[0].text.startswith("There is no 'resolution' here, only prompt, pictures")


def test_a_paid_job_outlives_the_session_that_began_it(
    app: App, provider: tuple[str, Path], cup: Path
) -> None:
    """Cut off at the first word; another session has the job, and it was sent once."""
    asked: dict[str, Any] = {"prompt": "Pan left", "pictures": [inline(cup)], "model": SEEDANCE}

    async def begin() -> str:
        heard = Heard()
        async with session(app, **{"X-WaveSpeed-Key": KEY}) as client:
            price = await client.call_tool("make_clip", asked)
            assert price.isError
            assert "This costs $1.20 now" in str(price.content)
            agreed = asked | {"most_usd": 1.2}
            call = client.call_tool("make_clip", agreed, progress_callback=heard)
            making = asyncio.ensure_future(call)
            *_, words = await heard.get()
            making.cancel()
        return str(words).split()[1].rstrip(":")

    async def look(job: str) -> Any:
        async with session(app) as client:
            return (await finished(client, job, Heard())).structuredContent

    answer = awaited(look(awaited(begin())))
    assert (answer["phase"], answer["price_usd"]) == ("completed", 1.2)
    assert requests.head(answer["clip_url"], timeout=20).ok
    log = provider[1].read_text("utf-8")
    assert log.count(f"submit {SEEDANCE}") == 1
    assert "Traceback" not in app.log.read_text("utf-8")
    for path in (*app.data_dir.rglob("*"), app.log):
        if path.is_file():
            assert KEY.encode() not in path.read_bytes(), path


def test_what_is_no_call_costs_one_answer_and_is_not_in_the_log(app: App) -> None:
    url, secret = f"{app.url}/gradio_api/mcp", "a-strangers-words"
    headers = {"Accept": "application/json, text/event-stream"}
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call"}
    strange: list[Any] = [
        {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": [secret]}},
        call | {"params": {"name": secret}},
        call | {"params": {"name": ["make_clip", secret]}},
        call | {"method": secret},
        [[secret]] * 10,
        [[]] * 200_000,
    ]
    for body in strange:
        answer = requests.post(url, json=body, headers=headers, timeout=20)
        assert answer.status_code in (200, 202, 400, 413)
    assert requests.get(url, headers=headers, timeout=20).status_code == 405
    assert secret not in app.log.read_text("utf-8")
